//! What is remembered of a page beside its versions, so that flicker stays silent and no edition of its text is lost.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Document, Region, Trouble};

/// Kept per page by the store, as it is. It stays small however long the page is watched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// What the reader's own edition has shown: the one whose last text is the last version.
    #[serde(flatten)]
    pub passages: Passages,
    /// Other editions of the text; the latest first.
    pub editions: Vec<Edition>,
    /// How many editions have had a number.
    pub numbered: u32,
    /// The part of the world for which the page was first written, where its text says so.
    pub home: Option<Region>,
    /// A text that stands in the document's place and may turn out to be an edition of it.
    #[serde(alias = "stranger")]
    pub candidate: Option<Candidate>,
    /// What older releases kept of another region's text; it becomes an edition.
    #[serde(skip_serializing)]
    pub abroad: Option<Abroad>,
    /// Since when the watch's selectors find (nearly) nothing, so that the main text is read instead.
    pub fallback_since: Option<Timestamp>,
    /// To which request the last whole answer was given; none where that answer was refused.
    pub answered: Option<Answered>,
    /// What the watchlist asked for at the last look that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Wanted>,
    /// A digest of what the last look read that left nothing to be seen again; whoever reads the same has nothing to compare.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// Why the text as it was read last may not be all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Trouble>,
}

/// An answer that was sent whole and taken for the page: by its validators a server may say that nothing is new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Stands for all that the answer depends on: the address, what was sent with it, and how the page is read.
    pub to: String,
    pub at: Timestamp,
}

/// What the watchlist asks for: who edits it wants what comes then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    pub address: String,
    /// BCP 47; none where any will do.
    pub language: Option<String>,
}

/// What one edition has shown, passage by passage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Passages {
    /// Differences that the last look showed for the first time.
    pub pending: Vec<Pending>,
    /// Differences that came and went; the latest first.
    pub variants: Vec<Variant>,
    /// What would undo the changes that were told; the latest first.
    pub undoings: Vec<Undoing>,
    /// Places that show other words at every look.
    pub restless: Vec<u64>,
    /// Places where figures alone changed at look after look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counting: Vec<Counting>,
    /// Places where one text gave way to another and was told, again and again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retold: Vec<Counting>,
    /// Differences that were told for another document of the same host.
    pub passed: Vec<u64>,
    /// Differences that were told, so that no edition in the same language tells them again; the latest first.
    pub told: Vec<u64>,
    /// The last look that showed this edition.
    pub last_seen: Option<Timestamp>,
}

/// A place where figures changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// Stands for the block above it.
    pub anchor: u64,
    /// How often in a row they did.
    pub times: u32,
    pub last: Timestamp,
}

/// A difference that waits to be seen again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// Stands for the words before and after.
    pub key: u64,
    /// Stands for the words before; 0 where there were none.
    pub before: u64,
    pub snapshot: String,
    /// The first look that showed these very words.
    pub first_seen: Timestamp,
    /// The last look that showed the words before.
    #[serde(default)]
    pub stood_until: Option<Timestamp>,
    /// How many looks in a row have missed the words before.
    pub looks: u32,
    /// The words themselves, where they are few: what of them moves is told from what stays.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
    #[serde(default, skip_serializing_if = "Company::is_empty")]
    pub company: Company,
}

/// With what else on its page a difference comes and goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Company {
    /// Stands for the words before, or for the block above where there were none; 0 where an older release kept it.
    #[serde(skip_serializing_if = "is_zero")]
    pub before: u64,
    /// None where it keeps step with nothing, or an older release kept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
}

/// What a difference keeps step with since its first look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The first look that showed the difference.
    pub first_seen: Timestamp,
    /// The last look before that showed the words before.
    pub stood_until: Option<Timestamp>,
    /// The older variant in whose place it came.
    pub instead_of: Option<u64>,
    /// Older variants that every look since has shown when it showed this one, and no other look.
    pub same: Vec<u64>,
    /// Those that every look since has shown when it did not show this one, and no other look.
    pub opposite: Vec<u64>,
    /// How many were followed from the first look on.
    pub tracked: u32,
    /// The looks since that have shown it, and those that have not.
    pub with: u32,
    pub without: u32,
}

