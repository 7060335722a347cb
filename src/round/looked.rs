//! What came of a look.

use jiff::Timestamp;

use crate::model::{Change, Outcome};

/// What came of one page in a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    pub watch: String,
    pub platform: String,
    pub document: String,
    /// See [`Page::part`](crate::model::Page::part).
    pub part: String,
    pub outcome: Outcome,
    /// The change, where there is one.
    pub change: Option<Change>,
    /// Whether the page is a blind spot.
    pub blind_since: Option<Timestamp>,
}
