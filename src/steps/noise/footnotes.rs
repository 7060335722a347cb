//! The footnotes of a document and the marks that lead to them; what a rule asks for, and no rule.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::Document;

/// A mark: brackets, signs that stand high, or digits that are a part of a word.
pub(super) static MARK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[(?<n>\d{1,3})\]|(?<h>[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})|\p{L}{4}(?<l>\d{1,3})\b").ok());
/// How a note begins: its mark, its number in brackets or before a full stop.
static NOTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:\[(?<n>\d{1,3})\]|(?<h>[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})|(?<d>\d{1,3})[.):]?\s)\s*(?<text>.*)").ok()
});
const HIGH: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The notes of a document, and where its marks lead.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// What the notes of a number say, in order.
    pub(super) texts: HashMap<u32, Vec<String>>,
    /// The numbers of marks in brackets that stand within a text, and not before a note.
    pub(super) led_to: HashSet<u32>,
}

impl Footnotes {
    pub(super) fn of(document: &Document) -> Self {
        let mut notes = Self::default();
        let (Some(note), Some(mark)) = (NOTE.as_ref(), MARK.as_ref()) else { return notes };
        for block in &document.blocks {
            if let Some(parts) = note.captures(&block.text)
                && let Some(number) = digits(&parts, &["n", "d"])
            {
                notes.texts.entry(number).or_default().push(parts["text"].to_lowercase());
            }
            for parts in mark.captures_iter(&block.text) {
                let start = parts.get(0).map_or(0, |whole| whole.start());
                if start > 0 && parts.name("n").is_some() {
                    notes.led_to.extend(digits(&parts, &["n"]));
                }
            }
        }
        notes
    }
}

/// The number in one of these groups, or in high signs.
fn digits(parts: &Captures<'_>, names: &[&str]) -> Option<u32> {
    match names.iter().find_map(|name| parts.name(name)) {
        Some(digits) => digits.as_str().parse().ok(),
        None => number_of(parts.name("h")?.as_str()),
    }
}

/// The number that high signs make.
pub(super) fn number_of(high: &str) -> Option<u32> {
    high.chars().try_fold(0_u32, |number, sign| {
        let digit = HIGH.iter().position(|known| *known == sign)?;
        Some(number * 10 + u32::try_from(digit).ok()?)
    })
}
