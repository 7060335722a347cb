//! From the lists of other programs to lines of our watchlist, and a word on everything that does not come along.
//!
//! Each program has a reader of its own ([`open_terms_archive()`], [`urlwatch()`], [`changedetection()`]); what they find
//! is written by [`fragment()`], which lets nothing through that a watchlist would refuse.

mod changedetection;
mod entry;
mod fragment;
mod kinds;
mod names;
mod open_terms_archive;
mod selectors;
mod urlwatch;

pub use changedetection::changedetection;
pub use entry::{Entry, EntryPage};
pub use fragment::{Fragment, fragment};
pub use names::slug;
pub use open_terms_archive::{is_upgrade, open_terms_archive};
pub use urlwatch::urlwatch;

/// What was found in another program's list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    pub entries: Vec<Entry>,
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
    fn leave(&mut self, place: &str, what: impl Into<String>) {
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