impl Company {
    /// Whether nothing is known of it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.before == 0 && self.step.is_none()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A difference that this page has shown and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    pub key: u64,
    pub last_seen: Timestamp,
    /// How many looks in a row have shown it, and since when.
    pub looks: u32,
    pub since: Timestamp,
    pub snapshot: String,
    /// The last look before that showed the words before.
    #[serde(default)]
    pub stood_until: Option<Timestamp>,
    /// Whether both of its sides were told as changes.
    pub told: bool,
    #[serde(default, skip_serializing_if = "Company::is_empty")]
    pub company: Company,
}

/// The way back from a change that was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undoing {
    pub key: u64,
    /// When the words were first seen to which it leads back.
    pub first_seen: Timestamp,
    /// Stands for the words above them; 0 where that was not written down yet.
    #[serde(default)]
    pub above: u64,
}

/// One of several texts that a page shows over time, with a lineage of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number among the page's editions, by which the store keeps its versions; 0 where it has none.
    #[serde(default)]
    pub number: u32,
    /// How it differs from the reader's own; none for a text in the same language that the page had before, or has for
    /// some of its visitors.
    #[serde(default)]
    pub instead: Option<Trouble>,
    /// Its last text.
    pub document: Document,
    pub first_seen: Timestamp,
    /// Whether it was told that it stands there (again).
    pub told: bool,
    /// How many looks in a row have shown it, and since when.
    pub looks: u32,
    pub since: Timestamp,
    /// The snapshot of which its last text was made.
    pub snapshot: String,
    #[serde(default)]
    pub passages: Passages,
    /// Lines of its last text that came after it was first seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub younger: Vec<Younger>,
}

/// A line that came into an edition, and the first look that showed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Younger {
    /// Stands for its words.
    pub line: u64,
    pub first_seen: Timestamp,
}

/// A text that is not the document as we know it, but may turn out to be an edition of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Stands for its words.
    pub words: Vec<u64>,
    pub since: Timestamp,
    pub snapshot: String,
    pub looks: u32,
}

/// Another region's text, as older releases kept it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Abroad {
    pub document: Document,
    pub since: Timestamp,
    pub looks: u32,
}

/// What came back and stayed so long is decided on, whatever comes of it.
const DECIDED: (u32, SignedDuration) = (6, SignedDuration::from_hours(15 * 24));

impl Variant {
    /// Whether it stands and was not decided on yet.
    fn waits(&self) -> bool {
        let stood = self.last_seen.duration_since(self.since);
        self.looks > 0 && (self.looks < DECIDED.0 || stood < DECIDED.1)
    }
}

impl Passages {
    /// Whether something must be seen again before it is told: only a look that reads the page counts.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.pending.is_empty() || self.variants.iter().any(Variant::waits)
    }

    /// What stood on the page at a look and waits to be told, by its keys.
    pub fn waiting(&self, seen_at: Timestamp) -> impl Iterator<Item = u64> {
        let pending = self.pending.iter().map(|one| (one.key, one.first_seen));
        let variants = self.variants.iter().filter(|one| one.waits()).map(|one| (one.key, one.since));
        pending.chain(variants).filter(move |(_, since)| *since <= seen_at).map(|(key, _)| key)
    }
}

impl Memory {
    /// Whether the same bytes once more would tell nothing: nothing waits to be seen again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.candidate.is_none() && !self.passages.waits()
    }

    /// Makes an edition of what an older release kept of another region's text.
    pub fn adopt(&mut self) {
        let Some(Abroad { document, since, looks }) = self.abroad.take() else { return };
        let unknown = Trouble::WrongRegion { expected: String::new(), found: String::new() };
        self.editions.push(Edition {
            number: 0,
            instead: Some(unknown),
            document,
            first_seen: since,
            told: true,
            looks,
            since,
            snapshot: String::new(),
            passages: Passages::default(),
            younger: Vec::new(),
        });
    }
}
