//! Rule: words that stood twice in a row stand once, or the other way round ("of the Agreement, of the Agreement").
//!
//! Evidence: nothing differs but words that are, one by one, those that stay right before them or right behind them; no number or sign is
//! among them (four stars are more than three), and no word that says no. Verdict: typography.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::model::Edit;
use crate::steps::text::languages::union;
use crate::steps::text::words;

/// Words that say no: said twice they are no slip.
static NEGATIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.negations).into_iter().collect());

/// Whether each edit says again, or no longer, what stands right beside it.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let edits = &difference.hunk.edits;
    let kept = |at: Option<usize>| match at.and_then(|at| edits.get(at)) {
        Some(Edit::Kept(text)) => words(text),
        _ => Vec::new(),
    };
    let says_again = |at: usize, text: &str| {
        let said = words(text);
        !said.is_empty()
            && said.iter().all(|word| word.chars().all(is_of_a_word) && !NEGATIONS.contains(word.as_str()))
            && (kept(at.checked_sub(1)).ends_with(&said) || kept(Some(at + 1)).starts_with(&said))
    };
    let mut changed = edits.iter().enumerate().filter(|(_, edit)| !matches!(edit, Edit::Kept(_))).peekable();
    changed.peek().is_some()
        && changed.all(|(at, edit)| match edit {
            Edit::Added(text) | Edit::Removed(text) => says_again(at, text),
            Edit::Kept(_) => true,
        })
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-')
}
