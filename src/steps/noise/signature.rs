//! Rule: nothing differs but a signature of machines, which is new at each look ("9f86d081884c7d65 → 60303ae22b998861").
//!
//! Evidence: where the sides differ, each has one word of hexadecimal digits of the same length, at least sixteen, in which
//! digits and letters are mixed on one side at least as in no number of an account or an article; it stands by itself or beside
//! a few words, in no sentence; everything else is the same to the letter. Verdict: boilerplate.

use super::DifferingBlocks;
use super::segments::segments;
use super::surroundings::Surroundings;

/// Shorter words may be the number of something.
const SHORTEST: usize = 16;
/// Of so many digits one at least is a letter: by chance it is three of eight, and an account's number has two of twenty.
const MIXED: usize = 8;
/// A label and the signature have no more words.
const BESIDE: usize = 4;
/// Numbers of accounts begin with the letters of a country and a bank.
const COUNTRY: usize = 4;

/// Whether all that differs is signatures.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let words = |text: &'_ str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (words(difference.before()), words(difference.after()));
    let mut differing = before.iter().zip(&after).filter(|(old, new)| old != new).peekable();
    before.len() == after.len()
        && differing.peek().is_some()
        && differing.all(|(old, new)| are_signatures(old, new))
        && stand_apart(difference.before(), difference.after())
}

/// Whether no more than a few words stand in one piece of text with what differs: in a sentence it is what that is about.
fn stand_apart(before: &str, after: &str) -> bool {
    let mut both = segments(before).zip(segments(after)).filter(|(old, new)| old != new);
    both.all(|(old, _)| old.split_whitespace().count() <= BESIDE)
}

/// Whether two words are the same but for signatures in them.
fn are_signatures(old: &str, new: &str) -> bool {
    let is_sign = |letter: char| !letter.is_ascii_alphanumeric();
    let (parts, others): (Vec<&str>, Vec<&str>) = (old.split(is_sign).collect(), new.split(is_sign).collect());
    let is_same_number = |old: &str, new: &str| {
        old.len() == new.len() && is_hexadecimal(old) && is_hexadecimal(new) && (is_mixed(old) || is_mixed(new))
    };
    old.chars().filter(|letter| is_sign(*letter)).eq(new.chars().filter(|letter| is_sign(*letter)))
        && parts.len() == others.len()
        && parts.iter().zip(&others).all(|(old, new)| old == new || is_same_number(old, new))
}

fn is_hexadecimal(word: &str) -> bool {
    word.len() >= SHORTEST && word.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Whether letters and digits are mixed as in no number that people give each other.
fn is_mixed(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let behind = word.bytes().skip(COUNTRY).any(|digit| digit.is_ascii_alphabetic());
    behind && letters * MIXED >= word.len() && letters < word.len()
}
