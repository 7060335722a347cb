//! Rule: the same number in digits and in words ("three strikes", "3 strikes"; "72 hours", "seventy-two (72) hours").
//!
//! Evidence: both sides have the same words in the same order, but that a number is written in digits here and in words there.
//! Tens and ones side by side are one number; the same number in brackets behind itself says nothing more.
//! Verdict: typography.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages::union;
use crate::steps::text::numbers::in_digits;
use std::sync::LazyLock;

/// What stands between tens and ones in some languages.
static JOINTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.conjunctions));

/// Whether nothing differs but how numbers are written.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (old, new) = (read(difference.before()), read(difference.after()));
    let same = |(old, new): (&Word, &Word)| match (old, new) {
        (Word::Digits(digits), Word::InWords(other, _)) | (Word::InWords(other, _), Word::Digits(digits)) => {
            digits == other
        }
        (old, new) => old == new,
    };
    old != new && old.len() == new.len() && old.iter().zip(&new).all(same)
}

#[derive(Debug, PartialEq, Eq)]
enum Word {
    Digits(String),
    /// Its digits, and the words.
    InWords(String, String),
    Plain(String),
}

fn read(text: &str) -> Vec<Word> {
    let mut words: Vec<(String, std::ops::Range<usize>)> = Vec::new();
    text::each_word(text, |word, at| words.push((word.to_owned(), at)));
    let between = |one: usize, next: usize| {
        let gap = words.get(one).zip(words.get(next)).and_then(|(one, next)| text.get(one.1.end..next.1.start));
        gap.unwrap_or("?")
    };
    let is_close = |one: usize, next: usize| matches!(between(one, next), " " | "-" | "\u{2010}" | "\u{2011}" | "\u{a0}");
    let number = |at: usize| words.get(at).and_then(|(word, _)| in_digits(word)).and_then(|digits| digits.parse::<u32>().ok());
    let mut found: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some((word, place)) = words.get(at) {
        let tens = number(at).filter(|tens| (20..100).contains(tens) && tens.is_multiple_of(10));
        let is_joint = words.get(at + 1).is_some_and(|(word, _)| JOINTS.contains(&word.as_str()));
        let second = if is_joint && is_close(at, at + 1) { at + 2 } else { at + 1 };
        // "Soixante-douze" is sixty and twelve.
        let ones = number(second).filter(|ones| (1..20).contains(ones) && is_close(second - 1, second));
        if let Some((tens, ones)) = tens.zip(ones) {
            let all = words[at..=second].iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
            found.push(Word::InWords((tens + ones).to_string(), all));
            at = second + 1;
            continue;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let is_said = matches!(found.last(), Some(Word::InWords(digits, _)) if digits == word);
            let is_in_brackets = text.get(..place.start).is_some_and(|head| head.ends_with('('))
                && text.get(place.end..).is_some_and(|tail| tail.starts_with(')'));
            if !(is_said && is_in_brackets) {
                found.push(Word::Digits(word.clone()));
            }
        } else if let Some(digits) = in_digits(word) {
            found.push(Word::InWords(digits.to_owned(), word.clone()));
        } else {
            found.push(Word::Plain(word.clone()));
        }
        at += 1;
    }
    found
}
