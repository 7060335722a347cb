//! Two versions of a page and what lies between them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Assessment, Noise};

/// A change of the words of a watch, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Short, unique, and the same for the same change whenever it is made again.
    pub id: String,
    pub watch: String,
    /// See [`super::Page::part`].
    pub part: String,
    pub platform: String,
    pub document: String,
    /// The page's language (BCP 47), if known.
    pub language: Option<String>,
    /// The page's address, for the reader.
    pub url: String,
    /// The time of the snapshot that first showed the new words.
    pub detected_at: Timestamp,
    /// The time of the second look that found them again.
    pub confirmed_at: Option<Timestamp>,
    pub from: Seen,
    pub to: Seen,
    pub hunks: Vec<Hunk>,
    /// Lines that only date the document: no change of their own, but they may say from when the rest holds.
    #[serde(default, rename = "stamps")]
    pub date_lines: Vec<Hunk>,
    /// Set where the hunks as a whole say nothing of the rules, and only a rule of the team made them told.
    #[serde(default)]
    pub overall: Option<Noise>,
    /// Blocks that only moved.
    pub moved: usize,
    pub words_added: usize,
    pub words_removed: usize,
    /// Set when the text is that of an earlier version again: when that one was first seen.
    pub back_to: Option<Timestamp>,
    pub assessment: Assessment,
}

/// A snapshot and when it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// SHA-256 of the snapshot's body.
    pub snapshot: String,
    pub seen_at: Timestamp,
    /// Whether a person saved the page and handed it in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
}

/// One contiguous difference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunk {
    /// The headings above it, outermost first.
    pub heading: Vec<String>,
    /// None where text was only added.
    pub before: Option<String>,
    /// None where text was only removed.
    pub after: Option<String>,
    /// The words of both sides in order: joined without `Added` they give `before`, without `Removed` `after`.
    pub edits: Vec<Edit>,
    pub place: Place,
}

/// A run of words and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edit {
    Kept(String),
    Removed(String),
    Added(String),
}

/// What sort of block a hunk stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    Heading,
    #[default]
    Paragraph,
    Item,
    Row,
    Code,
}
