//! Joins lines to one text: words that a line end divides become whole again.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lines::Line;
use crate::steps::text::languages::union;

/// No word is longer; what is, is no word that a line end divides.
const LONGEST: usize = 80;

/// The words of a document, by which it is told whether a hyphen at a line's end belongs to the word.
#[derive(Debug, Default)]
pub(super) struct KnownWords(HashSet<String>);

impl KnownWords {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let text = line.text();
            let mut inner: Vec<_> = text.split(' ').collect();
            // Its last word may be the half of one.
            inner.pop();
            words.extend(inner.into_iter().map(bare).filter(|word| !word.is_empty()));
        }
        Self(words)
    }

    /// Adds a line to the text before it.
    pub(super) fn join(&self, text: &mut String, line: &str) {
        let head = line.split(' ').next().unwrap_or_default();
        let tail = last_word(text);
        let Some(start) = tail.strip_suffix(['-', '\u{2010}']) else {
            text.push(' ');
            text.push_str(line);
            return;
        };
        let is_soft = tail.ends_with('\u{2010}');
        let goes_on = start.chars().last().is_some_and(char::is_alphanumeric);
        if !goes_on || joins_a_compound(head) {
            // A dash, or the first of two words that share their end.
            text.push(' ');
        } else if is_soft || !self.keeps_hyphen(start, head) {
            text.truncate(text.len() - tail.len() + start.len());
        }
        text.push_str(line);
    }

    /// Whether "third-" and "party" are "third-party": the document writes it so, or the second part is no end of a word.
    fn keeps_hyphen(&self, start: &str, head: &str) -> bool {
        let whole = bare(&format!("{start}{head}"));
        let hyphened = bare(&format!("{start}-{head}"));
        if self.0.contains(&whole) || self.0.contains(&hyphened) {
            return !self.0.contains(&whole);
        }
        !head.starts_with(char::is_lowercase) || start.contains('-')
    }
}

/// The last word of a text, or the end of a longer one.
pub(super) fn last_word(text: &str) -> &str {
    let end = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    end.rsplit(' ').next().unwrap_or_default()
}

/// A word without the marks around it, in lower case.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

static LAST_ENTRY: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.conjunctions).into_iter().collect());
static COMPOUND: LazyLock<HashSet<&str>> =
    LazyLock::new(|| union(|words| &words.compound_conjunctions).into_iter().collect());

/// Whether a word joins the next one to what stands before.
pub(super) fn is_and(word: &str) -> bool {
    LAST_ENTRY.contains(word)
}

/// Whether a word joins another that shares its end.
fn joins_a_compound(word: &str) -> bool {
    is_and(word) || COMPOUND.contains(word)
}
