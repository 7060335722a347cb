//! Patterns of whole words, found in texts of any length and script at the cost of one pass.
//!
//! Where a text holds letters beyond ASCII, the quick engines of the patterns' crate give up at a word boundary, and the one
//! that is left costs a thousand times as much. So the pattern is first looked for without its boundaries, which any engine
//! can, and with them only at the places that this finds.

use std::ops::Range;

use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input};

/// No pattern takes more bytes than that; what surrounds them is seen all the same.
const REACH: usize = 256;

/// A pattern with word boundaries.
#[derive(Debug)]
pub(in crate::steps) struct WholeWords {
    exact: Regex,
    /// The same without boundaries: wherever the one begins, this one begins, too.
    loose: Regex,
}

/// Where a pattern was found, with its named groups.
#[derive(Debug)]
pub(super) struct FoundWords<'t> {
    text: &'t str,
    groups: Captures,
    pub(super) range: Range<usize>,
}

impl<'t> FoundWords<'t> {
    /// What the group of that name holds.
    pub(super) fn name(&self, name: &str) -> Option<&'t str> {
        self.groups.get_group_by_name(name).and_then(|place| self.text.get(place.range()))
    }
}

impl WholeWords {
    /// Of a pattern whose matches are short; none where it is no pattern.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        Some(Self { exact: Regex::new(pattern).ok()?, loose: Regex::new(&pattern.replace(r"\b", "")).ok()? })
    }

    /// The first match that begins there or behind it.
    pub(super) fn find_at<'t>(&self, text: &'t str, from: usize) -> Option<FoundWords<'t>> {
        let (mut from, mut groups) = (from, self.exact.create_captures());
        while let Some(near) = self.loose.find(Input::new(text).span(from..text.len())) {
            let start = near.start();
            let end = text.ceil_char_boundary((start + REACH).min(text.len()));
            self.exact.search_captures(&Input::new(text).span(start..end).anchored(Anchored::Yes), &mut groups);
            if let Some(place) = groups.get_match() {
                return Some(FoundWords { text, range: place.range(), groups });
            }
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
            if from > text.len() {
                return None;
            }
        }
        None
    }

    /// All matches, none over another.
    pub(super) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = FoundWords<'t>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_at(text, from)?;
            from = found.range.end;
            Some(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_pattern_finds_and_no_more() {
        let pattern = r"(?i)\b(?:in|within|d\x{e8}s)\s(?<n>\d{1,3})\s(?:xx|yyy|\p{L}{3,12})\b|\b\x{e9}zz\b";
        let words = WholeWords::new(pattern).expect("a pattern");
        let exact = regex::Regex::new(pattern).expect("a pattern");
        let far = "\u{e9} ".repeat(REACH);
        let texts = [
            "Within 30 xx, or in 5 xx\u{e9}; bin 3 xx \u{2014} \u{201c}within 7 yyy\u{201d}.",
            "\u{e9}in 30 xx in 30 xxe in 4 y\u{f1}\u{f1} \u{e9}zz d\u{e9}zz \u{c9}zz",
            "d\u{e8}s 3 yyy ad\u{e8}s 3 yyy",
            "",
        ];
        let long = (0..2 * REACH).map(|length| format!("begin 2 xx {} it holds in 10 Yyyyy {far}", "x".repeat(length)));
        for text in texts.map(str::to_owned).into_iter().chain(long) {
            let ours: Vec<_> = words.find_iter(&text).map(|found| (found.range.clone(), found.name("n"))).collect();
            let wanted = exact
                .captures_iter(&text)
                .filter_map(|found| Some((found.get(0)?.range(), found.name("n").map(|part| part.as_str()))));
            assert_eq!(ours, wanted.collect::<Vec<_>>(), "{text}");
        }
    }
}
