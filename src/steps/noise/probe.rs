//! Rule: a line in which one word stands again and again is written for machines, as scripts measure fonts with it.
//!
//! Evidence: on every line that differs one and the same word stands many times in a row and makes up nearly all of it; no
//! sentence of any language does that. Verdict: boilerplate.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;

/// So many times in a row is no rhetoric (seen in 16 passages of pages-2026, each with more than a hundred).
const IN_A_ROW: usize = 12;
/// So many of a hundred words of the line.
const NEARLY_ALL: usize = 80;

/// Whether every line that differs is such a line.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.before().lines().chain(difference.after().lines()).all(is_probe)
}

fn is_probe(line: &str) -> bool {
    let (mut last, mut run, mut longest, mut all) = (String::new(), 0_usize, 0_usize, 0_usize);
    text::each_word(line, |word, _| {
        run = if word == last { run + 1 } else { 1 };
        word.clone_into(&mut last);
        longest = longest.max(run);
        all += 1;
    });
    longest >= IN_A_ROW && longest * 100 >= all * NEARLY_ALL
}
