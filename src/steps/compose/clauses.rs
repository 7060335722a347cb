//! The places in the rules that matter most in a change, in the order of the document.

use jiff::{SignedDuration, Timestamp};

use super::page::{Clause, Scope};
use super::pieces::{WHOLE, Which, side};
use super::plain::{name, numbered, short};
use super::scene::Scene;
use super::words::Words;
use crate::model::{BETWEEN_CELLS, Change, Edit, Hunk, Tier};

/// Passages of one change that were first seen so long apart are dated one by one.
const APART: SignedDuration = SignedDuration::from_hours(24);

/// The clauses of a change that are not shown.
pub(super) struct LeftOut {
    /// For want of room.
    pub more: usize,
    /// Because nobody needs them.
    pub minor: usize,
    /// Under which headings they stand.
    pub headings: Vec<String>,
}

/// So many headings of what is not shown are named.
const HEADINGS: usize = 12;
/// Cells of one row that are named, and letters of each.
const CELLS: usize = 4;
const CELL: usize = 60;
/// Letters of the sentence that leads a list.
const LEAD: usize = 240;
/// A change in so many places says first where they are.
const MANY: usize = 8;

/// At most so many clauses, with the number of those left out.
pub(super) fn clauses(scene: Scene<'_>, change: &Change, most: usize, limit: usize) -> (Vec<Clause>, LeftOut) {
    let words = scene.words;
    let (told, minor) = by_weight(change);
    let chosen = chosen(change, &told, most);
    let unshown = told.iter().filter(|index| !chosen.contains(index));
    let headings = headings(unshown.map(|index| &change.hunks[*index]), words);
    let left_out = LeftOut { more: told.len().saturating_sub(chosen.len()), minor, headings };
    let is_dated = are_seen_apart(change);
    let (mut last_path, mut last_lead) = (None, None);
    let clause = |index: usize| {
        let hunk = &change.hunks[index];
        let path = path(hunk, words);
        let shown = if last_path.as_ref() == Some(&path) { String::new() } else { path.clone() };
        last_path = Some(path);
        // Words that only came or only went are shown once, marked in their sentence.
        let (comes, goes) = (hunk.edits.iter().any(is_added), hunk.edits.iter().any(is_removed));
        // Where words went, what is left of the sentence is shown, too, lest all of it seem to be gone.
        let wanted = |which| comes == goes || goes || which == Which::After;
        let of = |which| if wanted(which) { side(hunk, which, limit, words) } else { None };
        let seen = is_dated.then(|| words.passage_seen(&scene.moment(first_seen(change, hunk))));
        let lead = lead(hunk, &mut last_lead);
        Clause { path: shown, lead, cells: cells(hunk), seen, before: of(Which::Before), after: of(Which::After) }
    };
    (chosen.into_iter().map(clause).collect(), left_out)
}

/// Every clause, whole and with both of its sides, in the order of the document.
pub(super) fn all<'a>(scene: Scene<'a>, change: &'a Change) -> impl Iterator<Item = Clause> + use<'a> {
    let words = scene.words;
    let is_dated = are_seen_apart(change);
    let (mut last_path, mut last_lead) = (None, None);
    change.hunks.iter().map(move |hunk| {
        let path = path(hunk, words);
        let shown = if last_path.as_ref() == Some(&path) { String::new() } else { path.clone() };
        last_path = Some(path);
        let seen = is_dated.then(|| words.passage_seen(&scene.moment(first_seen(change, hunk))));
        let of = |which| side(hunk, which, WHOLE, words);
        let lead = lead(hunk, &mut last_lead);
        Clause { path: shown, lead, cells: cells(hunk), seen, before: of(Which::Before), after: of(Which::After) }
    })
}

/// The sentence that leads the list in which a passage stands, unless it is that of the passage before or changed itself.
fn lead<'a>(hunk: &'a Hunk, last: &mut Option<&'a str>) -> Option<String> {
    let lead = hunk.lead.as_deref().filter(|lead| !lead.trim().is_empty());
    let is_said = lead.is_some() && *last == lead;
    *last = lead;
    let lead = lead.filter(|_| !is_said)?;
    let stands_there = hunk.before.iter().chain(&hunk.after).any(|text| text.contains(lead.trim()));
    (!stands_there).then(|| short(lead, LEAD))
}

