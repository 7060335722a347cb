//! Everything the team wrote down, as meant.

use super::{Asset, MailSettings, Recipient, Settings, TeamRule, Watch};

/// A `watchlist.yaml` without mistakes.
#[derive(Debug, Clone, PartialEq)]
pub struct Watchlist {
    pub settings: Settings,
    pub mail: Option<MailSettings>,
    pub recipients: Vec<Recipient>,
    pub assets: Vec<Asset>,
    pub rules: Vec<TeamRule>,
    pub watches: Vec<Watch>,
}

impl Watchlist {
    /// The watch of that id.
    #[must_use]
    pub fn watch(&self, id: &str) -> Option<&Watch> {
        self.watches.iter().find(|watch| watch.id == id)
    }

    /// Whether any document is watched in two languages.
    #[must_use]
    pub fn has_pairs(&self) -> bool {
        self.watches.iter().any(|watch| watch.same_as.is_some())
    }

    /// The other watches of the same document: those that `same_as` ties to this one, directly or over others.
    #[must_use]
    pub fn counterparts(&self, id: &str) -> Vec<&Watch> {
        let mut tied = vec![id];
        let mut known = 0;
        while known < tied.len() {
            known = tied.len();
            for watch in &self.watches {
                let Some(other) = watch.same_as.as_deref() else { continue };
                for (one, other) in [(watch.id.as_str(), other), (other, watch.id.as_str())] {
                    if tied.contains(&one) && !tied.contains(&other) {
                        tied.push(other);
                    }
                }
            }
        }
        self.watches.iter().filter(|watch| watch.id != id && tied.contains(&watch.id.as_str())).collect()
    }
}
