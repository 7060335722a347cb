//! Tells from a page's dates and its language whether 03/04/2027 is a day of March or of April.

use std::sync::LazyLock;

use super::whole_words::WholeWords;
use crate::model::DayOrder;

/// A date that is all numbers, the year last.
static NUMBERS: LazyLock<Option<WholeWords>> =
    LazyLock::new(|| WholeWords::new(r"\b(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-]\d{4}\b"));

/// There are so many months.
const MONTHS: u8 = 12;

/// The two numbers before the year of each date that is all numbers.
fn pairs(text: &str) -> impl Iterator<Item = (u8, u8)> + '_ {
    let dates = NUMBERS.iter().flat_map(|pattern| pattern.find_iter(text));
    dates.filter_map(|date| Some((date.name("first")?.parse().ok()?, date.name("second")?.parse().ok()?)))
}

/// Whether a text has a date that could be read in two ways.
pub(in crate::steps) fn is_open(text: &str) -> bool {
    pairs(text).any(|(first, second)| first <= MONTHS && second <= MONTHS && first != second)
}

/// The order of a page in that language with these texts: a date that can be read in one way only decides, then the language.
pub(in crate::steps) fn of<'a>(language: Option<&str>, texts: impl Iterator<Item = &'a str>) -> DayOrder {
    let (mut day_first, mut month_first) = (false, false);
    for (first, second) in texts.flat_map(pairs) {
        day_first |= first > MONTHS && second <= MONTHS;
        month_first |= second > MONTHS && first <= MONTHS;
    }
    match (day_first, month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => language.map_or(DayOrder::Unknown, of_language),
    }
}

/// How a language writes dates; English alone does it in two ways, and only a country tells which.
fn of_language(tag: &str) -> DayOrder {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let (language, country) = tag.split_once('-').unwrap_or((&tag, ""));
    match (language, country) {
        ("en", "us" | "ph") => DayOrder::MonthFirst,
        ("en", "" | "ca") => DayOrder::Unknown,
        _ => DayOrder::DayFirst,
    }
}
