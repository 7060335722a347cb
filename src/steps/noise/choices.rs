//! Rule: buttons with questions to choose from, as the helpers on help pages offer them.
//!
//! Evidence: paragraphs of a few words, none of them a sentence, a rule or a limit, and a question among them, none with its
//! answer; or shorter ones beside, where much of what differs is such questions, and none below a question that stays.
//! Verdict: boilerplate.

use super::DifferingBlocks;
use super::questions::{is_answer, is_choice, lines, words};
use super::surroundings::Surroundings;

/// What stands beside choices has no more words. Chosen on the pages of corpus 2022.
const BESIDE: usize = 6;

/// Whether a difference is one of such buttons: questions to choose from, or short lines beside them.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    is_choice(difference)
        || around.choices
            && lines(difference).is_some_and(|lines| lines.iter().all(|line| words(line) <= BESIDE))
            && !difference.blocks().any(|block| is_answer(block, |key| around.standing.contains_key(&key)))
}
