//! Every message that a letter can hold, once per language: what is missing in one does not compile.

mod damages;
mod days;
mod crowds;
mod editions;
mod edits;
mod english;
mod german;
mod halts;
mod held;
mod kinds;
mod languages;
mod lists;
mod messages;
mod noise;
mod pairs;
mod put_off;
mod reasons;
mod regions;
mod rewritten;
mod rules;
mod sightings;
mod spoken;
mod tasks;
mod topics;
mod troubles;
mod welcome;

pub(super) use days::Days;
pub(super) use english::English;
pub(super) use german::German;
pub(super) use messages::Words;
pub(super) use sightings::Sighting;
pub(super) use spoken::{edition, reason, rule, words};
