//! Rule: the page around the text speaks of the house's wares and events ("Join our launch on 12 November").
//!
//! Evidence: the block stands in a part of the page of its own, outside of the part that holds the
//! document's paragraphs and beside what belongs to the site (menus, links, buttons); it is no longer than a teaser, no
//! table, names no rules, says from when nothing holds, and allows, forbids, demands or limits nothing. Verdict: boilerplate.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::block_at::{BlockAt, rules_something};
use super::dating;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// A teaser has no more words. The longest of the 41 of pages-2026 has 32.
const TEASER: usize = 40;

/// The words for rules as such.
static RULES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.rules));

/// What a house is worth and how many it serves ("$1.3B", "190+ countries", "10M+ users"): no rule sets such a limit.
static SUMS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[$€£¥]\s?\d[\d.,]*\s?(?:[BM]|bn|mn)\b\+?|\b\d[\d.,]*[KMB]\+|\b\d{3,}\+").ok());

/// Whether a block is a teaser.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    block.outside
        && !block.is_data()
        && block.words() <= TEASER
        && !rules_something(&without_sums(block.text()))
        && !names_rules(block.text())
        && !dating::says_from_when(block.text())
}

/// A text without what its house is worth and how many it serves.
pub(super) fn without_sums(text: &str) -> Cow<'_, str> {
    SUMS.as_ref().map_or(Cow::Borrowed(text), |sums| sums.replace_all(text, " "))
}

pub(super) fn names_rules(text: &str) -> bool {
    let text = text.to_lowercase();
    RULES.iter().any(|word| text.contains(word))
}
