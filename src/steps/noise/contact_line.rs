//! Rule: another number to call, or another house or postcode, in a line that does nothing but say how the house is reached.
//!
//! Evidence: one line on each side, no longer than such a line, that is no sentence and allows, forbids, demands and limits
//! nothing; nothing differs but numbers. They are of a number to call, written as one (in groups, with a plus, a zero or
//! brackets before them), or stand in a line with a postcode and a place that has a number to call or a mail address
//! beside it. Verdict: boilerplate.

use std::sync::LazyLock;

use regex::Regex;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::only_numbers_differ;
use super::surroundings::Surroundings;
use crate::steps::text::dates::find_dates;

/// Such a line has no more words.
const LINE: usize = 16;
/// So many blocks around a postcode may say how else the house is reached.
const NEAR: usize = 4;
/// A number to call has so many digits.
const CALLED: usize = 6;

/// A number as it is written for those who call it.
static CALL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\+|\b0|\(0)[\d][\d\s()/.\u{a0}\u{2011}\u{2013}-]{4,}\d").ok());
/// A day in numbers, which is written like a number to call.
static DAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\b").ok());
/// A postcode and the place behind it, or a house and its number before one.
static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:[A-Z]{1,2}[- ])?\d{4,5}\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+,?\s+(?:[A-Z]{2}\s+)?\d{5}\b").ok()
});

/// A street and a house.
static STREET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:\p{L}[\p{L}.-]+\s+){1,4}\d{1,4}\s?[a-z]?$|^\d{1,4}[a-z]?\s+\p{Lu}[\p{L}. -]+$").ok()
});

/// Whether a line says how the house is reached, and does so with other numbers.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let is_line = |text: &str| {
        let is_sentence = text.trim_end().ends_with(['.', ';', ':', '?', '!']);
        (1..=LINE).contains(&text.split_whitespace().count())
            && !text.contains('\n')
            && !is_sentence
            && !DAY.as_ref().is_none_or(|day| day.is_match(text))
            && find_dates(text).is_empty()
            && !rules_something(text)
    };
    is_line(before)
        && is_line(after)
        && only_numbers_differ(before, after)
        && (without_calls(before).zip(without_calls(after)).is_some_and(|(old, new)| old == new)
            || difference.blocks().all(|block| is_of_an_address(block) && stands_beside_contact(block)))
}

/// A text without numbers to call; none where it has none.
fn without_calls(text: &str) -> Option<String> {
    let call = CALL.as_ref()?;
    let is_called = |found: &str| {
        let digits = found.bytes().filter(u8::is_ascii_digit).count();
        digits >= CALLED && digits < found.len()
    };
    call.find_iter(text).any(|found| is_called(found.as_str())).then(|| call.replace_all(text, "+").into_owned())
}

/// Whether a block names a place with its postcode, or a street and a house right beside such a line.
fn is_of_an_address(block: BlockAt<'_>) -> bool {
    let beside = [block.entry.checked_sub(1), Some(block.entry + 1)].into_iter().flatten();
    let mut beside = beside.filter(|entry| *entry < block.side.entries.len()).map(|entry| BlockAt { entry, ..block });
    is_place(block.text())
        || STREET.as_ref().is_some_and(|street| street.is_match(block.text()))
            && beside.any(|other| other.is_short() && is_place(other.text()))
}

fn is_place(text: &str) -> bool {
    PLACE.as_ref().is_some_and(|place| place.is_match(text))
}

/// Whether a number to call or a mail address stands near a block, under the same heading.
fn stands_beside_contact(block: BlockAt<'_>) -> bool {
    let near = block.entry.saturating_sub(NEAR)..block.side.entries.len().min(block.entry + NEAR + 1);
    near.filter(|entry| *entry != block.entry && block.side.section(*entry) == block.side.section(block.entry)).any(
        |entry| {
            let other = BlockAt { entry, ..block };
            other.is_short() && (other.text().contains('@') || without_calls(other.text()).is_some())
        },
    )
}
