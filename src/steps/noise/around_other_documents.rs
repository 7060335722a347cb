//! Rule: what stands around the text of several documents of a host speaks of the house's wares.
//!
//! Evidence: the block stands outside of the part of the page that holds the document's paragraphs, beside what belongs to
//! the site, and another document of the host shows the same words; it is no table, no longer than such a text, names no
//! rules, says from when nothing holds, and demands, forbids and limits nothing: that something can be done with a ware is
//! no rule. Verdict: taken into the text untold.

use std::sync::LazyLock;

use super::dating;
use super::labels::normal;
use super::outside_the_text::{names_rules, without_sums};
use crate::model::{Block, BlockKind, count_words};
use crate::steps::text::languages::union;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;

/// Such a text has no more words a block. The longest of those in pages-2026 has 44.
const LONGEST: usize = 60;

/// Words by which a text says what a ware does.
static ABILITY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.ability));

/// Whether a block that stands around several documents, or stood there, may be such a text.
pub(in crate::steps) fn holds(block: &Block, is_gone: bool) -> bool {
    let rules = |text: &str| {
        // "No-code" and "must-have" are what a ware is.
        let is_compound = |word: &&str| word.trim_matches('-').contains('-');
        let simple: Vec<&str> = text.split_whitespace().filter(|word| !is_compound(word)).collect();
        let words = normal(&simple.join(" "));
        let others: Vec<&str> = words.split(' ').filter(|word| !ABILITY.contains(word)).collect();
        has_modal_verb(&others.join(" ")) || has_limit(&without_sums(text))
    };
    // That new terms come is news; that the news of them is gone is none.
    let is_news = || names_rules(&block.text) || dating::says_from_when(&block.text);
    !matches!(block.kind, BlockKind::Row | BlockKind::Code)
        && count_words(&block.text) <= LONGEST
        && (is_gone || !is_news())
        && !rules(&block.text)
}
