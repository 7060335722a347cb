//! Rule: a small word that stood twice in a row stands once, or the other way round ("the the", "de de").
//!
//! Evidence: nothing differs but single words that are those right before them or right behind them, with nothing but a space
//! between; all of them came, or all of them went. None is a number or says no, and none stands in a row, an entry or in code:
//! "free | free" are two cells, "friends of friends" are other people than friends, and who is great great is another one, too. Verdict: typography.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::model::{Edit, Place};
use crate::steps::text::numbers::in_digits;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::turned::is_negation;
use crate::steps::text::words;

/// Whether each edit says again, or no longer, the word right beside it.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let edits = &difference.hunk.edits;
    let kept = |at: Option<usize>| match at.and_then(|at| edits.get(at)) {
        Some(Edit::Kept(text)) => text.as_str(),
        _ => "",
    };
    let says_again = |at: usize, text: &str| {
        let said = text.trim().to_lowercase();
        let (before, behind) = (kept(at.checked_sub(1)).to_lowercase(), kept(Some(at + 1)).to_lowercase());
        let neighbours =
            [before.split(' ').rfind(|word| !word.is_empty()), behind.split(' ').find(|word| !word.is_empty())];
        is_a_word(&said) && neighbours.into_iter().flatten().any(|word| word == said)
    };
    let changed = || edits.iter().enumerate().filter(|(_, edit)| !matches!(edit, Edit::Kept(_)));
    let is_one_way = changed().all(|(_, edit)| matches!(edit, Edit::Added(_)))
        || changed().all(|(_, edit)| matches!(edit, Edit::Removed(_)));
    changed().next().is_some()
        && is_one_way
        && difference.hunk.place == Place::Paragraph
        && changed().all(|(at, edit)| match edit {
            Edit::Added(text) | Edit::Removed(text) => says_again(at, text),
            Edit::Kept(_) => true,
        })
}

/// Whether it is one small word of letters that neither counts nor says no.
fn is_a_word(said: &str) -> bool {
    said.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
        && matches!(words(said).as_slice(), [word] if is_small(word) && !is_negation(word) && in_digits(word).is_none())
}
