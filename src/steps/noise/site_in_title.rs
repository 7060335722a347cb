//! Rule: a title lost or got the name of the site behind a bar ("Privacy Policy | Example").
//!
//! Evidence: a heading or a paragraph, not a row of a table; one side is the beginning of the other, and a bar and a few
//! words that rule nothing follow. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::surroundings::Surroundings;

/// In bytes, a name of a site and its bar are no longer. Chosen on the pages of corpus 2022.
const NAME: usize = 60;

/// Whether two titles differ only in the name of the site.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let (shorter, longer) = if before.len() < after.len() { (before, after) } else { (after, before) };
    let rest = longer.strip_prefix(shorter.trim_end()).filter(|_| !shorter.is_empty());
    let is_name = |rest: &str| {
        rest.trim_start().starts_with('|') && rest.len() < NAME && !rest.contains('\n') && !rules_something(rest)
    };
    rest.is_some_and(is_name) && !difference.blocks().any(BlockAt::is_data)
}
