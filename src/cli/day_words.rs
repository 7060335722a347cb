//! Days, months and years as people write them on the command line, whichever language the terminal speaks.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use crate::model::DayOrder;
use crate::steps::text::dates::{find_dates_in, month};

/// The first and the last day of what names days alone.
pub fn days(text: &str, today: Date) -> Option<(Date, Date)> {
    let text = text.to_lowercase();
    let one = by_name(&text, today).or_else(|| far(&text, today)).or_else(|| written_out(&text));
    // No text dates itself so far away as people may type.
    let one = one.or_else(|| Date::strptime("%Y-%m-%d", &text).ok());
    one.map(|day| (day, day)).or_else(|| month_or_year(&text))
}

/// "yesterday", seen from today.
fn by_name(text: &str, today: Date) -> Option<Date> {
    let away = match text {
        "the day before yesterday" | "vorgestern" => -2,
        "yesterday" | "gestern" => -1,
        "today" | "heute" => 0,
        "tomorrow" | "morgen" => 1,
        "the day after tomorrow" | "übermorgen" => 2,
        _ => return None,
    };
    today.checked_add(jiff::Span::new().days(away)).ok()
}

/// A date with its day, its month and its year; where nobody can tell the day from the month, it is none.
fn written_out(text: &str) -> Option<Date> {
    let found = find_dates_in(text, DayOrder::Unknown);
    found.into_iter().find(|(place, _)| *place == (0..text.len())).map(|(_, day)| day)
}

/// "2026-11", "März 2026", "2026".
fn month_or_year(text: &str) -> Option<(Date, Date)> {
    if let Some((word, year)) = text.rsplit_once(' ') {
        let year = year.parse::<i16>().ok().filter(|year| (1000..=9999).contains(year))?;
        let first = Date::new(year, month(word.trim().trim_end_matches('.'))?, 1).ok()?;
        return Some((first, first.last_of_month()));
    }
    match text.len() {
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

/// What is counted from today: "3 months ago", "vor 3 Monaten", "in 2 weeks".
fn far(text: &str, today: Date) -> Option<Date> {
    let (count, unit) = ago(text).or_else(|| ahead(text).map(|(count, unit)| (-count, unit)))?;
    let back = match unit {
        Unit::Day => jiff::Span::new().try_days(count),
        Unit::Week => jiff::Span::new().try_weeks(count),
        Unit::Month => jiff::Span::new().try_months(count),
        Unit::Year => jiff::Span::new().try_years(count),
        Unit::Hour | Unit::Minute => return None,
    };
    today.checked_sub(back.ok()?).ok()
}

/// "5 hours ago", "vor 20 Minuten".
pub fn hours_ago(text: &str) -> Option<SignedDuration> {
    let (count, unit) = ago(&text.to_lowercase()).filter(|(count, _)| *count < 1_000_000)?;
    match unit {
        Unit::Hour => Some(SignedDuration::from_hours(count)),
        Unit::Minute => Some(SignedDuration::from_mins(count)),
        _ => None,
    }
}

/// "yesterday 06:00", "21.11.2026 06:00", "21. November 2026, 6:00 Uhr".
pub fn hour_of_a_day(text: &str, today: Date) -> Option<DateTime> {
    let text = text.to_lowercase();
    let text = text.strip_suffix("uhr").unwrap_or(&text).trim_end();
    let (day, hour) = text.rsplit_once(' ')?;
    let hour = if hour.len() == 4 { format!("0{hour}") } else { hour.to_owned() };
    let time = hour.contains(':').then(|| hour.parse::<Time>().ok())??;
    let (first, last) = days(day.trim_end_matches([',', ' ']), today)?;
    (first == last).then(|| first.to_datetime(time))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

fn ago(text: &str) -> Option<(i64, Unit)> {
    counted(text.strip_suffix(" ago").or_else(|| text.strip_prefix("vor "))?)
}

fn ahead(text: &str) -> Option<(i64, Unit)> {
    counted(text.strip_prefix("in ")?)
}

/// The number and the unit in "3 months".
fn counted(text: &str) -> Option<(i64, Unit)> {
    let (count, unit) = text.trim().split_once(' ')?;
    let count = match count {
        "a" | "an" | "one" | "einem" | "einer" => 1,
        digits => digits.parse::<i64>().ok().filter(|count| *count >= 0)?,
    };
    let unit = match unit.trim() {
        "minute" | "minutes" | "minuten" => Unit::Minute,
        "hour" | "hours" | "stunde" | "stunden" => Unit::Hour,
        "day" | "days" | "tag" | "tage" | "tagen" => Unit::Day,
        "week" | "weeks" | "woche" | "wochen" => Unit::Week,
        "month" | "months" | "monat" | "monate" | "monaten" => Unit::Month,
        "year" | "years" | "jahr" | "jahre" | "jahren" => Unit::Year,
        _ => return None,
    };
    Some((count, unit))
}
