//! What a page says of itself: its title, its date, whether it is an error.

use crate::model::{BlockKind, Document};
use crate::steps::diff::side::Side;
use crate::steps::text;
use crate::steps::text::dates::{find_dates, month};

/// A title and a date stand within the first blocks.
const TOP: usize = 15;

/// Phrases of pages that are not the document, in normal form.
const ERRORS: &str = include_str!("errors.txt");

/// Whether hardly anything is left of a document, or hardly anything was there, or one side is an error.
pub(super) fn is_broken(old: &Side<'_>, new: &Side<'_>) -> bool {
    let (less, more) = if old.words.len() < new.words.len() { (old, new) } else { (new, old) };
    let (few, many) = (less.words.len(), more.words.len());
    many >= 100 && few * 50 < many || few <= 120 && few * 3 < many && is_error(less.document)
}

fn is_error(document: &Document) -> bool {
    let mut text = String::from(" ");
    for block in &document.blocks {
        text::each_word(&block.text, |word, _| {
            text.push_str(word);
            text.push(' ');
        });
    }
    ERRORS.lines().filter(|phrase| !phrase.starts_with('#')).any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// The first heading of the highest level.
pub(super) fn title(document: &Document) -> Option<&str> {
    let top = document.blocks.iter().take(TOP);
    top.clone().find(|block| block.kind == BlockKind::Heading(1)).map(|block| block.text.as_str())
}

/// The share of words that two titles have in common (Dice).
#[expect(clippy::cast_precision_loss, reason = "titles are short")]
pub(super) fn likeness(before: &str, after: &str) -> f64 {
    let words = |text: &str| {
        let mut words = Vec::new();
        text::each_word(text, |word, _| words.push(word.to_owned()));
        words
    };
    let (old, new) = (words(before), words(after));
    let shared = old.iter().filter(|word| new.contains(word)).count();
    2.0 * shared as f64 / (old.len() + new.len()).max(1) as f64
}

/// Word beginnings that announce the date of a document.
const CUES: [&str; 14] = [
    "updat",
    "modif",
    "revis",
    "effective",
    "version",
    "stand",
    "vigueur",
    "aktualis",
    "gültig",
    "mise",
    "dated",
    "last",
    "vigor",
    "fassung",
];

/// The year, month and day that a document says it is of; no day where it names none.
pub(super) fn date(document: &Document) -> Option<(i16, i8, i8)> {
    document.blocks.iter().take(TOP).filter(|block| block.text.len() < 400).find_map(|block| {
        let text = block.text.to_lowercase();
        CUES.iter().any(|cue| text.contains(cue)).then(|| day(&block.text)).flatten()
    })
}

fn day(text: &str) -> Option<(i16, i8, i8)> {
    if let Some((_, date)) = find_dates(text).first() {
        return Some((date.year(), date.month(), date.day()));
    }
    let mut words = Vec::new();
    text::each_word(text, |word, _| words.push(word.to_owned()));
    words.windows(2).find_map(|two| {
        let year = two[1].parse().ok().filter(|year| (2000..2100).contains(year))?;
        month(&two[0]).map(|month| (year, month, 0))
    })
}
