//! From the text of `watchlist.yaml` to a [`Watchlist`], or every problem in it at once.

use jiff::Timestamp;

use crate::model::Watchlist;

/// Everything that is wrong with a watchlist, in the order of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The file as the user named it.
    pub file: String,
    pub list: Vec<Problem>,
}

/// One thing that is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// From 1; none where the whole file is meant.
    pub line: Option<usize>,
    pub message: String,
    pub hint: Option<String>,
}

/// Reads a watchlist; `now` is needed to see whether a schedule ever comes due.
///
/// # Errors
/// All problems of the file, never only the first.
pub fn read(_text: &str, _file: &str, _now: Timestamp) -> Result<Watchlist, Problems> {
    todo!()
}
