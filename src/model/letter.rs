//! One composed message, from its making until a server took it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
    pub from: String,
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Calendar entries (RFC 5545): file name and content.
    pub calendars: Vec<(String, String)>,
    pub composed_at: Timestamp,
    /// Ids of the changes that it tells.
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
    /// `mail test`.
    Test,
}

/// The way a letter takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    Mail,
}
