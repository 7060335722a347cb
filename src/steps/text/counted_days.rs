//! Finds days that a text counts: from the day on which it is read or was published, or from a day that it names.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan as _;
use jiff::civil::Date;
use regex::Regex;

use super::dates::month;
use super::languages::{CountedDays, all, either, union};
use super::numbers::in_digits;
use super::part_dates::last_of_quarter;
use super::whole_words::{FoundWords, WholeWords};

/// What a counted day is counted from, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::steps) struct CountedDay {
    pub place: Range<usize>,
    pub counted: CountedFrom,
}

/// How a day is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::steps) enum CountedFrom {
    /// "in 30 days": so many months and days from the day on which it is read.
    FromToday(i32, i32),
    /// "30 days after publication".
    FromPublication(i32, i32),
    /// "with immediate effect", in the words of contracts.
    AtOnce,
    /// The same in a word that points at today.
    FromNow,
    MonthEnd,
    QuarterEnd,
    YearEnd,
}

impl CountedFrom {
    /// The day, for a text that was published on one and read on the other.
    pub(in crate::steps) fn day(self, published: Date, today: Date) -> Option<Date> {
        let later = |from: Date, months: i32, days: i32| from.checked_add(months.months().days(days)).ok();
        match self {
            Self::FromToday(months, days) => later(today, months, days),
            Self::FromPublication(months, days) => later(published, months, days),
            Self::AtOnce | Self::FromNow => Some(today),
            Self::MonthEnd => Some(today.last_of_month()),
            Self::QuarterEnd => last_of_quarter(today),
            Self::YearEnd => Date::new(today.year(), 12, 31).ok(),
        }
    }
}

/// All ways to count days; the names of the groups say what is what.
static COUNTED: LazyLock<Option<WholeWords>> = LazyLock::new(|| {
    let of = |section: fn(&'static CountedDays) -> &'static [String]| either(move |words| section(&words.counted_days));
    let (days, weeks, months) = (of(|words| &words.days), of(|words| &words.weeks), of(|words| &words.months));
    let number = number();
    let count = of(|words| &words.count);
    let published = of(|words| &words.published);
    let span = |tag: &str| {
        format!(
            r"(?<n{tag}>{number})\s(?:\([^)]{{1,20}}\)\s)?(?:(?<d{tag}>{days})|(?<w{tag}>{weeks})|(?<m{tag}>{months}))\b"
        )
    };
    let shapes = [
        format!(r"\b{}\s(?:{published})", span("p")),
        format!(r"\b(?:{count})\s{}(?:\s(?:{published}))?", span("t")),
        format!("(?<once>{})", of(|words| &words.at_once)),
        format!("(?<now>{})", of(|words| &words.from_now)),
        format!(r"\b(?<month>{})\b", of(|words| &words.month_end)),
        format!(r"\b(?<quarter>{})\b", of(|words| &words.quarter_end)),
        format!(r"\b(?<year>{})\b", of(|words| &words.year_end)),
    ];
    WholeWords::new(&format!("(?i){}", shapes.join("|")))
});

/// A number of days up to 999, in digits or in a word.
fn number() -> String {
    let numbers: Vec<&str> =
        all().flat_map(|words| words.number_words.values().flatten()).map(String::as_str).collect();
    format!(r"\d{{1,3}}|{}", numbers.join("|"))
}

/// "30 days after", "30 days after its publication on", at the end of what stands before a date.
static COUNTED_FROM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let of = |section: fn(&'static CountedDays) -> &'static [String]| either(move |words| section(&words.counted_days));
    let (days, weeks, months) = (of(|words| &words.days), of(|words| &words.weeks), of(|words| &words.months));
    let (number, behind) = (number(), of(|words| &words.behind));
    Regex::new(&format!(
        r"(?i)\b(?<n>{number})\s(?:\([^)]{{1,20}}\)\s)?(?:(?<d>{days})|(?<w>{weeks})|(?<m>{months}))\s(?:{behind})\s(?<between>(?:\p{{L}}{{1,20}}\s){{0,4}})$"
    ))
    .ok()
});

