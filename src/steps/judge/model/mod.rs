//! The trained judgement: which forests there are, how they are stored, and what they make of a change.

pub mod ensemble;
pub mod forest;
pub mod linear;
mod stored;

pub(super) use stored::MODEL;
pub use stored::{Model, Opinion};
