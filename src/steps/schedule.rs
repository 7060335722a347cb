//! When a watch or a digest is due.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::Schedule;

/// Reads a cron line: five fields as crontab(5) means them, six or seven as the `cron` crate does, or `@daily` and its like.
///
/// # Errors
/// A sentence that says what is wrong and how to write it.
pub fn parse(_written: &str, _now: Timestamp) -> Result<Schedule, String> {
    todo!()
}

/// Whether the schedule came due after `last` and not after `now`; always, where there was no last time.
#[must_use]
pub fn is_due(_schedule: &Schedule, _zone: &TimeZone, _last: Option<Timestamp>, _now: Timestamp) -> bool {
    todo!()
}

/// The first time after `after` at which the schedule is due; daylight saving right.
#[must_use]
pub fn next(_schedule: &Schedule, _zone: &TimeZone, _after: Timestamp) -> Option<Timestamp> {
    todo!()
}
