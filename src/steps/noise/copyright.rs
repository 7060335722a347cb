//! Rule: the line at a page's foot that says whose it is ("© 2026 Example Inc.").
//!
//! Evidence: the sign, few words, and nothing allowed, forbidden or limited. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::rules_something;
use super::surroundings::Surroundings;

/// Such a line has no more words. Chosen on the pages of corpus 2022.
const LINE: usize = 10;
/// The sign, and what is written for it.
const SIGNS: [&str; 2] = ["©", "copyright (c)"];

/// Whether each side is such a line, or nothing.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let both = [difference.before(), difference.after()];
    both.into_iter().all(|text| text.is_empty() || is_copyright(text))
}

/// Whether a text says whose the page is, and nothing else.
pub(super) fn is_copyright(text: &str) -> bool {
    let lower = text.to_lowercase();
    SIGNS.iter().any(|sign| lower.contains(sign)) && text.split_whitespace().count() <= LINE && !rules_something(text)
}
