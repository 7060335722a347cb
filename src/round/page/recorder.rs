//! What recording a look needs at hand.

use jiff::Timestamp;

use crate::io::store::NewChange;
use crate::model::{Held, HostMemory, ListEdit, Noise, Page, Snapshot, Trouble, Version, Watch};
use crate::round::house::House;
use crate::round::reading::Reader;

/// A page that is being recorded, and what is known of it already.
pub(super) struct Look<'a> {
    pub snapshot: &'a Snapshot,
    pub sha256: &'a str,
    /// A digest of what was read.
    pub read: &'a str,
    /// How the edition that it shows differs from the reader's own.
    pub instead: Option<Trouble>,
    /// The edit of the watchlist by which it is looked at, where it is a beginning.
    pub edit: Option<ListEdit>,
    pub held: Vec<Held>,
    /// The page's host, and what the look taught of it; none where that is nothing.
    pub host: Option<(&'a str, &'a HostMemory)>,
}

/// What a look found, beside what is held back.
#[derive(Clone, Copy, Default)]
pub(super) struct Found<'a> {
    /// Whether the bytes are to be kept; those of a version are.
    pub keeps_bytes: bool,
    pub version: Option<&'a Version>,
    pub change: Option<NewChange<'a>>,
    pub noise: &'a [Noise],
    /// Whether readers are to be told which edition stands there.
    pub announces: bool,
}

/// The look that is being recorded.
pub(super) struct Recorder<'a> {
    pub house: &'a House,
    pub watch: &'a Watch,
    pub page: &'a Page,
    pub now: Timestamp,
    pub to_tell: bool,
}

impl Recorder<'_> {
    /// Reads what the page serves.
    pub fn reader(&self) -> Reader<'_> {
        self.house.reader(self.watch, self.page)
    }
}
