//! Which of the days that new words name is the one from which they hold for the reader, and which are for others.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::cues::{self, Cue};
use super::named::{Calendar, NamedDay, named};
use super::sentence;
use crate::model::{Comparison, Edit, Hunk};
use crate::steps::noise::{is_another_day_of_effect, only_dates};
use crate::steps::text::dates::find_dates_in;

/// A day from which words hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::steps::judge) struct Effective {
    pub(in crate::steps::judge) date: Date,
    /// The hunk that names it; none where it stands in a line that only dates the document.
    pub(in crate::steps::judge) hunk: Option<usize>,
    /// The sentence that names it where that speaks of one rule and not of the document.
    pub(in crate::steps::judge) part: Option<String>,
    /// Other days that are named beside it, in order.
    pub(in crate::steps::judge) others: Vec<AlsoFrom>,
}

/// Another day from which something holds, or holds for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::steps::judge) struct AlsoFrom {
    pub(in crate::steps::judge) date: Date,
    pub(in crate::steps::judge) hunk: usize,
    /// The sentence that names it.
    pub(in crate::steps::judge) sentence: String,
}

/// Days ahead beyond which no platform announces terms; what is said of later days is about something else.
const FARTHEST: i32 = 800;

/// Days back to which a date is news; an older one comes from a text that was served late or put together anew.
const NEAR: i32 = 60;

/// The same where a line says nothing but from when the document holds.
const LONG_AGO: i32 = 2000;

/// Days around an announced day within which its announcement gives way to the terms themselves.
const TURN: i32 = 7;

/// Days back to which a text may say that it was published.
const PUBLISHED: i32 = 31;

/// So many other days are kept.
const OTHERS: usize = 3;

/// The passage that names the day from which the new words hold, by its place in the comparison.
#[must_use]
pub fn names_the_day(comparison: &Comparison, seen_on: Date) -> Option<usize> {
    effective(comparison, seen_on)?.hunk
}

/// The day from which notice is counted: that on which the passage was first seen that names the day of effect.
#[must_use]
pub fn noticed_on(comparison: &Comparison, first_seen: Timestamp, zone: &TimeZone) -> Date {
    let day = |time: Timestamp| time.to_zoned(zone.clone()).date();
    let first = day(first_seen);
    let named = names_the_day(comparison, first).and_then(|index| comparison.hunks.get(index));
    named.and_then(|hunk| hunk.first_seen).map_or(first, day)
}

/// The day of effect that a change states, if it states one: in its hunks, else in the line that dates the document.
pub(in crate::steps::judge) fn effective(comparison: &Comparison, seen_on: Date) -> Option<Effective> {
    let order = comparison.day_order;
    let dates = |text: Option<&String>| -> Vec<Date> {
        find_dates_in(text.map_or("", String::as_str), order).into_iter().map(|(_, date)| date).collect()
    };
    // A date that stood in another form in the line that dated the document is not new.
    let known: HashSet<Date> = comparison.date_lines.iter().flat_map(|line| dates(line.before.as_ref())).collect();
    let lately = |date: &Date| (-PUBLISHED..=0).contains(&away(seen_on, *date));
    let published = comparison.date_lines.iter().flat_map(|line| dates(line.after.as_ref())).filter(lately).max();
    let calendar = Calendar { order, today: seen_on, published: published.unwrap_or(seen_on) };
    let in_hunks = strongest(&comparison.hunks, &calendar, &known);
    let found = in_hunks.or_else(|| {
        let found = strongest(&comparison.date_lines, &calendar, &known)?;
        Some(Effective { hunk: None, part: None, others: Vec::new(), ..found })
    })?;
    (found.date >= seen_on || !goes_back(comparison, &calendar, found.date)).then_some(found)
}

/// Whether a later day of effect went that was still to come: what was announced is taken back, and the terms of before say their
/// old day again. Where both are over, an older edition came back, which holds from the day that it says, unless that day is all
/// that differs.
fn goes_back(comparison: &Comparison, calendar: &Calendar, date: Date) -> bool {
    let went = comparison.hunks.iter().chain(&comparison.date_lines).filter_map(|hunk| hunk.before.as_deref());
    let is_day_alone = comparison.hunks.iter().all(|hunk| only_dates(hunk) || is_another_day_of_effect(hunk));
    let mut days = went.flat_map(|before| named(before, calendar, false));
    days.any(|named| named.cue == Cue::Strong && named.date > date && (named.date > calendar.today || is_day_alone))
}

/// A day of effect and the passage that names it.
struct Found {
    named: NamedDay,
    hunk: usize,
}

