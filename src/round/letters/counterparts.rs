//! What stands beside a change in the document's other languages, as the store knows it at this time.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::io::store::{Filter, Store, StoreResult};
use crate::model::{Because, Change, Counterpart, Edit, Elsewhere, Outcome, Reason, Watch, Watchlist};

/// Translations follow within days; what changed longer before or after is another change.
const ABOUT_THE_SAME_TIME: SignedDuration = SignedDuration::from_hours(14 * 24);
/// So many numbers of a change tell it from others.
const FIGURES: usize = 200;

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
    let others = store.changes(&near)?;
    if let Some(other) = others.iter().min_by_key(|other| unlike(change, other)) {
        return Ok(Elsewhere::Changed { id: other.id.clone() });
    }
    Ok(last_seen(store, watch)?.map_or(Elsewhere::Unread, |last_seen| Elsewhere::Unchanged { last_seen }))
}

/// How little a change in another language has of this one: the same figures, then the same topics, then the nearer day. No
/// word of one language says anything of those of another.
fn unlike(change: &Change, other: &Change) -> (bool, bool, Duration) {
    let (own, theirs) = (figures(change), figures(other));
    let topics = &other.assessment.topics;
    (
        own != theirs && own.is_disjoint(&theirs),
        !change.assessment.topics.iter().any(|topic| topics.contains(topic)),
        other.detected_at.duration_since(change.detected_at).unsigned_abs(),
    )
}

/// The numbers that came or went with a change.
fn figures(change: &Change) -> BTreeSet<String> {
    let edits = change.hunks.iter().flat_map(|hunk| &hunk.edits);
    let texts = edits.filter_map(|edit| match edit {
        Edit::Kept(_) => None,
        Edit::Removed(text) | Edit::Added(text) => Some(text.as_str()),
    });
    let numbers = texts.flat_map(|text| text.split(|letter: char| !letter.is_numeric()));
    numbers.filter(|number| !number.is_empty()).take(FIGURES).map(str::to_owned).collect()
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
