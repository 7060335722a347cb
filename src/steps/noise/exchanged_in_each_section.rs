//! Rule: the same text took the place of the same text so often that both belong to the page around each section.
//!
//! Evidence: how often the two were exchanged, under how many headings, that neither allows, forbids, demands or limits
//! anything, and that both are links or labels, or stand outside of the text. Verdict: boilerplate.

use super::DifferingBlocks;
use super::around_each_section::belongs_to_the_page;
use super::surroundings::{Surroundings, keys};

/// Whether every block of a difference is exchanged that often.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let times = around.pairs.get(&keys(difference.group, difference.old, difference.new));
    !difference.is_lone()
        && times.is_some_and(|times| difference.blocks().all(|block| belongs_to_the_page(times, block)))
}
