//! Whether a text points to the items of its lists by their numbers: "Rule 4".

use crate::steps::text::limits::has_limit;

/// As far around a number is looked at, in bytes.
const NEAR: usize = 24;

/// An item has no higher number: three digits.
const MOST: usize = 999;

/// Whether a list of Markdown begins with another number than the first, and the text points to one of its items.
pub(super) fn matters(source: &str) -> bool {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for line in source.lines() {
        let Some(number) = number(line) else { continue };
        match ranges.last_mut() {
            Some((_, last)) if number == *last + 1 => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let mut reached = [false; MOST + 2];
    for (from, to) in ranges.into_iter().filter(|(first, _)| *first > 1) {
        reached[from - 1..=to + 1].fill(true);
    }
    reached.contains(&true) && points_to(source, |number: usize| reached.get(number).is_some_and(|is| *is))
}

/// The number with which a line begins, as those of lists do.
fn number(line: &str) -> Option<usize> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let is_item = digits <= 3 && (rest.starts_with(". ") || rest.starts_with(") "));
    number.parse().ok().filter(|_| is_item)
}

/// Whether such a number stands behind a word, and counts nothing.
pub(super) fn points_to(source: &str, is_one: impl Fn(usize) -> bool) -> bool {
    let mut from = 0;
    while let Some(at) = source[from..].find(|letter: char| letter.is_ascii_digit()).map(|at| from + at) {
        let digits = source[at..].bytes().take_while(u8::is_ascii_digit).count();
        from = at + digits;
        let before = source[..at].strip_suffix(' ').or_else(|| source[..at].strip_suffix("&nbsp;"));
        let is_behind_a_word = before.is_some_and(|before| before.ends_with(char::is_alphabetic));
        let number = source[at..from].parse().ok().filter(|_| digits <= 3 && is_behind_a_word);
        if number.is_some_and(&is_one) {
            let start = source.floor_char_boundary(at.saturating_sub(NEAR));
            let end = source.floor_char_boundary(from.saturating_add(NEAR).min(source.len()));
            if !has_limit(
                source[start..end]
                    .split(['<', '>'])
                    .find(|piece| piece.contains(&source[at..from]))
                    .unwrap_or_default(),
            ) {
                return true;
            }
        }
    }
    false
}
