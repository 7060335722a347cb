//! Rule: nothing differs but letters that one side has lost on the way ("für" → "f\u{fffd}r").
//!
//! Evidence: one side is the other to the letter, but for marks of lost letters, or question marks within words, which it has
//! exactly where the other has letters beyond ASCII. Verdict: mark-up.

use super::DifferingBlocks;
use super::surroundings::Surroundings;

/// What stands where a letter was lost.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// Whether one side is a damaged copy of the other.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    is_copy(before, after) || is_copy(after, before)
}

/// Whether a text is another one with letters lost.
fn is_copy(damaged: &str, whole: &str) -> bool {
    if !damaged.contains([LOST, '?']) {
        return false;
    }
    let (mut marks, mut letters) = (damaged.chars().peekable(), whole.chars().peekable());
    let (mut has_lost, mut last) = (false, ' ');
    while let Some(mark) = marks.next() {
        // A question mark at the end of a word asks.
        let is_within =
            last.is_alphanumeric() && marks.peek().is_some_and(|next| next.is_alphanumeric() || *next == '?');
        let is_lost = mark == LOST || mark == '?' && is_within && letters.peek() != Some(&'?');
        last = mark;
        if !is_lost {
            if letters.next() != Some(mark) {
                return false;
            }
            continue;
        }
        let mut run = 1;
        while marks.next_if_eq(&mark).is_some() {
            run += 1;
        }
        let is_losable = |letter: &char| !letter.is_ascii() && *letter != LOST;
        // A space that does not break is beyond ASCII, too, and is kept as a plain one.
        let found = usize::from(mark == LOST && letters.next_if_eq(&' ').is_some());
        let found = (found..run).take_while(|_| letters.next_if(is_losable).is_some()).count() + found;
        if found == 0 {
            return false;
        }
        has_lost = true;
        last = 'x';
    }
    has_lost && letters.next().is_none()
}
