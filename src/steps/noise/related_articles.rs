//! Rule: what stands under "Related articles" and the like, or begins with such a heading.
//!
//! Evidence: the heading, and below it nothing but entries: short lines, none of them a sentence or a rule; or teasers, each a
//! link from its first word to its last, that name no rules. What is
//! written in sentences under such a heading is told. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::normal;
use super::outside_the_text::names_rules;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// Headings of what is beside the document, in normal form.
static BESIDE: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.related));
/// An entry has no more words. Chosen on the pages of corpus 2022.
const ENTRY: usize = 12;
/// A teaser has no more words.
const TEASER: usize = 40;

/// Whether entries of such a list differ.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let begins = |text: &str| text.lines().next().is_none_or(is_beside);
    let under = difference.hunk.heading.last().is_some_and(|heading| is_beside(heading));
    let within = || difference.hunk.heading.iter().any(|heading| is_beside(heading));
    (under || begins(difference.before()) && begins(difference.after())) && are_entries(difference)
        || (within() || difference.blocks().all(stands_within)) && difference.blocks().all(is_teaser)
}

/// Whether a heading of what is beside the document stands above a block.
fn stands_within(block: BlockAt<'_>) -> bool {
    is_beside(block.text()) || block.side.heading(block.entry).iter().any(|heading| is_beside(heading))
}

/// Whether a block is all link, or such a heading, and rules nothing.
fn is_teaser(block: BlockAt<'_>) -> bool {
    is_beside(block.text())
        || block.is_link()
            && block.words() <= TEASER
            && !block.is_data()
            && !rules_something(block.text())
            && !names_rules(block.text())
}

fn is_beside(line: &str) -> bool {
    BESIDE.contains(&normal(line).as_str())
}

/// Whether all lines are short, and none is a sentence, part of a table or a rule.
pub(super) fn are_entries(difference: &DifferingBlocks<'_>) -> bool {
    let is_entry = |line: &str| {
        line.split_whitespace().count() <= ENTRY
            && !line.ends_with(['.', ';'])
            && (is_beside(line) || !rules_something(line))
    };
    difference.before().lines().chain(difference.after().lines()).all(is_entry)
        && !difference.blocks().any(BlockAt::is_data)
}
