//! Rule: lines that are nothing but labels of buttons, menus and counters ("Yes", "Log in", "EN | DE").
//!
//! Evidence: each line is such a label or a number, and no bare number takes the place of another; nothing in the text leads to them,
//! none is in a table, and an item stands in a list that is all labels and links. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::copyright;
use super::labels::{is_label, normal};
use super::surroundings::Surroundings;

/// A number with more letters is no counter.
const COUNTER: usize = 12;

/// Whether all that differs is labels that stand as labels do.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.blocks().all(stands_as_label)
        && (difference.is_lone() || difference.blocks().any(|block| !is_number(block.text())))
}

fn stands_as_label(block: BlockAt<'_>) -> bool {
    let is_one =
        |block: BlockAt<'_>| is_label(block.text()) || is_number(block.text()) || copyright::is_copyright(block.text());
    is_one(block)
        && !block.is_data()
        && !block.is_introduced()
        && (!block.is_item() || block.list().all(|other| is_one(other) || other.is_link()))
}

/// Whether a line is signs and digits only, and no limit.
fn is_number(line: &str) -> bool {
    let words = normal(line);
    words.len() < COUNTER && words.chars().all(|letter| !letter.is_alphabetic()) && !rules_something(line)
}
