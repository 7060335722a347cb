//! What people decide about changes, and what is to be done by when.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Change;

/// What is to be done about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It does not concern us.
    None,
    /// We keep an eye on it.
    Watch,
    /// We must act.
    Act,
    /// What was to be done is done.
    Done,
    /// It is looked at again on a later day.
    Defer,
}

impl Decision {
    /// Every decision, in the order in which they are listed to people.
    pub const ALL: [Self; 5] = [Self::None, Self::Watch, Self::Act, Self::Done, Self::Defer];

    /// The name on the command line and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Watch => "watch",
            Self::Act => "act",
            Self::Done => "done",
            Self::Defer => "defer",
        }
    }

    /// The decision of that key; what a later release may have written counts as something to do.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|decision| decision.key() == key).unwrap_or(Self::Act)
    }
}

/// A decision and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub change: String,
    pub decision: Decision,
    pub note: Option<String>,
    pub by: Option<String>,
    /// By when it is to be done, or until when it is put off.
    pub due: Option<Date>,
    pub at: Timestamp,
}

/// A change and the last that was decided about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub change: Change,
    pub decided: Decided,
}

/// A day that comes nearer: by which something is to be done, or from which a change holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    pub change: Change,
    /// What was decided, if anything was.
    pub decided: Option<Decided>,
    pub day: Date,
    /// Whether something is to be done by that day; else the change holds from then on.
    pub is_due: bool,
    /// So many days ahead it was to be sent.
    pub ahead: i64,
}
