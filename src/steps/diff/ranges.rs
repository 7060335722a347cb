//! Blocks of one document that gave way to blocks of another.

use std::ops::Range;

/// Blocks that gave way to others.
#[derive(Debug, Clone)]
pub(in crate::steps) struct Difference {
    pub old: Range<usize>,
    pub new: Range<usize>,
    /// Stands for the words before and after.
    pub key: u64,
    /// Stands for the way back.
    pub undoing: u64,
    /// Stands for the words before; 0 where there were none.
    pub before: u64,
    /// Stands for the block above, which did not change.
    pub anchor: u64,
}
