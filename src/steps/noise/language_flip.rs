//! Rule: what went is in one language and what came in another, so that the page only changed its language.
//!
//! Evidence: both sides hold enough words for their languages to be told apart for sure, and they name the same numbers. A page that turns wholly into
//! another language is told by [`identity`](crate::steps::identity); this is for one that was half translated. Verdict:
//! language.

use whatlang::Lang;

use super::surroundings::Surroundings;
use crate::model::{Comparison, Hunk};
use crate::steps::diff::hunk::WordCount;
use crate::steps::text::figures::same_figures;

/// Shorter texts are not enough to know a language by.
const ENOUGH: usize = 30;
/// So many letters tell as much as more.
const MUCH: usize = 20_000;

/// Whether what went is in one language and what came in another.
pub(super) fn holds(comparison: &Comparison, _: &Surroundings, _: WordCount) -> bool {
    let hunks = &comparison.hunks;
    let all =
        |side: fn(&Hunk) -> Option<&String>| hunks.iter().filter_map(side).cloned().collect::<Vec<_>>().join("\n");
    let (before, after) = (all(|hunk| hunk.before.as_ref()), all(|hunk| hunk.after.as_ref()));
    language(&before)
        .zip(language(&after))
        .is_some_and(|(old, new)| old != new && same_figures((&before, old), (&after, new)))
}

fn language(text: &str) -> Option<Lang> {
    if text.split_whitespace().take(ENOUGH).count() < ENOUGH {
        return None;
    }
    let start = text.char_indices().nth(MUCH).map_or(text, |(end, _)| &text[..end]);
    whatlang::detect(start).filter(whatlang::Info::is_reliable).map(|info| info.lang())
}
