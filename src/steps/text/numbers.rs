//! Numbers that gave way to others, in digits or in words, with or without a unit.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::each_word;
use super::exchanges::{Exchange, exchanges, fits};
use super::languages::{all, either, union};
use super::modal_verbs::has_modal_verb;
use crate::model::Hunk;

/// A run of more digits names something.
const DIGITS: usize = 6;
/// So many digits in groups are a number to call.
const CALLED: usize = 7;
/// An exchange of more numbers or words is another text.
const NUMBERS_OF_ONE: usize = 3;
const WORDS_OF_ONE: usize = 6;
/// So far before its number the name of a part may stand, behind other numbers of a list.
const REACH: usize = 4;
/// So far behind the number of one of its parts a law is named.
const LAW: usize = 6;

/// So many words before a year make it an end: "until the end of 2027".
const UNTIL_REACH: usize = 4;

/// A name before a number has no more letters: "v18".
const NAME_LETTERS: usize = 4;

/// What versions are called before their number.
static VERSIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.versions).into_iter().collect());
/// Numbers in words, each with its digits.
static IN_WORDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let groups = all().flat_map(|words| &words.number_words);
    groups.flat_map(|(digits, words)| words.iter().map(|word| (word.as_str(), digits.as_str()))).collect()
});
static UNITS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.units).into_iter().collect());
/// What stands before the number of a part of a document, or of a version of it.
static PARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let parts = union(|words| &words.numbered_parts);
    parts.into_iter().chain(union(|words| &words.updated_on.label_parts)).collect()
});
/// What texts call laws.
static LAWS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.laws));
/// What joins the numbers of such parts.
static JOINTS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.conjunctions).into_iter().collect());
/// What is counted of readers.
static COUNTED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let what = union(|words| &words.counted.what);
    what.into_iter().chain(union(|words| &words.views)).collect()
});
/// Words without which no number is such a time.
static AGO: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.ago.beside).into_iter().collect());
/// Words before a date that make it an end.
static UNTIL: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.until));
/// Times counted back from today.
static AGES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"(?i)\b(?:{})", either(|words| &words.ago.spans))).ok());

/// A number in words as digits.
pub(in crate::steps) fn in_digits(word: &str) -> Option<&'static str> {
    IN_WORDS.get(word).copied()
}

/// Where a text says how long ago something was.
pub(in crate::steps) fn ages(text: &str) -> Vec<Range<usize>> {
    let mut may_be = false;
    each_word(text, |word, _| may_be |= AGO.contains(word));
    if !may_be {
        return Vec::new();
    }
    AGES.as_ref().map(|ages| ages.find_iter(text).map(|found| found.range()).collect()).unwrap_or_default()
}

