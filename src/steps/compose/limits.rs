//! How much a letter shows: the weightiest in full, and less of everything where it would grow too large.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::model::{Change, Direction, Kind, Tier};

/// Bytes as sent: Gmail clips messages above 102 kB, and what stands below the clip is not read.
pub(super) const LARGEST_HTML: usize = 95_000;

/// Changes that a chat shows with their words; a card of Teams holds less.
pub(super) const IN_CHAT: usize = 8;
pub(super) const IN_TEAMS: usize = 6;
/// Changes that a message after the first one names; with less than 230 letters each, every chat takes them.
pub(super) const IN_FURTHER_MESSAGE: usize = 35;
/// Messages that follow the first one at most: a chat lets nobody post without end.
const FURTHER_MESSAGES: usize = 5;
/// Changes that the messages of one letter name for sure, whatever the chat.
pub(super) const NAMED_IN_CHAT: usize = IN_TEAMS + FURTHER_MESSAGES * IN_FURTHER_MESSAGE;

/// What is shown at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Changes in full.
    pub cards: usize,
    /// Clauses of each.
    pub clauses: usize,
    /// Words of each side of a clause.
    pub words: usize,
    /// Changes in two lines.
    pub brief: usize,
    /// Words of each side of the one clause that such a change shows; 0: none.
    pub brief_words: usize,
    /// Other lists (to do, open, blind spots).
    pub lines: usize,
    /// Changes with prepared answers.
    pub answers: usize,
}

/// Tried in order until the letter is small enough; the last one always is.
pub(super) const STEPS: [Limits; 7] = [
    Limits { cards: 24, clauses: 5, words: 160, brief: 60, brief_words: 40, lines: 40, answers: 24 },
    Limits { cards: 24, clauses: 4, words: 100, brief: 60, brief_words: 24, lines: 40, answers: 24 },
    Limits { cards: 16, clauses: 4, words: 120, brief: 60, brief_words: 0, lines: 40, answers: 20 },
    Limits { cards: 12, clauses: 3, words: 80, brief: 50, brief_words: 0, lines: 30, answers: 16 },
    Limits { cards: 8, clauses: 2, words: 60, brief: 40, brief_words: 0, lines: 20, answers: 12 },
    Limits { cards: 5, clauses: 2, words: 50, brief: 25, brief_words: 0, lines: 12, answers: 8 },
    Limits { cards: 2, clauses: 1, words: 40, brief: 10, brief_words: 0, lines: 6, answers: 4 },
];

/// By what changes are sorted, the first ones first.
type Weight = (Reverse<Tier>, Reverse<usize>, Date, Reverse<Kind>, bool, Reverse<usize>, String);

/// Sorts changes: important ones, those that touch something of ours, those with the nearest date, and those of what must and
/// may be done come first; a fee that rose is two words, and a rewording many.
pub(super) fn weight(change: &Change) -> Weight {
    let judged = &change.assessment;
    (
        Reverse(judged.tier),
        Reverse(judged.assets.len().min(1)),
        judged.effective_date.unwrap_or(Date::MAX),
        Reverse(judged.kind),
        matches!(judged.direction, Direction::Neutral | Direction::Looser),
        Reverse(change.words_added + change.words_removed),
        change.id.clone(),
    )
}
