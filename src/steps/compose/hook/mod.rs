//! Letters as the bodies of webhooks: our own JSON, and what chat services understand.

mod body;
mod bounds;
mod json;
mod mattermost;
mod notice;
mod slack;
mod teams;
mod ways;

pub(super) use body::bodies;
pub use ways::by_every_way;
