//! Rule: lines that are nothing but labels of buttons, menus and counters ("Yes", "Log in", "EN | DE").
//!
//! Evidence: each line is such a label or a number, and no bare number takes the place of another; nothing in the text leads to them,
//! no line above names what a number counts or what a word that has an opposite answers ("On", "Open"), none is in a table, and
//! an item stands in a list that is all labels and links. Short words in capitals are codes of languages where they stand as a
//! menu has them, and formats or places where a line names them or commas part them. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::copyright;
use super::labels::{is_codes, is_known, is_label, leads_on, normal};
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;
use crate::steps::text::turned::has_opposite;

/// What pages count of their readers.
static COUNTED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.counted.what));
/// A number with more letters is no counter.
const COUNTER: usize = 12;

/// Whether all that differs is labels that stand as labels do.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.blocks().all(stands_as_label)
        && (difference.is_lone() || difference.blocks().any(|block| !is_number(block.text())))
}

fn stands_as_label(block: BlockAt<'_>) -> bool {
    let is_way = |block: BlockAt<'_>| block.is_link() && leads_on(block.text()) && !rules_something(block.text());
    let is_one = |block: BlockAt<'_>| {
        is_label(block.text()) || is_number(block.text()) || copyright::is_copyright(block.text()) || is_way(block)
    };
    // Numbers alone are what a list is about, with labels or links they count pages.
    let is_menu = || {
        block.list().all(|other| is_one(other) || other.is_link())
            && block.list().any(|other| is_label(other.text()) || other.is_link())
    };
    let counts_what_is_named = || is_number(block.text()) && is_named(block);
    is_one(block)
        && !(is_value(block.text()) && block.is_named())
        && !(is_codes(block.text()) && !is_known(block.text()) && (block.is_named() || block.text().contains(',')))
        && !block.is_data()
        && !block.is_introduced()
        && !counts_what_is_named()
        && (!block.is_item() || is_menu())
}

/// Whether a label answers what the line above it names.
fn is_value(text: &str) -> bool {
    let words = normal(text);
    !words.contains(' ') && has_opposite(&words)
}

/// Whether a heading or a short line right above a number says what it counts.
fn is_named(number: BlockAt<'_>) -> bool {
    let above = number.entry.checked_sub(1).map(|entry| BlockAt { entry, ..number });
    above.is_some_and(|above| {
        let text = above.text();
        let is_counted = || COUNTED.contains(&normal(text).as_str());
        above.is_short()
            && !text.ends_with(['.', '!', '?', '。'])
            && !(is_label(text) || is_number(text) || is_counted())
    })
}

/// Whether a line is signs and digits only, and no limit.
fn is_number(line: &str) -> bool {
    let words = normal(line);
    words.len() < COUNTER && words.chars().all(|letter| !letter.is_alphabetic()) && !rules_something(line)
}
