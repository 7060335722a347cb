//! What was not looked at: a time in which nothing ran at all, and a document that was not read.

use jiff::Timestamp;

/// From when to when no round was made although looks were due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    pub since: Timestamp,
    pub until: Timestamp,
}

/// A document that was not read lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRead {
    /// By platform and name.
    pub document: String,
    /// The last good look; none where there was none.
    pub last_read: Option<Timestamp>,
}
