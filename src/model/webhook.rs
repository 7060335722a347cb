//! A chat channel or a program of the team that is told beside the mail.

use serde::{Deserialize, Serialize};

use super::PasswordSource;

/// Where a recipient's letters are posted to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub shape: HookShape,
    /// Who knows the address may post there, so it is kept like a password.
    pub url: PasswordSource,
    /// The key of the signature; chat services check none.
    pub secret: Option<PasswordSource>,
}

/// What the receiver understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HookShape {
    /// Our own words as JSON.
    Json,
    /// Incoming webhooks of Slack, with blocks.
    Slack,
    /// Workflows of Microsoft Teams, with an adaptive card.
    Teams,
    /// Incoming webhooks of Mattermost, with Markdown.
    Mattermost,
}
