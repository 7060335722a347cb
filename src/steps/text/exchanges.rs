//! What gave way to what within a passage that stays.

use std::ops::Range;

use super::dates::find_dates;
use super::words::words;
use crate::model::{Edit, Hunk};

/// Words that gave way to others within a passage.
#[derive(Debug, Default)]
pub(super) struct Exchange {
    pub gone: String,
    pub come: String,
    /// Where they stand in the text before and in the text after.
    pub at: [Range<usize>; 2],
    /// Whether a part of them stands in a date.
    pub dates: bool,
}

impl Exchange {
    /// The words of both sides, in normal form.
    pub(super) fn sides(&self) -> [Vec<String>; 2] {
        [words(&self.gone), words(&self.come)]
    }
}

/// What gave way to what within a passage that was there before; none where it only came or went.
pub(super) fn exchanges(hunk: &Hunk) -> Vec<Exchange> {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return Vec::new() };
    let dates = [before, after].map(|text| find_dates(text).into_iter().map(|(range, _)| range).collect::<Vec<_>>());
    let mut found: Vec<Exchange> = Vec::new();
    let mut at = [0_usize; 2];
    let mut open = false;
    for edit in &hunk.edits {
        let (side, text) = match edit {
            Edit::Kept(text) => {
                at = at.map(|at| at + text.len());
                // A space between two exchanged words parts them no more than a word of them would.
                open = open && text.trim().is_empty() && !text.contains('\n');
                continue;
            }
            Edit::Removed(text) => (0, text),
            Edit::Added(text) => (1, text),
        };
        if !open {
            found.push(Exchange { at: at.map(|at| at..at), ..Exchange::default() });
            open = true;
        }
        if let Some(exchange) = found.last_mut() {
            let end = at[side] + text.len();
            exchange.dates |= dates[side].iter().any(|date| date.start < end && at[side] < date.end);
            let words = if side == 0 { &mut exchange.gone } else { &mut exchange.come };
            words.push_str(text);
            words.push(' ');
            at[side] = end;
            exchange.at[side].end = end;
        }
    }
    found
}

/// Whether a word is one of a list in which a star stands for any ending.
pub(super) fn fits(entry: &str, word: &str) -> bool {
    entry.strip_suffix('*').map_or(entry == word, |beginning| word.starts_with(beginning))
}
