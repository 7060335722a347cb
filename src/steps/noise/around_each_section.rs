//! Rule: the same text came or went so often that it belongs to the page around each section.
//!
//! Evidence: how often, under how many headings, that it allows, forbids, demands and limits nothing, and that it is a link or
//! a label, or stands outside of the text: a clause that stands in every section may change in every one. Verdict:
//! boilerplate.

use super::block_at::{BlockAt, rules_something};
use super::labels::is_label;
use super::surroundings::{Surroundings, Times};

/// Said that often in one change, a text belongs to the page. Chosen on the pages of corpus 2022.
const OFTEN: usize = 4;

/// Whether a block came or went that often.
pub(super) fn holds(block: BlockAt<'_>, around: &Surroundings) -> bool {
    around.times.get(&block.key()).is_some_and(|times| belongs_to_the_page(times, block))
}

/// Whether a block that comes or goes so often stands around sections.
pub(super) fn belongs_to_the_page(times: &Times, block: BlockAt<'_>) -> bool {
    let plain = (block.is_item() || block.is_data()) && block.block().links.is_empty();
    times.count >= OFTEN
        && (block.is_link() || is_label(block.text()) || block.outside)
        && !rules_something(block.text())
        && (!plain || times.headings.len() * OFTEN <= times.count)
}
