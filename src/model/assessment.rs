//! What a change means: kind, tier, topics, days and what of ours is at stake.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Noise, Reason, Topic};

/// The judgement on a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub kind: Kind,
    pub tier: Tier,
    /// The strongest first, four at most.
    pub topics: Vec<Topic>,
    pub direction: Direction,
    /// The day from which the new words say that they hold.
    pub effective_date: Option<Date>,
    /// Days from the first look to the effective date; negative where it had passed.
    pub notice_days: Option<i64>,
    /// Ids of the assets at stake.
    pub assets: Vec<String>,
    /// The weightiest first.
    pub reasons: Vec<Reason>,
    /// Ids of legal duties whose notice period is longer than the notice given.
    pub duties: Vec<String>,
    /// For noise: of which classes.
    pub noise: Vec<Noise>,
}

impl Assessment {
    /// The judgement on what is no change of the rules.
    #[must_use]
    pub const fn of_noise(reasons: Vec<Reason>, noise: Vec<Noise>) -> Self {
        Self {
            kind: Kind::Noise,
            tier: Tier::None,
            topics: Vec::new(),
            direction: Direction::Neutral,
            effective_date: None,
            notice_days: None,
            assets: Vec::new(),
            reasons,
            duties: Vec::new(),
            noise,
        }
    }
}

/// Whether a change is one of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Not a word of the policy changed for a human reader.
    Noise,
    /// Words changed, rights and duties did not.
    Editorial,
    /// Rights, duties or what happens changed.
    Substantive,
}

impl Kind {
    /// The name in JSON and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Noise => "noise",
            Self::Editorial => "editorial",
            Self::Substantive => "substantive",
        }
    }
}

/// How much a change matters, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    None,
    Fyi,
    Alert,
}

impl Tier {
    /// The name in the watchlist, in JSON and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Fyi => "fyi",
            Self::Alert => "alert",
        }
    }
}

/// Which way the rules moved for those who are bound by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Stricter,
    Looser,
    Removed,
    New,
    Neutral,
    Mixed,
}

impl Direction {
    /// The name in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stricter => "stricter",
            Self::Looser => "looser",
            Self::Removed => "removed",
            Self::New => "new",
            Self::Neutral => "neutral",
            Self::Mixed => "mixed",
        }
    }
}
