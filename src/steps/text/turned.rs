//! Small exchanges that turn a rule round while its passage stays: "no" for "yes", "€" for "$", "≤" for "≥", a country for
//! another.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::exchanges::{Exchange, exchanges, fits};
use super::languages::{all, union};
use super::stopwords::{is_language, is_small};
use super::words::words;
use super::{is_weighty_sign, languages};
use crate::model::{Hunk, Place};

/// An exchange of more words is no small one: what it does is for the judgement to find.
const FEW: usize = 4;
/// So many letters at their beginning make two words forms of one verb.
const VERB: usize = 5;
/// As many words make the name of a country.
const NAME: usize = 3;

static NEGATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.negations));
static ANSWERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.answers));
static MUST: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.must));
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));
static ABILITY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.ability));
static JOINTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.conjunctions));
static COUNTRIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.countries));

/// Words that have an opposite, and how such words begin.
static WITH_OPPOSITE: LazyLock<(HashSet<&str>, Vec<&str>)> = LazyLock::new(|| {
    let groups = all().flat_map(|words: &'static languages::Sections| &words.opposites);
    let (mut words, mut beginnings) = (HashSet::new(), Vec::new());
    for entry in groups.flatten().flatten() {
        match entry.strip_suffix('*') {
            Some(beginning) => beginnings.push(beginning),
            None => drop(words.insert(entry.as_str())),
        }
    }
    (words, beginnings)
});

/// Whether a passage stays but for words or signs that turn it round.
pub(in crate::steps) fn turns_a_rule(hunk: &Hunk) -> bool {
    if moves_in_its_row(hunk) || rates_otherwise(hunk) || joins_otherwise(hunk) || ticks_otherwise(hunk) {
        return true;
    }
    let counts = LazyCell::new(|| {
        [&hunk.before, &hunk.after].map(|text| {
            let mut counts = HashMap::new();
            for word in text.iter().flat_map(|text| words(text)) {
                *counts.entry(word).or_default() += 1;
            }
            counts
        })
    });
    exchanges(hunk).iter().any(|exchange| {
        let sides = exchange.sides();
        let few = sides.iter().all(|side| side.len() <= FEW);
        few && (signs_differ(&sides)
            || is_negated(exchange, &sides)
            || answers(exchange, hunk.before.as_deref().unwrap_or_default())
            || negates(&sides)
            || frees_or_binds(&sides)
            || is_sure_now(&sides)
            || is_opposite(&sides)
            || is_prescribed(exchange, hunk)
            || hunk.place == Place::Heading && drops_an_answer(&sides)
            || moves_country(&sides)
            || drops_a_bound(exchange, hunk.before.as_deref().unwrap_or_default())
            || lists_other_places(&sides) && !is_said_elsewhere(&sides, &counts))
    })
}

/// How often each word stands in a passage, on both sides.
type Counts = [HashMap<String, usize>; 2];

/// Whether the passage names all these words as often as before, in another order.
fn is_said_elsewhere(sides: &[Vec<String>; 2], counts: &LazyCell<Counts, impl FnOnce() -> Counts>) -> bool {
    let often = |side: usize, word: &String| counts[side].get(word).copied().unwrap_or_default();
    sides.iter().flatten().filter(|word| !is_small(word)).all(|word| often(0, word) == often(1, word))
}

/// What bounds a number, or makes a share of it.
const BOUNDS: [char; 8] = ['+', '%', '‰', '<', '>', '≥', '≤', '±'];

/// Whether such a sign came or went and nothing else: "13+" that became "13".
fn drops_a_bound(exchange: &Exchange, before: &str) -> bool {
    let bounds = |text: &str| text.chars().filter(|letter| BOUNDS.contains(letter)).collect::<String>();
    let bare = |text: &str| words(&text.replace(BOUNDS, " "));
    let (gone, come) = (exchange.gone.as_str(), exchange.come.as_str());
    let is_behind_number = || {
        let head = before.get(..exchange.at[0].start).unwrap_or_default();
        let digit = |letter: char| letter.is_ascii_digit();
        head.trim_end().ends_with(digit) || gone.contains(digit)
    };
    // A plus before a number is how one calls it.
    bounds(gone).len() != bounds(come).len()
        && bare(gone) == bare(come)
        && (!gone.contains('+') && !come.contains('+') || is_behind_number())
}

/// Whether a passage rates with more stars than it did, or with fewer: "★★★". A lone one is a bullet.
fn rates_otherwise(hunk: &Hunk) -> bool {
    let is_star = |letter: &char| matches!(letter, '★' | '⭐');
    let stars = |text: &Option<String>| text.iter().flat_map(|text| text.chars()).filter(is_star).count();
    let (before, after) = (stars(&hunk.before), stars(&hunk.after));
    before != after && before.min(after) > 0
}

/// Whether a passage says "and/or" more often than it did, or less often.
fn joins_otherwise(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let last = |text: &str| letters(text.chars().rev()).chars().rev().collect::<String>();
    let first = |text: &str| letters(text.chars());
    let is_joint = |word: String| JOINTS.contains(&word.as_str());
    let count = |text: &str| {
        let signs = text.match_indices('/');
        signs.filter(|(at, _)| is_joint(last(&text[..*at])) && is_joint(first(&text[at + 1..]))).count()
    };
    count(before) != count(after)
}

/// A joint has no more letters.
const JOINT: usize = 8;

/// The word with which some letters begin, in small ones; nothing where it is longer than a joint.
fn letters(text: impl Iterator<Item = char>) -> String {
    let word: String = text.take_while(|letter| letter.is_alphabetic()).take(JOINT + 1).collect();
    if word.chars().count() > JOINT { String::new() } else { word.to_lowercase() }
}

/// Whether a box before an entry is ticked now and was not, or the other way round: "[x] Votes".
fn ticks_otherwise(hunk: &Hunk) -> bool {
    let ticked = |text: &str| {
        let box_of = |line: &str| line.trim_start().get(..3).map(str::to_lowercase);
        let lines = text.lines().filter_map(|line| match box_of(line)?.as_str() {
            "[x]" => Some(true),
            "[ ]" => Some(false),
            _ => None,
        });
        lines.collect::<Vec<_>>()
    };
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let (old, new) = (ticked(before), ticked(after));
    old.len() == new.len() && old != new
}

/// Whether signs that are words by themselves gave way to others.
fn signs_differ(sides: &[Vec<String>; 2]) -> bool {
    let [gone, come] =
        sides.each_ref().map(|side| side.iter().filter(|word| word.chars().all(is_weighty_sign)).collect::<Vec<_>>());
    !gone.is_empty() && !come.is_empty() && gone != come
}

/// Whether what rows say stands in other columns: the same cells, with empty ones at other places; or whether a cell that says
/// what it says by a mark alone bears another one.
fn moves_in_its_row(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let lines = || before.lines().zip(after.lines());
    let cells = |line: &str| line.split('|').map(|cell| words(cell).join(" ")).collect::<Vec<_>>();
    // The same words, some of them in another cell.
    let is_recelled = |before: &str, after: &str| words(before) == words(after) && cells(before) != cells(after);
    hunk.place == Place::Row && lines().any(|(before, after)| is_recelled(before, after))
        || hunk.place == Place::Row
            && before.lines().count() == after.lines().count()
            && lines().map(|(before, after)| (cells(before), cells(after))).any(|(before, after)| {
                before != after
                    && before.iter().filter(|cell| !cell.is_empty()).eq(after.iter().filter(|cell| !cell.is_empty()))
            })
        || hunk.place == Place::Row && lines().any(|(before, after)| bears_another_mark(before, after))
}

/// Whether two rows differ in marks that stand for words and in nothing else.
fn bears_another_mark(before: &str, after: &str) -> bool {
    let (old, new) = (words(before), words(after));
    let is_mark = |word: &String| !word.chars().any(char::is_alphanumeric);
    let mut differing = old.iter().zip(&new).filter(|(old, new)| old != new).peekable();
    old.len() == new.len() && differing.peek().is_some() && differing.all(|(old, new)| is_mark(old) && is_mark(new))
}

/// Whether names of countries or languages came or went alone: where or in which languages something is to be had.
fn lists_other_places(sides: &[Vec<String>; 2]) -> bool {
    let [gone, come] = sides;
    if gone.is_empty() == come.is_empty() {
        return false;
    }
    let named: Vec<&str> = gone.iter().chain(come).map(String::as_str).filter(|word| !is_small(word)).collect();
    let is_name = |word: &&str| is_language(word) || COUNTRIES.contains(word);
    !named.is_empty() && (named.iter().all(is_name) || COUNTRIES.contains(&named.join(" ").as_str()))
}

/// Whether a minus came or went and nothing else.
fn is_negated(exchange: &Exchange, sides: &[Vec<String>; 2]) -> bool {
    let bare = [exchange.gone.trim(), exchange.come.trim()];
    let without = |side: &[String]| side.iter().filter(|word| *word != "-").cloned().collect::<Vec<_>>();
    matches!(bare, ["-" | "\u{2212}", ""] | ["", "-" | "\u{2212}"])
        || sides[0] != sides[1] && !sides[0].is_empty() && without(&sides[0]) == without(&sides[1])
}

/// Whether the sign behind an answer came or went: "No, posts are shown", "No posts are shown".
fn answers(exchange: &Exchange, before: &str) -> bool {
    let head = before.get(..exchange.at[0].start).unwrap_or_default();
    let is_sign = matches!([exchange.gone.trim(), exchange.come.trim()], [",", ""] | ["", ","]);
    is_sign && words(head).last().is_some_and(|word| ANSWERS.contains(&word.as_str()))
}

/// Whether a word says no.
pub(in crate::steps) fn is_negation(word: &str) -> bool {
    NEGATIONS.iter().any(|entry| fits(entry, word))
}

/// Whether one side says no more often than the other.
fn negates(sides: &[Vec<String>; 2]) -> bool {
    let count = |side: &[String]| side.iter().filter(|word| is_negation(word)).count();
    count(&sides[0]) != count(&sides[1])
}

/// Whether a passage stays but for what it demands, which became what it allows, or the other way round.
pub(in crate::steps) fn swaps_duty_and_leave(hunk: &Hunk) -> bool {
    exchanges(hunk).iter().any(|exchange| {
        let sides = exchange.sides();
        sides.iter().all(|side| side.len() <= FEW) && frees_or_binds(&sides)
    })
}

/// Whether what is demanded became what is allowed, or the other way round.
fn frees_or_binds(sides: &[Vec<String>; 2]) -> bool {
    let has = |side: &[String], list: &[&str]| side.iter().any(|word| list.contains(&word.as_str()));
    let [gone, come] = sides.each_ref().map(|side| (has(side, &MUST), has(side, &MAY)));
    matches!((gone, come), ((true, false), (false, true)) | ((false, true), (true, false)))
}

/// Whether what may be done is done, or the other way round: "may share" that became "share", in some languages by the
/// verb's own form.
fn is_sure_now(sides: &[Vec<String>; 2]) -> bool {
    let of_rules = |word: &&String| MUST.contains(&word.as_str()) || MAY.contains(&word.as_str());
    let [gone, come] = sides.each_ref().map(|side| side.iter().filter(of_rules).collect::<Vec<_>>());
    let (with, word, other) = match (gone.as_slice(), come.as_slice()) {
        ([word], []) => (&sides[0], *word, &sides[1]),
        ([], [word]) => (&sides[1], *word, &sides[0]),
        _ => return false,
    };
    let rest: Vec<&String> = with.iter().filter(|known| *known != word && !is_small(known)).collect();
    // What a ware can do says the same without the word.
    MAY.contains(&word.as_str())
        && !ABILITY.contains(&word.as_str())
        && match (rest.as_slice(), other.as_slice()) {
            ([], []) => with.len() == 1,
            ([verb], [form]) => is_form_of(verb, form),
            _ => false,
        }
}

/// Whether two words are forms of one verb, by how they begin.
fn is_form_of(verb: &str, form: &str) -> bool {
    let letters = |word: &str| word.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<Vec<char>>();
    letters(verb).iter().zip(&letters(form)).take_while(|(a, b)| a == b).count() >= VERB
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

/// Quotation marks, and what stands before a word by which posts are found.
const MARKS: [char; 16] = ['"', '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '\'', '`', '「', '」', '『', '#'];

/// Whether words that somebody must write gave way to others: what stands in quotation marks, or behind "#", beside a word that
/// demands.
fn is_prescribed(exchange: &Exchange, hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let is_marked = |text: &str, at: &Range<usize>| {
        let head = text.get(..at.start).unwrap_or_default();
        let word = text.get(at.clone()).unwrap_or_default().trim_start();
        head.trim_end().ends_with(MARKS) || word.starts_with(MARKS)
    };
    let demands = words(after).iter().any(|word| MUST.contains(&word.as_str()));
    let sides = exchange.sides();
    demands
        && sides.iter().all(|side| !side.is_empty())
        && sides[0] != sides[1]
        && is_marked(before, &exchange.at[0])
        && is_marked(after, &exchange.at[1])
}

/// Whether a heading lost or got one word that says which of two holds: "Welcome tabs – Deprecated".
fn drops_an_answer([gone, come]: &[Vec<String>; 2]) -> bool {
    let is_answer = |side: &[String]| matches!(side, [word] if !is_small(word) && has_opposite(word));
    gone.is_empty() && is_answer(come) || come.is_empty() && is_answer(gone)
}

/// Whether a word turns a rule round where it takes the place of another.
pub(in crate::steps) fn has_opposite(word: &str) -> bool {
    WITH_OPPOSITE.0.contains(word) || WITH_OPPOSITE.1.iter().any(|beginning| word.starts_with(beginning))
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
