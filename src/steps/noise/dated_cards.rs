//! Rule: cards that lead to other articles behind the end of a document: a heading and a day each.
//!
//! Evidence: a heading with nothing below it but a day, or that day; several such cards stand in a row, a text of several
//! paragraphs stands before them and none behind them, and the heading allows, forbids, demands and limits nothing. A list
//! of documents has no such text before it. Verdict: boilerplate.

use super::block_at::{BlockAt, rules_something};
use super::dating::{DateLine, LONGEST};
use super::surroundings::Surroundings;

/// So many cards stand in a row.
const SEVERAL: usize = 2;
/// So many words in paragraphs before them are a document.
const TEXT: usize = 300;
/// A paragraph has so many words.
const PARAGRAPH: usize = 25;

/// Whether a block that came or went is of such a card.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    let length = block.side.entries.len();
    let is_card = |entry: usize| entry + 1 < length && is_head(at(entry)) && is_day(at(entry + 1));
    let Some(head) =
        [Some(block.entry), block.entry.checked_sub(1)].into_iter().flatten().find(|entry| is_card(*entry))
    else {
        return false;
    };
    let before = (0..head).rev().skip(1).step_by(2).take_while(|entry| is_card(*entry)).count();
    let behind = (head + 2..length).step_by(2).take_while(|entry| is_card(*entry)).count();
    let is_paragraph = |entry: &usize| at(*entry).words() >= PARAGRAPH;
    before + 1 + behind >= SEVERAL
        && (0..head).filter(is_paragraph).map(|entry| at(entry).words()).sum::<usize>() >= TEXT
        && !(head..length).any(|entry| is_paragraph(&entry))
}

fn is_head(block: BlockAt<'_>) -> bool {
    block.is_heading() && block.is_short() && !rules_something(block.text())
}

fn is_day(block: BlockAt<'_>) -> bool {
    !block.is_heading() && !block.is_data() && block.text().len() <= LONGEST && DateLine::read(block.text()).is_bare()
}
