//! Rule: buttons with questions to choose from, as the helpers on help pages offer them.
//!
//! Evidence: paragraphs of a few words, none of them a sentence, a rule or a limit, and a question among them, none with its
//! answer; or shorter ones beside, where much of what differs is such questions, and none below a question that stays; or
//! questions in a run of lines of a few words with the offer to ask something else, where the text introduces none of them.
//! Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::normal;
use super::questions::{is_answer, is_choice, is_question, lines, words};
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// What stands beside choices has no more words. Chosen on the pages of corpus 2022.
const BESIDE: usize = 6;

/// Whether a difference is one of such buttons: questions to choose from, or short lines beside them.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    is_choice(difference)
        || are_beside_the_offer(difference)
        || around.choices
            && lines(difference).is_some_and(|lines| lines.iter().all(|line| words(line) <= BESIDE))
            && !difference.blocks().any(|block| is_answer(block, |key| around.standing.contains_key(&key)))
}

/// The offer to ask something else, with which such a menu ends.
static OFFERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.other_questions));
/// A choice has no more words, and a menu no more of them.
const CHOICE: usize = 22;
const MENU: usize = 8;

/// Whether each of the blocks is a choice, or the offer itself, in a menu that ends in that offer.
fn are_beside_the_offer(difference: &DifferingBlocks<'_>) -> bool {
    difference.blocks().all(|block| {
        let run = (block.entry..block.side.entries.len()).take(MENU).map(|entry| BlockAt { entry, ..block });
        let mut run = run.take_while(|line| is_line_of_a_menu(*line));
        let offer = run.find(|line| OFFERS.contains(&normal(line.text()).as_str()));
        // "I consent to tracking" and weapons in a list may stand above such an offer, too.
        offer.is_some() && is_question(block.text()) && !block.is_introduced()
    })
}

/// Whether a block is a line of a few words that is neither a sentence nor a rule: to ask what is allowed rules nothing.
fn is_line_of_a_menu(block: BlockAt<'_>) -> bool {
    let text = block.text();
    !block.is_heading()
        && !block.is_data()
        && block.words() <= CHOICE
        && !text.ends_with(['.', ';', ':', ',', '!'])
        && (is_question(text) || !rules_something(text))
}
