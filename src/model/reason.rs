//! Why a change is judged as it is: a code with what it is about; sentences are made of it where letters are.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Counterpart, Noise, Topic};

/// One reason for a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Reason {
    pub because: Because,
    /// The hunk that caused it, as an index into the change's hunks.
    pub hunk: Option<usize>,
}

impl Reason {
    /// A reason that speaks of the whole change.
    #[must_use]
    pub const fn of_the_whole(because: Because) -> Self {
        Self { because, hunk: None }
    }
}

/// What speaks for a judgement. Quotes are page text, cut at words, with "…" where the page goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The new words hold from a day, so many days after they were first seen; negative where it had passed.
    HoldsFrom {
        date: Date,
        days: i64,
    },
    /// A day that holds for others or for a part alone: named in this sentence, so many days after it was first seen.
    AlsoFrom {
        date: Date,
        days: i64,
        quote: String,
    },
    /// What it says holds only in places where the team is not, as the page calls them.
    OnlyElsewhere {
        places: Vec<String>,
    },
    /// The same of a part of it.
    PartElsewhere {
        places: Vec<String>,
    },
    /// Nothing of ours is touched, and the team wants to hear loudly only of what is.
    NothingOfOurs,
    /// Something of ours hangs on what changed, called by its name.
    Stake {
        asset: String,
        by: StakedBy,
    },
    /// A rule of the team raised or lowered the tier, for this in its own words.
    TeamRule {
        because: String,
    },
    /// A legal duty asks for more notice than was given.
    Duty {
        id: String,
    },
    /// Something is no longer allowed, or only within limits.
    NewBan {
        quote: String,
    },
    /// Something is demanded.
    NewDuty {
        quote: String,
    },
    /// Something is allowed or can be chosen.
    NewLeave {
        quote: String,
    },
    NewSection {
        heading: String,
    },
    SectionGone {
        heading: String,
    },
    /// A passage came that neither forbids nor demands nor allows.
    NewText {
        quote: String,
    },
    TextGone {
        quote: String,
    },
    /// Words took the place of others in a sentence that stayed.
    Reworded {
        before: String,
        after: String,
    },
    /// So much of a sentence is other words that only the whole of it says what it is now.
    WordedAnew {
        quote: String,
    },
    /// The entries of a list stand in another order.
    OtherOrder,
    /// Other words, but no sign of a changed right or duty.
    OnlyWords,
    /// No rule changed, only what these classes hold; the weightiest first.
    NoiseOf {
        classes: Vec<Noise>,
    },
    /// So many words came and went that it is told although no changed rule was found.
    MuchChanged {
        added: usize,
        removed: usize,
    },
    /// What the document says in another language, in the time of this zone.
    Counterpart {
        counterpart: Counterpart,
        #[serde(with = "jiff::fmt::serde::tz::required")]
        zone: TimeZone,
    },
    /// A sentence as it was written before reasons were codes.
    Told {
        en: String,
        de: String,
    },
}

impl Because {
    /// Whether it says that something is forbidden, demanded or allowed now.
    #[must_use]
    pub const fn is_of_a_rule(&self) -> bool {
        matches!(self, Self::NewBan { .. } | Self::NewDuty { .. } | Self::NewLeave { .. })
    }
}

/// How something of ours is touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StakedBy {
    /// Its own word stands in the changed text.
    Keyword(String),
    /// It shares a topic with the change, which this word of the text betrays.
    Topic { topic: Topic, word: String },
    /// It stands on the platform, and no single word shows more.
    Platform,
}

/// A reason as a store holds it: with a code, or as the two sentences of before.
#[derive(Deserialize)]
struct Stored {
    because: Option<Because>,
    #[serde(default)]
    en: String,
    #[serde(default)]
    de: String,
    hunk: Option<usize>,
}

impl From<Stored> for Reason {
    fn from(stored: Stored) -> Self {
        let Stored { because, en, de, hunk } = stored;
        Self { because: because.unwrap_or(Because::Told { en, de }), hunk }
    }
}
