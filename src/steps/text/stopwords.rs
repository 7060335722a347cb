//! Words too common to carry a rule, and words of dates and language menus.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::languages::{self, Sections, union};

/// The languages whose dates and commonest words the model was trained on; one more comes with the next training.
const TRAINED_ON: [&str; 8] = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];

fn trained_on() -> impl Iterator<Item = &'static Sections> {
    TRAINED_ON.into_iter().filter_map(languages::of)
}

type WordSet = HashSet<&'static str>;
static COMMON: LazyLock<Vec<WordSet>> =
    LazyLock::new(|| trained_on().map(|words| words.stopwords.common.iter().map(String::as_str).collect()).collect());
static SMALL_WORDS: LazyLock<WordSet> = LazyLock::new(|| {
    let all = languages::all().map(|words| &words.stopwords);
    all.flat_map(|words| words.common.iter().chain(&words.small)).map(String::as_str).collect()
});
static MONTH_NAMES: LazyLock<WordSet> = LazyLock::new(|| {
    let names = |words: &'static Sections| words.months.iter().filter_map(|names| names.first());
    trained_on().flat_map(|words| names(words).chain(&words.month_abbreviations)).map(String::as_str).collect()
});
static LANGUAGE_NAMES: LazyLock<WordSet> = LazyLock::new(|| union(|words| &words.language_names).into_iter().collect());
/// What stands behind the number of a day; as with months, what the model was trained on.
static ORDINALS: LazyLock<&[String]> =
    LazyLock::new(|| languages::of("en").map_or(&[], |words| words.ordinals.as_slice()));

/// Whether a word only holds a sentence together.
pub(in crate::steps) fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(word)
}

/// Whether a word names a month.
pub(in crate::steps) fn is_month(word: &str) -> bool {
    MONTH_NAMES.contains(word)
}

/// Whether a word names a language.
pub(in crate::steps) fn is_language(word: &str) -> bool {
    LANGUAGE_NAMES.contains(word)
}

/// Whether a word can be part of a date.
pub(in crate::steps) fn is_of_date(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let ordinal = ending.is_empty() || ORDINALS.iter().any(|ordinal| ordinal == ending);
    (!digits.is_empty() && ordinal && digits.chars().all(|letter| letter.is_ascii_digit())) || is_month(word)
}

/// The language that the words look like (by its place among those of the model), and how many of its commonest words they hold.
pub(in crate::steps) fn language<'a>(words: impl Iterator<Item = &'a str>) -> (usize, usize) {
    let mut counts = [0_usize; TRAINED_ON.len()];
    for word in words {
        for (count, list) in counts.iter_mut().zip(&*COMMON) {
            *count += usize::from(list.contains(word));
        }
    }
    let best = (0..counts.len()).rev().max_by_key(|index| counts[*index]).unwrap_or_default();
    (best, counts[best])
}
