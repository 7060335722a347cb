//! What is remembered of a page beside its versions, so that flicker stays silent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Document, Region};

/// Kept per page by the store, as it is. It stays small however long the page is watched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Differences that the last look showed for the first time.
    pub pending: Vec<Pending>,
    /// Differences that came and went; the latest first.
    pub variants: Vec<Variant>,
    /// What would undo the changes that were told; the latest first.
    pub undoings: Vec<Undoing>,
    /// Places that show other words at every look.
    pub restless: Vec<u64>,
    /// Differences that were told for another document of the same host.
    pub passed: Vec<u64>,
    /// Other editions of the text that the page showed as a whole; the latest first.
    pub editions: Vec<Edition>,
    /// The part of the world for which the page was first written, where its text says so.
    pub home: Option<Region>,
    /// Something else that stands in the document's place.
    #[serde(rename = "stranger")]
    pub candidate: Option<CandidateText>,
    /// Another region's text that stands there.
    #[serde(rename = "abroad")]
    pub other_region: Option<OtherRegion>,
    /// Since when the watch's selectors find (nearly) nothing, so that the main text is read instead.
    pub fallback_since: Option<Timestamp>,
}

/// A difference that waits to be seen again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// Stands for the words before and after.
    pub key: u64,
    /// Stands for the words before; 0 where there were none.
    pub before: u64,
    pub snapshot: String,
    pub first_seen: Timestamp,
    /// How many looks in a row have missed the words before.
    pub looks: u32,
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
    /// Whether both of its sides were told as changes.
    pub told: bool,
}

/// The way back from a change that was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undoing {
    pub key: u64,
    /// When the words were first seen to which it leads back.
    pub first_seen: Timestamp,
}

/// A text that the page had before, or has for some of its visitors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub document: Document,
    pub first_seen: Timestamp,
    /// Whether a return to it was told.
    pub told: bool,
    /// How many looks in a row have shown it, since when, and the first of them.
    pub looks: u32,
    pub since: Timestamp,
    pub snapshot: String,
}

/// A text that is not the document as we know it, but may turn out to be its rewriting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateText {
    /// Stands for its words.
    pub words: Vec<u64>,
    pub since: Timestamp,
    pub snapshot: String,
    pub looks: u32,
}

/// The text of another region in the document's place: while it stands there, its changes are all that is to be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRegion {
    pub document: Document,
    pub since: Timestamp,
    pub looks: u32,
    /// What the last look showed instead: the hash of its words, its snapshot, and when.
    pub next: Option<(u64, String, Timestamp)>,
}
