//! The door to the mailbox in which answers to letters arrive (IMAP, RFC 3501).
//!
//! It hands over messages by their numbers, and marks or moves those that it is told to; what they say is no matter of its own.

mod dialogue;
mod folder_name;
mod hints;
mod mailbox;
mod session;
mod tls;

pub use hints::{diagnose, hint};
pub use mailbox::Mailbox;
