//! Rule: headings, and nothing below them, came or went in several places: a reader lost or found them.
//!
//! Evidence: nothing differs but headings, each of one line, in at least three places, and no heading allows,
//! forbids, demands or limits. Verdict: markup.

use super::block_at::rules_something;
use super::surroundings::Surroundings;
use crate::model::{Comparison, Edit, Hunk, Place};
use crate::steps::diff::hunk::WordCount;

/// So many headings are no new section. Chosen on the pages of corpus 2022.
const SEVERAL: usize = 3;

/// Whether nothing differs but headings that stand alone.
pub(super) fn holds(comparison: &Comparison, _: &Surroundings, _: WordCount) -> bool {
    let hunks = &comparison.hunks;
    let lone = |hunk: &Hunk| hunk.before.is_none() || hunk.after.is_none();
    let short = |hunk: &Hunk| {
        hunk.edits.iter().all(|edit| !matches!(edit, Edit::Added(text) | Edit::Removed(text) if text.contains('\n') || rules_something(text)))
    };
    hunks.len() >= SEVERAL && hunks.iter().all(|hunk| hunk.place == Place::Heading && lone(hunk) && short(hunk))
}
