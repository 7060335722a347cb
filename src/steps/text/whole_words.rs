//! Patterns of whole words, found in texts of any length and script at the cost of one pass.
//!
//! Where a text holds letters beyond ASCII, the quick engines of the pattern's crate give up at a word boundary, and the one
//! that is left costs a thousand times as much. So the pattern is first looked for without its boundaries, which any engine
//! can, and only around what that finds with them.

use regex::{Captures, Regex};

/// No pattern takes more bytes than that, nor looks further ahead.
const REACH: usize = 160;

/// A pattern with word boundaries.
#[derive(Debug)]
pub(in crate::steps) struct WholeWords {
    exact: Regex,
    /// The same without boundaries: whatever the one finds, this one finds at that place or before it.
    loose: Regex,
}

impl WholeWords {
    /// Of a pattern whose matches are short; none where it is no pattern.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        Some(Self { exact: Regex::new(pattern).ok()?, loose: Regex::new(&pattern.replace(r"\b", "")).ok()? })
    }

    /// The first match that begins there or behind it.
    pub(super) fn captures_at<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        let mut from = from;
        while let Some(near) = self.loose.find_at(text, from) {
            let end = text.ceil_char_boundary(near.end().saturating_add(REACH).min(text.len()));
            let found = self.exact.captures_at(&text[..end], near.start());
            if found.is_some() {
                return found;
            }
            // What begins before that place would have ended in what was looked through.
            from = near.end().max(near.start() + text[near.start()..].chars().next().map_or(1, char::len_utf8));
        }
        None
    }

    /// All matches, none over another.
    pub(super) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.captures_at(text, from)?;
            from = found.get(0)?.end();
            Some(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_pattern_finds_and_no_more() {
        let pattern = r"(?i)\b(?:in|within|dès)\s(?<n>\d{1,3})\s(?:days|jours|años)\b|\béchéance\b";
        let words = WholeWords::new(pattern).expect("a pattern");
        let exact = Regex::new(pattern).expect("a pattern");
        for text in [
            "Within 30 days, or in 5 daysé; verin 3 days — “within 7 jours”.",
            "éin 30 days in 30 dayse in 4 años échéance déchéance Échéance",
            "dès 3 jours adès 3 jours",
            "",
        ] {
            let places = |found: Captures<'_>| found.get(0).map(|whole| whole.range());
            let ours: Vec<_> = words.captures_iter(text).map(places).collect();
            assert_eq!(ours, exact.captures_iter(text).map(places).collect::<Vec<_>>(), "{text}");
        }
    }
}
