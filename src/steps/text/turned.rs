//! Small exchanges that turn a rule round while its passage stays: "no" for "yes", "€" for "$", "≤" for "≥", a country for
//! another, another number.

use std::sync::LazyLock;

use super::dates::find_dates;
use super::languages::{all, union};
use super::modal_verbs::has_modal_verb;
use super::{each_word, is_weighty_sign, languages};
use crate::model::{Edit, Hunk, Place};

/// An exchange of more words is no small one: what it does is for the judgement to find.
const FEW: usize = 4;
/// A number of more digits names something.
const DIGITS: usize = 6;
/// As many words make the name of a country.
const NAME: usize = 3;

static NEGATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.negations));
static MUST: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.must));
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));
static COUNTRIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.countries));

/// Words that gave way to others within a passage.
struct Exchange {
    gone: String,
    come: String,
    /// Whether nothing stands before them in their line.
    leads: bool,
    /// Whether a part of them stands in a date.
    dates: bool,
}

/// Whether a passage stays but for words or signs that turn it round.
pub(in crate::steps) fn turns_a_rule(hunk: &Hunk) -> bool {
    exchanges(hunk).iter().any(|exchange| {
        let sides = [words(&exchange.gone), words(&exchange.come)];
        let few = sides.iter().all(|side| side.len() <= FEW);
        few && (signs_differ(&sides)
            || is_negated(exchange, &sides)
            || negates(&sides)
            || frees_or_binds(&sides)
            || is_opposite(&sides)
            || moves_country(&sides))
    })
}

/// Whether a passage that rules something stays but for one number.
pub(in crate::steps) fn sets_another_number(hunk: &Hunk) -> bool {
    let rules = hunk.place == Place::Row || hunk.after.as_deref().is_some_and(has_modal_verb);
    exchanges(hunk).iter().any(|exchange| {
        let sides = [words(&exchange.gone), words(&exchange.come)];
        let [gone, come] = sides.each_ref().map(|side| side.iter().filter(|word| is_number(word)).count());
        let is_small = gone == come && (1..=2).contains(&gone) && sides.iter().all(|side| side.len() == gone);
        let is_year = |word: &String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let are_years = sides.iter().flatten().all(is_year);
        is_small && sides[0] != sides[1] && !exchange.dates && !are_years && (rules || exchange.leads)
    })
}

fn is_number(word: &str) -> bool {
    word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What gave way to what within a passage that was there before; none where it only came or went.
fn exchanges(hunk: &Hunk) -> Vec<Exchange> {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return Vec::new() };
    let dates = [before, after].map(|text| find_dates(text).into_iter().map(|(range, _)| range).collect::<Vec<_>>());
    let mut found: Vec<Exchange> = Vec::new();
    let mut at = [0_usize; 2];
    let mut open = false;
    for edit in &hunk.edits {
        let (side, text) = match edit {
            Edit::Kept(text) => {
                at = at.map(|at| at + text.len());
                // A space between two exchanged words parts them no more than a word of them would.
                open = open && text.trim().is_empty() && !text.contains('\n');
                continue;
            }
            Edit::Removed(text) => (0, text),
            Edit::Added(text) => (1, text),
        };
        if !open {
            let leads = |(text, at): (&String, usize)| {
                text.get(..at)
                    .unwrap_or_default()
                    .rsplit('\n')
                    .next()
                    .is_some_and(|line| !line.contains(char::is_alphanumeric))
            };
            let leads = [before, after].into_iter().zip(at).all(leads);
            found.push(Exchange { gone: String::new(), come: String::new(), leads, dates: false });
            open = true;
        }
        if let Some(exchange) = found.last_mut() {
            let end = at[side] + text.len();
            exchange.dates |= dates[side].iter().any(|date| date.start < end && at[side] < date.end);
            let words = if side == 0 { &mut exchange.gone } else { &mut exchange.come };
            words.push_str(text);
            words.push(' ');
            at[side] = end;
        }
    }
    found
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// Whether a word is one of a list in which a star stands for any ending.
fn fits(entry: &str, word: &str) -> bool {
    entry.strip_suffix('*').map_or(entry == word, |beginning| word.starts_with(beginning))
}

/// Whether signs that are words by themselves gave way to others.
fn signs_differ(sides: &[Vec<String>; 2]) -> bool {
    let [gone, come] =
        sides.each_ref().map(|side| side.iter().filter(|word| word.chars().all(is_weighty_sign)).collect::<Vec<_>>());
    !gone.is_empty() && !come.is_empty() && gone != come
}

/// Whether a minus came or went and nothing else.
fn is_negated(exchange: &Exchange, sides: &[Vec<String>; 2]) -> bool {
    let bare = [exchange.gone.trim(), exchange.come.trim()];
    let without = |side: &[String]| side.iter().filter(|word| *word != "-").cloned().collect::<Vec<_>>();
    matches!(bare, ["-" | "\u{2212}", ""] | ["", "-" | "\u{2212}"])
        || sides[0] != sides[1] && !sides[0].is_empty() && without(&sides[0]) == without(&sides[1])
}

/// Whether one side says no more often than the other.
fn negates(sides: &[Vec<String>; 2]) -> bool {
    let count = |side: &[String]| side.iter().filter(|word| NEGATIONS.iter().any(|entry| fits(entry, word))).count();
    count(&sides[0]) != count(&sides[1])
}

/// Whether what is demanded became what is allowed, or the other way round.
fn frees_or_binds(sides: &[Vec<String>; 2]) -> bool {
    let has = |side: &[String], list: &[&str]| side.iter().any(|word| list.contains(&word.as_str()));
    let [gone, come] = sides.each_ref().map(|side| (has(side, &MUST), has(side, &MAY)));
    matches!((gone, come), ((true, false), (false, true)) | ((false, true), (true, false)))
}

/// Whether a word gave way to its opposite.
fn is_opposite(sides: &[Vec<String>; 2]) -> bool {
    let place = |group: &[Vec<String>], side: &[String]| {
        let says = |same: &Vec<String>| same.iter().any(|entry| side.iter().any(|word| fits(entry, word)));
        group.iter().position(says)
    };
    let mut groups = all().flat_map(|words: &'static languages::Sections| &words.opposites);
    groups.any(|group| place(group, &sides[0]).zip(place(group, &sides[1])).is_some_and(|(gone, come)| gone != come))
}

/// Whether the name of one country gave way to that of another.
fn moves_country(sides: &[Vec<String>; 2]) -> bool {
    let named = |side: &[String]| -> Vec<String> {
        let names = (1..=NAME).flat_map(|length| side.windows(length)).map(|name| name.join(" "));
        names.filter(|name| COUNTRIES.contains(&name.as_str())).collect()
    };
    let [gone, come] = sides.each_ref().map(|side| named(side));
    !gone.is_empty() && !come.is_empty() && gone.iter().all(|name| !come.contains(name))
}
