//! What readers are told in a round, and what the letters say beside the changes.

mod about;
mod both_texts;
mod counterparts;
mod desk;
mod health;
mod open;
mod remind;
mod same_words;
mod welcome;
mod write;

pub use counterparts::with_counterparts;
pub use desk::NOBODY;
pub use open::still_open;
pub use remind::remind_due;
pub use write::{Due, compose_due, digest_of, know_readers};
