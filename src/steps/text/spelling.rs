//! Forms of words in which spelling variants are the same.

use std::sync::LazyLock;

use super::languages;

type Pairs = LazyLock<Vec<(&'static str, &'static str)>>;

/// Spellings of one word, and the one that is kept.
static VARIANTS: Pairs = LazyLock::new(|| pairs(|words| &words.spelling));
/// What is left of words behind an apostrophe, and the words.
static CONTRACTIONS: Pairs = LazyLock::new(|| pairs(|words| &words.contractions));

fn pairs(section: fn(&languages::Sections) -> &[(String, String)]) -> Vec<(&'static str, &'static str)> {
    languages::all().flat_map(section).map(|(from, to)| (from.as_str(), to.as_str())).collect()
}

/// Letters and digits only, in lower case.
pub(in crate::steps) fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words in one spelling, without plural s, as one string.
pub(in crate::steps) fn plain<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for word in words {
        let whole = CONTRACTIONS.iter().find(|(rest, _)| *rest == word).map_or(word, |(_, whole)| whole);
        let mut word = whole.to_owned();
        // A word such as "our" is itself, not a spelling.
        let may_vary = word.len() > 3;
        for (variant, kept) in VARIANTS.iter().filter(|_| may_vary) {
            if word.contains(variant) {
                word = word.replace(variant, kept);
            }
        }
        out.push_str(if word.chars().count() > 3 { word.trim_end_matches('s') } else { &word });
        out.push(' ');
    }
    out
}

/// How much of the longer of two words they share at both ends, from 0 to 1.
pub(in crate::steps) fn likeness(one: &str, other: &str) -> f32 {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let longer = one.len().max(other.len()).max(1);
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count().min(shorter - front);
    share(front + back, longer)
}

/// A share of counts as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below the point where a float rounds them")]
#[must_use]
pub fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
