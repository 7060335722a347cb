//! Lines that say a few words again and again, as scripts measure fonts with them.

use std::collections::HashSet;

/// So many words are no rhetoric (the 16 passages of pages-2026 have from 40 to more than a thousand).
pub(in crate::steps) const LONG: usize = 24;
/// Each word of a line stands so often on average (7 to 400 in those passages; in sentences below 2).
const TIMES: usize = 4;
/// Words of fewer letters stand in tables, beside digits and signs.
const LETTERS: usize = 4;

/// How many words a line has that is nothing but repetition.
pub(in crate::steps) fn repeated(line: &str) -> Option<usize> {
    if has_a_short_word(line) {
        return None;
    }
    let (mut distinct, mut all, mut said) = (HashSet::new(), 0_usize, true);
    super::each_word(line, |word, _| {
        // Signs, and short words beside numbers, are the cells of a table.
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        said &= letters >= LETTERS || word.len() == 1 && word.starts_with(|letter: char| letter.is_ascii_digit());
        if said && all < LONG * 10 {
            distinct.insert(word.to_owned());
            all += 1;
        }
    });
    if !said {
        return None;
    }
    let letters = distinct.iter().filter(|word| word.len() > 1).count();
    (letters > 0 && distinct.len() * TIMES <= all).then_some(all)
}

/// Whether a word of a few letters stands in a line, as in nearly every sentence: it is told so without reading all of it.
fn has_a_short_word(line: &str) -> bool {
    let is_short = |word: &str| word.len() < LETTERS && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    line.split_ascii_whitespace().any(is_short)
}
