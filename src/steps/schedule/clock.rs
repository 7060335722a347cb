//! From the wall clock of a cron line to moments in time.
//!
//! The `cron` crate knows the calendar, but skips what falls in a gap and repeats what falls in a fold. So it is asked
//! in plain calendar time only, and the zone's own rules say which moment that is.

use chrono::{DateTime, Utc};
use cron::TimeUnitSpec as _;
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// The first moment after `after` at which one cron line is due.
pub(super) fn next(line: &cron::Schedule, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    if line.hours().count() == 24 { on_the_real_clock(line, zone, after) } else { once_a_wall_time(line, zone, after) }
}

/// For lines that name hours: every time on the wall is one moment, whatever is done to the clock.
fn once_a_wall_time(line: &cron::Schedule, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    let on_the_wall = as_if_utc(zone.to_offset(after), after)?;
    // In the second pass of a fold the times still to come on the wall have been: they are passed over.
    line.after(&on_the_wall).map_while(|time| moment(zone, time)).find(|moment| *moment > after)
}

/// For lines of every hour: from one change of the zone's offset to the next, as if there were no other.
fn on_the_real_clock(line: &cron::Schedule, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    let mut from = after;
    loop {
        let second_before = from.checked_sub(jiff::SignedDuration::from_secs(1)).ok()?;
        let start = if from == after { after } else { second_before };
        let offset = zone.to_offset(from);
        let due = line.after(&as_if_utc(offset, start)?).next()?;
        let due = offset.to_timestamp(civil_time(due)?).ok()?;
        match zone.following(from).next() {
            Some(change) if change.timestamp() <= due => from = change.timestamp(),
            _ => return Some(due),
        }
    }
}

/// The moment of a time on the wall: after the gap where it does not exist, the first where it exists twice.
fn moment(zone: &TimeZone, on_the_wall: DateTime<Utc>) -> Option<Timestamp> {
    let time = civil_time(on_the_wall)?;
    match zone.to_ambiguous_timestamp(time).offset() {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
            offset.to_timestamp(time).ok()
        }
        AmbiguousOffset::Gap { after, .. } => {
            let just_before = after.to_timestamp(time).ok()?;
            zone.following(just_before).next().map(|change| change.timestamp())
        }
    }
}

/// The wall clock's face at a moment, to the second, dressed as UTC so that no rule of chrono's touches it.
fn as_if_utc(offset: Offset, moment: Timestamp) -> Option<DateTime<Utc>> {
    let face = moment.as_second().checked_add(i64::from(offset.seconds()))?;
    // A second begun is over for a cron line, also before 1970 where `as_second` rounds up.
    DateTime::from_timestamp(if moment.subsec_nanosecond() < 0 { face - 1 } else { face }, 0)
}

/// The same face as jiff writes it.
fn civil_time(face: DateTime<Utc>) -> Option<civil::DateTime> {
    Timestamp::from_second(face.timestamp()).ok().map(|face| Offset::UTC.to_datetime(face))
}
