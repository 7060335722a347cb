//! Rule: blocks that are hardly more than several links in a row: a menu or footer.
//!
//! Evidence: at least four links that make up most of the text, in no table; nothing leads to them, nothing is
//! allowed, forbidden or limited, and they stand at the edge of the page, which is more than links. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::{BlockAt, linked, rules_something};
use super::surroundings::Surroundings;

/// So many links make a row. Chosen on the pages of corpus 2022.
const SEVERAL: usize = 4;
/// So many bytes in a hundred are text of links. Chosen on the pages of corpus 2022.
const SHARE: usize = 70;

/// Whether every block of a difference is such a row.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    !around.is_hub && difference.blocks().all(is_row)
}

fn is_row(at: BlockAt<'_>) -> bool {
    let block = at.block();
    block.links.len() >= SEVERAL
        && linked(block) * 100 >= block.text.len() * SHARE
        && !at.is_data()
        && !at.is_introduced()
        && !rules_something(at.text())
        && at.is_at_the_edge(block.links.iter().map(|link| link.text.as_str()))
}
