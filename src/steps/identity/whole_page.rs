//! Differences that are of the page and not of the rules: another language, an error, a stub, another document.

use whatlang::Lang;

use super::page;
use crate::model::{Comparison, Edit, Hunk, Noise, Place};
use crate::steps::diff::hunk::WordCount;
use crate::steps::diff::side::Side;
use crate::steps::noise::surroundings::Surroundings;

/// What a difference as a whole is, where it says nothing of the rules; `words` are all that differ, boilerplate among them.
pub(in crate::steps) fn whole(
    old: &Side<'_>,
    new: &Side<'_>,
    comparison: &Comparison,
    around: &Surroundings,
    words: WordCount,
) -> Option<Noise> {
    if comparison.hunks.is_empty() {
        None
    } else if is_language_flip(&comparison.hunks) {
        Some(Noise::Language)
    } else if page::is_broken(old, new) {
        Some(Noise::Broken)
    } else if is_another_document(old, new, &comparison.hunks, words) {
        Some(Noise::OtherDocument)
    } else if is_older(old, new, comparison) {
        Some(Noise::OtherCopy)
    } else if is_repetition(around, words) || is_headings_alone(&comparison.hunks) {
        Some(Noise::Markup)
    } else {
        None
    }
}

/// Shorter texts are not enough to know a language by.
const ENOUGH: usize = 30;
/// So many letters tell as much as more.
const MUCH: usize = 20_000;

/// Whether what went is in one language and what came in another.
fn is_language_flip(hunks: &[Hunk]) -> bool {
    let all =
        |side: fn(&Hunk) -> Option<&String>| hunks.iter().filter_map(side).cloned().collect::<Vec<_>>().join("\n");
    let (before, after) = (all(|hunk| hunk.before.as_ref()), all(|hunk| hunk.after.as_ref()));
    language(&before).zip(language(&after)).is_some_and(|(old, new)| old != new)
}

fn language(text: &str) -> Option<Lang> {
    if text.split_whitespace().take(ENOUGH).count() < ENOUGH {
        return None;
    }
    let start = text.char_indices().nth(MUCH).map_or(text, |(end, _)| &text[..end]);
    whatlang::detect(start).filter(whatlang::Info::is_reliable).map(|info| info.lang())
}

/// Whether the title is another one and hardly a word of the text stayed, besides what both pages have around it.
fn is_another_document(old: &Side<'_>, new: &Side<'_>, hunks: &[Hunk], words: WordCount) -> bool {
    let (Some(before), Some(after)) = (page::title(old.document), page::title(new.document)) else { return false };
    let (less, more) = (words.added.min(words.removed), words.added.max(words.removed));
    let strange = page::likeness(before, after) < 0.25;
    strange && less >= 50 && more >= 100 && kept(hunks) * 10 < less + more
}

/// How many words within the hunks stayed.
fn kept(hunks: &[Hunk]) -> usize {
    let kept = |edit: &Edit| if let Edit::Kept(text) = edit { text.split_whitespace().count() } else { 0 };
    hunks.iter().flat_map(|hunk| &hunk.edits).map(kept).sum()
}

/// Whether the document is dated earlier than before: an old copy was served.
fn is_older(old: &Side<'_>, new: &Side<'_>, comparison: &Comparison) -> bool {
    let older = page::date(old.document).zip(page::date(new.document)).is_some_and(|(before, after)| after < before);
    // Where text only went, the date that went with it may have been another part's.
    older && comparison.words_added * 20 > comparison.words_removed
}

/// Whether headings, and nothing below them, came or went in several places: a reader lost or found them.
fn is_headings_alone(hunks: &[Hunk]) -> bool {
    let lone = |hunk: &Hunk| hunk.before.is_none() || hunk.after.is_none();
    let short = |hunk: &Hunk| {
        hunk.edits.iter().all(|edit| !matches!(edit, Edit::Added(text) | Edit::Removed(text) if text.contains('\n')))
    };
    hunks.len() >= 3 && hunks.iter().all(|hunk| hunk.place == Place::Heading && lone(hunk) && short(hunk))
}

/// Whether nearly all that came or went stands elsewhere all the same: the document, or much of it, was there twice.
fn is_repetition(around: &Surroundings, words: WordCount) -> bool {
    words.added.min(words.removed) == 0
        && around.repeated >= 300
        && around.repeated * 20 >= (words.added + words.removed) * 19
}
