//! A passage that differs and is held back from readers: a row like any other change, to be seen and brought back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Change;

/// One passage that a named rule holds back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// A change of one passage, of tier none, whose hunk names the rule.
    pub change: Change,
    pub first_seen: Timestamp,
    /// The last look that showed it.
    pub last_seen: Timestamp,
    /// How many looks have shown it.
    pub looks: u64,
    /// Whether it was taken into the text, so that it differs no more.
    pub taken: bool,
}

impl Held {
    /// The key of the rule; empty where the row names none.
    #[must_use]
    pub fn rule(&self) -> &str {
        self.change.hunks.first().and_then(|hunk| hunk.held_by.as_deref()).unwrap_or_default()
    }
}

/// What was held back for the first time in a span of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeldSummary {
    pub passages: usize,
    pub documents: usize,
    /// The commonest rule first.
    pub rules: Vec<HeldCount>,
    /// Passages that were held back before and still stand.
    pub standing: usize,
}

/// How much was held back by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCount {
    /// The rule's key.
    pub rule: String,
    pub passages: usize,
}
