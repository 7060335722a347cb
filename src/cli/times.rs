//! Times as people write and read them on the command line.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{day_words, tongue};
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

/// Reads a time as people write it, in that zone and in any language: `2026-11-21`, `21.11.2026`, `1 December 2026`,
/// `März 2026`, `2026-11`, `2026`, `2026-11-21 06:00`, RFC 3339, `yesterday`, `3 months ago`, `vor 3 Monaten`. What names a day
/// without an hour is all of that day, and so on.
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
    if let Some((first, last)) = day_words::days(text, today) {
        let from = first.to_zoned(zone.clone()).map_err(|error| error.to_string())?.timestamp();
        let behind = last.tomorrow().and_then(|next| next.to_zoned(zone.clone())).map_err(|error| error.to_string())?;
        let until = behind.timestamp().checked_sub(SignedDuration::from_secs(1)).map_err(|error| error.to_string())?;
        return Ok(Span { from, until, is_moment: false });
    }
    if let Some(length) = day_words::hours_ago(text) {
        let then = now.checked_sub(length).map_err(|error| error.to_string())?;
        return Ok(Span::moment(then));
    }
    let written = text.parse::<DateTime>().or_else(|_| text.replacen(' ', "T", 1).parse::<DateTime>()).ok();
    let Some(civil) = written.or_else(|| day_words::hour_of_a_day(text, today)) else {
        return Err(phrase!(
            "`{text}` is no time\nhint: write 2026-11-21, 21.11.2026, \"21 November 2026\", 2026-11, \"November 2026\", \"2026-11-21 06:00\", yesterday or \"3 months ago\"",
            "`{text}` ist keine Zeitangabe\nHinweis: möglich sind 2026-11-21, 21.11.2026, \"21. November 2026\", 2026-11, \"November 2026\", \"2026-11-21 06:00\", gestern oder \"vor 3 Monaten\""
        ));
    };
    let zoned = civil.to_zoned(zone.clone()).map_err(|error| error.to_string())?;
    let at = zoned.timestamp();
    // Times are shown to the minute: who names one means the whole of it.
    let is_minute = civil.second() == 0 && civil.subsec_nanosecond() == 0;
    let until = if is_minute { at.checked_add(SignedDuration::from_secs(59)).unwrap_or(at) } else { at };
    Ok(Span { until, ..Span::moment(at) })
}

/// Reads one day as people write it: the same forms, tomorrow, and "in 2 weeks".
pub fn one_day(text: &str, today: Date) -> Result<Date, String> {
    let days = day_words::days(text.trim(), today).filter(|(first, last)| first == last);
    days.map(|(day, _)| day).ok_or_else(|| {
        phrase!(
            "`{text}` is no date\nhint: write it as in 2027-01-15, 15.01.2027, \"15 January 2027\", tomorrow or \"in 2 weeks\"",
            "`{text}` ist kein Datum\nHinweis: möglich sind 2027-01-15, 15.01.2027, \"15. Januar 2027\", morgen oder \"in 2 Wochen\""
        )
    })
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