/// "Fee: 5 % → 8 %" for each cell of a row that differs, behind what names the row.
fn cells(hunk: &Hunk) -> Vec<String> {
    let named = hunk.after.as_deref().and_then(|row| row.split(BETWEEN_CELLS).next()).unwrap_or_default();
    let row = if hunk.before.as_deref().is_some_and(|before| before.starts_with(named)) {
        short(named, CELL)
    } else {
        String::new()
    };
    let row = if row.is_empty() { row } else { format!("{row} – ") };
    let cell = |(head, old, new): &(&str, &str, &str)| {
        format!("{row}{}: {} → {}", short(head, CELL), short(old, CELL), short(new, CELL))
    };
    hunk.cells().iter().take(CELLS).map(cell).collect()
}

/// How many places are told, and under which headings, where they are many.
pub(super) fn scope(scene: Scene<'_>, change: &Change) -> Option<Scope> {
    let (told, _) = by_weight(change);
    let words = scene.words;
    if told.len() < MANY {
        return None;
    }
    let headings = headings(told.iter().map(|index| &change.hunks[*index]), words);
    // The name of the document says nothing of where in it.
    let is_named = headings != [name(&change.document)];
    is_named.then(|| Scope { count: words.places(told.len()), headings: headings.join(" · ") })
}

/// The innermost headings of hunks, each once and in short.
fn headings<'a>(hunks: impl Iterator<Item = &'a Hunk>, words: &dyn Words) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for hunk in hunks {
        let heading =
            hunk.heading.last().map(|heading| numbered(&short(heading, 60))).filter(|heading| !heading.is_empty());
        let heading = heading.unwrap_or_else(|| words.document_start().to_owned());
        if found.contains(&heading) {
            continue;
        }
        if found.len() == HEADINGS {
            found.push("…".to_owned());
            break;
        }
        found.push(heading);
    }
    found
}

/// First those that a reason points at, then those in which most words changed; a date that moved alone is not shown
/// where there is anything else.
fn chosen(change: &Change, told: &[usize], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let named = change.assessment.reasons.iter().filter_map(|reason| reason.hunk);
    for index in named.filter(|index| told.contains(index)) {
        if !order.contains(&index) {
            order.push(index);
        }
    }
    let mut rest: Vec<_> = told.iter().copied().filter(|index| !order.contains(index)).collect();
    if rest.len() + order.len() > 1 {
        rest.retain(|index| !is_date_line(&change.hunks[*index]));
    }
    let is_told = |index: &usize| change.hunks[*index].tier != Some(Tier::None);
    rest.sort_by_key(|index| (!is_told(index), std::cmp::Reverse(changed_letters(&change.hunks[*index]))));
    order.extend(rest);
    order.truncate(most);
    order.sort_unstable_by_key(|index| (!is_told(index), *index));
    order
}

/// The passages that are told, and how many nobody needs beside them.
fn by_weight(change: &Change) -> (Vec<usize>, usize) {
    let all = 0..change.hunks.len();
    let told: Vec<usize> = all.clone().filter(|index| change.hunks[*index].tier != Some(Tier::None)).collect();
    if told.is_empty() {
        return (all.collect(), 0);
    }
    let minor = change.hunks.len() - told.len();
    (told, minor)
}

fn are_seen_apart(change: &Change) -> bool {
    let times = || change.hunks.iter().map(|hunk| first_seen(change, hunk));
    times().min().zip(times().max()).is_some_and(|(first, last)| last.duration_since(first) >= APART)
}

fn first_seen(change: &Change, hunk: &Hunk) -> Timestamp {
    hunk.first_seen.unwrap_or(change.detected_at)
}

const fn is_added(edit: &Edit) -> bool {
    matches!(edit, Edit::Added(_))
}

const fn is_removed(edit: &Edit) -> bool {
    matches!(edit, Edit::Removed(_))
}

/// "Last updated: November 22, 2026" on both sides: a few words, of which one is a year.
fn is_date_line(hunk: &Hunk) -> bool {
    let year = |word: &str| {
        let digits = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let is_one = |text: &Option<String>| {
        text.as_ref().is_some_and(|text| {
            text.len() < 80 && text.split_whitespace().count() <= 8 && text.split_whitespace().any(year)
        })
    };
    is_one(&hunk.before) && is_one(&hunk.after)
}

fn changed_letters(hunk: &Hunk) -> usize {
    let changed = hunk.edits.iter().map(|edit| match edit {
        Edit::Kept(_) => 0,
        Edit::Removed(text) | Edit::Added(text) => text.len(),
    });
    changed.sum()
}

/// "Promotions › Requirements", its innermost four.
fn path(hunk: &Hunk, words: &dyn Words) -> String {
    let headings = &hunk.heading[hunk.heading.len().saturating_sub(4)..];
    let path: Vec<_> =
        headings.iter().map(|heading| short(heading, 90)).filter(|heading| !heading.is_empty()).collect();
    if path.is_empty() { words.document_start().to_owned() } else { path.join(" › ") }
}
