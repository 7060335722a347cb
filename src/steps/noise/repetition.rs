//! Rule: nearly all that came or went stands elsewhere all the same: the document, or much of it, was there twice.
//!
//! Evidence: text only came or only went, much of it, and nearly every block of it stands in both documents; what does not
//! rules nothing and names no day: new terms are often announced above the old ones. Verdict: markup.

use super::surroundings::Surroundings;
use crate::model::Comparison;
use crate::steps::diff::hunk::WordCount;

/// Fewer words may well be said twice on purpose. Chosen on the pages of corpus 2022.
const MUCH: usize = 300;
/// So many of a hundred words stand elsewhere. Chosen on the pages of corpus 2022.
const NEARLY_ALL: usize = 95;

/// Whether nearly all that differs is there all the same.
pub(super) fn holds(_: &Comparison, around: &Surroundings, words: WordCount) -> bool {
    words.added.min(words.removed) == 0
        && !around.says_more
        && around.repeated >= MUCH
        && around.repeated * 100 >= (words.added + words.removed) * NEARLY_ALL
}
