//! The way from one text to another: which blocks answer each other, and which words came, went or moved.

pub(super) mod differences;
mod edits;
pub(super) mod group;
pub(super) mod hunk;
mod moved;
pub(super) mod ordinals;
pub(super) mod ranges;
pub(super) mod recelled;
pub(super) mod reordered;
pub(super) mod reseated;
pub(super) mod script;
mod segment;
pub(super) mod side;
