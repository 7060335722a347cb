//! What a look at a page comes to, given everything known of it: confirmed, a candidate, a known variant, or nothing new.

use jiff::Timestamp;

use super::compare::Comparison;
use super::extract::Extract;
use crate::model::{Memory, Noise, Trouble, Version};

/// A look and all that is known beside it.
#[derive(Debug)]
pub struct Look<'a> {
    /// The last good version, made by the present extractor; none on the first look.
    pub base: Option<&'a Version>,
    pub memory: Memory,
    /// SHA-256 of the snapshot.
    pub snapshot: &'a str,
    pub seen_at: Timestamp,
    pub extract: Extract,
}

/// What a look comes to.
#[derive(Debug)]
pub enum Verdict {
    /// Nothing was known: this is the base.
    First { extract: Extract },
    /// The words of the base.
    Unchanged,
    /// Differs only in ways that no reader need know of.
    Noise { noise: Noise },
    /// New words; they must be seen once more.
    Candidate,
    /// New words, seen twice.
    Confirmed(Box<Confirmed>),
    /// Not the document.
    Unreadable(Trouble),
}

/// New words that stood the second look.
#[derive(Debug)]
pub struct Confirmed {
    pub extract: Extract,
    pub comparison: Comparison,
    /// The snapshot that first showed them, and when.
    pub first_snapshot: String,
    pub first_seen: Timestamp,
    /// When the text is one of before: when that was first seen.
    pub back_to: Option<Timestamp>,
}

/// Settles a look; the memory comes back as it is to be kept.
#[must_use]
pub fn settle(_look: Look<'_>) -> (Verdict, Memory) {
    todo!()
}
