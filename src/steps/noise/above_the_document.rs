//! Rule: short items before the first heading and any sentence: the menu that comes before a document.
//!
//! Evidence: nothing but short blocks from the top down to it, a heading below, nothing that leads to it, and no rule; it is
//! a link or a label, and its list is none of links that say something. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::is_label;
use super::surroundings::Surroundings;

/// Whether every block of a difference stands in such a menu.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.blocks().all(is_above)
}

fn is_above(block: BlockAt<'_>) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    block.is_item()
        && block.side.section(block.entry).is_none()
        && (0..=block.entry).all(|entry| at(entry).is_short() && !rules_something(at(entry).text()))
        && !block.is_introduced()
        && (block.is_link() || is_label(block.text()))
        && !block.says_something()
        && (block.entry..block.side.entries.len()).any(|later| at(later).is_heading())
}
