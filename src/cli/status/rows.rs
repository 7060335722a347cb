//! What is known of every page of the watchlist.

use jiff::Timestamp;

use crate::cli::Failure;
use crate::io::store::{HeldBack, PageState, Store};
use crate::model::{Edition, Outcome, Page, Trouble, Watch, Watchlist};
use crate::round;

/// How many days of held-back differences are counted.
pub(super) const DAYS: i64 = 30;

/// One page of a watch and what is known of it.
pub(super) struct Row<'a> {
    pub watch: &'a Watch,
    pub page: &'a Page,
    pub state: Option<PageState>,
    pub last_version: Option<Timestamp>,
    pub by_hand: bool,
    pub next_due: Option<Timestamp>,
    pub held_back: Vec<HeldBack>,
}

/// All pages, in the order of the watchlist.
pub(super) fn rows<'a>(
    watchlist: &'a Watchlist,
    store: Option<&Store>,
    now: Timestamp,
) -> Result<Vec<Row<'a>>, Failure> {
    let since = now.checked_sub(jiff::SignedDuration::from_hours(24 * DAYS)).unwrap_or(Timestamp::UNIX_EPOCH);
    let held_back = store.map(|store| store.held_back(since)).transpose()?.unwrap_or_default();
    let mut rows = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            let state = store.map(|store| store.page(&watch.id, &page.part)).transpose()?.flatten();
            let seen_at = store.map(|store| store.last_version_seen(&watch.id, &page.part)).transpose()?.flatten();
            let by_hand = store.map(|store| store.last_version_by_hand(&watch.id, &page.part)).transpose()?;
            let by_hand = by_hand.unwrap_or_default();
            let next_due = match &state {
                Some(state) => round::next_look(watch, &watchlist.settings.timezone, state),
                None => Some(now),
            };
            let mine = |held: &&HeldBack| held.watch == watch.id && held.part == page.part;
            let held_back = held_back.iter().filter(mine).cloned().collect();
            rows.push(Row { watch, page, state, last_version: seen_at, by_hand, next_due, held_back });
        }
    }
    Ok(rows)
}

/// The edition that stands on a page instead of the reader's own and is followed there, and how it differs.
pub(super) fn other_edition(state: &PageState) -> Option<(&Edition, &Trouble)> {
    let shown = state.memory.editions.iter().find(|edition| edition.looks > 0)?;
    let instead = shown.instead.as_ref()?;
    // A wall of today hides that edition, too.
    let is_seen = !matches!(&state.outcome, Outcome::Unreadable { trouble } if trouble != instead);
    is_seen.then_some((shown, instead))
}
