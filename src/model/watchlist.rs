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
}