/// Whether a passage stays but for a number that became another one.
///
/// It is none where it only points or counts: the number of a section or of a version, a year or a date, how often or how
/// long ago something was read, a number to call, the number of a house.
pub(in crate::steps) fn sets_another_number(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    exchanges(hunk).iter().any(|exchange| {
        let texts = [before.as_str(), after.as_str()];
        let at = [0, 1].map(|side| widened(texts[side], exchange.at[side].clone()));
        let [old, new] = [0, 1].map(|side| numbers(texts[side].get(at[side].clone()).unwrap_or_default()));
        let few = [&old, &new].iter().all(|numbers| (1..=NUMBERS_OF_ONE).contains(&numbers.len()));
        few && old != new
            && exchange.sides().iter().all(|side| side.len() <= WORDS_OF_ONE)
            && !exchange.dates
            && (!old.iter().chain(&new).all(|number| is_year(number))
                || (0..2).all(|side| bounds_a_time(texts[side], &at[side])))
            && !old.iter().chain(&new).any(|number| is_own_version(number, after))
            && !is_named(exchange)
            && !(0..2).any(|side| points_or_counts(texts[side], &at[side]))
    })
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// Whether the year there is one in which something ends: "until 2027", "from 2020 to 2027".
fn bounds_a_time(text: &str, at: &Range<usize>) -> bool {
    let line = text.get(..at.start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let mut before: Vec<String> = Vec::new();
    each_word(line, |word, _| before.push(word.to_owned()));
    let near = &before[before.len().saturating_sub(UNTIL_REACH)..];
    let is_range = near.len() > 1 && is_year(&near[near.len() - 2]);
    let near = format!(" {} ", near.join(" "));
    is_range || UNTIL.iter().any(|end| near.contains(&format!(" {end} ")))
}

/// Whether names gave way to others beside the number, as in an address.
fn is_named(exchange: &Exchange) -> bool {
    [&exchange.gone, &exchange.come].into_iter().all(|side| {
        let mut named = false;
        each_word(side, |word, at| {
            let capital = side.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
            let is_numbered = || numbered_name(word).is_some();
            named |= capital && !UNITS.contains(word) && in_digits(word).is_none() && !is_numbered();
        });
        named
    })
}

/// Whether the number there is that of a part, of a count of readers, of an age or of a telephone.
fn points_or_counts(text: &str, at: &Range<usize>) -> bool {
    let (head, tail) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    let line = head.rsplit('\n').next().unwrap_or_default();
    let mut before: Vec<String> = Vec::new();
    each_word(line, |word, _| before.push(word.to_owned()));
    let skipped = |word: &&String| {
        word.bytes().all(|byte| byte.is_ascii_digit()) || word.chars().count() == 1 || JOINTS.contains(word.as_str())
    };
    let name = before.iter().rev().take(REACH).find(|word| !skipped(word));
    let is_part = (name.is_some_and(|word| PARTS.contains(word.as_str())) || line.trim_end().ends_with('§'))
        && !is_part_of_a_law(text, at);
    let mut next = None;
    each_word(tail.split('\n').next().unwrap_or_default(), |word, _| {
        next.get_or_insert_with(|| word.to_owned());
    });
    let is_count = next.is_some_and(|word| COUNTED.contains(word.as_str())) && !has_modal_verb(text);
    is_part
        || is_count
        || is_called(text, at)
        || ages(text).iter().any(|age| age.start <= at.start && at.end <= age.end)
}

/// Whether a law is named right behind that place: another of its parts is another ground, and no part of this document.
pub(super) fn is_part_of_a_law(text: &str, at: &Range<usize>) -> bool {
    let tail = text.get(at.end..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let mut behind = Vec::new();
    each_word(tail, |word, _| behind.push(word.to_owned()));
    behind.iter().take(LAW).any(|word| LAWS.iter().any(|law| fits(law, word)))
}

/// Whether the digits there belong to a number to call: many in groups, without a sign of money before or behind.
fn is_called(text: &str, at: &Range<usize>) -> bool {
    let joins = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '(' | ')' | '-' | '/');
    let start = at.start
        - text[..at.start].chars().rev().take_while(|letter| joins(*letter)).map(char::len_utf8).sum::<usize>();
    let end = at.end + text[at.end..].chars().take_while(|letter| joins(*letter)).map(char::len_utf8).sum::<usize>();
    let run = &text[start..end];
    let groups = run.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.count() > 1 && run.bytes().filter(u8::is_ascii_digit).count() >= CALLED
}

/// The place with the rest of a number that it cuts: the ".5" of "1.5".
fn widened(text: &str, at: Range<usize>) -> Range<usize> {
    let of_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    let bytes = text.as_bytes();
    let before = bytes[..at.start].iter().rev().take_while(|byte| of_number(byte)).count();
    let behind = bytes[at.end..].iter().take_while(|byte| of_number(byte)).count();
    at.start - before..at.end + behind
}

/// The numbers of a text in one form: "1,000", "1.000" and "1000" are the same, and so are "4.0" and "four".
fn numbers(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | ',' | '\'' | '’');
    let parts = text
        .split(|letter: char| !is_part(letter))
        .map(|part| part.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let read = |part: &str| {
        if part.starts_with(|letter: char| letter.is_ascii_digit()) {
            let longest = part.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max().unwrap_or_default();
            return (longest <= DIGITS).then(|| in_one_form(part));
        }
        // A fraction of one letter is a number as it stands.
        let is_fraction = |letter: char| matches!(letter, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}');
        let sign = || part.chars().all(is_fraction).then(|| part.to_owned());
        in_digits(&part.to_lowercase()).map(str::to_owned).or_else(|| numbered_name(part)).or_else(sign)
    };
    parts.filter(|part| !part.is_empty()).filter_map(read).collect()
}

/// A name of few letters and a number: "v18", "H264".
fn numbered_name(part: &str) -> Option<String> {
    let letters = part.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = part.get(letters..)?;
    let is_number =
        (1..=DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    ((1..=NAME_LETTERS).contains(&letters) && is_number).then(|| part.to_lowercase())
}

/// Whether such a name is that of a version of the text itself: a label, and no rule.
fn is_own_version(number: &str, text: &str) -> bool {
    let name = number.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    VERSIONS.contains(name) && !has_modal_verb(text)
}

fn in_one_form(number: &str) -> String {
    let marks: Vec<char> = number.chars().filter(|letter| matches!(letter, '.' | ',' | '\'' | '’')).collect();
    let behind = number.rsplit(['.', ',', '\'', '’']).next().map_or(0, str::len);
    // One mark parts thousands where three digits follow it, and so do several like ones.
    let several = marks.len() > 1 && marks.iter().all(|mark| Some(mark) == marks.first());
    let is_whole = marks.is_empty() || several || marks.len() == 1 && behind == 3;
    let digits = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    if is_whole {
        return digits(number);
    }
    let (whole, part) = number.split_at(number.len() - behind);
    let part = part.trim_end_matches('0');
    if part.is_empty() { digits(whole) } else { format!("{}.{part}", digits(whole)) }
}
