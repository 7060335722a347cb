//! The verbs of hausrecht: pure functions from model to model.

pub mod assess;
pub mod changelog;
pub mod compare;
pub mod compose;
pub mod dates;
pub mod extract;
pub mod hub;
pub mod imprint;
pub mod recognise;
pub mod schedule;
pub mod settle;
pub mod takeover;
pub mod watchlist;
pub mod wording;
