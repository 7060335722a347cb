//! Days that were announced and then moved: the new day takes the place of the old one.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::calendar_days::days_between;
use super::scene::Scene;
use crate::model::{Asset, Because, Change, Document, Hunk, Kind, Reason, Tier};
use crate::steps::text::dates::{find_dates, without_dates};

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
    let (mut newest, mut times) = (bearer(change, announced), 0);
    while let Some(earlier) = before(newest, announced) {
        if times == MOST {
            break;
        }
        (newest, times) = (earlier, times + 1);
    }
    Announced { first: newest, times }
}

/// The change that put the day there that this one bears now: itself, or the last of those that moved its day since.
fn bearer<'a>(change: &'a Change, announced: &'a [Change]) -> &'a Change {
    let Some(mut newest) = announced.iter().find(|one| one.id == change.id) else { return change };
    for _ in 0..MOST {
        if newest.assessment.effective_date == change.assessment.effective_date {
            return newest;
        }
        let Some(later) = behind(newest, announced) else { break };
        newest = later;
    }
    change
}

/// The change that moved the day of this one.
fn behind<'a>(change: &Change, announced: &'a [Change]) -> Option<&'a Change> {
    announced.iter().find(|later| moves(later, change))
}

/// The change that announced the day of which the one of this change takes the place.
fn before<'a>(change: &Change, announced: &'a [Change]) -> Option<&'a Change> {
    announced.iter().rfind(|earlier| moves(change, earlier))
}

/// The days that stood there before the one of a change.
pub(super) struct Was {
    /// The one that the reader knows, or the first that was announced.
    pub first: Date,
    /// Those that came and went since within one letter.
    pub between: Vec<Date>,
}

/// The day that stood there before, where a change moves one that was announced, or bears one that was moved.
pub(super) fn was(scene: Scene<'_>, change: &Change) -> Option<Was> {
    let announced = scene.news.announced;
    let mut newest = bearer(change, announced);
    let mut days = Vec::new();
    while let Some(earlier) = before(newest, announced).filter(|_| days.len() < MOST) {
        days.extend(earlier.assessment.effective_date);
        newest = earlier;
        // What another letter told is where the reader stands.
        if !scene.news.changes.iter().any(|told| told.id == earlier.id) {
            break;
        }
    }
    let first = days.pop()?;
    days.reverse();
    // A day that is back where it was did not move in between.
    days.retain(|day| *day != first);
    Some(Was { first, between: days })
}

/// "was 20 December 2026, in between 10 January 2027", below the day that stands there now.
pub(super) fn phrase(scene: Scene<'_>, change: &Change) -> Option<String> {
    let was = was(scene, change)?;
    let between: Vec<String> = was.between.iter().map(|day| scene.words.date(*day)).collect();
    Some(scene.words.was(&scene.words.date(was.first), &between))
}

/// "Takes effect later: 15 January 2027 (was 20 December)", where a change says that and nothing else.
pub(super) fn headline(scene: Scene<'_>, change: &Change) -> Option<String> {
    if !says_only_days(change) {
        return None;
    }
    let (was, is) = (was(scene, change)?.first, change.assessment.effective_date?);
    let (written, before) = (scene.words.date(is), scene.words.day(was, scene.today));
    (is != was).then(|| scene.words.moved_day(is > was, &written, &before))
}

/// Which of the changes of one letter say only that a day moved of which another one of them tells.
///
/// The change that announced the day bears the one that stands there now; without it the last move does.
#[must_use]
pub fn is_told_beside(changes: &[&Change], announced: &[Change]) -> Vec<bool> {
    let first = |change: &Change| {
        let place = place(change, announced);
        (place.times > 0 || behind(place.first, announced).is_some()).then(|| place.first.id.clone())
    };
    let firsts: Vec<Option<String>> =
        changes.iter().map(|change| change.assessment.effective_date.and_then(|_| first(change))).collect();
    // By the first announcement: the change of the letter that bears the day.
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for (index, first) in firsts.iter().enumerate() {
        let Some(first) = first else { continue };
        let bearer = bearers.entry(first).or_insert(index);
        let rank = |index: usize| (!says_only_days(changes[index]), changes[index].detected_at);
        if rank(index) > rank(*bearer) {
            *bearer = index;
        }
    }
    let is_beside = |(index, change): (usize, &&Change)| {
        let bearer = firsts[index].as_deref().and_then(|first| bearers.get(first));
        bearer.is_some_and(|bearer| *bearer != index) && says_only_days(change)
    };
    changes.iter().enumerate().map(is_beside).collect()
}

/// The changes that are shown, and those that are only told beside another one because nothing but its day moved.
pub(super) fn folded<'a>(scene: Scene<'_>, changes: Vec<&'a Change>) -> (Vec<&'a Change>, Vec<&'a Change>) {
    let mut beside = is_told_beside(&changes, scene.news.announced).into_iter();
    changes.into_iter().partition(|_| !beside.next().unwrap_or_default())
}

/// The change that first announced a day, and each that moved it since, where a change says only that it moved again.
#[must_use]
pub fn announced_by<'a>(change: &'a Change, announced: &'a [Change]) -> Vec<&'a Change> {
    let mut found = Vec::new();
    if says_only_days(change) {
        let mut newest = bearer(change, announced);
        while let Some(earlier) = before(newest, announced).filter(|_| found.len() < MOST) {
            found.push(earlier);
            newest = earlier;
        }
    }
    found
}

