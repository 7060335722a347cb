//! What is never a new leave: a sentence that allows no more than a number, "covers may consist of at most 20 % text".
//!
//! Such a sentence has a word that allows, like a new feature, and no word that forbids; whoever is above the number has to
//! change what they did all the same.

use std::sync::LazyLock;

use crate::model::{Edit, Hunk};
use crate::steps::judge::why::signs::any;
use crate::steps::text::languages::{group, union};
use crate::steps::text::numbers::in_digits;
use crate::steps::text::tokens::{joined, words};
use crate::steps::text::way::binds_the_house;

/// So many words may stand between "at most" and its number.
const NEAR: usize = 2;

/// "At most" and the like, in joined words.
static PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| group(|words| &words.amounts, "no_more_than").into_iter().map(joined).collect());
/// The same, and "up to", which may be an offer.
static BOUNDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = ["at_most", "no_more_than"].into_iter().flat_map(|key| group(|words| &words.amounts, key));
    all.map(joined).collect()
});
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));

/// Whether a sentence allows somebody other than the house no more than a number.
pub(in crate::steps::judge) fn caps(sentence: &str) -> bool {
    let text = joined(sentence);
    let bounds = |phrase: &String| {
        let mut found = text.match_indices(phrase.as_str());
        found.any(|(at, _)| words(&text[at + phrase.len()..]).take(NEAR + 1).any(is_number))
    };
    let allows = || any(&["leave"], &text) || words(&text).any(|word| MAY.contains(&word));
    PHRASES.iter().any(bounds) && allows() && !binds_the_house(sentence)
}

/// Whether a passage came, or became one, that allows no more than a number, where no number bounded it before: which way a bound
/// moved is for [`amounts`](crate::steps::text::amounts) to tell.
pub(in crate::steps::judge) fn comes(hunks: &[Hunk]) -> bool {
    let caps_something = |hunk: &Hunk| {
        let is_cap = |text: &Option<String>| text.as_deref().is_some_and(|text| sentences(text).any(caps));
        let bounded =
            |text: &str| words(text).any(is_number) || BOUNDS.iter().any(|phrase| text.contains(phrase.as_str()));
        let counted = |edit: &Edit| matches!(edit, Edit::Removed(text) if bounded(&joined(text)));
        is_cap(&hunk.after) && !is_cap(&hunk.before) && !hunk.edits.iter().any(counted)
    };
    hunks.iter().any(caps_something)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit()) || in_digits(word).is_some()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';', '!', '?']).flat_map(|line| line.split(". "))
}
