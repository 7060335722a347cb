//! Whether nothing has run for long: the next round says so, for nothing else could have.

use jiff::{SignedDuration, Timestamp};

use crate::io::store::Notice;
use crate::model::Watchlist;
use crate::steps::schedule;

/// A look that was due may be as late as this: a server sleeps for a night, or is out of order for a day.
const LATE: SignedDuration = SignedDuration::from_hours(26);

/// The notice that nothing ran between that time and now, where a look came due and was far too late.
pub(super) fn since(watchlist: &Watchlist, last: Timestamp, now: Timestamp) -> Option<Notice> {
    is_overdue(watchlist, last, now).then(|| Notice::of_silence(last, now))
}

/// Whether a look came due since that time and is far too late.
#[must_use]
pub fn is_overdue(watchlist: &Watchlist, last: Timestamp, now: Timestamp) -> bool {
    let zone = &watchlist.settings.timezone;
    let due = watchlist.watches.iter().filter_map(|watch| schedule::next(&watch.schedule, zone, last)).min();
    due.is_some_and(|due| now.duration_since(due) > LATE)
}
