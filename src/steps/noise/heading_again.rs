//! Rule: a heading said once more: an entry of a table of contents, or a heading that a reader found twice.
//!
//! Evidence: few words, the same as those of a heading that stands in both documents; or a heading itself, with the words
//! of a block that does. What the text leads to is part of it, and so is a table. Verdict: boilerplate.

use super::block_at::BlockAt;
use super::surroundings::Surroundings;

/// Whether a block that came or went says a heading again.
pub(super) fn holds(block: BlockAt<'_>, around: &Surroundings) -> bool {
    let again = around.standing.get(&block.key()).is_some_and(|heading| *heading || block.is_heading());
    again && block.is_short() && (block.is_heading() || !block.is_data() && !block.is_introduced())
}
