//! Limits that changed: another number before the same unit is another rule, however few the words.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::Hunk;
use crate::steps::text;
use crate::steps::text::languages::{all, union};

/// What rules count, in the languages of policy pages.
static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.units).into_iter().collect());

/// So many letters of a unit are the same in the singular and in the plural.
const UNIT_BEGINS: usize = 3;

/// Numbers in words, with their digits.
static NUMBERS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let groups = all().flat_map(|words| &words.number_words);
    groups.flat_map(|(digits, words)| words.iter().map(|word| (word.as_str(), digits.as_str()))).collect()
});

/// Words beside a number and its unit that make it a time counted back from today.
static AGO: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.ago.beside));

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

/// The numbers that stand right before a unit, in digits or in words, by unit.
fn limits(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut words: Vec<String> = Vec::new();
    text::each_word(text, |word, _| words.push(word.to_owned()));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (index, pair) in words.windows(2).enumerate() {
        let [number, unit] = pair else { continue };
        let Some(number) = digits(number) else { continue };
        let beside = [index.checked_sub(1), index.checked_add(2)].into_iter().flatten();
        let is_ago = beside.filter_map(|at| words.get(at)).any(|word| AGO.contains(&word.as_str()));
        if !is_ago && UNITS.contains(unit.as_str()) {
            found.entry(kind_of(unit)).or_default().insert(number.to_owned());
        }
    }
    found
}

/// A number in digits, however it is written.
fn digits(word: &str) -> Option<&str> {
    let is_number = word.len() <= 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Some(word) } else { NUMBERS.get(word).copied() }
}

/// One week and three weeks are counted in the same unit.
fn kind_of(unit: &str) -> String {
    unit.chars().take(UNIT_BEGINS).collect()
}
