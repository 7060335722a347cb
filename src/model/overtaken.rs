//! What later changes of a document made of an earlier one.

use jiff::Timestamp;

/// A change whose words stand there no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaken {
    /// Its id.
    pub change: String,
    /// The id of the change that did it.
    pub by: String,
    /// The first look that showed it.
    pub at: Timestamp,
    /// Whether the page says again what it said before; else its words gave way to others.
    pub is_gone: bool,
    /// Whether what did it is important.
    pub is_important: bool,
}
