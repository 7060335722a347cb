//! The same document in another language, looked at beside a change.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a change's document says in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counterpart {
    /// The change beside which it stands.
    pub change: String,
    pub watch: String,
    /// The other language (BCP 47), if known.
    pub language: Option<String>,
    pub elsewhere: Elsewhere,
}

/// Whether the other language changed too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Elsewhere {
    /// About the same time, by this change.
    Changed { id: String },
    /// Not yet; when it was last read.
    Unchanged { last_seen: Timestamp },
    /// It could not be read.
    Unread,
}
