//! Limits that changed: another number before the same unit is another rule, however few the words.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::model::Hunk;
use crate::steps::text;
use crate::steps::text::languages::union;
use crate::steps::text::numbers::{ages, in_digits};

/// What rules count, in the languages of policy pages.
static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.units).into_iter().collect());

/// So many letters of a unit are the same in the singular and in the plural.
const UNIT_BEGINS: usize = 3;

/// Whether a passage that stays names another number of the same unit than before.
pub(in crate::steps::judge) fn is_changed(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
        let (old, new) = (limits(before), limits(after));
        old.iter().any(|(unit, numbers)| {
            // As many as before, or one was added or dropped, which is for the words around it to tell.
            new.get(unit).is_some_and(|others| others != numbers && others.len() == numbers.len())
        })
    })
}

/// The numbers that stand right before a unit, in digits or in words, by unit; a time counted back from today is none.
fn limits(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut before: Option<(String, Range<usize>)> = None;
    let mut found: Vec<(String, String, Range<usize>)> = Vec::new();
    text::each_word(text, |word, at| {
        if let Some((number, place)) = before.take()
            && UNITS.contains(word)
        {
            found.push((kind_of(word), number, place));
        }
        before = digits(word).map(|number| (number.to_owned(), at));
    });
    let ages = if found.is_empty() { Vec::new() } else { ages(text) };
    let mut limits: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (unit, number, at) in found {
        if !ages.iter().any(|age| age.start <= at.start && at.end <= age.end) {
            limits.entry(unit).or_default().insert(number);
        }
    }
    limits
}

/// A number in digits, however it is written.
fn digits(word: &str) -> Option<&str> {
    let is_number = word.len() <= 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Some(word) } else { in_digits(word) }
}

/// One week and three weeks are counted in the same unit.
fn kind_of(unit: &str) -> String {
    unit.chars().take(UNIT_BEGINS).collect()
}
