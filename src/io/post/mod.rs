//! The door to the readers: a mail server, or a folder of `.eml` files.
//!
//! A server that takes a letter and dies before we have written that down gets it again: SMTP alone cannot tell the
//! two cases apart (RFC 5321 §4.5.3.2.6 and RFC 1047). The second copy has the same Message-ID and the same bytes, so
//! that mail stores can drop it; nothing lies between the server's answer and the return of [`Mailer::send`].

mod fate;
mod finding;
mod folder;
mod hook;
mod hook_body;
mod mailer;
mod mime;
mod password;
mod refusal;
mod session;
mod smtp;

pub use fate::{Delivery, Fate};
pub use finding::{Finding, Wrong, diagnose, finding};
pub use hook::Hook;
pub use mailer::Mailer;
pub(in crate::io) use refusal::tls_stage;
pub use refusal::{Refusal, Stage};
