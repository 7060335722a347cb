//! The seventeen topics that a rule can be about.

use serde::{Deserialize, Serialize};

/// A matter that platforms regulate and that something of ours can hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    PagesProfiles,
    Promotions,
    Advertising,
    BrandedContent,
    AppsApi,
    ContentRules,
    SpamMessaging,
    IntellectualProperty,
    Monetization,
    Enforcement,
    DataPrivacy,
    Ai,
    Minors,
    Fees,
    Features,
    LiabilityLegal,
    NoticeOfChange,
}

impl Topic {
    /// Every topic, in the order in which they are listed to people.
    pub const ALL: [Self; 17] = [
        Self::PagesProfiles,
        Self::Promotions,
        Self::Advertising,
        Self::BrandedContent,
        Self::AppsApi,
        Self::ContentRules,
        Self::SpamMessaging,
        Self::IntellectualProperty,
        Self::Monetization,
        Self::Enforcement,
        Self::DataPrivacy,
        Self::Ai,
        Self::Minors,
        Self::Fees,
        Self::Features,
        Self::LiabilityLegal,
        Self::NoticeOfChange,
    ];

    /// The name as written in `watchlist.yaml` and in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PagesProfiles => "pages_profiles",
            Self::Promotions => "promotions",
            Self::Advertising => "advertising",
            Self::BrandedContent => "branded_content",
            Self::AppsApi => "apps_api",
            Self::ContentRules => "content_rules",
            Self::SpamMessaging => "spam_messaging",
            Self::IntellectualProperty => "intellectual_property",
            Self::Monetization => "monetization",
            Self::Enforcement => "enforcement",
            Self::DataPrivacy => "data_privacy",
            Self::Ai => "ai",
            Self::Minors => "minors",
            Self::Fees => "fees",
            Self::Features => "features",
            Self::LiabilityLegal => "liability_legal",
            Self::NoticeOfChange => "notice_of_change",
        }
    }

    /// The topic of that key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.key() == key)
    }
}
