//! Rule: a line that only dates the document came or went, and another one says the same day.
//!
//! Evidence: the line dates the document and tells nothing else, and each of its dates stands in such a line on the other
//! side. Verdict: a date.

use super::surroundings::Surroundings;
use super::{DifferingBlocks, dating};

/// Whether a dating line says no other day than one on the other side.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let (text, other) = match (difference.before(), difference.after()) {
        (before, "") => (before, 1),
        ("", after) => (after, 0),
        _ => return false,
    };
    let dates = dating::dates(text);
    !dates.is_empty() && dates.iter().all(|date| around.dates[other].contains(date))
}
