//! Rule: a line that says a few words again and again is written for machines, as scripts measure fonts with it.
//!
//! Evidence: every line that differs is long and nothing in it but repetition; no sentence, list or table of any language
//! is. Verdict: boilerplate.

use std::collections::HashSet;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;

/// So many words in one of the lines are no rhetoric (the 16 passages of pages-2026 have from 40 to more than a thousand).
const LONG: usize = 24;
/// Each word of a line stands so often on average (7 to 400 in those passages; in sentences below 2).
const TIMES: usize = 4;

/// Whether every line that differs is such a line.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let lines = || difference.before().lines().chain(difference.after().lines()).map(repeated);
    lines().all(|words| words.is_some()) && lines().flatten().any(|words| words >= LONG)
}

/// How many words a line has that is nothing but repetition.
fn repeated(line: &str) -> Option<usize> {
    let (mut distinct, mut all) = (HashSet::new(), 0_usize);
    text::each_word(line, |word, _| {
        if all < LONG * 10 {
            distinct.insert(word.to_owned());
            all += 1;
        }
    });
    (distinct.len() * TIMES <= all).then_some(all)
}
