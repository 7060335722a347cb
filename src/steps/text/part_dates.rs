//! Finds days that lack a part of their date: the year, or the day of a month or a quarter that ends.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::month;
use super::languages::{self, either, union};
use super::whole_words::{FoundWords, WholeWords};

/// A day and a month without a year: "1 March", "March 1st", "1. 3.".
static WITHOUT_YEAR: LazyLock<Option<WholeWords>> = LazyLock::new(|| {
    let (ordinals, before_month) = (either(|words| &words.ordinals), either(|words| &words.before_month));
    let english = languages::of("en").map(|words| words.ordinals.join("|")).unwrap_or_default();
    let shapes = [
        format!(r"(?<d1>\d{{1,2}})(?:\.|{ordinals})?\s(?:{before_month})?(?<w1>\p{{L}}{{3,12}})\b"),
        format!(r"(?<w2>\p{{L}}{{3,12}})\s(?<d2>\d{{1,2}})(?:{english})?\b"),
        r"(?<d3>\d{1,2})\.\s?(?<m3>\d{1,2})\.".to_owned(),
    ];
    WholeWords::new(&format!(r"\b(?:{})", shapes.join("|")))
});

/// What makes a number behind a day its year, or the day a part of something longer.
static YEAR_FOLLOWS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[.,]?\s?(?:\p{L}{1,3}\s)?\d").ok());

/// A day and a month as a text names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::steps) struct YearlessDay {
    pub place: Range<usize>,
    /// Whether it is all numbers, as those of sections are.
    pub is_numeric: bool,
    month: i8,
    day: i8,
}

impl YearlessDay {
    /// The first such day from that one on; none where the calendar has none for years.
    pub(in crate::steps) fn next_from(&self, today: Date) -> Option<Date> {
        let years = (0..=8).filter_map(|ahead| today.year().checked_add(ahead));
        years.filter_map(|year| Date::new(year, self.month, self.day).ok()).find(|date| *date >= today)
    }

    /// The last such day before that one.
    pub(in crate::steps) fn last_before(&self, today: Date) -> Option<Date> {
        let years = (0..=8).filter_map(|back| today.year().checked_sub(back));
        years.filter_map(|year| Date::new(year, self.month, self.day).ok()).find(|date| *date < today)
    }
}

/// The days without a year in a text.
pub(in crate::steps) fn without_year(text: &str) -> Vec<YearlessDay> {
    let Some(pattern) = &*WITHOUT_YEAR else { return Vec::new() };
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(parts) = pattern.find_at(text, from) {
        let whole = parts.range.clone();
        let day = yearless(&parts);
        let rest = &text[whole.end..];
        let is_longer = YEAR_FOLLOWS.as_ref().is_some_and(|year| year.is_match(rest));
        let continues = text[..whole.start].ends_with(['.', '/', '-', ',']);
        match day.filter(|_| !is_longer && !continues) {
            Some((month, day)) => {
                from = whole.end;
                found.push(YearlessDay { place: whole, is_numeric: parts.name("m3").is_some(), month, day });
            }
            None => from = whole.start + text[whole.start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

fn yearless(parts: &FoundWords<'_>) -> Option<(i8, i8)> {
    let text = |names: &[&str]| names.iter().find_map(|name| parts.name(name));
    let day: i8 = text(&["d1", "d2", "d3"])?.parse().ok()?;
    let month: i8 = match text(&["w1", "w2"]) {
        Some(word) => month(word)?,
        None => text(&["m3"])?.parse().ok()?,
    };
    // A leap day is a day.
    Date::new(2028, month, day).ok().map(|_| (month, day))
}

/// "14.2.27", where day and month stand before a year of two digits.
static SHORT_YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{2})(?:\b|$)").ok());

/// Days with a year of two digits, which is one of this century; a version or a section may look like one.
pub(in crate::steps) fn short_years(text: &str) -> Vec<(Range<usize>, Date)> {
    let Some(pattern) = &*SHORT_YEAR else { return Vec::new() };
    let found = pattern.captures_iter(text).filter_map(|parts| {
        let whole = parts.get(0)?;
        let number = |name: &str| parts.name(name)?.as_str().parse::<i8>().ok();
        let goes_on = text[whole.end()..].starts_with(['.', ',', '-', '/'])
            && text[whole.end() + 1..].starts_with(|letter: char| letter.is_ascii_digit());
        let continues = text[..whole.start()].ends_with(['.', ',', '-', '/']);
        let date = Date::new(2000 + i16::from(number("y")?), number("m")?, number("d")?).ok()?;
        (!goes_on && !continues).then(|| (whole.range(), date))
    });
    found.collect()
}

/// The name of a quarter in words, and the end of a month or a quarter of a year.
static QUARTER_OR_END: LazyLock<Option<WholeWords>> = LazyLock::new(|| {
    let quarter = either(|words| &words.counted_days.quarter);
    let names =
        |at: usize| union(move |words| words.counted_days.quarters.get(at).map_or(&[], Vec::as_slice)).join("|");
    let named: Vec<String> = (0..4).map(|at| format!("(?<q{}>{})", at + 1, names(at))).collect();
    let (end, before_year) = (either(|words| &words.counted_days.end_of), either(|words| &words.before_year));
    let year = format!(r"\s(?:\p{{L}}{{1,3}}\s|{before_year})?");
    WholeWords::new(&format!(
        r"(?i)(?<end>\b(?:{end})\s(?:\p{{L}}{{1,3}}[\s'’])?)?(?:\b(?:{})\s(?:{quarter}){year}(?<y1>\d{{4}})\b|\bq(?<q>[1-4])(?:[\s/-]|\sof\s)(?<y2>\d{{4}})\b|\b(?<w>\p{{L}}{{3,12}}){year}(?<y3>\d{{4}})\b)",
        named.join("|")
    ))
});

/// The first or last days of quarters, and the last days of months, that a text names by words.
pub(in crate::steps) fn quarters_and_ends(text: &str) -> Vec<(Range<usize>, Date)> {
    let Some(pattern) = &*QUARTER_OR_END else { return Vec::new() };
    if !text.as_bytes().windows(4).any(|run| run.iter().all(u8::is_ascii_digit)) {
        return Vec::new();
    }
    let found = pattern.find_iter(text).filter_map(|parts| {
        let year: i16 = ["y1", "y2", "y3"].iter().find_map(|name| parts.name(name))?.parse().ok()?;
        let is_end = parts.name("end").is_some();
        let named = |at: i8| parts.name(["q1", "q2", "q3", "q4"][usize::try_from(at).ok()?]).map(|_| at);
        let quarter = match parts.name("q") {
            Some(number) => number.parse::<i8>().ok().map(|number| number - 1),
            None => (0..4).find_map(named),
        };
        let date = match (quarter, parts.name("w")) {
            (Some(quarter), _) => {
                let first = Date::new(year, quarter * 3 + 1, 1).ok()?;
                if is_end { last_of_quarter(first)? } else { first }
            }
            // The first of a month is not meant by its name alone.
            (None, Some(word)) if is_end => Date::new(year, month(word)?, 1).ok()?.last_of_month(),
            _ => return None,
        };
        (2000..2200).contains(&year).then_some((parts.range.clone(), date))
    });
    found.collect()
}

/// The last day of a quarter.
pub(in crate::steps) fn last_of_quarter(day: Date) -> Option<Date> {
    let month = (day.month() - 1) / 3 * 3 + 3;
    Date::new(day.year(), month, 1).ok().map(Date::last_of_month)
}
