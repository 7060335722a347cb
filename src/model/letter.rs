//! One composed message, from its making until a server took it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{HookShape, Language};

/// A letter to one recipient; waits in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Without angle brackets; the same at every try, so that a server can drop a second copy.
    pub message_id: String,
    /// Message-ID of the letter that this one follows up.
    pub in_reply_to: Option<String>,
    pub kind: LetterKind,
    /// The recipient's name in the watchlist.
    pub recipient: String,
    pub channel: Channel,
    #[serde(default)]
    pub language: Language,
    pub from: String,
    /// Everybody whom the letter names as its readers.
    pub to: Vec<String>,
    /// Where a reader asks to be left out.
    #[serde(default)]
    pub contact: Option<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Calendar entries (RFC 5545): file name and content.
    pub calendars: Vec<(String, String)>,
    /// Further files (HTML): name and content.
    #[serde(default)]
    pub attachments: Vec<(String, String)>,
    pub composed_at: Timestamp,
    /// What is posted to the recipient's webhook, if there is one, in this order.
    #[serde(default)]
    pub hooks: Vec<HookBody>,
    /// Ids of the changes that it tells.
    pub changes: Vec<String>,
    /// Where an answer goes, if not to the sender.
    #[serde(default)]
    pub reply_to: Option<String>,
}

/// One body to post, and the changes that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookBody {
    pub shape: HookShape,
    pub text: String,
    /// Their ids.
    pub changes: Vec<String>,
}

/// Why a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterKind {
    Alert,
    Digest,
    /// Blind spots and failures, to the operator.
    Health,
    /// A day comes nearer.
    Reminder,
    /// What is watched, and what comes when; once, after a reader's first round.
    Welcome,
    /// `mail test`.
    Test,
}

impl LetterKind {
    /// The name in Message-IDs, in JSON and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Digest => "digest",
            Self::Health => "health",
            Self::Reminder => "reminder",
            Self::Welcome => "welcome",
            Self::Test => "test",
        }
    }
}

/// The way a letter takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    Mail,
    /// [`Letter::text`] is the body to post, in the shape that the receiver understands.
    Webhook(HookShape),
}
