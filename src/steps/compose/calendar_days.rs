//! Counts days by the calendar.

use jiff::Unit;
use jiff::civil::Date;

/// Calendar days from one day to another; negative where the other lies before.
pub(super) fn days_between(from: Date, until: Date) -> i64 {
    from.until((Unit::Day, until)).map_or(0, |span| i64::from(span.get_days()))
}
