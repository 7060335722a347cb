//! What tests live in: servers on loopback.

pub mod certificate;
pub mod dovecot;
pub mod history;
pub mod imap;
pub mod owed;
pub mod pdf;
pub mod program;
pub mod server;
pub mod smtp;
pub mod tls;
pub mod tripwire;
