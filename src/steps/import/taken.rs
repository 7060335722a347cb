//! What was found in another program's list, and what stays behind.

use super::entry::TakenWatch;
use super::names;

/// What was found in another program's list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    pub entries: Vec<TakenWatch>,
    pub left: Vec<Left>,
}

/// Something that could not be carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Where it stands: a file, a service, an entry.
    pub place: String,
    /// What it is and why it stays behind.
    pub what: String,
}

impl Taken {
    pub(super) fn leave(&mut self, place: &str, what: impl Into<String>) {
        self.left.push(Left::new(place, what));
    }
}

impl Left {
    /// A note; both texts come from files and are made fit for one line of a terminal.
    pub fn new(place: &str, what: impl Into<String>) -> Self {
        Self { place: names::line(place), what: names::line(&what.into()) }
    }
}

impl std::fmt::Display for Left {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}
