//! The days that a passage names as those from which something holds.

use std::ops::Range;

use jiff::civil::Date;

use super::cues::{self, Cue};
use super::{no_day, sentence};
use crate::model::DayOrder;
use crate::steps::text::counted_days::{CountedFrom, counted, counted_from};
use crate::steps::text::dates::find_dates_in;
use crate::steps::text::part_dates::{quarters_and_ends, short_years, without_year};

/// Days ahead that are no matter of time zones.
const AHEAD: i32 = 1;

/// So many days ahead a document may be dated by a line that does not say what its date is.
const DATED_AHEAD: i32 = 180;

/// A day without a year that was over for no longer is more likely that one than the next.
const JUST_OVER: i32 = 14;

/// A day that a text names, and how surely it is one of effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedDay {
    pub place: Range<usize>,
    pub date: Date,
    pub cue: Cue,
    /// Whether it holds only for those who come.
    pub for_newcomers: bool,
    /// Whether the text parts its readers into those and others.
    pub parts_readers: bool,
}

/// From what days are counted and how they are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    pub order: DayOrder,
    /// The day of the first sight.
    pub today: Date,
    /// The day on which the text says that it was published, else that of the first sight.
    pub published: Date,
}

/// All days in a text, each with what its words make of it; `replaces` tells whether a date stood there before.
pub(super) fn named(text: &str, calendar: &Calendar, replaces: bool) -> Vec<NamedDay> {
    let full = find_dates_in(text, calendar.order).into_iter().map(|(place, date)| {
        // "30 days after 1 December" is another day than that one.
        let (start, date) = counted_from(text, place.start, date).unwrap_or((place.start, date));
        (start..place.end, date, NamedAs::Full)
    });
    let mut days: Vec<(Range<usize>, Date, NamedAs)> = full.collect();
    let short = short_years(text);
    let written = days.iter().map(|(place, ..)| place).chain(short.iter().map(|(place, _)| place));
    let no_days = no_day::in_text(text, &written.cloned().collect::<Vec<_>>());
    days.retain(|(place, ..)| !no_days.contains(&place.start));
    let parts = quarters_and_ends(text).into_iter().map(|(place, date)| (place, date, NamedAs::Full));
    add(&mut days, parts);
    let short =
        short.into_iter().filter(|(place, _)| !no_days.contains(&place.start) && cues::is_led(text, place.start));
    add(&mut days, short.map(|(place, date)| (place, date, NamedAs::Full)));
    let yearless = without_year(text).into_iter().filter(|day| !day.is_numeric || cues::is_led(text, day.place.start));
    let yearless = yearless.filter_map(|day| {
        let is_just_over =
            day.last_before(calendar.today).is_some_and(|last| ahead(calendar.today, last) >= -JUST_OVER);
        let date = day.next_from(calendar.today).filter(|_| !is_just_over)?;
        Some((day.place, date, NamedAs::Yearless))
    });
    add(&mut days, yearless);
    let from_today = counted(text).into_iter().filter_map(|day| {
        Some((day.place, day.counted.day(calendar.published, calendar.today)?, NamedAs::Counted(day.counted)))
    });
    add(&mut days, from_today);
    days.sort_by_key(|(place, ..)| place.start);
    let places: Vec<Range<usize>> = days.iter().map(|(place, ..)| place.clone()).collect();
    let found = days.into_iter().enumerate().map(|(at, (place, date, sort))| {
        let next = places.get(at + 1).map_or(text.len(), |next| next.start);
        let (start, end) = (place.start, place.end);
        let cue = match sort {
            NamedAs::Full if ahead(calendar.today, date) > AHEAD && cues::is_coming(text, start, end, replaces) => {
                of_coming(text, &place, ahead(calendar.today, date), next, replaces)
            }
            NamedAs::Full => cues::of_date(text, start, end, next),
            NamedAs::Yearless => cues::of_yearless(text, start, end, next),
            NamedAs::Counted(counted) => of_counted(text, &place, counted),
        };
        let (for_newcomers, parts_readers) = readers(text, &places, at);
        NamedDay { place, date, cue, for_newcomers, parts_readers }
    });
    found.collect()
}

/// How a day is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NamedAs {
    Full,
    Yearless,
    Counted(CountedFrom),
}

/// How sure a day to come is: a bare date in the place of another dates a document, and none dates one so far ahead.
fn of_coming(text: &str, place: &Range<usize>, ahead: i32, next: usize, replaces: bool) -> Cue {
    let (start, end) = (place.start, place.end);
    if !cues::stands_alone(text, start, end, replaces) || cues::is_of_label(text, start) {
        Cue::Strong
    } else if ahead <= DATED_AHEAD {
        Cue::Dated
    } else {
        cues::of_date(text, start, end, next)
    }
}

fn of_counted(text: &str, place: &Range<usize>, counted: CountedFrom) -> Cue {
    let is_of_effect = cues::is_of_this_change(text, place.start, place.end)
        || match counted {
            CountedFrom::AtOnce => cues::is_at_once(text, place.start, place.end, false),
            CountedFrom::FromNow => cues::is_at_once(text, place.start, place.end, true),
            _ => false,
        };
    if is_of_effect { Cue::Strong } else { Cue::None }
}

/// Adds days that are no part of those that are known.
fn add(days: &mut Vec<(Range<usize>, Date, NamedAs)>, more: impl Iterator<Item = (Range<usize>, Date, NamedAs)>) {
    let mut taken: Vec<Range<usize>> = days.iter().map(|(place, ..)| place.clone()).collect();
    taken.sort_by_key(|place| place.start);
    days.extend(more.filter(|(place, ..)| {
        // Both are in order, so the first that ends behind its beginning decides.
        let at = taken.partition_point(|known| known.end <= place.start);
        taken.get(at).is_none_or(|known| known.start >= place.end)
    }));
}

/// Whether a day holds only for those who come, and whether its sentence speaks of such at all.
///
/// Whom a day is for stands before it or behind it, and all days of a sentence are alike in that.
fn readers(text: &str, places: &[Range<usize>], at: usize) -> (bool, bool) {
    let place = &places[at];
    let sentence = sentence::around(text, place.start, place.end);
    if !cues::names_newcomers(sentence) {
        return (false, false);
    }
    let Range { start: begins, end: ends } = sentence::bounds(text, place.start, place.end);
    let first = places.iter().find(|other| other.start >= begins).map_or(place.start, |other| other.start);
    let part = if cues::names_newcomers(text.get(begins..first).unwrap_or_default()) {
        let from = at.checked_sub(1).map_or(begins, |before| places[before].end.max(begins));
        text.get(from..place.start)
    } else {
        let to = places.get(at + 1).map_or(ends, |next| next.start.min(ends));
        text.get(place.end..to)
    };
    (cues::names_newcomers(part.unwrap_or_default()), true)
}

fn ahead(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
