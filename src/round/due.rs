//! Which pages a round looks at.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::house::{House, lock};
use crate::io::store::{PageState, Store, StoreResult};
use crate::model::{Outcome, Page, Watch};
use crate::steps::schedule;

/// Which watches a round looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Those that came due since their last look.
    Due,
    All,
    /// Those of these ids, due or not.
    Named(Vec<String>),
}

/// How long an unreadable page is left alone before a round tries it again ahead of its schedule.
const TRY_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(1);

/// The pages that a round looks at.
pub(super) fn wanted(house: &House, which: &Which) -> StoreResult<Vec<(Watch, Page)>> {
    let store = lock(&house.store);
    let mut pages = Vec::new();
    for watch in &house.watchlist.watches {
        for page in &watch.pages {
            let is_wanted = match which {
                Which::All => true,
                Which::Named(ids) => ids.contains(&watch.id),
                // What is not known of a page is no reason not to look.
                Which::Due => store.in_spite_of_damage(is_due(house, &store, watch, page))?.unwrap_or(true),
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

/// From when on a round looks at a page again; none where its schedule never comes due.
#[must_use]
pub fn next_look(watch: &Watch, zone: &TimeZone, state: &PageState) -> Option<Timestamp> {
    let scheduled = schedule::next(&watch.schedule, zone, state.looked_at);
    let sooner = match state.outcome {
        Outcome::Candidate => Some(state.looked_at),
        Outcome::Unreadable { .. } => state.looked_at.checked_add(TRY_AGAIN_AFTER).ok(),
        _ => None,
    };
    scheduled.into_iter().chain(sooner).min()
}
