//! Numbers that are written as days are and are none: of versions, of parts of a document, of machines, and prices.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::{cues, sentence};
use crate::steps::text::languages::{all, union};
use crate::steps::text::limits::is_unit;

/// Names of so many letters bend in their last one, longer ones in their last two ("versión", "versiones"); shorter names stand as
/// they are.
const BENDS: usize = 6;
/// What stands between a number and that of which it is one: "of the app", "de l'application".
const BETWEEN: usize = 3;
const SMALL: usize = 4;

/// What the versions of something are called; and the commonest of these names, which "from" may follow in front of a number: the
/// German wording of a law "from 1.4.27" holds from that day.
static VERSIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.versions));
static COMMONEST: LazyLock<Vec<&str>> =
    LazyLock::new(|| all().filter_map(|words| words.versions.first()).map(String::as_str).collect());
static PARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.numbered_parts).into_iter().collect());
/// What has versions, and what stands behind the first of those that are meant.
static SOFTWARE: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.software.names));
static OR_LATER: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.software.or_later));

/// The places of a text whose numbers name no day, of all that are written as days are.
pub(super) fn in_text(text: &str, places: &[Range<usize>]) -> HashSet<usize> {
    let numbers = || places.iter().filter(|place| is_number(text, place));
    let mut found: HashSet<usize> = numbers().filter(|place| is_no_day(text, place)).map(|place| place.start).collect();
    // "Version 4.1.26 needs no key, from 4.1.27 on it needs one."
    let known: HashSet<&str> =
        numbers().filter(|place| found.contains(&place.start)).filter_map(|place| series(text, place)).collect();
    let others = numbers().filter(|place| {
        is_short(&text[(*place).clone()]) && series(text, place).is_some_and(|series| known.contains(series))
    });
    found.extend(others.map(|place| place.start).collect::<Vec<_>>());
    found
}

/// Whether a day is written without the name of a month.
fn is_number(text: &str, place: &Range<usize>) -> bool {
    !text[place.clone()].contains(char::is_alphabetic)
}

/// The first two of three numbers.
fn series<'a>(text: &'a str, place: &Range<usize>) -> Option<&'a str> {
    text[place.clone()].rsplit_once('.').map(|(series, _)| series).filter(|series| series.contains('.'))
}

fn is_no_day(text: &str, place: &Range<usize>) -> bool {
    let before = sentence::before(text, place.start).to_lowercase();
    let behind = sentence::after(text, place.end).to_lowercase();
    // With all digits of its year it is a day, unless the very word for a part or a version stands right before it.
    is_part(&before)
        || is_short(&text[place.clone()])
            && (is_named(&before)
                || goes_on(&text[place.end..], &behind)
                || !cues::is_surely_led(&before) && (is_of_versions_from(&before) || is_of_software(&behind)))
}

/// Whether three numbers with full stops between them have no year in full.
fn is_short(number: &str) -> bool {
    number.contains('.') && number.split('.').all(|part| part.trim().len() <= 2)
}

/// Whether the word for a version or a part of a document stands right before it: "version 4.1.2027", "section 1.3.2027".
fn is_part(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['§', '#']) || last_word(before).is_some_and(|word| bends(word, &VERSIONS) || PARTS.contains(word))
}

/// Whether right before it stands of what it is the number: "app 4.1.27", "€ 4.10.27".
fn is_named(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['€', '$', '£']) || last_word(before).is_some_and(|word| bends(word, &SOFTWARE))
}

/// Whether it is the first of several versions: "app versions from 4.1.27". Behind an article stands a day.
fn is_of_versions_from(before: &str) -> bool {
    cues::without_cue(before).and_then(last_word).is_some_and(|word| bends(word, &COMMONEST) || bends(word, &SOFTWARE))
}

/// Whether what follows makes it another number: more of an address, a unit, "or later".
fn goes_on(right_behind: &str, behind: &str) -> bool {
    let mut letters = right_behind.chars();
    let goes_on = match letters.next() {
        Some('.' | '/') => letters.next().is_some_and(|letter| letter.is_ascii_digit() || matches!(letter, 'x' | '*')),
        Some('+' | '%') => true,
        _ => false,
    };
    let behind = behind.trim_start();
    goes_on
        || behind
            .split_whitespace()
            .next()
            .is_some_and(|word| is_unit(word.trim_end_matches([',', '.', ';', ':', ')'])))
        || OR_LATER
            .iter()
            .any(|phrase| behind.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// Whether what follows says of what it is the version: "of the app".
fn is_of_software(behind: &str) -> bool {
    let words = || behind.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_small = |word: &&str| word.chars().count() <= SMALL && !bends(word, &SOFTWARE);
    let small = words().take(BETWEEN).take_while(is_small).count();
    small > 0 && words().nth(small).is_some_and(|word| bends(word, &SOFTWARE))
}

/// The last word, where nothing but spaces and the sign of a shortened word stands behind it.
fn last_word(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let text = text.strip_suffix('.').unwrap_or(text);
    text.rsplit(|letter: char| !letter.is_alphanumeric()).next().filter(|word| !word.is_empty())
}

/// Whether a word is one of these names, bent or as the end of a longer one.
fn bends(word: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        let length = name.chars().count();
        let kept = if length > BENDS { length - 2 } else { length - 1 };
        let stem = name.char_indices().nth(kept).map(|(end, _)| &name[..end]).filter(|_| length >= BENDS);
        *name == word || stem.is_some_and(|stem| word.starts_with(stem) || word.ends_with(name))
    })
}
