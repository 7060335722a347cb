//! In which order a page writes the day and the month of a date that is all numbers.

use serde::{Deserialize, Serialize};

/// Whether 03/04/2027 is the third of April or the fourth of March.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// Nothing tells: such a date says no day.
    #[default]
    Unknown,
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    /// Whether nothing tells.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
    pub(super) const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}
