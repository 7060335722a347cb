//! A change in numbers, each with a name that says what it counts: what the model judges by.

pub(super) mod document_kind;
pub(super) mod list;
mod notices;
mod of_change;
mod residue;
mod sentences;
mod shape;
pub mod stamp;
mod units;

pub use of_change::features;
