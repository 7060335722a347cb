//! What came of a round, as it is kept for a year.

use serde::{Deserialize, Serialize};

/// A round in figures, and every page that was not as before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundReport {
    /// Pages that were looked at.
    pub looked: usize,
    pub first: usize,
    pub changed: usize,
    pub unreadable: usize,
    /// Pages of which the server said that nothing is new, which had the same bytes, and of which the same was read.
    #[serde(skip_serializing_if = "is_none")]
    pub not_modified: usize,
    #[serde(skip_serializing_if = "is_none")]
    pub same_bytes: usize,
    #[serde(skip_serializing_if = "is_none")]
    pub same_words: usize,
    /// Letters that reached at least one more address.
    pub sent: usize,
    /// Those of them that became files.
    #[serde(skip_serializing_if = "is_none")]
    pub filed: usize,
    /// Deliveries that wait.
    pub waiting: usize,
    /// Decisions that came by mail, and replies that decided nothing.
    #[serde(skip_serializing_if = "is_none")]
    pub decided: usize,
    #[serde(skip_serializing_if = "is_none")]
    pub replies_refused: usize,
    /// What went wrong with the mail, a sentence each.
    pub troubles: Vec<String>,
    pub pages: Vec<RoundPage>,
}

/// One page of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundPage {
    pub watch: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// `first`, `changed`, `candidate` or `unreadable`.
    pub outcome: String,
    /// The change, or what hindered the reading.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "so serde calls it")]
const fn is_none(count: &usize) -> bool {
    *count == 0
}

impl RoundReport {
    /// Whether there was nothing to do.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.looked == 0
            && self.sent == 0
            && self.waiting == 0
            && self.decided + self.replies_refused == 0
            && self.troubles.is_empty()
    }
}