static UNTIL: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.until));
static NOW: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.counted_days.today));

/// In bytes, how far before a date the number of days may begin that is counted from it.
const COUNT_REACH: usize = 120;

/// Where a number of days begins that a text counts from the date there, and the day that it comes to.
pub(in crate::steps) fn counted_from(text: &str, at: usize, date: Date) -> Option<(usize, Date)> {
    let begins = text.floor_char_boundary(at.saturating_sub(COUNT_REACH));
    let head = text.get(begins..at)?;
    let parts = COUNTED_FROM.as_ref()?.captures(head)?;
    // "30 days from today until 1 December" are not counted from that day.
    let is_of_another = |word: &str| UNTIL.contains(&word) || NOW.contains(&word);
    if parts.name("between")?.as_str().split_whitespace().any(|word| is_of_another(&word.to_lowercase())) {
        return None;
    }
    let number = parts.name("n")?;
    let count: i32 = number.as_str().parse().ok().or_else(|| in_a_word(number.as_str()))?;
    let (months, days) = match (parts.name("m"), parts.name("w")) {
        (Some(_), _) => (count, 0),
        (None, Some(_)) => (0, count * 7),
        (None, None) => (0, count),
    };
    Some((begins + number.start(), date.checked_add(months.months().days(days)).ok()?))
}

/// The days that a text counts from the day on which it is read or was published.
pub(in crate::steps) fn counted(text: &str) -> Vec<CountedDay> {
    let Some(pattern) = &*COUNTED else { return Vec::new() };
    let found = pattern.find_iter(text).filter_map(|parts| {
        let has = |name: &str| parts.name(name).is_some();
        let counted = if has("np") {
            let (months, days) = span(&parts, ["np", "dp", "wp", "mp"])?;
            CountedFrom::FromPublication(months, days)
        } else if has("nt") {
            let (months, days) = span(&parts, ["nt", "dt", "wt", "mt"])?;
            CountedFrom::FromToday(months, days)
        } else if has("once") {
            CountedFrom::AtOnce
        } else if has("now") {
            CountedFrom::FromNow
        } else if has("month") {
            CountedFrom::MonthEnd
        } else if has("quarter") {
            CountedFrom::QuarterEnd
        } else {
            CountedFrom::YearEnd
        };
        (!names_its_end(text, parts.range.end, counted)).then(|| CountedDay { place: parts.range.clone(), counted })
    });
    found.collect()
}

/// So many words behind "the end of the month" may say which month, or which year, is meant.
const WHICH: usize = 3;

/// Whether the end that is counted is that of a month or a year which is named: then it is not the present one.
fn names_its_end(text: &str, end: usize, counted: CountedFrom) -> bool {
    let is_end = matches!(counted, CountedFrom::MonthEnd | CountedFrom::QuarterEnd | CountedFrom::YearEnd);
    let tail = text.get(end..).unwrap_or_default();
    let sentence = tail.split(['.', ';', ',', '\n']).next().unwrap_or_default();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = sentence.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    is_end && words.take(WHICH).any(|word| is_year(word) || month(word).is_some())
}

/// So many months and days.
fn span(parts: &FoundWords<'_>, [number, days, weeks, months]: [&str; 4]) -> Option<(i32, i32)> {
    let number = parts.name(number)?;
    let number: i32 = number.parse().ok().or_else(|| in_a_word(number))?;
    let has = |name: &str| parts.name(name).is_some();
    Some(if has(months) {
        (number, 0)
    } else if has(weeks) {
        (0, number * 7)
    } else {
        has(days).then_some((0, number))?
    })
}

/// The number that a word says.
fn in_a_word(word: &str) -> Option<i32> {
    in_digits(&word.to_lowercase())?.parse().ok()
}
