//! How letters leave the house.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// The `mail` section of the watchlist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// The sender, `Name <address>`.
    pub from: String,
    /// Without one, letters are written to the data folder's `outbox/`.
    pub smtp: Option<Smtp>,
    /// Without it, letters offer no answers by mail.
    pub replies: Option<Replies>,
}

/// The mailbox in which answers to letters arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replies {
    /// Where answers are sent; the address alone.
    pub address: String,
    pub host: String,
    pub port: u16,
    pub tls: Encryption,
    pub username: String,
    pub password: PasswordSource,
    pub folder: String,
    /// Where replies are moved that were read; without it they are marked as seen.
    pub move_to: Option<String>,
}

/// A mail server that takes letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub tls: Encryption,
    pub username: Option<String>,
    pub password: Option<PasswordSource>,
}

/// Where a password is kept; never the password itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PasswordSource {
    /// A file that holds the password and nothing else.
    File(PathBuf),
    /// The name of a systemd credential (`$CREDENTIALS_DIRECTORY`, systemd.exec(5)).
    Credential(String),
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// Plain first, then `STARTTLS` (RFC 3207), required.
    Starttls,
    /// TLS from the first byte (RFC 8314).
    Implicit,
    /// No encryption: for a server on the same machine.
    None,
}
