//! The day from which new words say that they hold: a date in added text, beside a word that makes it one.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::{Comparison, Edit, Hunk};
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::{either, union};

/// A day from which words hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Effective {
    pub(super) date: Date,
    /// The hunk that names it; none where it stands in a line that only dates the document.
    pub(super) hunk: Option<usize>,
}

/// How far from a date its cue may stand, in bytes.
const REACH: usize = 90;

/// Days ahead beyond which no platform announces terms; what is said of later days is about something else.
const FARTHEST: i32 = 800;

/// Days ahead that are no matter of time zones.
const AHEAD: i32 = 1;

/// The most words of a label such as "Last updated".
const LABEL: usize = 3;

/// Days back to which a date is news; an older one comes from a text that was served late or put together anew.
const NEAR: i32 = 60;

/// Days around an announced day within which its announcement gives way to the terms themselves.
const TURN: i32 = 7;

/// Words before a date that can mean nothing but effect.
static STRONG: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&either(|words| &words.in_force_from.before)).ok());

/// Words right before a date that mean effect if nothing says otherwise.
static WEAK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = either(|words| &words.in_force_from.right_before);
    Regex::new(&format!(r"(?:{words})[:\s]*$")).ok()
});

/// Words after a date that make it one of effect.
static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let right_after = either(|words| &words.in_force_from.right_after);
    let after = either(|words| &words.in_force_from.after);
    Regex::new(&format!(r"^.{{0,60}}?(?:{after})|^,?\s?(?:{right_after})")).ok()
});

/// Words after a day to come that announce a change on it: "On 20 November 2024, we are updating our terms".
static ANNOUNCED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let who = either(|words| &words.in_force_from.announcer);
    let what = either(|words| &words.in_force_from.announces);
    let alone = either(|words| &words.in_force_from.announced);
    Regex::new(&format!(r"^,?\s?(?:{who}).{{0,60}}(?:{what})|^,?\s?(?:{alone})")).ok()
});

/// Words before a date that make it something else.
static OTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (words, articles) =
        (either(|words| &words.in_force_from.not_before), either(|words| &words.in_force_from.articles));
    Regex::new(&format!(r"(?:{words})[:\s,(]*(?:(?:{articles}) )?$")).ok()
});

/// Words before a date that make it an end.
static UNTIL: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.until));

/// The passage that names the day from which the new words hold, by its place in the comparison.
#[must_use]
pub fn names_the_day(comparison: &Comparison, seen_on: Date) -> Option<usize> {
    effective(comparison, seen_on)?.hunk
}

/// The day of effect that a change states, if it states one: in its hunks, else in the line that dates the document.
pub(super) fn effective(comparison: &Comparison, seen_on: Date) -> Option<Effective> {
    // A date that stood in another form in the line that dated the document is not new.
    let known: HashSet<Date> = comparison.date_lines.iter().flat_map(dates_before).collect();
    let in_hunks = strongest(&comparison.hunks, seen_on, &known);
    in_hunks
        .or_else(|| strongest(&comparison.date_lines, seen_on, &known).map(|found| Effective { hunk: None, ..found }))
}

/// Of several days with a strong cue the latest: terms hold for new users first, for all others later.
fn strongest(hunks: &[Hunk], seen_on: Date, known: &HashSet<Date>) -> Option<Effective> {
    let (mut strong, mut weak): (Option<Effective>, Option<Effective>) = (None, None);
    for (hunk, text) in hunks.iter().enumerate() {
        let Some(after) = &text.after else { continue };
        let before: Vec<Date> = dates_before(text).collect();
        for (range, date) in find_dates(after) {
            let away = seen_on.until(date).map_or(0, |span| span.get_days());
            if !(-NEAR..=FARTHEST).contains(&away) || known.contains(&date) {
                continue;
            }
            let found = Effective { date, hunk: Some(hunk) };
            if before.contains(&date) || !is_added(text, range.start, range.end) {
                if away.abs() <= TURN && has_come(text, after, range.start, range.end) {
                    strong = strong.or(Some(found));
                }
                continue;
            }
            let cue = if away > AHEAD && is_coming(after, range.start, range.end, !before.is_empty()) {
                Cue::Strong
            } else {
                cue(after, range.start, range.end)
            };
            match cue {
                Cue::Strong if strong.is_none_or(|known| known.date < date) => strong = Some(found),
                Cue::Weak if weak.is_none() => weak = Some(found),
                _ => {}
            }
        }
    }
    strong.or(weak)
}

/// Whether a line that only dates the document now says from when it holds: an announced day has come.
fn has_come(hunk: &Hunk, text: &str, start: usize, end: usize) -> bool {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let (label, rest) = (text[line_start..start].to_lowercase(), &text[end..line_end]);
    label.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() <= LABEL
        && !rest.chars().any(char::is_alphanumeric)
        && STRONG.as_ref().is_some_and(|pattern| pattern.is_match(&label))
        && is_added(hunk, line_start, start)
}

fn dates_before(hunk: &Hunk) -> impl Iterator<Item = Date> + '_ {
    find_dates(hunk.before.as_deref().unwrap_or_default()).into_iter().map(|(_, date)| date)
}

/// Whether a day that lies ahead is one of effect: it stands alone on a line that dates the document (no text was last
/// updated in the future), or something is announced for it.
///
/// A bare date counts only where it took the place of another: lists of news are full of them.
fn is_coming(text: &str, start: usize, end: usize, replaces: bool) -> bool {
    let line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line_end = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at);
    let words = |from: usize, to: usize| {
        let part = text.get(from..to).unwrap_or_default();
        part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
    };
    let label = text.get(line_start..start).unwrap_or_default().to_lowercase();
    let is_end = UNTIL.iter().any(|end| label.contains(end));
    let label_words = words(line_start, start);
    let alone = (1 - usize::from(replaces)..=LABEL).contains(&label_words) && words(end, line_end) == 0 && !is_end;
    let after = sentence_after(text, end).to_lowercase();
    alone || ANNOUNCED.as_ref().is_some_and(|pattern| pattern.is_match(&after))
}

/// How surely the words around a date make it one of effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Strong,
    Weak,
    None,
}

fn cue(text: &str, start: usize, end: usize) -> Cue {
    let before = sentence_before(text, start).to_lowercase();
    let after = sentence_after(text, end).to_lowercase();
    let fits =
        |pattern: &LazyLock<Option<Regex>>, text: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(text));
    if fits(&OTHER, &before) && !fits(&AFTER, &after) {
        Cue::None
    } else if fits(&STRONG, &before) || fits(&AFTER, &after) {
        Cue::Strong
    } else if fits(&WEAK, &before) {
        Cue::Weak
    } else {
        Cue::None
    }
}

/// What stands before that place in the same sentence, within reach.
fn sentence_before(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let window = text.get(start..end).unwrap_or_default();
    let stop =
        [". ", "! ", "? ", "; ", "| "].iter().filter_map(|mark| window.rfind(mark).map(|at| at + mark.len())).max();
    window.get(stop.unwrap_or(0)..).unwrap_or_default()
}

/// What stands after that place in the same sentence, within reach.
fn sentence_after(text: &str, start: usize) -> &str {
    let mut end = text.len().min(start.saturating_add(REACH));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let window = text.get(start..end).unwrap_or_default();
    let stop = [". ", "! ", "? ", "; ", "| "].iter().filter_map(|mark| window.find(mark)).min();
    window.get(..stop.unwrap_or(window.len())).unwrap_or_default()
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
