//! Whether a passage holds only in places where the team is not: headings and the sentences that lead it say so.

use crate::model::{Hunk, Place};
use crate::steps::text::places::{Governs, is_label, of_heading, of_sentence};

/// A sentence that says for whom something holds has no more bytes.
const LONGEST: usize = 300;

/// The places for which alone a passage holds, as the page calls them; none where the team may be meant.
pub(super) fn only_elsewhere(hunk: &Hunk, ours: &[String]) -> Option<Vec<String>> {
    if ours.is_empty() {
        return None;
    }
    let text = hunk.after.as_deref().or(hunk.before.as_deref()).unwrap_or_default();
    // What stands nearest to the words decides.
    let own = if hunk.place == Place::Heading {
        let heading = text.lines().next().unwrap_or_default();
        of_heading(heading, ours)
    } else {
        of_lines(text, ours)
    };
    let mut sayings = std::iter::once(own)
        .chain(hunk.leads.iter().map(|lead| of_sentence(lead, ours)))
        .chain(hunk.heading.iter().rev().map(|heading| of_heading(heading, ours)));
    match sayings.find(|governs| *governs != Governs::Nobody)? {
        Governs::Elsewhere(places) => Some(places),
        Governs::Ours | Governs::Nobody => None,
    }
}

/// The places for which alone all of some passages hold.
pub(super) fn all_elsewhere(hunks: &[Hunk], ours: &[String]) -> Option<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    for hunk in hunks {
        all.extend(only_elsewhere(hunk, ours)?.into_iter().filter(|place| !all.contains(place)).collect::<Vec<_>>());
    }
    (!all.is_empty()).then_some(all)
}

/// The places for which alone some passages of several hold; none where all of them do, or none.
pub(super) fn some_elsewhere<'a>(hunks: impl Iterator<Item = &'a Hunk>, ours: &[String]) -> Option<Vec<String>> {
    let each: Vec<_> = hunks.map(|hunk| only_elsewhere(hunk, ours)).collect();
    let mut places: Vec<String> = Vec::new();
    for place in each.iter().flatten().flatten() {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    (!places.is_empty() && each.iter().any(Option::is_none)).then_some(places)
}

/// Of several lines each must say it for itself, unless the first leads them.
fn of_lines(text: &str, ours: &[String]) -> Governs {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else { return Governs::Nobody };
    let begins = of_sentence(first_sentence(first), ours);
    let leads = first.trim_end().ends_with(':') || is_label(first);
    let same = |line: &str| matches!(of_sentence(first_sentence(line), ours), Governs::Elsewhere(_));
    match begins {
        Governs::Elsewhere(places) if leads || lines.all(same) => Governs::Elsewhere(places),
        // One line of several is for others, and the rest says nothing of it: what stands above decides.
        Governs::Elsewhere(_) => Governs::Nobody,
        begins => begins,
    }
}

fn first_sentence(line: &str) -> &str {
    let line = &line[..line.floor_char_boundary(LONGEST.min(line.len()))];
    line.split_once(". ").map_or(line, |(first, _)| first)
}
