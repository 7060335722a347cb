//! Numbers by which a rule sets a limit: "30 days", "5 %", "18+".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::languages::union;

/// What rules count, in normal form.
static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.units).into_iter().collect());

/// What bounds a number, right before or behind it.
const BOUNDS: [&str; 5] = ["+", "‰", "≥", "≤", "£"];

/// Whether a word in normal form says what is counted.
pub(in crate::steps) fn is_unit(word: &str) -> bool {
    UNITS.contains(word)
}

/// Whether a number stands beside a unit, a currency or a bound.
pub(in crate::steps) fn has_limit(text: &str) -> bool {
    let mut found = false;
    let (mut number_before, mut sign_before) = (false, false);
    super::each_word(text, |word, _| {
        let number = word.starts_with(|letter: char| letter.is_ascii_digit());
        let sign = UNITS.contains(word) || BOUNDS.contains(&word);
        found |= number && sign_before || sign && number_before;
        (number_before, sign_before) = (number, sign && !word.starts_with(char::is_alphabetic));
    });
    found
}
