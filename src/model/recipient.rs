//! Who is told, of what, and when.

use super::{Language, Schedule, Tier, Topic, Webhook};

/// A person or a group that gets letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    pub name: String,
    /// E-mail addresses; may be empty where only a webhook is told.
    pub to: Vec<String>,
    pub webhook: Option<Webhook>,
    pub language: Language,
    /// The least tier of which they want to know.
    pub tier: Tier,
    /// Whether alerts are sent in the round that found them.
    pub immediately: bool,
    /// When the digest goes out; without one the recipient gets alerts only.
    pub digest: Option<Schedule>,
    /// Platform keys; empty: all.
    pub platforms: Vec<String>,
    /// Empty: all.
    pub topics: Vec<Topic>,
    /// Asset ids; empty: all changes, whether they touch an asset or not.
    pub assets: Vec<String>,
    /// Whether failures and blind spots go to them (the operator).
    pub operator: bool,
    /// Whether they sit at the server's terminal, so that letters name commands to them.
    pub terminal: bool,
}

impl Recipient {
    /// Somebody who is known by an address alone and wants to hear of what is theirs.
    #[must_use]
    pub fn by_address(address: &str, language: Language) -> Self {
        Self {
            name: address.to_owned(),
            to: vec![address.to_owned()],
            webhook: None,
            language,
            tier: Tier::Fyi,
            immediately: true,
            digest: None,
            platforms: Vec::new(),
            topics: Vec::new(),
            assets: Vec::new(),
            operator: false,
            terminal: false,
        }
    }
}
