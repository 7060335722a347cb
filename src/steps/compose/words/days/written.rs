//! How a language writes days and numbers, and what languages share in it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::Language;
use crate::steps::compose::calendar_days::days_between;

/// How a language writes days and numbers.
pub(in crate::steps::compose) trait Days {
    fn date(&self, date: Date) -> String;
    /// For subjects: without the year where it is that of today or the next months.
    fn short_date(&self, date: Date, today: Date) -> String;
    /// For sentences: without the year where everybody knows it.
    fn day(&self, date: Date, today: Date) -> String;
    fn moment(&self, time: Timestamp, zone: &TimeZone) -> String;
    /// The same without its year where that of a moment named after it is the same.
    fn moment_before(&self, time: Timestamp, later: Timestamp, zone: &TimeZone) -> String {
        let year = |time: Timestamp| time.to_zoned(zone.clone()).year();
        let (written, this) = (self.moment(time, zone), year(time));
        if this == year(later) { written.replacen(&format!(" {this},"), ",", 1) } else { written }
    }
    /// The time of day.
    fn clock(&self, time: Timestamp, zone: &TimeZone) -> String;
    /// An amount as the team wrote it, its digits in groups.
    fn amount(&self, written: &str) -> String;
    fn number(&self, number: usize) -> String;
    fn days(&self, days: i64) -> String;
    /// "24 days left", "today", "since 3 days".
    fn days_left(&self, days: i64) -> String;
    fn span(&self, from: Date, until: Date) -> String;
}

/// Months written out, January first.
pub(super) type Months = [&'static str; 12];

/// The month of a date in these names.
pub(super) fn month(date: Date, names: &Months) -> &'static str {
    let index = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
    names.get(index).copied().unwrap_or_default()
}

/// Whether a date is so near that nobody would write its year.
pub(super) fn is_near(date: Date, today: Date) -> bool {
    date.year() == today.year() || (0..330).contains(&days_between(today, date))
}

/// Digits in groups of three: "1,234".
pub(in crate::steps::compose) fn grouped(number: usize, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// A number as a language groups its digits.
pub(in crate::steps::compose) fn number(number: usize, language: Language) -> String {
    grouped(number, if language == Language::English { ',' } else { '.' })
}

/// "40000 EUR" with its digits in groups; what is no plain number stays as it is written.
pub(super) fn amount(written: &str, mark: char) -> String {
    let words = written.split(' ').map(|word| match word.parse::<usize>() {
        Ok(number) if word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) => grouped(number, mark),
        _ => word.to_owned(),
    });
    // What is counted stays with its number.
    words.fold(String::new(), |out, word| match out.chars().last() {
        None => word,
        Some(last) if last.is_ascii_digit() => format!("{out}\u{a0}{word}"),
        Some(_) => format!("{out} {word}"),
    })
}
