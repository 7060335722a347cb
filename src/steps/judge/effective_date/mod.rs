//! The day from which new words say that they hold, and the days for others beside it.

mod cues;
mod effective;
mod named;
mod no_day;
mod sentence;

pub(super) use effective::{AlsoFrom, Effective, effective};
pub use effective::{names_the_day, noticed_on};
