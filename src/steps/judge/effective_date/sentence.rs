//! What stands around a date in its sentence.

use std::ops::Range;

/// What parts sentences and what is as good as one, in any script.
const MARKS: [&str; 7] = [". ", "! ", "? ", "; ", "| ", "\n", "。"];

/// How far from a date its cue may stand, in bytes.
const REACH: usize = 90;

/// In bytes, what is surely more than a sentence has on one side of its date.
const SENTENCE: usize = 300;

/// What stands before that place in the same sentence, within reach.
pub(super) fn before(text: &str, end: usize) -> &str {
    part_before(text, end, REACH)
}

/// What stands after that place in the same sentence, within reach.
pub(super) fn after(text: &str, start: usize) -> &str {
    part_after(text, start, REACH)
}

/// The sentence that holds that place.
pub(super) fn around(text: &str, start: usize, end: usize) -> &str {
    text.get(bounds(text, start, end)).unwrap_or_default()
}

/// Where that sentence stands.
pub(super) fn bounds(text: &str, start: usize, end: usize) -> Range<usize> {
    let (head, tail) = (part_before(text, start, SENTENCE), part_after(text, end, SENTENCE));
    start - head.len()..end + tail.len()
}

/// The sentence before the one that holds that place, if it stands in the same block.
pub(super) fn preceding(text: &str, start: usize) -> &str {
    let begins = start - part_before(text, start, SENTENCE).len();
    let head = text.get(..begins).unwrap_or_default();
    if head.ends_with('\n') {
        return "";
    }
    let head = head.trim_end();
    let end = head.char_indices().last().map_or(0, |(at, _)| at);
    part_before(text, end, SENTENCE)
}

fn part_before(text: &str, end: usize, reach: usize) -> &str {
    let start = text.ceil_char_boundary(end.saturating_sub(reach));
    let window = text.get(start..end).unwrap_or_default();
    let is_end = |at: usize, mark: &str| !mark.starts_with('.') || !is_ordinal(&window[..at]);
    let stops = MARKS.iter().filter_map(|mark| {
        window.rmatch_indices(mark).find(|(at, _)| is_end(*at, mark)).map(|(at, mark)| at + mark.len())
    });
    window.get(stops.max().unwrap_or(0)..).unwrap_or_default()
}

fn part_after(text: &str, start: usize, reach: usize) -> &str {
    let end = text.floor_char_boundary(text.len().min(start.saturating_add(reach)));
    let window = text.get(start..end).unwrap_or_default();
    let is_end = |at: usize, mark: &str| !mark.starts_with('.') || !is_ordinal(&window[..at]);
    let stops =
        MARKS.iter().filter_map(|mark| window.match_indices(mark).find(|(at, _)| is_end(*at, mark)).map(|(at, _)| at));
    window.get(..stops.min().unwrap_or(window.len())).unwrap_or_default()
}

/// Whether a full stop behind it ends no sentence but the number of a day: "am 1. März".
fn is_ordinal(before: &str) -> bool {
    let digits = before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    (1..=2).contains(&digits)
}
