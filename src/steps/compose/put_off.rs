//! Days that were announced and then moved: the new day takes the place of the old one.

use jiff::civil::Date;

use super::scene::Scene;
use crate::model::{Asset, Because, Change, Hunk, Kind, Reason, Tier};
use crate::steps::text::dates::find_dates;

/// Where an announced day stands in the line of those that it takes the place of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Announced<'a> {
    /// The change that announced the first of them.
    pub first: &'a Change,
    /// How often the day was moved since.
    pub times: usize,
}

/// A day is hardly moved more often; a chain that is longer is none.
const MOST: usize = 50;

/// Follows the day that a change announces back to the first of which it takes the place.
pub(super) fn place<'a>(change: &'a Change, announced: &'a [Change]) -> Announced<'a> {
    let (mut newest, mut times) = (change, 0);
    while let Some(earlier) = before(newest, announced) {
        if times == MOST {
            break;
        }
        (newest, times) = (earlier, times + 1);
    }
    Announced { first: newest, times }
}

/// The change that announced the day of which the one of this change takes the place.
fn before<'a>(change: &Change, announced: &'a [Change]) -> Option<&'a Change> {
    announced.iter().rfind(|earlier| moves(change, earlier))
}

/// The day that stood there before, where a change moves one that was announced.
pub(super) fn was(scene: Scene<'_>, change: &Change) -> Option<Date> {
    before(change, scene.news.announced)?.assessment.effective_date
}

/// "Takes effect later: 15 January 2027 (was 20 December)", where a change says that and nothing else.
pub(super) fn headline(scene: Scene<'_>, change: &Change) -> Option<String> {
    let (was, is) = (was(scene, change)?, change.assessment.effective_date?);
    let (written, before) = (scene.words.date(is), scene.words.day(was, scene.today));
    is_all(change).then(|| scene.words.moved_day(is > was, &written, &before))
}

/// A change that moves an announced day concerns whomever the announcement concerned, and weighs no less, unless a rule of the
/// team says so; `assets` are those of the team.
#[must_use]
pub fn as_announced(mut change: Change, announced: &[Change], assets: &[Asset]) -> Change {
    let Some(earlier) = before(&change, announced) else { return change };
    let (own, first) = (&mut change.assessment, &earlier.assessment);
    if own.kind == Kind::Noise {
        return change;
    }
    let is_live = |id: &str| {
        let asset = assets.iter().find(|asset| asset.id == id);
        asset.is_some_and(|asset| own.effective_date.is_none_or(|day| asset.is_live(day)))
    };
    for asset in first.assets.iter().filter(|id| is_live(id)) {
        if !own.assets.contains(asset) {
            own.assets.push(asset.clone());
            own.reasons.retain(|reason| reason.because != Because::NothingOfOurs);
        }
    }
    for topic in &first.topics {
        if !own.topics.contains(topic) {
            own.topics.push(*topic);
        }
    }
    let is_of_the_team = own.reasons.iter().any(|reason| matches!(reason.because, Because::TeamRule { .. }));
    if first.tier > own.tier && !is_of_the_team {
        (own.kind, own.tier) = (Kind::Substantive, first.tier);
        own.reasons.retain(|reason| !matches!(reason.because, Because::OnlyWords | Because::NothingOfOurs));
    }
    change
}

/// A change as it stands after later ones of its document: without the day that they took back or moved.
#[must_use]
pub fn as_it_stands(mut change: Change, later: &[Change]) -> Change {
    let Some(day) = change.assessment.effective_date else { return change };
    let is_gone = later.iter().any(|later| {
        let hunks = || later.hunks.iter().chain(&later.date_lines);
        later.watch == change.watch
            && later.detected_at > change.detected_at
            && hunks().any(|hunk| names(hunk.before.as_deref(), day) && !names(hunk.after.as_deref(), day))
            && !hunks().any(|hunk| names(hunk.after.as_deref(), day))
    });
    if is_gone {
        let judged = &mut change.assessment;
        judged.effective_date = None;
        judged.notice_days = None;
        let is_of_it = |reason: &Reason| match &reason.because {
            Because::HoldsFrom { date, .. } | Because::AlsoFrom { date, .. } => *date == day,
            _ => false,
        };
        judged.reasons.retain(|reason| !is_of_it(reason));
    }
    change
}

/// Whether a change puts another day in the place of the one that an earlier change announced.
fn moves(change: &Change, earlier: &Change) -> bool {
    let (Some(day), Some(before)) = (change.assessment.effective_date, earlier.assessment.effective_date) else {
        return false;
    };
    let replaced = |hunk: &Hunk| names(hunk.before.as_deref(), before) && names(hunk.after.as_deref(), day);
    earlier.watch == change.watch
        && earlier.detected_at < change.detected_at
        && day != before
        && change.hunks.iter().chain(&change.date_lines).any(replaced)
}

fn names(text: Option<&str>, wanted: Date) -> bool {
    text.is_some_and(|text| find_dates(text).iter().any(|(_, day)| *day == wanted))
}

/// Whether nothing but days became others in all that a change tells.
fn is_all(change: &Change) -> bool {
    let told = change.hunks.iter().filter(|hunk| hunk.tier != Some(Tier::None));
    let mut told = told.peekable();
    told.peek().is_some()
        && told.all(|hunk| match (&hunk.before, &hunk.after) {
            (Some(before), Some(after)) => without_days(before) == without_days(after),
            _ => false,
        })
}

fn without_days(text: &str) -> Vec<String> {
    let (mut bare, mut from) = (String::with_capacity(text.len()), 0);
    for (range, _) in find_dates(text) {
        bare.push_str(text.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    bare.push_str(text.get(from..).unwrap_or_default());
    bare.split_whitespace().map(str::to_owned).collect()
}
