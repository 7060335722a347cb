//! Rule: a line that says a few words again and again is written for machines, as scripts measure fonts with it.
//!
//! Evidence: the line is nothing but repetition, and it is long or beside one that is; no sentence, list or table of any
//! language is. Verdict: boilerplate.

use super::block_at::BlockAt;
use super::surroundings::Surroundings;
use crate::steps::text::repeated::{LONG, repeated};

/// Whether a block is such a line.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    let is_long = |block: BlockAt<'_>| repeated(block.text()).is_some_and(|words| words >= LONG);
    let is_beside = || {
        let entries = block.entry.checked_sub(1).into_iter().chain([block.entry + 1]);
        let mut beside = entries.filter(|entry| *entry < block.side.entries.len());
        beside.any(|entry| is_long(BlockAt { entry, ..block }))
    };
    !block.is_data() && repeated(block.text()).is_some_and(|words| words >= LONG || is_beside())
}
