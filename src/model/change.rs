//! Two versions of a page and what lies between them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Assessment, Comparison, DayOrder, Hunk, Noise, Rewriting};

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
    /// How the page writes dates that are all numbers.
    #[serde(default, skip_serializing_if = "DayOrder::is_unknown")]
    pub day_order: DayOrder,
    /// Set where the hunks as a whole say nothing of the rules, and only a rule of the team made them told.
    #[serde(default)]
    pub overall: Option<Noise>,
    /// Blocks that only moved.
    pub moved: usize,
    pub words_added: usize,
    pub words_removed: usize,
    /// Set when the text is that of an earlier version again: when that one was first seen.
    pub back_to: Option<Timestamp>,
    /// Set where the document was written anew: what stayed and what is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewriting: Option<Rewriting>,
    /// The id of the change that told the same words for another document of the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    pub assessment: Assessment,
}

/// Of which page a change is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    pub watch: String,
    /// See [`super::Page::part`].
    pub part: String,
    /// The platform's key.
    pub platform: String,
    pub document: String,
    /// BCP 47, if known.
    pub language: Option<String>,
    pub url: String,
}

/// Between which texts a change lies, and when it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    pub from: Seen,
    pub to: Seen,
    pub detected_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    pub back_to: Option<Timestamp>,
}

impl Change {
    /// A change of a page: what lies between two texts, judged. There is no other way to make one.
    #[must_use]
    pub fn new(id: String, about: About, between: Between, comparison: Comparison, assessment: Assessment) -> Self {
        let About { watch, part, platform, document, language, url } = about;
        let Between { from, to, detected_at, confirmed_at, back_to } = between;
        let Comparison { hunks, date_lines, day_order, overall, moved, words_added, words_removed, .. } = comparison;
        Self {
            id,
            watch,
            part,
            platform,
            document,
            language,
            url,
            detected_at,
            confirmed_at,
            from,
            to,
            hunks,
            date_lines,
            day_order,
            overall,
            moved,
            words_added,
            words_removed,
            back_to,
            rewriting: None,
            same_as: None,
            assessment,
        }
    }
}

impl Seen {
    /// A snapshot of that SHA-256, first seen then.
    #[must_use]
    pub const fn at(snapshot: String, seen_at: Timestamp) -> Self {
        Self { snapshot, seen_at, last_seen: None, by_hand: false }
    }
}

/// A snapshot and when it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// SHA-256 of the snapshot's body.
    pub snapshot: String,
    /// The first look that showed the text.
    pub seen_at: Timestamp,
    /// The last look that showed it; none where that is not known (yet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Timestamp>,
    /// Whether a person saved the page and handed it in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
}
