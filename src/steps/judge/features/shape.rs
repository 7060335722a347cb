//! What differences look like: labels or sentences, whole lines or single words, names or numbers.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::list::Features;
use super::units::ChangedRun;
use crate::model::Place;
use crate::steps::judge::why::signs::any;
use crate::steps::text::languages::union;
use crate::steps::text::spelling::{self, share};
use crate::steps::text::stopwords::{is_language, is_of_date, is_small};
use crate::steps::text::tokens::{joined, words};

/// What is counted, by name; every name is counted for every change, so that features keep their order.
const COUNTED: [&str; 28] = [
    "line",
    "line_added",
    "line_removed",
    "line_changed",
    "question",
    "label",
    "brief",
    "sentence_added",
    "sentence_removed",
    "headline",
    "item",
    "row",
    "inline",
    "inserted",
    "deleted",
    "replaced",
    "alike",
    "tiny",
    "small_words",
    "mail",
    "capital",
    "date",
    "date_of_record",
    "reference",
    "name_swapped",
    "vendor_swapped",
    "number",
    "language_name",
];

/// Counts the shapes of the units.
pub(super) fn put(features: &mut Features, units: &[ChangedRun]) {
    let mut counts: BTreeMap<&str, usize> = COUNTED.iter().map(|name| (*name, 0)).collect();
    let mut pairs: HashMap<(String, String), usize> = HashMap::new();
    let mut lines: HashMap<String, usize> = HashMap::new();
    let (mut longest, mut inline, mut content) = (0, 0, HashMap::<String, i64>::new());
    for unit in units {
        let (removed, added) = (joined(&unit.removed), joined(&unit.added));
        for name in shapes(unit, &removed, &added) {
            *counts.entry(name).or_default() += 1;
        }
        longest = longest.max(words(&removed).count()).max(words(&added).count());
        if unit.whole {
            let line = if unit.added.is_empty() { &unit.removed } else { &unit.added };
            *lines.entry(line.to_lowercase()).or_default() += 1;
        } else {
            inline += words(&removed).count() + words(&added).count();
            words(&added)
                .filter(|word| !is_small(word))
                .for_each(|word| *content.entry(word.to_owned()).or_default() += 1);
            words(&removed)
                .filter(|word| !is_small(word))
                .for_each(|word| *content.entry(word.to_owned()).or_default() -= 1);
            if !removed.is_empty() && !added.is_empty() {
                *pairs.entry((removed, added)).or_default() += 1;
            }
        }
    }
    features.count("units", units.len());
    features.flag("nothing", units.is_empty());
    for (name, count) in counts {
        features.count(format!("shape_{name}"), count);
        features.put(format!("share_{name}"), share(count, units.len()));
    }
    features.count("longest", longest);
    features.count("inline_words", inline);
    features.count("inline_content", content.values().filter(|net| **net != 0).count());
    features.put("repeated_pair", share(pairs.values().copied().max().unwrap_or_default(), units.len()));
    features.count("repeated_line", lines.values().copied().max().unwrap_or_default());
    features.put("unique_lines", share(lines.len(), lines.values().sum()));
}

/// The names of what a unit looks like.
fn shapes(unit: &ChangedRun, removed: &str, added: &str) -> Vec<&'static str> {
    let (less, more) = (words(removed).count(), words(added).count());
    let all = || words(removed).chain(words(added));
    let mut found = if unit.whole { of_line(unit, less.max(more)) } else { of_words(unit, removed, added) };
    let is_date = all().all(is_of_date);
    if is_date {
        found.push("date");
        if !is_announced(unit) {
            found.push("date_of_record");
        }
    }
    if is_reference(unit, removed, added) {
        found.push("reference");
    }
    let has_digit = |text: &str| text.contains(char::is_numeric);
    if !is_date && has_digit(removed) && has_digit(added) {
        found.push("number");
    }
    if all().all(is_language) {
        found.push("language_name");
    }
    found
}

