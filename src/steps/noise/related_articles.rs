//! Rule: what stands under "Related articles" and the like, or begins with such a heading.
//!
//! Evidence: the heading, and below it nothing but entries: short lines, none of them a sentence or a rule. What is
//! written in sentences under such a heading is told. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// Headings of what is beside the document, in normal form.
static BESIDE: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.related));
/// An entry has no more words. Chosen on the pages of corpus 2022.
const ENTRY: usize = 12;

/// Whether entries of such a list differ.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let begins = |text: &str| text.lines().next().is_none_or(is_beside);
    let under = difference.hunk.heading.last().is_some_and(|heading| is_beside(heading));
    (under || begins(difference.before()) && begins(difference.after())) && are_entries(difference)
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