/// A change that moves an announced day or takes it back concerns whomever the announcement concerned, and weighs no less, unless a rule of the
/// team says so; `assets` are those of the team, and `text` is that which stands there now.
#[must_use]
pub fn as_announced(mut change: Change, announced: &[Change], assets: &[Asset], text: &Document) -> Change {
    let withdrawn = || withdraws(&change, announced).filter(|earlier| !stands_in(text, earlier));
    let Some(earlier) = before(&change, announced).or_else(withdrawn) else { return change };
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

/// A change with the day that stands there now, where later ones of its document moved it.
#[must_use]
pub fn as_moved(change: Change, later: &[Change]) -> Change {
    let mut newest = &change;
    for _ in 0..MOST {
        let Some(next) = behind(newest, later) else { break };
        newest = next;
    }
    let (Some(was), Some(day)) = (change.assessment.effective_date, newest.assessment.effective_date) else {
        return change;
    };
    if newest.id == change.id {
        return as_it_stands(change, later);
    }
    if as_it_stands(newest.clone(), later).assessment.effective_date.is_none() {
        return without_day(change, was);
    }
    let mut moved = change;
    let judged = &mut moved.assessment;
    judged.effective_date = Some(day);
    // It was counted to the day that is no more.
    judged.notice_days = None;
    for reason in &mut judged.reasons {
        if let Because::HoldsFrom { date, days } | Because::AlsoFrom { date, days, .. } = &mut reason.because
            && *date == was
        {
            *days += days_between(was, day);
            *date = day;
        }
    }
    moved
}

/// A change as it stands after later ones of its document: without the day that they took back or moved.
#[must_use]
pub fn as_it_stands(change: Change, later: &[Change]) -> Change {
    let Some(day) = change.assessment.effective_date else { return change };
    let is_gone = later.iter().any(|later| {
        let hunks = || later.hunks.iter().chain(&later.date_lines);
        later.watch == change.watch
            && later.detected_at > change.detected_at
            && hunks().any(|hunk| names(hunk.before.as_deref(), day) && !names(hunk.after.as_deref(), day))
            && !hunks().any(|hunk| names(hunk.after.as_deref(), day))
    });
    if is_gone { without_day(change, day) } else { change }
}

/// A change without the day that it announced.
fn without_day(mut change: Change, day: Date) -> Change {
    let judged = &mut change.assessment;
    judged.effective_date = None;
    judged.notice_days = None;
    let is_of_it = |reason: &Reason| match &reason.because {
        Because::HoldsFrom { date, .. } | Because::AlsoFrom { date, .. } => *date == day,
        _ => false,
    };
    judged.reasons.retain(|reason| !is_of_it(reason));
    change
}

/// Whether a change puts another day in the place of the one that an earlier change announced.
fn moves(change: &Change, earlier: &Change) -> bool {
    let (Some(day), Some(before)) = (change.assessment.effective_date, earlier.assessment.effective_date) else {
        return false;
    };
    let replaced = |hunk: &Hunk| names(hunk.before.as_deref(), before) && names(hunk.after.as_deref(), day);
    earlier.watch == change.watch
        && earlier.part == change.part
        && earlier.detected_at < change.detected_at
        && day != before
        && change.hunks.iter().chain(&change.date_lines).any(replaced)
}

pub(super) fn names(text: Option<&str>, wanted: Date) -> bool {
    text.is_some_and(|text| find_dates(text).iter().any(|(_, day)| *day == wanted))
}

/// Whether nothing but days became others in all that a change tells.
pub(super) fn says_only_days(change: &Change) -> bool {
    let told = change.hunks.iter().filter(|hunk| hunk.tier != Some(Tier::None));
    let mut told = told.peekable();
    told.peek().is_some()
        && told.all(|hunk| match (&hunk.before, &hunk.after) {
            (Some(before), Some(after)) => without_days(before) == without_days(after),
            _ => false,
        })
}

fn without_days(text: &str) -> Vec<String> {
    without_dates(text).split_whitespace().map(str::to_owned).collect()
}

/// The change that announced a day still to come of which this one says no more, and no other; none where it moves it.
pub(super) fn withdraws<'a>(change: &Change, announced: &'a [Change]) -> Option<&'a Change> {
    let hunks = || change.hunks.iter().chain(&change.date_lines);
    let goes = |day: Date| {
        change.assessment.effective_date != Some(day)
            && hunks().any(|hunk| names(hunk.before.as_deref(), day))
            && !hunks().any(|hunk| names(hunk.after.as_deref(), day))
    };
    let seen = change.detected_at.to_zoned(TimeZone::UTC).date();
    announced.iter().rfind(|earlier| {
        earlier.watch == change.watch
            && earlier.part == change.part
            && earlier.detected_at < change.detected_at
            && earlier.assessment.effective_date.is_some_and(|day| day >= seen && goes(day))
            && !moves(change, earlier)
            && !announced.iter().any(|later| later.detected_at < change.detected_at && moves(later, earlier))
    })
}

/// Whether the day that a change announced is named anywhere in a text.
pub(super) fn stands_in(text: &Document, announced: &Change) -> bool {
    let day = announced.assessment.effective_date;
    day.is_some_and(|day| text.blocks.iter().any(|block| names(Some(&block.text), day)))
}

/// Whether a change says of any day that it is no more, or another one.
#[must_use]
pub fn touches_a_day(change: &Change) -> bool {
    let before = change.hunks.iter().chain(&change.date_lines).filter_map(|hunk| hunk.before.as_deref());
    change.assessment.effective_date.is_some() || before.into_iter().any(|text| !find_dates(text).is_empty())
}
