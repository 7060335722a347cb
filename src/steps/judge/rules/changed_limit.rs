//! Limits that changed: another number before the same unit is another rule, however few the words.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use crate::model::Hunk;
use crate::steps::text;
use crate::steps::text::languages::union;

/// What rules count, in the languages of policy pages.
static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.units).into_iter().collect());

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

/// The numbers that stand right before a unit, by unit.
fn limits(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut words: Vec<String> = Vec::new();
    text::each_word(text, |word, _| words.push(word.to_owned()));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (index, pair) in words.windows(2).enumerate() {
        let [number, unit] = pair else { continue };
        let is_number = number.len() <= 6 && number.bytes().all(|byte| byte.is_ascii_digit());
        let beside = [index.checked_sub(1), index.checked_add(2)].into_iter().flatten();
        let is_ago = beside.filter_map(|at| words.get(at)).any(|word| AGO.contains(&word.as_str()));
        if is_number && !is_ago && UNITS.contains(unit.as_str()) {
            found.entry(unit.clone()).or_default().insert(number.clone());
        }
    }
    found
}
