//! Rule: a line that says a few words again and again is written for machines, as scripts measure fonts with it.
//!
//! Evidence: the line is nothing but repetition, and it is long or beside one that is; no sentence, list or table of any
//! language is. Verdict: boilerplate.

use std::collections::HashSet;

use super::block_at::BlockAt;
use super::surroundings::Surroundings;
use crate::steps::text;

/// So many words are no rhetoric (the 16 passages of pages-2026 have from 40 to more than a thousand).
const LONG: usize = 24;
/// Each word of a line stands so often on average (7 to 400 in those passages; in sentences below 2).
const TIMES: usize = 4;

/// Whether a block is such a line.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    let is_long = |block: BlockAt<'_>| repeated(block.text()).is_some_and(|words| words >= LONG);
    let is_beside = || {
        let entries = block.entry.checked_sub(1).into_iter().chain([block.entry + 1]);
        let mut beside = entries.filter(|entry| *entry < block.side.entries.len());
        beside.any(|entry| is_long(BlockAt { entry, ..block }))
    };
    !block.is_data() && repeated(block.text()).is_some_and(|words| words >= LONG || is_beside())
}

/// Words of fewer letters stand in tables, beside digits and signs.
const LETTERS: usize = 4;

/// How many words a line has that is nothing but repetition.
fn repeated(line: &str) -> Option<usize> {
    let (mut distinct, mut all, mut said) = (HashSet::new(), 0_usize, true);
    text::each_word(line, |word, _| {
        // Signs, and short words beside numbers, are the cells of a table.
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        said &= letters >= LETTERS || word.len() == 1 && word.starts_with(|letter: char| letter.is_ascii_digit());
        if all < LONG * 10 {
            distinct.insert(word.to_owned());
            all += 1;
        }
    });
    let letters = distinct.iter().filter(|word| word.len() > 1).count();
    (said && letters > 0 && distinct.len() * TIMES <= all).then_some(all)
}
