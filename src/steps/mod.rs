//! The verbs of hausrecht: pure functions from model to model.

pub mod changelog;
pub mod compare;
pub mod compose;
pub mod confirm;
mod diff;
pub mod extract;
pub mod hub;
pub mod identity;
pub mod import;
pub mod judge;
mod lead;
pub(crate) mod noise;
pub mod onward;
pub mod replies;
pub mod schedule;
pub mod since;
pub mod text;
pub mod two_texts;
pub mod watchlist;
