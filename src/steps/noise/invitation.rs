//! Rule: the page asks its readers for their opinion or their address ("We'd love your feedback", "Subscribe to our newsletter").
//!
//! Evidence: blocks of a few words each came or went behind the last sentence of the text, above its title or beside it; one of
//! them begins with an invitation, or is one; none is data or led to by the text, names rules, or allows, forbids, demands or
//! limits: that sellers must subscribe is a rule. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::normal;
use super::outside_the_text::names_rules;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// With what invitations begin.
static INVITATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.invitations));
/// A block of an invitation has no more words, and an invitation no more blocks.
const LONGEST: usize = 30;
const BLOCKS: usize = 5;

/// Whether an invitation came or went.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.is_lone()
        && difference.blocks().take(BLOCKS + 1).count() <= BLOCKS
        && difference.blocks().any(|block| invites(block.text()))
        && difference.blocks().all(is_beside_the_text)
}

fn is_beside_the_text(block: BlockAt<'_>) -> bool {
    let behind = (block.entry + 1..block.side.entries.len()).map(|entry| BlockAt { entry, ..block });
    let is_last = || behind.take(BLOCKS * 2).all(|other| other.words() <= LONGEST && !other.is_heading());
    block.words() <= LONGEST
        && !block.is_data()
        && !block.is_introduced()
        && !rules_something(block.text())
        && !names_rules(block.text())
        && (block.outside || block.side.section(block.entry).is_none() || is_last())
}

/// Whether a text begins with an invitation.
fn invites(text: &str) -> bool {
    let words = format!("{} ", normal(text));
    INVITATIONS.iter().any(|invitation| words.strip_prefix(invitation).is_some_and(|rest| rest.starts_with(' ')))
}
