//! Times as people write and read them on the command line.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::tongue;
use crate::model::Language;
use crate::steps::compose;

/// What a time on the command line means: a moment, or the whole of a day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first second.
    pub from: Timestamp,
    /// Its last second.
    pub until: Timestamp,
    /// Whether it is one moment and no stretch of time.
    pub is_moment: bool,
}

impl Span {
    const fn moment(at: Timestamp) -> Self {
        Self { from: at, until: at, is_moment: true }
    }

    /// The first second after it, for those who ask for what is before that.
    pub fn behind(self) -> Timestamp {
        self.until.checked_add(SignedDuration::from_secs(1)).unwrap_or(self.until)
    }
}

/// Reads a time as people write it, in that zone: `2026-11-21`, `2026-11`, `2026`, `2026-11-21 06:00`, RFC 3339, `yesterday`,
/// `3 months ago`. What names a day without an hour is all of that day, and so on.
pub fn span(text: &str, zone: &TimeZone, now: Timestamp) -> Result<Span, String> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(Span::moment(time));
    }
    if let Ok(time) = DateTime::strptime("%Y-%m-%dT%H%M%SZ", text) {
        let zoned = time.to_zoned(TimeZone::UTC).map_err(|error| error.to_string())?;
        return Ok(Span::moment(zoned.timestamp()));
    }
    let today = now.to_zoned(zone.clone()).date();
    let days = days(text, today).or_else(|| ago(text, today));
    if let Some((first, last)) = days {
        let from = first.to_zoned(zone.clone()).map_err(|error| error.to_string())?.timestamp();
        let behind = last.tomorrow().and_then(|next| next.to_zoned(zone.clone())).map_err(|error| error.to_string())?;
        let until = behind.timestamp().checked_sub(SignedDuration::from_secs(1)).map_err(|error| error.to_string())?;
        return Ok(Span { from, until, is_moment: false });
    }
    if let Some(hours) = hours_ago(text) {
        let then = now.checked_sub(SignedDuration::from_hours(hours)).map_err(|error| error.to_string())?;
        return Ok(Span::moment(then));
    }
    match text.parse::<DateTime>().or_else(|_| text.replacen(' ', "T", 1).parse::<DateTime>()) {
        Ok(civil) => {
            let zoned = civil.to_zoned(zone.clone()).map_err(|error| error.to_string())?;
            Ok(Span::moment(zoned.timestamp()))
        }
        Err(_) => Err(format!(
            "`{text}` is no time\nhint: write 2026-11-21, 2026-11, \"2026-11-21 06:00\", yesterday or \"3 months ago\""
        )),
    }
}

/// The first and the last day of what names days alone.
fn days(text: &str, today: Date) -> Option<(Date, Date)> {
    match text {
        "today" => return Some((today, today)),
        "yesterday" => return today.yesterday().ok().map(|day| (day, day)),
        _ => {}
    }
    // A date parses out of a time, too; only one by itself is the whole day.
    match text.len() {
        10 => text.parse::<Date>().ok().map(|day| (day, day)),
        7 => {
            let first = format!("{text}-01").parse::<Date>().ok()?;
            Some((first, first.last_of_month()))
        }
        4 => {
            let first = format!("{text}-01-01").parse::<Date>().ok()?;
            Some((first, first.last_of_year()))
        }
        _ => None,
    }
}

/// The day that lies so many days, weeks, months or years back: "3 months ago".
fn ago(text: &str, today: Date) -> Option<(Date, Date)> {
    let (count, unit) = counted(text)?;
    let back = match unit {
        "day" => jiff::Span::new().try_days(count),
        "week" => jiff::Span::new().try_weeks(count),
        "month" => jiff::Span::new().try_months(count),
        "year" => jiff::Span::new().try_years(count),
        _ => return None,
    };
    let day = today.checked_sub(back.ok()?).ok()?;
    Some((day, day))
}

/// "5 hours ago".
fn hours_ago(text: &str) -> Option<i64> {
    counted(text).filter(|(count, unit)| *unit == "hour" && *count < 1_000_000).map(|(count, _)| count)
}

/// The number and the unit in "3 months ago".
fn counted(text: &str) -> Option<(i64, &str)> {
    let (count, unit) = text.strip_suffix(" ago")?.trim().split_once(' ')?;
    Some((count.parse::<i64>().ok().filter(|count| *count >= 0)?, unit.trim().trim_end_matches('s')))
}

/// A zone by the name that people know.
pub fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("the system's time zone")
}

/// A time for the terminal, to the minute.
pub fn shown(time: Timestamp, zone: &TimeZone) -> String {
    time.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A day among words.
pub fn day(day: Date) -> String {
    match tongue::spoken() {
        Language::English => day.to_string(),
        Language::German => compose::day(day, Language::German),
    }
}

/// How long ago something was, in the largest unit that says enough.
pub fn passed(then: Timestamp, now: Timestamp) -> String {
    passed_in(tongue::spoken(), then, now)
}

/// The same in that language.
pub fn passed_in(language: Language, then: Timestamp, now: Timestamp) -> String {
    let passed = now.duration_since(then);
    let length = length_in(language, passed);
    match language {
        Language::English if passed < SignedDuration::from_mins(1) => "just now".to_owned(),
        Language::German if passed < SignedDuration::from_mins(1) => "gerade eben".to_owned(),
        Language::English => format!("{length} ago"),
        Language::German => format!("vor {length}"),
    }
}

/// A length of time in its largest unit.
fn length_in(language: Language, length: SignedDuration) -> String {
    let count = |number: i64, english: &str, one: &str, many: &str| match language {
        Language::English => format!("{number} {english}{}", if number == 1 { "" } else { "s" }),
        Language::German => format!("{number} {}", if number == 1 { one } else { many }),
    };
    match length.as_mins() {
        minutes if minutes < 90 => count(minutes, "minute", "Minute", "Minuten"),
        minutes if minutes < 48 * 60 => count(minutes / 60, "hour", "Stunde", "Stunden"),
        // "vor 3 Tagen"; only said with "vor".
        minutes => count(minutes / (24 * 60), "day", "Tag", "Tagen"),
    }
}
