//! What a reader is told after the first round: what is watched, and how it was read.

use super::Trouble;

/// What is watched for a reader, and what the first round made of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Welcome {
    /// The platforms by their keys, each with its documents, in the order of the watchlist.
    pub platforms: Vec<(String, Vec<String>)>,
    /// Pages that were read, by the means by which they were.
    pub plainly: usize,
    pub by_browser: usize,
    pub as_pdf: usize,
    pub as_feed: usize,
    /// Pages that were not looked at yet.
    pub waiting: usize,
    /// Pages that could not be read, or perhaps not to their end.
    pub doubts: Vec<FirstDoubt>,
    /// What of ours hangs on these platforms, by name.
    pub assets: Vec<String>,
    /// How many days before a day of effect readers are reminded.
    pub reminders: Vec<i64>,
    /// When the next digest is due, if there is one.
    pub digest: Option<jiff::Timestamp>,
}

/// A page of which the first look brought nothing, or perhaps not all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstDoubt {
    pub platform: String,
    pub document: String,
    pub url: String,
    pub trouble: Trouble,
}

impl Welcome {
    /// How many documents there are.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.platforms.iter().map(|(_, documents)| documents.len()).sum()
    }

    /// How many pages were read to their end, as far as could be seen.
    #[must_use]
    pub const fn read(&self) -> usize {
        self.plainly + self.by_browser + self.as_pdf + self.as_feed
    }

    /// How many pages there are: a document may stand on more than one.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.read() + self.waiting + self.doubts.len()
    }
}
