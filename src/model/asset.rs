//! What the team has built or pays for in a platform's house.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Topic;

/// Something of ours that a change of the rules could touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    pub id: String,
    pub name: String,
    /// The platform's key (see [`super::platform_key`]).
    pub platform: String,
    /// The topics that it hangs on; empty: all of them.
    pub topics: Vec<Topic>,
    /// Words that name it in the rules ("landing tab"); they refine the topics.
    pub keywords: Vec<String>,
    /// What it cost, as the team wrote it ("40000 EUR").
    pub investment: Option<String>,
    /// Who answers for it: an address or a name.
    pub owner: Option<String>,
    /// The last day on which it matters.
    pub until: Option<Date>,
}

impl Asset {
    /// Whether the asset still matters on that day.
    #[must_use]
    pub fn is_live(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}
