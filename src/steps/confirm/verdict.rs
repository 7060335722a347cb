//! What a look can come to.

use jiff::Timestamp;

use crate::model::{Comparison, Edition, Hunk, Memory, Noise, Trouble};
use crate::steps::extract::Extract;

/// What a look came to.
#[derive(Debug)]
pub struct Settled {
    pub verdict: Verdict,
    /// As it is to be kept.
    pub memory: Memory,
    /// What differs and is held back, passage by passage; each hunk names its rule.
    pub held: Vec<Hunk>,
    /// Set where the page shows another edition than the reader's own: how it differs.
    pub instead: Option<Trouble>,
}

/// What the words come to.
#[derive(Debug)]
pub enum Verdict {
    /// Nothing was known: this is the base.
    First { extract: Box<Extract> },
    /// The words of the edition.
    Unchanged,
    /// Differs only in what is held back, or in ways that bear no words.
    Noise { noise: Noise },
    /// New words; they must be seen once more.
    Candidate,
    /// New words, seen twice.
    Confirmed(Box<Confirmed>),
    /// Another edition has stood long enough to be followed from now on: it becomes one of the page's.
    NewEdition { edition: Box<Edition> },
    /// Not the document.
    Unreadable(Trouble),
}

/// New words that stood the second look; where the comparison has no hunks, all of them are held back, and the text is
/// taken as it is now.
#[derive(Debug)]
pub struct Confirmed {
    /// The document with the confirmed words, and without those that must still be seen once more.
    pub extract: Extract,
    /// Its hunks say when each was first seen.
    pub comparison: Comparison,
    /// The first look that showed words of it.
    pub first_seen: Timestamp,
    /// The first look that showed all of it.
    pub shown_since: Timestamp,
    /// The last look that showed the words before.
    pub stood_until: Option<Timestamp>,
    /// When the text is one of before: when that was first seen.
    pub back_to: Option<Timestamp>,
    /// Whether the document was written anew.
    pub is_rewriting: bool,
    /// How the text differs from the reader's own where it has stood there long enough to take its place.
    pub instead: Option<Trouble>,
    /// The number of the edition whose text it is; 0 for the reader's own.
    pub edition: u32,
    /// What was told for another document of the host.
    pub elsewhere: Option<Elsewhere>,
}

/// Words that were told for another document of the host.
#[derive(Debug)]
pub struct Elsewhere {
    /// The watch for which they were told.
    pub watch: String,
    pub hunks: Vec<Hunk>,
}

impl Settled {
    pub(super) fn of(verdict: Verdict, memory: Memory) -> Self {
        Self { verdict, memory, held: Vec::new(), instead: None }
    }
}

impl Confirmed {
    /// A text all of which was first seen then.
    pub(super) fn of(extract: Extract, mut comparison: Comparison, first_seen: Timestamp) -> Self {
        for hunk in comparison.hunks.iter_mut().chain(&mut comparison.held) {
            hunk.first_seen = Some(first_seen);
        }
        Self::of_hunks(extract, comparison, first_seen)
    }

    /// A text whose hunks say themselves when they were first seen.
    #[must_use]
    pub fn of_hunks(extract: Extract, comparison: Comparison, first_seen: Timestamp) -> Self {
        Self {
            extract,
            comparison,
            first_seen,
            shown_since: first_seen,
            stood_until: None,
            back_to: None,
            is_rewriting: false,
            instead: None,
            edition: 0,
            elsewhere: None,
        }
    }
}
