//! What is never passed over: a sentence that stays but for a word of content that gave way to another, or but for an entry of
//! a list within it.
//!
//! A list of opposites is never complete, so the measure is the other way round: whatever is no other spelling, form or name
//! of the same word is told, at least as a detail.

use crate::model::Hunk;
use crate::steps::text::exchanged::{Renamed, says_another_word};
use crate::steps::text::listed::lists_otherwise;

/// Whether one of the passages says another word; what was renamed is seen in all passages of the change.
pub(in crate::steps::judge) fn is_exchanged(hunks: &[Hunk], renamed: &Renamed) -> bool {
    hunks.iter().any(|hunk| says_another_word(hunk, renamed) || lists_otherwise(hunk))
}
