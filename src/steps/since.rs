//! Since when a document says something: the spans of its versions that hold a phrase.

use jiff::Timestamp;

use crate::model::{Document, Version};
use crate::steps::text::tidy;

/// A version and the last look that showed it.
#[derive(Debug, Clone, Copy)]
pub struct Lifetime<'a> {
    pub version: &'a Version,
    pub last_seen: Option<Timestamp>,
}

/// A span in which a document says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The first look that showed the phrase.
    pub first_seen: Timestamp,
    /// The last look before that, which did not; none where the phrase stood there from the first look on.
    pub not_yet: Option<Timestamp>,
    /// The last look that showed it.
    pub last_seen: Option<Timestamp>,
    /// The first look after that, which did not; none where it still stands.
    pub gone_by: Option<Timestamp>,
}

/// The spans in which one edition of a page says a phrase, oldest first; `versions` are of that edition, oldest first.
///
/// A phrase is found as whole words. Upper and lower case, line ends and the shape of quotation marks make no difference.
#[must_use]
pub fn since(versions: &[Lifetime<'_>], phrase: &str) -> Vec<Span> {
    let phrase = plain(phrase);
    let mut spans: Vec<Span> = Vec::new();
    let mut before: Option<&Lifetime<'_>> = None;
    let mut stands = false;
    for shown in versions {
        let says = !phrase.is_empty() && says(&shown.version.document, &phrase);
        match (stands, says) {
            (false, true) => spans.push(Span {
                first_seen: shown.version.seen_at,
                not_yet: before.map(|before| before.last_seen.unwrap_or(before.version.seen_at)),
                last_seen: shown.last_seen,
                gone_by: None,
            }),
            (true, true) => {
                if let Some(span) = spans.last_mut() {
                    span.last_seen = shown.last_seen.or(Some(shown.version.seen_at));
                }
            }
            (true, false) => {
                if let Some(span) = spans.last_mut() {
                    span.gone_by = Some(shown.version.seen_at);
                }
            }
            (false, false) => {}
        }
        stands = says;
        before = Some(shown);
    }
    spans
}

fn says(document: &Document, phrase: &str) -> bool {
    let texts = document.blocks.iter().map(|block| block.text.as_str());
    holds(&plain(&texts.collect::<Vec<_>>().join(" ")), phrase)
}

/// Whether a text holds a phrase as whole words: "5 percent" is not said where "15 percent" stands.
fn holds(text: &str, phrase: &str) -> bool {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, found)| {
        let (before, behind) = (&text[..at], &text[at + found.len()..]);
        let goes_on_before = is_word(phrase.chars().next()) && is_word(before.chars().next_back());
        let goes_on_behind = is_word(phrase.chars().next_back()) && is_word(behind.chars().next());
        !goes_on_before && !goes_on_behind
    })
}

/// A text as it is compared.
fn plain(text: &str) -> String {
    let even = |letter: char| match letter {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2039}' | '\u{203a}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        other => other,
    };
    tidy(text).chars().map(even).flat_map(char::to_lowercase).collect()
}
