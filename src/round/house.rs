//! What a round works with: the watchlist, the doors, and the time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use super::reading::Reader;
use super::room::Room;
use crate::io::fetch::{Browser, Fetcher};
use crate::io::pdf::PdfReader;
use crate::io::store::{Store, StoreResult};
use crate::model::{Page, Watch, Watchlist};

/// Everything that a round needs.
#[derive(Debug, Clone)]
pub struct House {
    pub watchlist: Arc<Watchlist>,
    pub store: Arc<Mutex<Store>>,
    pub fetcher: Fetcher,
    /// Started when the first page needs it.
    pub browser: Arc<Browser>,
    pub pdf: PdfReader,
    pub clock: Clock,
    pub patience: Patience,
    pub room: Room,
}

/// How long a round waits.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For a look, with the waiting for its turn: pages of one host are asked one after another.
    pub look: Duration,
    /// For reading what came, and for judging it: each by itself, and once it is its turn.
    pub work: Duration,
    /// With what is to be told at once, for the looks to end.
    pub letters: Duration,
    /// For the mailbox with answers.
    pub replies: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            look: Duration::from_mins(20),
            work: Duration::from_mins(5),
            letters: Duration::from_mins(3),
            replies: Duration::from_mins(2),
        }
    }
}

impl House {
    /// Reads what a page of a watch serves.
    #[must_use]
    pub fn reader<'a>(&'a self, watch: &'a Watch, page: &'a Page) -> Reader<'a> {
        Reader::of(&self.pdf, watch, page)
    }
}

/// The time at which a command began, and what has passed since: the clock itself is asked only in `cli`.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Timestamp,
    since: Instant,
}

impl Clock {
    /// A clock that was asked just now.
    #[must_use]
    pub fn started_at(start: Timestamp) -> Self {
        Self { start, since: Instant::now() }
    }

    /// The time now, in whole seconds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let passed = SignedDuration::from_secs(i64::try_from(self.since.elapsed().as_secs()).unwrap_or(i64::MAX));
        self.start.checked_add(passed).unwrap_or(self.start)
    }
}

/// The store; a panic elsewhere does not damage it, since every write is a transaction.
pub fn lock(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a part of a round came to; where damage of the history keeps it from its end, the other parts go on.
///
/// # Errors
/// Of the store, but for damage.
pub(super) fn spared<T>(house: &House, result: StoreResult<T>) -> StoreResult<Option<T>> {
    lock(&house.store).in_spite_of_damage(result)
}
