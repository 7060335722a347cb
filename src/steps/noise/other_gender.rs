//! Rule: people are called in another form of gender ("Teilnehmer", "Teilnehmer:innen", "Teilnehmende").
//!
//! Evidence: in one language, a side calls people as both: by an ending behind a sign, by both forms joined, or by a form
//! that means both. Without that, both sides have the same words in the same order, but for such endings and for small words
//! of one initial (articles) that allow, forbid and demand nothing. Verdict: typography.

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
    (old.both || new.both)
        && old.words.len() == new.words.len()
        && old.words.iter().zip(&new.words).all(|(old, new)| are_forms(old, new, language) || are_articles(old, new))
}

/// The words of a text, those by which it calls people as both once.
struct People {
    words: Vec<String>,
    /// Whether it does so anywhere.
    both: bool,
}

impl People {
    fn read(text: &str, language: &Sections) -> Self {
        let (mut words, mut both) = (Vec::<String>::new(), false);
        let mut end = 0;
        text::each_word(text, |word, at| {
            let between = text.get(end..at.start).unwrap_or_default();
            if !words.is_empty() && SIGNS.contains(&between) && language.gender_endings.iter().any(|own| own == word) {
                both = true;
            } else {
                both |= bare(word, &language.both_genders).is_some();
                words.push(word.to_owned());
            }
            end = at.end;
        });
        let mut people = Self { words: Vec::new(), both };
        let mut at = 0;
        while let Some(word) = words.get(at) {
            people.words.push(word.clone());
            at += 1;
            // The second form, with an article or without.
            let is_joint = words.get(at).is_some_and(|word| JOINTS.contains(&word.as_str()));
            let article = usize::from(words.get(at + 1).is_some_and(|word| is_small(word)));
            let second = words.get(at + 1 + article).filter(|_| is_joint);
            if second.is_some_and(|second| second != word && are_forms(word, second, language)) {
                people.both = true;
                at += 2 + article;
            }
        }
        people
    }
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

fn are_articles(one: &str, other: &str) -> bool {
    let is_article = |word| is_small(word) && !is_modal_verb(word) && in_digits(word).is_none();
    is_article(one) && is_article(other) && one.chars().next() == other.chars().next()
}