/// Whether the words around a date say that something will hold from it.
fn is_announced(unit: &ChangedRun) -> bool {
    let around = joined(&format!("{} {} {} {}", unit.left, unit.removed, unit.added, unit.right));
    any(&["announce"], &around)
}

/// What stands before the number of a part of a document.
static PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.numbered_parts));

/// Whether only the number of a part differs to which the text points.
fn is_reference(unit: &ChangedRun, removed: &str, added: &str) -> bool {
    let number = |word: &str| word.len() <= 4 && word.chars().all(|letter| letter.is_ascii_digit()) || word.len() == 1;
    let before = joined(&unit.left);
    let last = words(&before).filter(|word| !number(word)).last();
    !unit.whole
        && words(removed).chain(words(added)).all(number)
        && (unit.left.trim_end().ends_with('§') || last.is_some_and(|word| PARTS.contains(&word)))
}

fn of_line(unit: &ChangedRun, length: usize) -> Vec<&'static str> {
    let text = if unit.added.is_empty() { &unit.removed } else { &unit.added };
    let last = text.trim_end().chars().next_back().unwrap_or(' ');
    let mut found = vec!["line"];
    found.push(match (unit.removed.is_empty(), unit.added.is_empty()) {
        (true, _) => "line_added",
        (_, true) => "line_removed",
        _ => "line_changed",
    });
    if last == '?' {
        found.push("question");
    }
    if length <= 12 && !matches!(last, '.' | ';' | '!' | '?' | ':') {
        found.push("label");
    }
    if length <= 4 {
        found.push("brief");
    }
    if length >= 8 && matches!(last, '.' | ';' | '!') {
        found.push(if unit.added.is_empty() { "sentence_removed" } else { "sentence_added" });
    }
    match unit.place {
        Place::Heading => found.push("headline"),
        Place::Item => found.push("item"),
        Place::Row => found.push("row"),
        Place::Paragraph | Place::Code => {}
    }
    found
}

/// Parts of words beside the name of somebody who works for the platform.
static VENDORS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let part = |word: &str| word.strip_suffix('*').map_or_else(|| format!(" {word} "), |stem| format!(" {stem}"));
    union(|words| &words.vendors).into_iter().map(part).collect()
});

/// Whether one name took the place of another.
fn is_name_swapped(unit: &ChangedRun, removed: &str, added: &str) -> bool {
    let is_name = |text: &str, joined: &str| {
        let all =
            text.split_whitespace().all(|word| word.starts_with(|letter: char| letter.is_uppercase() || letter == '“'));
        let many = words(joined).count();
        all && (1..=3).contains(&many) && !words(joined).all(is_small)
    };
    is_name(&unit.removed, removed) && is_name(&unit.added, added) && !unit.left.trim().is_empty()
}

fn of_words(unit: &ChangedRun, removed: &str, added: &str) -> Vec<&'static str> {
    let all = || words(removed).chain(words(added));
    let mut found = vec!["inline"];
    found.push(match (removed.is_empty(), added.is_empty()) {
        (true, _) => "inserted",
        (_, true) => "deleted",
        _ => "replaced",
    });
    if !removed.is_empty()
        && !added.is_empty()
        && spelling::likeness(&spelling::letters(&unit.removed), &spelling::letters(&unit.added)) > 0.6
    {
        found.push("alike");
    }
    if words(removed).count().max(words(added).count()) <= 2 {
        found.push("tiny");
    }
    if all().all(is_small) {
        found.push("small_words");
    }
    if unit.removed.contains('@') || unit.added.contains('@') || unit.left.ends_with('@') || unit.right.starts_with('@')
    {
        found.push("mail");
    }
    if is_name_swapped(unit, removed, added) {
        found.push("name_swapped");
        let around = joined(&format!("{} {}", unit.left, unit.right));
        if VENDORS.iter().any(|sign| around.contains(sign.as_str())) {
            found.push("vendor_swapped");
        }
    }
    let texts = unit.removed.split_whitespace().chain(unit.added.split_whitespace());
    if texts.into_iter().any(|word| word.starts_with(char::is_uppercase)) {
        found.push("capital");
    }
    found
}
