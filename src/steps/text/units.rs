//! The same number of something else: 5 minutes that became 5 hours; and a month that became another one.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::dates::month;
use super::each_word;
use super::exchanges::{Exchange, exchanges, fits};
use super::languages::{self, all, union};
use super::numbers::{ages, in_digits};
use crate::model::{Edit, Hunk, Place, count_words};

/// So many words make what stays a sentence; fewer are a label.
const SENTENCE: usize = 3;
/// So many digits are a year.
const YEAR: usize = 4;
/// So far before its month a line says that it dates its text.
const LABEL: usize = 4;

static UPDATED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.updated_on.labels));
static SPANS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    all().flat_map(|words: &'static languages::Sections| &words.spans).flatten().map(String::as_str).collect()
});

/// Whether a passage stays but for the unit behind a number, or for the month in which something is.
pub(in crate::steps) fn sets_another_unit(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let kept: usize =
        hunk.edits.iter().map(|edit| if let Edit::Kept(text) = edit { count_words(text) } else { 0 }).sum();
    exchanges(hunk).iter().any(|exchange| {
        !exchange.dates
            && (is_another_span(exchange, before) && !is_age(before, exchange, 0) && !is_age(after, exchange, 1)
                || kept >= SENTENCE && hunk.place != Place::Heading && is_another_month(exchange, before, after))
    })
}

/// Whether a span of time behind a number became one of another length.
fn is_another_span(exchange: &Exchange, before: &str) -> bool {
    let sides = exchange.sides();
    let ([gone], [come]) = (sides[0].as_slice(), sides[1].as_slice()) else { return false };
    if !SPANS.contains(gone.as_str()) || !SPANS.contains(come.as_str()) || !follows_a_number(before, exchange) {
        return false;
    }
    let place = |groups: &[Vec<String>], word: &str| {
        groups.iter().position(|group| group.iter().any(|entry| fits(entry, word)))
    };
    all().any(|words: &'static languages::Sections| {
        place(&words.spans, gone).zip(place(&words.spans, come)).is_some_and(|(gone, come)| gone != come)
    })
}

/// Whether both are names of one span of time in a language: "min" and "minutes".
pub(in crate::steps) fn is_same_span(one: &str, other: &str) -> bool {
    let has = |group: &Vec<String>, word: &str| group.iter().any(|entry| fits(entry, word));
    all()
        .any(|words: &'static languages::Sections| words.spans.iter().any(|group| has(group, one) && has(group, other)))
}

fn follows_a_number(before: &str, exchange: &Exchange) -> bool {
    let head = before.get(..exchange.at[0].start).unwrap_or_default();
    let mut last = None;
    each_word(head.rsplit('\n').next().unwrap_or_default(), |word, _| last = Some(word.to_owned()));
    last.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || in_digits(&word).is_some())
}

fn is_age(text: &str, exchange: &Exchange, side: usize) -> bool {
    let at = &exchange.at[side];
    ages(text).iter().any(|age| age.start < at.end && at.start < age.end)
}

/// Whether the name of a month gave way to another, without a year behind it and in no line that dates its text.
fn is_another_month(exchange: &Exchange, before: &str, after: &str) -> bool {
    let sides = exchange.sides();
    let ([gone], [come]) = (sides[0].as_slice(), sides[1].as_slice()) else { return false };
    let others = month(gone).zip(month(come)).is_some_and(|(gone, come)| gone != come);
    let has_year = |text: &str, side: usize| {
        let mut next = None;
        each_word(text.get(exchange.at[side].end..).unwrap_or_default(), |word, _| {
            next.get_or_insert_with(|| word.to_owned());
        });
        next.is_some_and(|word| word.len() == YEAR && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let dates_its_text = || {
        let mut words = Vec::new();
        let head = before.get(..exchange.at[0].start).unwrap_or_default();
        each_word(head.rsplit('\n').next().unwrap_or_default(), |word, _| words.push(word.to_owned()));
        words.iter().rev().take(LABEL).any(|word| UPDATED.iter().any(|label| word.starts_with(label)))
    };
    others && !has_year(before, 0) && !has_year(after, 1) && !dates_its_text()
}
