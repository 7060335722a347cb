//! One round: every due watch through the steps, then letters. The table of contents of the program.

mod backtest;
mod deliver;
mod import;
mod letters;
mod page;
mod proposals;
mod reading;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::io::fetch::{Browser, Fetcher};
use crate::io::pdf::PdfReader;
use crate::io::store::{Store, StoreResult};
use crate::model::{Change, Outcome, Page, Watch, Watchlist};
use crate::steps::schedule;

pub use backtest::{Backtest, Backtested, backtest};
pub use deliver::{Delivered, deliver, mailer};
pub use import::{Capture, hand_in, import};
pub use letters::{NOBODY, compose_due, digest_of, with_counterparts};
pub use page::request::fetch;
pub use reading::again::{Reread, reread};
pub use reading::read::{explain, read, reading};

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

/// Which watches a round looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Those that came due since their last look.
    Due,
    All,
    /// Those of these ids, due or not.
    Named(Vec<String>),
}

/// What came of one page in a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    pub watch: String,
    pub platform: String,
    pub document: String,
    /// See [`Page::part`].
    pub part: String,
    pub outcome: Outcome,
    /// The change, where there is one.
    pub change: Option<Change>,
    /// Whether the page is a blind spot.
    pub blind_since: Option<Timestamp>,
}

/// Looks at every page that is wanted, records what it finds, and hands each result to `seen`.
///
/// # Errors
/// Trouble with the store; all else is an outcome.
pub async fn check(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<Vec<Looked>> {
    let mut looks = JoinSet::new();
    for (watch, page) in wanted(house, which)? {
        let house = house.clone();
        looks.spawn(async move { page::fetch::look(&house, &watch, &page).await });
    }
    let mut found = Vec::with_capacity(looks.len());
    while let Some(result) = looks.join_next().await {
        // A look that panicked or was cancelled would be silence: let it end the round loudly instead.
        let looked = match result {
            Ok(looked) => looked?,
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => continue,
        };
        seen(&looked);
        found.push(looked);
    }
    proposals::search(house, &found).await?;
    house.browser.close().await;
    let place = |looked: &Looked| house.watchlist.watches.iter().position(|watch| watch.id == looked.watch);
    found.sort_by(|a, b| (place(a), &a.part).cmp(&(place(b), &b.part)));
    Ok(found)
}

/// How long an unreadable page is left alone before a round tries it again ahead of its schedule.
const TRY_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(1);

/// The pages that a round looks at.
fn wanted(house: &House, which: &Which) -> StoreResult<Vec<(Watch, Page)>> {
    let store = lock(&house.store);
    let mut pages = Vec::new();
    for watch in &house.watchlist.watches {
        for page in &watch.pages {
            let is_wanted = match which {
                Which::All => true,
                Which::Named(ids) => ids.contains(&watch.id),
                Which::Due => is_due(house, &store, watch, page)?,
            };
            if is_wanted {
                pages.push((watch.clone(), page.clone()));
            }
        }
    }
    Ok(pages)
}

/// Whether a page came due, or was left in a state that should not wait for its schedule.
fn is_due(house: &House, store: &Store, watch: &Watch, page: &Page) -> StoreResult<bool> {
    let now = house.clock.now();
    let Some(state) = store.page(&watch.id, &page.part)? else { return Ok(true) };
    let zone = &house.watchlist.settings.timezone;
    Ok(match state.outcome {
        Outcome::Candidate => true,
        Outcome::Unreadable { .. } if now.duration_since(state.looked_at) >= TRY_AGAIN_AFTER => true,
        _ => schedule::is_due(&watch.schedule, zone, Some(state.looked_at), now),
    })
}

/// The store; a panic elsewhere does not damage it, since every write is a transaction.
pub fn lock(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A pause that takes no time where none is wanted.
async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}
