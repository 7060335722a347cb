//! Rule: letters written as two ("für", "fuer"; "groß", "gross").
//!
//! Evidence: both sides have the same words in the same order, and each that differs is the other with such letters written as
//! two. Some pairs of words differ in one of these alone ("Maße", "Masse"), so a word with a letter that means so goes only with
//! another word. Verdict: typography.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages;

/// Letters and how they are written as two.
static AS_TWO: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let pairs = languages::all().flat_map(|words: &'static languages::Sections| &words.letters_as_two);
    pairs.map(|(from, to)| (from.as_str(), to.as_str())).collect()
});
/// So many words that differ leave no doubt.
const SEVERAL: usize = 2;

/// Whether nothing differs but how such letters are written.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (normal(difference.before()), normal(difference.after()));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let differing = || old.iter().zip(&new).filter(|(old, new)| old != new);
    let is_sure = |(old, new): (&&str, &&str)| {
        let letters: Vec<char> = old.chars().chain(new.chars()).filter(|letter| is_written_as_two(*letter)).collect();
        letters.iter().any(|letter| *letter != 'ß')
    };
    old.len() == new.len()
        && differing().count() > 0
        && differing().all(|(old, new)| as_two(old) == as_two(new))
        && (differing().count() >= SEVERAL || differing().any(is_sure))
}

fn is_written_as_two(letter: char) -> bool {
    AS_TWO.iter().any(|(from, _)| from.starts_with(letter))
}

fn as_two(word: &str) -> String {
    AS_TWO.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}
