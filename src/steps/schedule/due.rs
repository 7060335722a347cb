//! Reads a cron line, and says when it is due.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{clock, line};
use crate::model::Schedule;

/// Reads a cron line: five fields as crontab(5) means them, six or seven with seconds first (and the year last) as the
/// `cron` crate does, or `@daily` and its like.
///
/// Weekdays in a line with seconds must be names: `1` is Monday in crontab(5) but Sunday to the `cron` crate.
///
/// # Errors
/// A sentence that says what is wrong and how to write it.
pub fn parse(written: &str, now: Timestamp) -> Result<Schedule, String> {
    let schedule = Schedule { written: written.trim().to_owned(), alternatives: line::read(written)? };
    if next(&schedule, &TimeZone::UTC, now).is_none() {
        return Err(format!("`{}` never comes due: no such day is in any calendar to come", schedule.written));
    }
    Ok(schedule)
}

/// Whether the schedule came due after `last` and not after `now`; always, where there was no last time.
///
/// A `last` in the future comes from a clock that was wrong; waiting for it could take years, so that is due too.
#[must_use]
pub fn is_due(schedule: &Schedule, zone: &TimeZone, last: Option<Timestamp>, now: Timestamp) -> bool {
    let Some(last) = last else { return true };
    last > now || next(schedule, zone, last).is_some_and(|due| due <= now)
}

/// The first time after `after` at which the schedule is due; daylight saving right.
#[must_use]
pub fn next(schedule: &Schedule, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    schedule.alternatives.iter().filter_map(|line| clock::next(line, zone, after)).min()
}
