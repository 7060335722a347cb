//! Since when a document says something: the spans of its versions that hold a phrase.

use jiff::Timestamp;

use crate::model::{Change, Document, Held, Hunk, Version};
use crate::steps::text::tidy;

/// A version and what is known of its coming and going.
#[derive(Debug, Clone, Copy)]
pub struct Lifetime<'a> {
    pub version: &'a Version,
    /// The last look that showed it.
    pub last_seen: Option<Timestamp>,
    /// The change that led to it; none for the first one, or where nothing was told.
    pub came: Option<&'a Change>,
    /// The rules by which what led to it was held back.
    pub held_by: &'a [String],
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
    /// The rules by which its coming was held back, so that nobody was told.
    pub held_by: Vec<String>,
    /// The rules by which its going was held back.
    pub gone_held_by: Vec<String>,
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
            (false, true) => {
                let first_seen = turned(shown, &phrase, comes);
                let last = before.map(|before| before.last_seen.unwrap_or(before.version.seen_at));
                spans.push(Span {
                    first_seen,
                    not_yet: last.filter(|last| *last < first_seen),
                    last_seen: shown.last_seen,
                    gone_by: None,
                    held_by: before.map_or_else(Vec::new, |_| shown.held_by.to_vec()),
                    gone_held_by: Vec::new(),
                });
            }
            (true, true) => {
                if let Some(span) = spans.last_mut() {
                    span.last_seen = shown.last_seen.or(Some(shown.version.seen_at));
                }
            }
            (true, false) => {
                if let Some(span) = spans.last_mut() {
                    let gone = turned(shown, &phrase, goes);
                    span.gone_by = Some(gone);
                    span.last_seen = span.last_seen.filter(|last| *last < gone);
                    span.gone_held_by = shown.held_by.to_vec();
                }
            }
            (false, false) => {}
        }
        stands = says;
        before = Some(shown);
    }
    spans
}

/// The first look that showed a version's turn of the phrase: a version may hold passages that are older than itself.
fn turned(shown: &Lifetime<'_>, phrase: &str, is_turn: fn(&Hunk, &str) -> bool) -> Timestamp {
    let hunks = shown.came.map_or(&[][..], |change| change.hunks.as_slice());
    let seen = hunks.iter().filter(|hunk| is_turn(hunk, phrase)).filter_map(|hunk| hunk.first_seen);
    seen.min().map_or(shown.version.seen_at, |seen| seen.min(shown.version.seen_at))
}

/// How a passage that is held back bears on a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// It stood there while the text that was told did not say it.
    Shown,
    /// It was missing while the text that was told said it.
    Missing,
}

/// Whether a passage that is held back says a phrase that the told text does not, or the other way round.
#[must_use]
pub fn aside(held: &Held, phrase: &str) -> Option<Untold> {
    let phrase = plain(phrase);
    let any = |is_turn: fn(&Hunk, &str) -> bool| held.change.hunks.iter().any(|hunk| is_turn(hunk, &phrase));
    match (any(comes), any(goes)) {
        (true, _) => Some(Untold::Shown),
        (false, true) => Some(Untold::Missing),
        (false, false) => None,
    }
}

fn comes(hunk: &Hunk, phrase: &str) -> bool {
    side_says(hunk.after.as_deref(), phrase) && !side_says(hunk.before.as_deref(), phrase)
}

fn goes(hunk: &Hunk, phrase: &str) -> bool {
    side_says(hunk.before.as_deref(), phrase) && !side_says(hunk.after.as_deref(), phrase)
}

fn side_says(side: Option<&str>, phrase: &str) -> bool {
    !phrase.is_empty() && side.is_some_and(|text| holds(&plain(text), phrase))
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