/// Of several days with a cue the first that holds for the reader; those who only come are others.
fn strongest(hunks: &[Hunk], calendar: &Calendar, known: &HashSet<Date>) -> Option<Effective> {
    let mut found = Vec::new();
    for (hunk, text) in hunks.iter().enumerate().filter(|(_, hunk)| !hunk.aside) {
        let Some(after) = &text.after else { continue };
        let before: HashSet<Date> = match &text.before {
            Some(before) => named(before, calendar, false).into_iter().map(|named| named.date).collect(),
            None => HashSet::new(),
        };
        for mut named in named(after, calendar, !before.is_empty()) {
            if named.cue < Cue::Strong && cues::is_headed(after, &named.place, text.heading.last()) {
                named.cue = Cue::Strong;
            }
            let away = away(calendar.today, named.date);
            // What a line says that only says from when something holds is so however long ago it was.
            let back = match named.cue {
                Cue::Strong
                    if cues::is_of_label(after, named.place.start)
                        || cues::is_of_the_document(after, &named.place)
                        || cues::is_headed(after, &named.place, text.heading.last()) =>
                {
                    LONG_AGO
                }
                Cue::Weak => TURN,
                _ => NEAR,
            };
            if !(-back..=FARTHEST).contains(&away) || known.contains(&named.date) {
                continue;
            }
            let is_new = !before.contains(&named.date) && is_added(text, named.place.start, named.place.end);
            if !is_new {
                let comes_to_hold = away.abs() <= TURN && has_come(text, after, named.place.start, named.place.end);
                named.cue = if comes_to_hold { Cue::Strong } else { Cue::None };
            }
            if named.cue > Cue::None {
                found.push(Found { named, hunk });
            }
        }
    }
    let strongest = found.iter().map(|one| one.named.cue).max()?;
    // A weak cue counts beside a strong one where one sentence parts the readers among its days.
    let is_weak_alone = strongest == Cue::Weak && !found.iter().any(|one| one.named.parts_readers);
    found.retain(|one| one.named.cue == strongest || one.named.parts_readers);
    if is_weak_alone {
        found.truncate(1);
    }
    let for_reader = |one: &&Found| !one.named.for_newcomers;
    // The next of them, or where all are over the last.
    let rank = |one: &&Found| match away(calendar.today, one.named.date) {
        ahead @ 0.. => (false, ahead, one.hunk),
        over => (true, -over, one.hunk),
    };
    let first = |found: &mut dyn Iterator<Item = &Found>| found.min_by_key(rank).map(|one| (one.named.date, one.hunk));
    let (date, hunk) = first(&mut found.iter().filter(for_reader)).or_else(|| first(&mut found.iter()))?;
    let part = found.iter().find(|one| one.named.date == date && one.hunk == hunk).and_then(|one| {
        let after = hunks.get(hunk)?.after.as_deref()?;
        let sentence = sentence::around(after, one.named.place.start, one.named.place.end).trim();
        cues::speaks_of_a_part(sentence).then(|| sentence.to_owned())
    });
    Some(Effective { date, hunk: Some(hunk), part, others: others(hunks, &found, date, calendar.today) })
}

/// The days beside the one that holds for the reader, each once and in order.
fn others(hunks: &[Hunk], found: &[Found], date: Date, today: Date) -> Vec<AlsoFrom> {
    let mut others: Vec<AlsoFrom> = Vec::new();
    for Found { named, hunk } in found {
        let is_past = away(today, named.date) < -NEAR;
        if is_past || named.date == date || others.iter().any(|known| known.date == named.date) {
            continue;
        }
        let after = hunks.get(*hunk).and_then(|hunk| hunk.after.as_deref()).unwrap_or_default();
        let sentence = sentence::around(after, named.place.start, named.place.end).trim().to_owned();
        others.push(AlsoFrom { date: named.date, hunk: *hunk, sentence });
    }
    others.sort_by_key(|other| other.date);
    others.truncate(OTHERS);
    others
}

/// Whether a line that only dates the document now says from when it holds: an announced day has come.
fn has_come(hunk: &Hunk, text: &str, start: usize, end: usize) -> bool {
    let (label, rest) = cues::of_line(text, start, end);
    let line_start = start - label.len();
    let label = label.to_lowercase();
    label.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() <= cues::LABEL
        && !rest.chars().any(char::is_alphanumeric)
        && cues::is_label_of_effect(&label)
        && is_added(hunk, line_start, start)
}

/// Whether some of these bytes of the text after were added.
fn is_added(hunk: &Hunk, start: usize, end: usize) -> bool {
    let mut at = 0;
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(_) => {}
            Edit::Kept(words) => at += words.len(),
            Edit::Added(words) => {
                if at < end && start < at + words.len() {
                    return true;
                }
                at += words.len();
            }
        }
    }
    hunk.edits.is_empty() && hunk.before.is_none()
}

fn away(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
