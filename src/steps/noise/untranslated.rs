//! Rule: the page says that it, or some of it, is not there in a language yet ("Some of the content of this page isn't
//! available in German yet").
//!
//! Evidence: one sentence that came or went alone, speaks of the page itself, says that something is missing and names a
//! language; it allows, forbids and limits nothing: in which language help is given is a rule. Verdict: language.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::labels::normal;
use super::language_menu::Share;
use super::outside_the_text::names_rules;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// By what a page says that something is not there in a language, and what it calls itself; both in normal form.
static MISSING: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.untranslated));
static ITSELF: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.the_page));
/// The notice on the pages of corpus 2022 has 14 words.
const LONGEST: usize = 24;

/// Whether such a notice came or went.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.is_lone() && difference.blocks().count() == 1 && difference.blocks().all(is_notice)
}

fn is_notice(block: BlockAt<'_>) -> bool {
    if block.words() > LONGEST || block.is_data() || block.is_introduced() {
        return false;
    }
    let words = format!(" {} ", normal(block.text()));
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(&format!(" {phrase} ")));
    says(&MISSING) && says(&ITSELF) && Share::of(block.text()).names > 0 && !names_rules(block.text())
}
