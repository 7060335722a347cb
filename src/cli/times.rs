//! Times as people write and read them on the command line.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Reads a time: RFC 3339, `2022-02-23T123128Z`, a date or a date with a time (in the system's zone).
pub fn parse(text: &str) -> Result<Timestamp, String> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(time);
    }
    if let Ok(time) = DateTime::strptime("%Y-%m-%dT%H%M%SZ", text) {
        return time.to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp()).map_err(|error| error.to_string());
    }
    let civil = text
        .parse::<DateTime>()
        .or_else(|_| text.replacen(' ', "T", 1).parse::<DateTime>())
        .or_else(|_| text.parse::<Date>().map(|date| date.to_datetime(jiff::civil::Time::midnight())));
    match civil {
        Ok(civil) => {
            civil.to_zoned(TimeZone::system()).map(|zoned| zoned.timestamp()).map_err(|error| error.to_string())
        }
        Err(_) => Err(format!("`{text}` is no time; write 2026-11-21, 2026-11-21T06:00 or 2026-11-21T06:00:00Z")),
    }
}

/// The time up to which something is meant: of a day without a time its end, in that zone.
pub fn until(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    // A date parses out of a time, too; only one by itself is the whole day.
    let Some(day) = (text.trim().len() == "2026-11-21".len()).then(|| text.trim().parse::<Date>().ok()).flatten()
    else {
        return parse(text);
    };
    let end = day.to_datetime(jiff::civil::Time::constant(23, 59, 59, 0)).to_zoned(zone.clone());
    end.map(|zoned| zoned.timestamp()).map_err(|error| error.to_string())
}

/// A time for the terminal, to the minute.
pub fn shown(time: Timestamp, zone: &TimeZone) -> String {
    time.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// How long ago something was, in the largest unit that says enough.
pub fn ago(then: Timestamp, now: Timestamp) -> String {
    let passed = now.duration_since(then);
    if passed < SignedDuration::from_mins(1) {
        return "just now".to_owned();
    }
    format!("{} ago", span(passed))
}

/// A length of time in its largest unit.
pub fn span(length: SignedDuration) -> String {
    let count = |number: i64, unit: &str| format!("{number} {unit}{}", if number == 1 { "" } else { "s" });
    match length.as_mins() {
        minutes if minutes < 90 => count(minutes, "minute"),
        minutes if minutes < 48 * 60 => count(minutes / 60, "hour"),
        minutes => count(minutes / (24 * 60), "day"),
    }
}
