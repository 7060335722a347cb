//! What is remembered of a page beside its versions, so that flicker stays silent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Document;

/// Kept per page by the store, as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Memory {
    pub candidate: Option<Candidate>,
    pub variants: Vec<Variant>,
}

/// New words that were seen once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub snapshot: String,
    pub seen_at: Timestamp,
    pub fingerprint: String,
    pub document: Document,
}

/// A text that this page has shown before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    pub fingerprint: String,
    pub first_seen: Timestamp,
    pub last_seen: Timestamp,
}
