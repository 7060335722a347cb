//! How much of the watchlist was really read lately, document by document.

use jiff::{SignedDuration, Timestamp};

use super::due::next_look;
use crate::io::store::{Store, StoreResult};
use crate::model::{NotRead, Outcome, Watchlist, platform_name};

/// What counts as lately, and how late a page may be before it counts as missed.
pub const LATELY: SignedDuration = SignedDuration::from_hours(24);

/// "41 of 44 documents read in the last 24 h", and which the others are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Documents on the watchlist, each part of a combined one by itself.
    pub documents: usize,
    /// Those that were read when they were last due, and are not due every day: nobody misses them.
    pub rarer: usize,
    /// Those that were read to their end in the last 24 hours, and are no blind spot.
    pub read: usize,
    /// The others, in the order of the watchlist.
    pub unread: Vec<Unread>,
    /// Documents that are blind spots.
    pub blind: usize,
}

impl Coverage {
    /// The documents that should have been read in the last 24 hours.
    #[must_use]
    pub const fn due(&self) -> usize {
        self.documents - self.rarer
    }

    /// The documents that were not read, by platform and name, with the last good look at each; those that are blind spots only where they are told of
    /// nowhere else.
    #[must_use]
    pub fn not_read(&self, with_blind_spots: bool) -> Vec<NotRead> {
        let mut found: Vec<NotRead> = Vec::new();
        for unread in self.unread.iter().filter(|unread| with_blind_spots || !unread.is_blind) {
            let document = format!("{}: {}", platform_name(&unread.platform), unread.document);
            match found.last_mut() {
                // Of several parts the one that has not been read for longest.
                Some(last) if last.document == document => last.last_read = last.last_read.min(unread.last_read),
                _ => found.push(NotRead { document, last_read: unread.last_read }),
            }
        }
        found
    }
}

/// A document that was not read lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub watch: String,
    pub part: String,
    pub platform: String,
    pub document: String,
    /// The last good look; none where there was none.
    pub last_read: Option<Timestamp>,
    pub is_blind: bool,
}

/// How much of the watchlist was read in the 24 hours before `now`.
///
/// # Errors
/// Of the store.
pub fn coverage(watchlist: &Watchlist, store: Option<&Store>, now: Timestamp) -> StoreResult<Coverage> {
    let mut found = Coverage::default();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            found.documents += 1;
            let state = store.map(|store| store.page(&watch.id, &page.part)).transpose()?.flatten();
            let is_blind = state.as_ref().is_some_and(|state| state.blind_since.is_some());
            found.blind += usize::from(is_blind);
            let is_rarer = state.as_ref().is_some_and(|state| {
                let next = next_look(watch, &watchlist.settings.timezone, state);
                let is_late = next.is_some_and(|next| now.duration_since(next) > LATELY);
                !matches!(state.outcome, Outcome::Unreadable { .. }) && !is_late
            });
            let last_read = state.and_then(|state| state.read_at);
            if last_read.is_some_and(|read| now.duration_since(read) <= LATELY) && !is_blind {
                found.read += 1;
            } else if is_rarer {
                found.rarer += 1;
            } else {
                found.unread.push(Unread {
                    watch: watch.id.clone(),
                    part: page.part.clone(),
                    platform: watch.platform.clone(),
                    document: watch.document.clone(),
                    last_read,
                    is_blind,
                });
            }
        }
    }
    Ok(found)
}
