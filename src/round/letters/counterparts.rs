//! What stands beside a change in the document's other languages, as the store knows it at this time.

use jiff::{SignedDuration, Timestamp};

use crate::io::store::{Filter, Store, StoreResult};
use crate::model::{Because, Change, Counterpart, Elsewhere, Outcome, Reason, Watch, Watchlist};

/// Translations follow within days; what changed longer before or after is another change.
const ABOUT_THE_SAME_TIME: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The other languages of a change's document.
///
/// # Errors
/// Of the store.
pub fn counterparts(store: &Store, watchlist: &Watchlist, change: &Change) -> StoreResult<Vec<Counterpart>> {
    let mut found = Vec::new();
    for watch in watchlist.counterparts(&change.watch) {
        found.push(Counterpart {
            change: change.id.clone(),
            watch: watch.id.clone(),
            language: watch.language.clone(),
            elsewhere: elsewhere(store, watch, change)?,
        });
    }
    Ok(found)
}

/// The change with what its other languages say as further reasons, for the terminal and for programs.
///
/// # Errors
/// Of the store.
pub fn with_counterparts(store: &Store, watchlist: &Watchlist, change: Change) -> StoreResult<Change> {
    let mut change = change;
    let zone = &watchlist.settings.timezone;
    for counterpart in counterparts(store, watchlist, &change)? {
        let because = Because::Counterpart { counterpart, zone: zone.clone() };
        change.assessment.reasons.push(Reason::of_the_whole(because));
    }
    Ok(change)
}

fn elsewhere(store: &Store, watch: &Watch, change: &Change) -> StoreResult<Elsewhere> {
    let near = Filter {
        watch: Some(watch.id.clone()),
        since: change.detected_at.checked_sub(ABOUT_THE_SAME_TIME).ok(),
        until: change.detected_at.checked_add(ABOUT_THE_SAME_TIME).ok(),
        ..Filter::default()
    };
    if let Some(other) = store.changes(&near)?.pop() {
        return Ok(Elsewhere::Changed { id: other.id });
    }
    Ok(last_seen(store, watch)?.map_or(Elsewhere::Unread, |last_seen| Elsewhere::Unchanged { last_seen }))
}

/// When all pages of a watch were last read; none where one of them cannot be.
fn last_seen(store: &Store, watch: &Watch) -> StoreResult<Option<Timestamp>> {
    let mut oldest: Option<Timestamp> = None;
    for page in &watch.pages {
        let Some(state) = store.page(&watch.id, &page.part)? else { return Ok(None) };
        let Some(read_at) = state.read_at.filter(|_| !matches!(state.outcome, Outcome::Unreadable { .. })) else {
            return Ok(None);
        };
        oldest = Some(oldest.map_or(read_at, |oldest| oldest.min(read_at)));
    }
    Ok(oldest)
}
