//! Rule: a heading said once more: an entry of a table of contents, or a heading that a reader found twice.
//!
//! Evidence: few words, the same as those of a heading that stands in both documents; or a heading itself, with the words
//! of a block that does. What the text leads to is part of it, and so is a table. What allows, forbids, demands or limits, and
//! an entry of a list, stands among other headings that are said again. Verdict: boilerplate.

use super::block_at::{BlockAt, rules_something};
use super::surroundings::Surroundings;

/// So many blocks around one may be a table of contents, and so many of them make it one.
const NEAR: usize = 6;
const SEVERAL: usize = 3;

/// Whether a block that came or went says a heading again.
pub(super) fn holds(block: BlockAt<'_>, around: &Surroundings) -> bool {
    let is_heading = |block: BlockAt<'_>| around.standing.get(&block.key()).is_some_and(|heading| *heading);
    let again = is_heading(block) || block.is_heading() && around.standing.contains_key(&block.key());
    let near = block.entry.saturating_sub(NEAR)..block.side.entries.len().min(block.entry + NEAR + 1);
    let is_among_headings = || {
        let others = near.map(|entry| BlockAt { entry, ..block }).filter(|other| !other.is_heading());
        others.filter(|other| is_heading(*other)).take(SEVERAL).count() == SEVERAL
    };
    again
        && block.is_short()
        && (block.is_heading() || !block.is_data() && !block.is_introduced())
        && (!block.is_item() && !rules_something(block.text()) || is_among_headings())
}
