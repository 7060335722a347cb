//! What can be said of a page on one day: whether anybody saw its text then, and what stood there that is held back.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::lineage::why_unseen;
use super::{Failure, setup, times, tongue};
use crate::io::store::{Filter, Sight, Store};

/// What a comparison must not keep silent of a side.
pub struct ThatDay {
    /// Why nobody saw the text then, and of when the last good one is.
    pub unseen: Option<String>,
    /// The passages that stood there and are held back: the id of each, and its rule.
    pub held: Vec<(String, String)>,
}

impl ThatDay {
    /// What is known of a page at that time.
    pub fn of(
        store: &Store,
        (watch, part): (&str, &str),
        span: times::Span,
        seen_at: Timestamp,
        zone: &TimeZone,
    ) -> Result<Self, Failure> {
        let sights = store.sights(watch, part)?;
        let filter = Filter {
            watch: Some(watch.to_owned()),
            since: Some(span.from),
            until: Some(span.behind()),
            ..Filter::default()
        };
        let mut held = Vec::new();
        store.each_held(&filter, |row| {
            if !row.taken && row.change.part == part {
                held.push((row.change.id.clone(), row.rule().to_owned()));
            }
        })?;
        let is_to_come = !span.is_moment && span.from > setup::now();
        let unseen = if is_to_come { Some(to_come(span, zone)) } else { unseen(&sights, span, seen_at, zone) };
        Ok(Self { unseen, held })
    }
}

/// That nobody can have seen it yet.
fn to_come(span: times::Span, zone: &TimeZone) -> String {
    let when = when(span, zone);
    phrase!(
        "that is still to come ({when}): this is the last text",
        "das kommt erst noch ({when}): hier steht der letzte Text"
    )
}

/// Why the text was not seen in that time; none where it was, or where nothing is known of the looks.
fn unseen(sights: &[Sight], span: times::Span, seen_at: Timestamp, zone: &TimeZone) -> Option<String> {
    // What was looked at before this was written down is answered by the versions alone.
    if sights.first().is_none_or(|first| span.until < first.from) {
        return None;
    }
    let overlaps = |sight: &&Sight| sight.from <= span.until && sight.until >= span.from;
    let meant: Vec<&Sight> = if span.is_moment {
        // Between two looks what the last one showed is what is known.
        sights.iter().rfind(|sight| sight.from <= span.until).into_iter().collect()
    } else {
        sights.iter().filter(overlaps).collect()
    };
    if meant.iter().any(|sight| sight.instead.is_none()) {
        return None;
    }
    let good = sights.iter().filter(|sight| sight.instead.is_none() && sight.from <= span.until);
    let last = good.map(|sight| sight.until.min(span.until)).max().unwrap_or(seen_at);
    let when = when(span, zone);
    let mut whys: Vec<String> = meant
        .iter()
        .filter_map(|sight| sight.instead.as_ref())
        .map(|instead| why_unseen(instead, tongue::spoken()))
        .collect();
    whys.dedup();
    let why = if whys.is_empty() { phrase!("nobody looked", "niemand hat nachgesehen") } else { whys.join("; ") };
    let last = times::shown(last, zone);
    Some(phrase!(
        "no good look {when} ({why}); the last good text is from {last}",
        "kein guter Blick {when} ({why}); der letzte gute Text ist von {last}"
    ))
}

/// "on 2026-03-03", "from 2026-03-01 to 2026-03-31", "at 2026-03-03 06:00".
fn when(span: times::Span, zone: &TimeZone) -> String {
    if span.is_moment {
        let moment = times::shown(span.from, zone);
        return phrase!("at {moment}", "am {moment}");
    }
    let [first, last] = [span.from, span.until].map(|time| times::shown(time, zone)[..10].to_owned());
    if first == last {
        phrase!("on {first}", "am {first}")
    } else {
        phrase!("from {first} to {last}", "von {first} bis {last}")
    }
}
