//! Finds calendar dates in running text, in several languages.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::languages::{self, DateSigns, either, union};
use crate::model::DayOrder;

/// Every way in which a full date (day, month and year) is written; the names of the groups say what is what.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let ordinals = either(|words| &words.ordinals);
    let (before_month, before_year) = (either(|words| &words.before_month), either(|words| &words.before_year));
    // The month comes first in English alone.
    let english = languages::of("en").map(|words| words.ordinals.join("|")).unwrap_or_default();
    let signs = |sign: fn(&DateSigns) -> &String| {
        languages::all().filter_map(|words| words.date_signs.as_ref()).map(sign).cloned().collect::<String>()
    };
    let (year, month, day) = (signs(|signs| &signs.year), signs(|signs| &signs.month), signs(|signs| &signs.day));
    let shapes = [
        r"(?<y1>\d{4})[-/.](?<m1>\d{1,2})[-/.](?<d1>\d{1,2})(?:\b|T)",
        r"(?<d2>\d{1,2})\.\s?(?<m2>\d{1,2})\.\s?(?<y2>\d{4})\b",
        r"(?<d3>\d{1,2})[/-](?<m3>\d{1,2})[/-](?<y3>\d{4})\b",
        &format!(
            r"(?<d4>\d{{1,2}})(?:\.|{ordinals})?[\s-](?:{before_month})?(?<w4>\p{{L}}{{3,12}})[.,]?[\s-](?:{before_year})?(?<y4>\d{{4}})\b"
        ),
        &format!(r"(?<w5>\p{{L}}{{3,12}})\.?\s(?<d5>\d{{1,2}})(?:{english})?,?\s(?<y5>\d{{4}})\b"),
        &format!(r"(?<y6>\d{{4}})\s?[{year}]\s?(?<m6>\d{{1,2}})\s?[{month}]\s?(?<d6>\d{{1,2}})\s?[{day}]"),
    ];
    Regex::new(&format!(r"\b(?:{})", shapes.join("|"))).ok()
});

/// The dates in a text and where they stand, in order.
///
/// `03/04/2027` is read day first, as it is written in Europe, unless only month first gives a date. A month without
/// a day and a day without a year are not dates.
#[must_use]
pub fn find_dates(text: &str) -> Vec<(Range<usize>, Date)> {
    find_dates_in(text, DayOrder::DayFirst)
}

/// A text without the days that it names.
pub(in crate::steps) fn without_dates(text: &str) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for (place, _) in find_dates(text) {
        rest.push_str(text.get(from..place.start).unwrap_or_default());
        from = place.end;
    }
    rest.push_str(text.get(from..).unwrap_or_default());
    rest
}

/// The same on a page that writes day and month in that order; where nothing tells it, `03/04/2027` is no date.
#[must_use]
pub fn find_dates_in(text: &str, order: DayOrder) -> Vec<(Range<usize>, Date)> {
    let Some(pattern) = &*DATE else { return Vec::new() };
    let mut found = Vec::new();
    for window in windows(text) {
        let (mut from, text) = (window.start, &text[..window.end]);
        while let Some(parts) = pattern.captures_at(text, from) {
            let Some(whole) = parts.get(0) else { break };
            if let Some(date) = read(&parts, order)
                && !continues_a_number(text, whole.start())
            {
                found.push((whole.range(), date));
                from = whole.end();
            } else {
                // What looked like a date may hide one: the next look begins one letter further on.
                from = whole.start() + text[whole.start()..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    found
}

/// How far before its year a date may begin, and how far behind it may end, in bytes: more than any shape takes.
const BEFORE: usize = 96;
const BEHIND: usize = 32;

/// Where dates can be: around what may be a year. Looking for four digits costs far less than looking for dates.
fn windows(text: &str) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = Vec::new();
    let mut run = 0;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        if byte.is_ascii_digit() {
            run += 1;
            continue;
        }
        // Longer runs hold no year, and where one of them touches a date it is none.
        if run == 4 {
            let start = text.floor_char_boundary((at - run).saturating_sub(BEFORE));
            let end = text.ceil_char_boundary((at + BEHIND).min(text.len()));
            match windows.last_mut() {
                Some(last) if last.end >= start => last.end = end,
                _ => windows.push(start..end),
            }
        }
        run = 0;
    }
    windows
}

/// Whether what stands there is the rest of something longer, such as section 4.1.2.2024.
fn continues_a_number(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let starts_with_digit = text[start..].starts_with(|letter: char| letter.is_ascii_digit());
    starts_with_digit
        && before.next().is_some_and(|mark| matches!(mark, '.' | ',' | '/' | '-'))
        && before.next().is_some_and(|digit| digit.is_ascii_digit())
}

/// The date that a match names, if there is such a day.
fn read(parts: &Captures<'_>, order: DayOrder) -> Option<Date> {
    let text = |names: &[&str]| names.iter().find_map(|name| parts.name(name)).map(|part| part.as_str());
    let year: i16 = text(&["y1", "y2", "y3", "y4", "y5", "y6"])?.parse().ok()?;
    let day: i8 = text(&["d1", "d2", "d3", "d4", "d5", "d6"])?.parse().ok()?;
    let month = match text(&["w4", "w5"]) {
        Some(word) => month(word)?,
        None => text(&["m1", "m2", "m3", "m6"])?.parse().ok()?,
    };
    if !(1900..2200).contains(&year) {
        return None;
    }
    let day_first = Date::new(year, month, day).ok();
    let month_first = parts.name("d3").and_then(|_| Date::new(year, day, month).ok());
    match order {
        DayOrder::MonthFirst => month_first.or(day_first),
        DayOrder::Unknown if day_first.is_some() && month_first.is_some_and(|date| Some(date) != day_first) => None,
        DayOrder::DayFirst | DayOrder::Unknown => day_first.or(month_first),
    }
}

/// What names each of the twelve months (1 to 12) in any language: its names, and three to five letters that begin one, as its
/// abbreviation. "ju" alone would be open between June and July, and so would "mar" and "may"; from three letters on the months
/// of one language differ, and languages share their stems.
static MONTHS: LazyLock<HashMap<String, i8>> = LazyLock::new(|| {
    let of_month = |at: usize| union(move |words| words.months.get(at).map_or(&[], Vec::as_slice));
    let numbered: Vec<(i8, Vec<&str>)> = (1_i8..).zip((0..12).map(of_month)).collect();
    let mut months = HashMap::new();
    let names = numbered.iter().flat_map(|(number, names)| names.iter().map(|name| ((*name).to_owned(), *number)));
    for (name, number) in names.filter(|(name, _)| name.chars().count() >= SHORTEST) {
        months.entry(name).or_insert(number);
    }
    for (number, names) in &numbered {
        for (name, letters) in names.iter().flat_map(|name| ABBREVIATED.map(|letters| (*name, letters))) {
            if let Some((end, last)) = name.char_indices().nth(letters - 1) {
                months.entry(name[..end + last.len_utf8()].to_owned()).or_insert(*number);
            }
        }
    }
    months
});

/// Fewer letters name no month.
const SHORTEST: usize = 3;

/// So many letters may stand for the name of a month that begins with them.
const ABBREVIATED: [usize; 3] = [SHORTEST, 4, 5];

/// The month (1 to 12) that a word names, whatever its case.
#[must_use]
pub fn month(word: &str) -> Option<i8> {
    MONTHS.get(&word.to_lowercase()).copied()
}
