//! What stayed and what is new where a document was written anew.

use serde::{Deserialize, Serialize};

use super::Trouble;

/// The summary of a rewriting, by the headings of both texts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rewriting {
    /// How much of the old text's words in a row is still there, in percent.
    pub kept: u8,
    /// Headings that stand in both texts, in the order of the new one.
    pub stayed: Vec<String>,
    /// Headings of the new text alone.
    pub new: Vec<String>,
    /// Headings of the old text alone.
    pub gone: Vec<String>,
    /// Set where what stands there now is another document, or for another region: it has stood there for so long that it
    /// is what holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Trouble>,
}
