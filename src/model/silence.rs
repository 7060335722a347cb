//! A time in which nothing ran at all.

use jiff::Timestamp;

/// From when to when no round was made although looks were due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    pub since: Timestamp,
    pub until: Timestamp,
}
