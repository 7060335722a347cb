//! Rule: people are called in another form of gender ("Teilnehmer", "Teilnehmer:innen", "Teilnehmende").
//!
//! Evidence: in one language, a side calls people as both: by an ending behind a sign, by both forms joined, or by a form
//! that means both. Without that, both sides have the same words in the same order, but for such endings and for small words
//! of one initial (articles) that allow, forbid and demand nothing. Who calls one gender alone calls others. Verdict: typography.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages::{self, Sections, union};
use crate::steps::text::modal_verbs::is_modal_verb;
use crate::steps::text::numbers::in_digits;
use crate::steps::text::stopwords::is_small;

/// A stem has at least so many letters.
const STEM: usize = 4;
/// In bytes, what is surely more than a paragraph.
const PASSAGE: usize = 4000;
/// What stands between a word and the ending that makes it mean both.
const SIGNS: [&str; 9] = [":", "*", "_", "·", "•", "/", "/-", "(", "."];

/// What joins both forms.
static JOINTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.conjunctions));

/// Whether nothing differs but forms of gender.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    !before.is_empty()
        && !after.is_empty()
        && before.len().max(after.len()) <= PASSAGE
        && languages::all().any(|language| are_alike(before, after, language))
}

fn are_alike(before: &str, after: &str, language: &Sections) -> bool {
    let (old, new) = (People::read(before, language), People::read(after, language));
    // Who was named in both forms and is named in the one of women alone is half of the people.
    let names_one_only = |here: &People, there: &People| {
        let is_half = |(at, of_women): &(usize, String)| here.words.get(*at) == Some(of_women);
        !here.both && there.in_two.iter().any(is_half)
    };
    (old.both || new.both)
        && !names_one_only(&old, &new)
        && !names_one_only(&new, &old)
        && old.words.len() == new.words.len()
        && (0..old.words.len()).all(|at| {
            let (one, other) = (&old.words[at], &new.words[at]);
            are_forms(one, other, language) || are_articles(one, other) || old.means(at, other) || new.means(at, one)
        })
}

/// The words of a text, those by which it calls people as both once.
struct People {
    words: Vec<String>,
    /// Whether it does so anywhere.
    both: bool,
    /// Where it does so by both forms, joined, and that of women.
    in_two: Vec<(usize, String)>,
    /// What stands behind a sign that parts it from a small word: its ending, or the word for the other gender.
    others: BTreeMap<usize, String>,
}

impl People {
    /// Whether the word there, with what a sign parts from it, means a word of one gender.
    fn means(&self, at: usize, word: &str) -> bool {
        let (Some(own), Some(other)) = (self.words.get(at), self.others.get(&at)) else { return false };
        own == word || other == word || word.strip_prefix(own.as_str()) == Some(other.as_str())
    }

    fn read(text: &str, language: &Sections) -> Self {
        let (mut words, mut both) = (Vec::<String>::new(), false);
        let mut others: BTreeMap<usize, String> = BTreeMap::new();
        let mut end = 0;
        text::each_word(text, |word, at| {
            let between = text.get(end..at.start).unwrap_or_default();
            let is_joined = SIGNS.contains(&between);
            let last = words.last().map(String::as_str).unwrap_or_default();
            // "Y/o" joins, and calls nobody.
            let is_ending = || !JOINTS.contains(&last) && language.gender_endings.iter().any(|own| own == word);
            if !words.is_empty() && is_joined && is_ending() {
                both = true;
            } else if is_joined && is_second_form(last, word, language) {
                // "Jede*r", "ein*e", "der*die", "seinen*ihren".
                both = true;
                others.insert(words.len() - 1, word.to_owned());
            } else {
                both |= means_both(text.get(at.clone()).unwrap_or_default(), word, language);
                words.push(word.to_owned());
            }
            end = at.end;
        });
        let mut people = Self { words: Vec::new(), both, in_two: Vec::new(), others: BTreeMap::new() };
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if let Some(other) = others.remove(&at) {
                people.others.insert(people.words.len(), other);
            }
            people.words.push(word.clone());
            at += 1;
            // The second form, with an article or without.
            let is_joint = words.get(at).is_some_and(|word| JOINTS.contains(&word.as_str()));
            let article = usize::from(words.get(at + 1).is_some_and(|word| is_small(word)));
            let second = words.get(at + 1 + article).filter(|_| is_joint);
            if let Some(second) = second.filter(|second| *second != word && are_forms(word, second, language)) {
                people.both = true;
                // The form of women is the longer one, or, in the daughters of Latin, the one in -a.
                let place = |form: &String| (form.len(), form.trim_end_matches('s').ends_with('a'));
                let of_women = if place(second) > place(word) { second } else { word };
                people.in_two.push((people.words.len() - 1, of_women.clone()));
                at += 2 + article;
            }
        }
        people
    }
}

/// Whether a word means both by its form: `Teilnehmende`, `TeilnehmerInnen`, and not `Teilnehmerinnen`.
fn means_both(written: &str, word: &str, language: &Sections) -> bool {
    let endings = language.both_genders.iter().filter(|ending| word.ends_with(ending.as_str()));
    let mut endings = endings.filter(|ending| bare(word, std::slice::from_ref(ending)).is_some());
    endings.any(|ending| {
        // An ending that only goes on one for a single person means both where it is set off by its case.
        let goes_on = language.gender_endings.iter().any(|other| other != ending && ending.starts_with(other.as_str()));
        let is_set_off = || {
            written
                .len()
                .checked_sub(ending.len())
                .and_then(|from| written.get(from..))
                .is_some_and(|end| end.starts_with(char::is_uppercase) && !written.chars().all(char::is_uppercase))
        };
        !goes_on || is_set_off()
    })
}

/// A word without such an ending.
fn bare<'a>(word: &'a str, endings: &[String]) -> Option<&'a str> {
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
    stems.filter(|stem| stem.chars().count() >= STEM).min_by_key(|stem| stem.len())
}

/// Whether two words are the same but for such an ending.
fn are_forms(one: &str, other: &str, language: &Sections) -> bool {
    let stem = |word| bare(word, &language.gender_endings);
    one == other || stem(one).unwrap_or(one) == stem(other).unwrap_or(other)
}

/// Whether what a sign parts from a small word is an ending of it, or the small word for the other gender.
fn is_second_form(word: &str, second: &str, language: &Sections) -> bool {
    let knows = |word: &str| language.gender_words.iter().any(|pair| pair.0 == word || pair.1 == word);
    language.gender_words.iter().any(|(one, other)| one == word && other == second)
        || second.chars().count() == 1 && knows(&format!("{word}{second}"))
}

fn are_articles(one: &str, other: &str) -> bool {
    let is_article = |word| is_small(word) && !is_modal_verb(word) && in_digits(word).is_none();
    is_article(one) && is_article(other) && one.chars().next() == other.chars().next()
}
