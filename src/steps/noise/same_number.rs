//! Rule: the same number in digits and in words ("three strikes", "3 strikes"; "72 hours", "seventy-two (72) hours").
//!
//! Evidence: both sides have the same words in the same order, but that a number is written in digits here and in words there.
//! Tens and ones side by side are one number, a full hour needs no minutes, "5 min" are 5 minutes; the same number in brackets behind itself says nothing more; and marks between
//! thousands may come or go where the language of the page writes them so.
//! Verdict: typography.

use std::ops::Range;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::diff::side::Side;
use crate::steps::text;
use crate::steps::text::languages::{self, union};
use crate::steps::text::numbers::in_digits;
use crate::steps::text::units::is_same_span;

/// A day has no more hours.
const HOURS: u32 = 24;

/// What stands between tens and ones in some languages.
static JOINTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.conjunctions));

/// Whether nothing differs but how numbers are written.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let written = |side: &Side<'_>| side.document.language.as_deref().and_then(|tag| languages::of(tag.get(..2)?));
    let (first, second) = (written(difference.old), written(difference.new));
    // Where the page does not say its language, "1.500" may be one and a half.
    let marks =
        first.or(second).filter(|own| first.or(Some(own)).is_some_and(|other| other.thousands == own.thousands));
    let marks = marks.map_or(&[][..], |own| own.thousands.as_slice());
    let (old, new) = (read(difference.before(), marks), read(difference.after(), marks));
    let same = |(old, new): (&NumberWord, &NumberWord)| match (old, new) {
        (NumberWord::Digits(digits), NumberWord::InWords(other, _))
        | (NumberWord::InWords(other, _), NumberWord::Digits(digits)) => digits == other,
        (old, new) => old == new,
    };
    // "5 min" are 5 minutes.
    let is_unit = |at: usize, pair: (&NumberWord, &NumberWord)| match pair {
        (NumberWord::Plain(one), NumberWord::Plain(other)) => {
            at > 0 && !matches!(old[at - 1], NumberWord::Plain(_)) && is_same_span(one, other)
        }
        _ => false,
    };
    old.len() == new.len() && old.iter().zip(&new).enumerate().all(|(at, pair)| same(pair) || is_unit(at, pair))
}

#[derive(Debug, PartialEq, Eq)]
enum NumberWord {
    Digits(String),
    /// Its digits, and the words.
    InWords(String, String),
    Plain(String),
}

/// The digits there and the groups of three behind them, where only marks of thousands part them; and how many groups.
fn whole_number(text: &str, words: &[(String, Range<usize>)], at: usize, marks: &[String]) -> Option<(String, usize)> {
    let digits = |at: usize| {
        words.get(at).filter(|(word, _)| word.bytes().all(|byte| byte.is_ascii_digit())).map(|(word, _)| word.as_str())
    };
    let mut number = digits(at)?.to_owned();
    let mut groups = 1;
    let fits = |next: usize| -> Option<&str> {
        let gap = text.get(words.get(next - 1)?.1.end..words.get(next)?.1.start)?;
        let gap = if matches!(gap, "\u{a0}" | "\u{202f}") { " " } else { gap };
        digits(next).filter(|group| group.len() == 3 && marks.iter().any(|mark| mark == gap))
    };
    while number.len() <= groups * 3
        && let Some(group) = fits(at + groups)
    {
        number.push_str(group);
        groups += 1;
    }
    Some((number, groups))
}

fn read(text: &str, marks: &[String]) -> Vec<NumberWord> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    text::each_word(text, |word, at| words.push((word.to_owned(), at)));
    let between = |one: usize, next: usize| {
        let gap = words.get(one).zip(words.get(next)).and_then(|(one, next)| text.get(one.1.end..next.1.start));
        gap.unwrap_or("?")
    };
    let is_close =
        |one: usize, next: usize| matches!(between(one, next), " " | "-" | "\u{2010}" | "\u{2011}" | "\u{a0}");
    // "08:00" is 8 o'clock.
    let is_hour = |end: usize| text.get(end..).is_some_and(|tail| tail.starts_with(':'));
    let number =
        |at: usize| words.get(at).and_then(|(word, _)| in_digits(word)).and_then(|digits| digits.parse::<u32>().ok());
    let mut found: Vec<NumberWord> = Vec::new();
    let mut at = 0;
    while let Some((word, place)) = words.get(at) {
        let tens = number(at).filter(|tens| (20..100).contains(tens) && tens.is_multiple_of(10));
        let is_joint = words.get(at + 1).is_some_and(|(word, _)| JOINTS.contains(&word.as_str()));
        let second = if is_joint && is_close(at, at + 1) { at + 2 } else { at + 1 };
        // "Soixante-douze" is sixty and twelve.
        let ones = number(second).filter(|ones| (1..20).contains(ones) && is_close(second - 1, second));
        if let Some((tens, ones)) = tens.zip(ones) {
            let all = words[at..=second].iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
            found.push(NumberWord::InWords((tens + ones).to_string(), all));
            at = second + 1;
            continue;
        }
        if let Some((number, groups)) = whole_number(text, &words, at, marks).filter(|(_, groups)| *groups > 1) {
            found.push(NumberWord::Digits(number));
            at += groups;
            continue;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let is_said = matches!(found.last(), Some(NumberWord::InWords(digits, _)) if digits == word);
            let is_in_brackets = text.get(..place.start).is_some_and(|head| head.ends_with('('))
                && text.get(place.end..).is_some_and(|tail| tail.starts_with(')'));
            // "8:00 pm" is 8 pm.
            let is_full_hour = word == "00"
                && text.get(..place.start).is_some_and(|head| {
                    head.ends_with(':') || head.ends_with(['.', ',']) && is_amount_or_hour(text, place.end)
                })
                && matches!(found.last(), Some(NumberWord::Digits(hour)) if hour.parse().is_ok_and(|hour: u32| hour <= HOURS || is_amount_or_hour(text, place.end)));
            if !(is_said && is_in_brackets || is_full_hour) {
                let bare = word.trim_start_matches('0');
                let is_led = !bare.is_empty() && word.len() == 2 && is_hour(place.end);
                found.push(NumberWord::Digits(if is_led { bare.to_owned() } else { word.clone() }));
            }
        } else if let Some(half) = half_of_day(text, &words, at) {
            found.push(NumberWord::Plain(half.to_owned()));
            at += 1;
        } else if let Some(digits) = in_digits(word) {
            found.push(NumberWord::InWords(digits.to_owned(), word.clone()));
        } else {
            found.push(NumberWord::Plain(word.clone()));
        }
        at += 1;
    }
    found
}

/// "p.m." is "pm".
fn half_of_day(text: &str, words: &[(String, Range<usize>)], at: usize) -> Option<&'static str> {
    let (one, next) = (words.get(at)?, words.get(at + 1)?);
    let gap = text.get(one.1.end..next.1.start)?;
    match (one.0.as_str(), next.0.as_str()) {
        ("a", "m") if matches!(gap, "." | ". ") => Some("am"),
        ("p", "m") if matches!(gap, "." | ". ") => Some("pm"),
        _ => None,
    }
}

/// Whether what ends here is an amount of money, or the hour of a day in German.
fn is_amount_or_hour(text: &str, end: usize) -> bool {
    let tail = text.get(end..).unwrap_or_default().trim_start();
    let head = text
        .get(..end)
        .unwrap_or_default()
        .trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    tail.starts_with(['€', '$', '£', '¥']) || tail.starts_with("Uhr") || head.ends_with(['€', '$', '£', '¥'])
}
