//! Small exchanges that turn a rule round while its passage stays: "no" for "yes", "€" for "$", "≤" for "≥", a country for
//! another.

use std::sync::LazyLock;

use super::exchanges::{Exchange, exchanges, fits, words};
use super::languages::{all, union};
use super::{is_weighty_sign, languages};
use crate::model::{Hunk, Place};

/// An exchange of more words is no small one: what it does is for the judgement to find.
const FEW: usize = 4;
/// As many words make the name of a country.
const NAME: usize = 3;

static NEGATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.negations));
static MUST: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.must));
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));
static COUNTRIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.countries));

/// Whether a passage stays but for words or signs that turn it round.
pub(in crate::steps) fn turns_a_rule(hunk: &Hunk) -> bool {
    if moves_in_its_row(hunk) {
        return true;
    }
    exchanges(hunk).iter().any(|exchange| {
        let sides = exchange.sides();
        let few = sides.iter().all(|side| side.len() <= FEW);
        few && (signs_differ(&sides)
            || is_negated(exchange, &sides)
            || negates(&sides)
            || frees_or_binds(&sides)
            || is_opposite(&sides)
            || moves_country(&sides))
    })
}

/// Whether signs that are words by themselves gave way to others.
fn signs_differ(sides: &[Vec<String>; 2]) -> bool {
    let [gone, come] =
        sides.each_ref().map(|side| side.iter().filter(|word| word.chars().all(is_weighty_sign)).collect::<Vec<_>>());
    !gone.is_empty() && !come.is_empty() && gone != come
}

/// Whether what rows say stands in other columns: the same cells, with empty ones at other places.
fn moves_in_its_row(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let lines = || before.lines().zip(after.lines());
    let cells = |line: &str| line.split('|').map(|cell| words(cell).join(" ")).collect::<Vec<_>>();
    hunk.place == Place::Row
        && before.lines().count() == after.lines().count()
        && lines().map(|(before, after)| (cells(before), cells(after))).any(|(before, after)| {
            before != after
                && before.iter().filter(|cell| !cell.is_empty()).eq(after.iter().filter(|cell| !cell.is_empty()))
        })
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
