//! A word that narrows a rule and came or went alone: "written" permission, five "business" days.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::exchanges::{Exchange, exchanges};
use super::languages::union;
use super::stopwords::is_small;
use crate::model::{Edit, Hunk, Place, count_words};

/// So many words make what stays a sentence.
const SENTENCE: usize = 3;
/// Where more places of a passage differ, or more words at one, it is worded anew.
const PLACES: usize = 2;
const WORDS: usize = 3;

static CONDITIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.conditions).into_iter().collect());

/// Whether a sentence stays but for such a word.
pub(in crate::steps) fn narrows_otherwise(hunk: &Hunk) -> bool {
    let kept: usize =
        hunk.edits.iter().map(|edit| if let Edit::Kept(text) = edit { count_words(text) } else { 0 }).sum();
    let is_sentence = matches!(hunk.place, Place::Paragraph | Place::Item | Place::Row) && kept >= SENTENCE;
    let found = if is_sentence { exchanges(hunk) } else { Vec::new() };
    found.len() <= PLACES && found.iter().any(came_or_went)
}

/// Whether one side is such a word, with what holds it in its sentence, and the other has no word of its own.
fn came_or_went(exchange: &Exchange) -> bool {
    let sides = exchange.sides();
    let content =
        sides.each_ref().map(|side| side.iter().map(String::as_str).filter(|word| !is_small(word)).collect::<Vec<_>>());
    let narrows = |side: &[&str]| !side.is_empty() && side.iter().all(|word| CONDITIONS.contains(word));
    sides.iter().all(|side| side.len() <= WORDS)
        && match &content {
            [gone, come] if come.is_empty() => narrows(gone),
            [gone, come] if gone.is_empty() => narrows(come),
            _ => false,
        }
}
