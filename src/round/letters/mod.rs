//! What readers are told in a round, and what the letters say beside the changes.

mod both_texts;
mod counterparts;
mod health;
mod remind;
mod same_words;
mod welcome;
mod write;

pub use counterparts::with_counterparts;
pub use remind::remind_due;
pub use write::{Due, NOBODY, compose_due, digest_of, know_readers};
