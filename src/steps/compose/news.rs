//! What there is to tell, and in whose name it is told.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::{
    Asset, BlindSpot, BothTexts, Change, Counterpart, Damaged, Decided, Duty, EditTaken, Halt, HeldSummary, NotRead,
    OtherEdition, Overtaken, Proposal, RefusedAddress, Reminder, ReplyKey, SameWords, Silence, Task, Watch, Welcome,
};

/// Everything that there is to tell; the letter takes what concerns its reader.
#[derive(Debug, Clone, Copy, Default)]
pub struct News<'a> {
    /// Changes not told before, in any order.
    pub changes: &'a [&'a Change],
    /// Changes told before that nobody has dealt with.
    pub open: &'a [&'a Change],
    /// What is to be done about changes told before.
    pub tasks: &'a [Task],
    /// What was decided since the last digest.
    pub decided: &'a [Task],
    /// What was decided about the changes of this letter.
    pub decisions: &'a [Decided],
    /// Days that come nearer.
    pub reminders: &'a [Reminder],
    /// What is watched, for the kinds of documents.
    pub watches: &'a [Watch],
    /// What the ids in assessments mean.
    pub assets: &'a [Asset],
    pub duties: &'a [Duty],
    /// What the changes' documents say in other languages.
    pub counterparts: &'a [Counterpart],
    /// In which other documents the changes' words came or went too.
    pub same_words: &'a [SameWords],
    /// The changes' whole texts, as far as they are at hand.
    pub texts: &'a [BothTexts],
    /// Pages that cannot be read now.
    pub blind: &'a [BlindSpot],
    /// Pages that cannot be read now and were told before; they never make a letter by themselves.
    pub still_blind: &'a [BlindSpot],
    /// Pages on which another edition stands since lately and is followed.
    pub editions: &'a [OtherEdition],
    /// Pages that could not be read and can be again.
    pub back: &'a [BlindSpot],
    /// Times in which nothing ran at all.
    pub silences: &'a [Silence],
    /// Edits of the watchlist that were taken.
    pub edits: &'a [EditTaken],
    /// Rows of the history that cannot be read.
    pub damages: &'a [Damaged],
    /// The unit whose last run failed: somebody else tells than who should have.
    pub failed: Option<&'a str>,
    /// Why rounds cannot do their work.
    pub halted: Option<&'a Halt>,
    /// What the watchlist could say better.
    pub proposals: &'a [Proposal],
    /// Letters that did not arrive.
    pub refused: &'a [RefusedAddress],
    /// Pages that should have been read in the last 24 hours, and how many of them were.
    pub looked_at: usize,
    pub readable: usize,
    /// Pages that were read when they were last due, and are not due every day.
    pub rarer: usize,
    /// Those of them that were not, by platform and document; blind spots are told by themselves.
    pub unread: &'a [NotRead],
    /// Earlier changes of the same documents that announced a day: it may have been put off.
    pub announced: &'a [Change],
    /// Those of the changes, and of what is open, of which nothing stands any more.
    pub overtaken: &'a [Overtaken],
    /// What was held back from readers in this span.
    pub held_back: Option<&'a HeldSummary>,
    /// What is watched, for a new reader.
    pub welcome: Option<&'a Welcome>,
    /// Message-ID of an earlier letter to this reader that these changes follow up.
    pub follows: Option<&'a str>,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// In whose name letters are written.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The sender, `Name <address>`.
    pub from: &'a str,
    pub zone: &'a TimeZone,
    /// Whom a reader asks to be left out; the sender where there is nobody else.
    pub contact: Option<&'a str>,
    /// Whether a digest with nothing to tell is sent all the same.
    pub all_quiet: bool,
    /// How many days before an announced day its calendar entry rings.
    pub reminders: &'a [i64],
    /// Where answers by mail are read; none: letters offer none.
    pub answers: Option<Answers<'a>>,
}

/// Where answers go, and the key of the codes by which they are believed.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    pub address: &'a str,
    pub key: &'a ReplyKey,
}

impl News<'_> {
    /// Whether there is news of what could be read and of what arrived.
    pub(super) const fn has_health(&self) -> bool {
        self.failed.is_some()
            || self.halted.is_some()
            || !self.silences.is_empty()
            || !self.damages.is_empty()
            || !self.edits.is_empty()
            || !self.blind.is_empty()
            || !self.editions.is_empty()
            || !self.back.is_empty()
            || !self.refused.is_empty()
            || !self.proposals.is_empty()
    }
}
