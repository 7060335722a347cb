//! Rule: the headings of a document got numbers, or lost them ("Listings", "Section 1: Listings").
//!
//! Evidence: nothing differs in these headings but a number before them, with or without the word for a part of a document;
//! several headings of that document have such numbers, and each follows the one before it. Verdict: typography.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::surroundings::Surroundings;
use crate::model::BlockKind;
use crate::steps::diff::side::Side;
use crate::steps::text::languages::{all, union};
use crate::steps::text::words;

/// What parts of documents are called, in normal form.
static PARTS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let named = all().flat_map(|words| words.numbered_headings.iter().map(|name| name.to_lowercase().replace('.', "")));
    let pointed_to = union(|words| &words.numbered_parts).into_iter().map(str::to_owned);
    named.chain(pointed_to).filter(|name| name.chars().all(char::is_alphabetic)).collect()
});
/// So many headings in a row count: one number, or two, may be a rule.
const SEVERAL: usize = 3;
/// A document has no more sections.
const LARGEST: u32 = 99;

/// Whether nothing but the numbers of sections came or went.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (old, new) = (&difference.group.old, &difference.group.new);
    if old.is_empty() || old.len() != new.len() || !difference.blocks().all(BlockAt::is_heading) {
        return false;
    }
    let pairs = old.iter().zip(new).map(|(from, to)| {
        let (before, after) = (&difference.old.block(*from).text, &difference.new.block(*to).text);
        let (was, is) = (numbered(before), numbered(after));
        match (was, is) {
            (None, Some((number, rest))) => (rest == words(before)).then_some((difference.new, number)),
            (Some((number, rest)), None) => (rest == words(after)).then_some((difference.old, number)),
            _ => None,
        }
    });
    let Some(pairs) = pairs.collect::<Option<Vec<_>>>() else { return false };
    pairs.iter().all(|(side, number)| counts(side, *number))
}

/// Whether a number stands in a run of headings that count.
fn counts(side: &Side<'_>, number: u32) -> bool {
    let headings = side.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    let numbers: Vec<u32> = headings.filter_map(|block| Some(numbered(&block.text)?.0)).collect();
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    runs.into_iter().any(|run| run.len() >= SEVERAL && run.first() == Some(&1) && run.contains(&number))
}

/// The number before a heading, and the words behind it.
fn numbered(text: &str) -> Option<(u32, Vec<String>)> {
    let mut words = words(text);
    if words.first().is_some_and(|first| PARTS.contains(first)) {
        words.remove(0);
    }
    let number = words.first()?.parse().ok().filter(|number| (1..=LARGEST).contains(number))?;
    words.remove(0);
    (!words.is_empty()).then_some((number, words))
}
