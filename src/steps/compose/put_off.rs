//! Days that were announced and then put off: the new day takes the place of the old one.

use crate::model::{Change, Hunk};
use crate::steps::text::dates::find_dates;

/// Where an announced day stands in the line of those that it takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Announced<'a> {
    /// The change that announced the first of them.
    pub first: &'a str,
    /// How often the day was put off since.
    pub times: usize,
}

/// A day is hardly put off more often; a chain that is longer is none.
const MOST: usize = 50;

/// Follows the day that a change announces back to the first of which it takes the place.
pub(super) fn place<'a>(change: &'a Change, announced: &'a [Change]) -> Announced<'a> {
    let (mut newest, mut times) = (change, 0);
    while let Some(earlier) = announced.iter().rfind(|earlier| puts_off(newest, earlier)) {
        if times == MOST {
            break;
        }
        (newest, times) = (earlier, times + 1);
    }
    Announced { first: &newest.id, times }
}

/// A change as it stands after later ones of its document: without the day that they took back or put off.
#[must_use]
pub fn as_it_stands(mut change: Change, later: &[Change]) -> Change {
    let Some(day) = change.assessment.effective_date else { return change };
    let names = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| find_dates(text).iter().any(|(_, found)| *found == day))
    };
    let is_gone = later.iter().any(|later| {
        let hunks = || later.hunks.iter().chain(&later.date_lines);
        later.watch == change.watch
            && later.detected_at > change.detected_at
            && hunks().any(|hunk| names(&hunk.before) && !names(&hunk.after))
            && !hunks().any(|hunk| names(&hunk.after))
    });
    if is_gone {
        change.assessment.effective_date = None;
        change.assessment.notice_days = None;
    }
    change
}

/// Whether a change puts another day in the place of the one that an earlier change announced.
fn puts_off(change: &Change, earlier: &Change) -> bool {
    let (Some(day), Some(before)) = (change.assessment.effective_date, earlier.assessment.effective_date) else {
        return false;
    };
    let replaced = |hunk: &Hunk| {
        let (Some(old), Some(new)) = (&hunk.before, &hunk.after) else { return false };
        let names = |text: &str, wanted| find_dates(text).iter().any(|(_, day)| *day == wanted);
        names(old, before) && names(new, day)
    };
    earlier.watch == change.watch
        && earlier.detected_at < change.detected_at
        && day != before
        && change.hunks.iter().chain(&change.date_lines).any(replaced)
}
