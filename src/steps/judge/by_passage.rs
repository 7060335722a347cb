//! Judges a change passage by passage, and then as a whole: what is harmless never hides what matters.

use std::cmp::Reverse;
use std::convert::Infallible;

use super::case::Case;
use super::decide::{ALONE, BESIDE_OTHERS};
use super::elsewhere;
use super::model::{MODEL, Model};
use super::rules::{large_change, unruled};
use super::trace::Trace;
use super::whole::{Beside, judge_together};
use crate::model::{Assessment, Because, Comparison, Edit, Hunk, Kind, Reason, Tier, Topic};
use crate::steps::text::exchanged::Renamed;

/// So many judgements are made of one change beside that on the whole. Where it has more passages, neighbours are judged
/// together, so that a change of any size costs no more than its words and these.
const MOST: usize = 240;

/// The most topics that a change is said to be about.
const TOPICS: usize = 4;

/// The judgement on a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub assessment: Assessment,
    /// The passages, each with its own tier; at least one has that of the change.
    pub hunks: Vec<Hunk>,
}

impl Judged {
    /// What is told whatever its words are taken for.
    #[must_use]
    pub fn at_least_told(mut self) -> Self {
        self.assessment.kind = self.assessment.kind.max(Kind::Editorial);
        self.assessment.tier = self.assessment.tier.max(Tier::Fyi);
        self.lift();
        self
    }

    /// Gives the weightiest passage the tier of the whole.
    fn lift(&mut self) {
        let tier = self.assessment.tier;
        if self.hunks.iter().all(|hunk| hunk.tier < Some(tier))
            && let Some(hunk) = self.hunks.iter_mut().rev().max_by_key(|hunk| (hunk.tier, changed_letters(hunk)))
        {
            hunk.tier = Some(tier);
        }
    }
}

/// Judges a change that stood the second look. Its tier is that of its weightiest passage.
#[must_use]
pub fn judge_change(case: Case<'_>) -> Judged {
    judge_change_with(case, MODEL.as_ref())
}

/// Judges a change by another model, to measure it.
#[must_use]
pub fn judge_change_with(case: Case<'_>, model: Option<&Model>) -> Judged {
    let Ok(judged) = judged_unless(case, model, |_| None::<Infallible>);
    judged
}

/// Judges a change that was judged before; none where the judgement is known already. Once it is an alert, nothing that is
/// left to look at alters kind, tier, topics or assets: where these are what `is_known` asks for, the rest is spared.
#[must_use]
pub fn judge_again(case: Case<'_>, is_known: impl Fn(&Assessment) -> bool) -> Option<Judged> {
    judged_unless(case, MODEL.as_ref(), |assessment| is_known(assessment).then_some(())).ok()
}

/// Judges a change passage by passage, unless something is known of it as soon as it is an alert.
fn judged_unless<K>(
    case: Case<'_>,
    model: Option<&Model>,
    known: impl Fn(&Assessment) -> Option<K>,
) -> Result<Judged, K> {
    let known = |assessment: &Assessment| match assessment.tier {
        Tier::Alert => known(assessment).map_or(Ok(()), Err),
        Tier::Fyi | Tier::None => Ok(()),
    };
    let renamed = Renamed::among(&case.comparison.hunks);
    let beside = Beside::of(case.comparison, &renamed);
    let mut assessment = together(case, model, beside);
    known(&assessment)?;
    let mut hunks = case.comparison.hunks.clone();
    if hunks.len() < 2 || case.comparison.is_noise() {
        // One passage is the whole, and where a rule speaks of the whole no passage is looked at by itself.
        for hunk in &mut hunks {
            hunk.tier = Some(assessment.tier);
        }
        return Ok(Judged { assessment, hunks });
    }
    let together = hunks.len().div_ceil(MOST);
    let mut weightiest: Option<Assessment> = None;
    let mut of_the_team: Vec<(Tier, Reason)> = Vec::new();
    for first in (0..hunks.len()).step_by(together) {
        let neighbours = first..hunks.len().min(first + together);
        let own = only(case.comparison, &case.comparison.hunks[neighbours.clone()]);
        let own = judge(case, &own, model, BESIDE_OTHERS, beside);
        for hunk in &mut hunks[neighbours] {
            hunk.tier = Some(own.tier);
        }
        let team = own.reasons.iter().filter(|reason| matches!(reason.because, Because::TeamRule { .. }));
        of_the_team.extend(team.cloned().map(|reason| (own.tier, reason)));
        if weightiest.as_ref().is_none_or(|known| (own.tier, own.kind) > (known.tier, known.kind)) {
            let own = Assessment { reasons: from(own.reasons, first), ..own };
            if own.tier == Tier::Alert && own.kind == Kind::Substantive && outweighs(&own, &assessment) {
                known(&outweighed(assessment.clone(), own.clone()))?;
            }
            weightiest = Some(own);
        }
    }
    if let Some(own) = weightiest.filter(|own| outweighs(own, &assessment)) {
        assessment = outweighed(assessment, own);
    }
    say_the_teams_first(&mut assessment, of_the_team);
    for hunk in &mut hunks {
        hunk.tier = hunk.tier.min(Some(assessment.tier));
    }
    let told = hunks.iter().filter(|hunk| hunk.tier > Some(Tier::None));
    if let Some(places) = elsewhere::some_elsewhere(told, case.regions) {
        assessment.reasons.push(Reason::of_the_whole(Because::PartElsewhere { places }));
    }
    let mut judged = Judged { assessment, hunks };
    judged.lift();
    weightiest_first(&mut judged);
    Ok(judged)
}

/// What all passages say together.
fn together(case: Case<'_>, model: Option<&Model>, beside: Beside<'_>) -> Assessment {
    let mut whole = judge(case, case.comparison, model, ALONE, beside);
    if let Some(ours) = not_only_elsewhere(case.comparison, case.regions) {
        // What holds only for others makes the whole no alert.
        whole.tier = whole.tier.min(judge(case, &ours, model, ALONE, beside).tier.max(Tier::Fyi));
    }
    whole
}

/// What some passages of a change say; an alert from that likelihood on.
fn judge(case: Case<'_>, comparison: &Comparison, model: Option<&Model>, alert: f32, beside: Beside<'_>) -> Assessment {
    let own = judge_together(Case { comparison, ..case }, model, alert, beside, &mut Trace::default());
    unruled::not_passed_over(comparison, large_change::not_passed_over(comparison, own))
}

/// Of the reasons that quote a passage those come first whose passage made the change what it is: a number that became
/// another one elsewhere is no reason for an alert.
fn weightiest_first(judged: &mut Judged) {
    let Judged { assessment, hunks } = judged;
    let is_of_days = |reason: &Reason| matches!(reason.because, Because::HoldsFrom { .. } | Because::AlsoFrom { .. });
    let tier = |reason: &Reason| reason.hunk.and_then(|hunk| hunks.get(hunk)).and_then(|hunk| hunk.tier);
    let quotes = |reason: &Reason| tier(reason).is_some() && !is_of_days(reason);
    let places: Vec<usize> = (0..assessment.reasons.len()).filter(|at| quotes(&assessment.reasons[*at])).collect();
    let mut sorted: Vec<Reason> = places.iter().map(|at| assessment.reasons[*at].clone()).collect();
    sorted.sort_by_key(|reason| Reverse(tier(reason)));
    for (at, reason) in places.into_iter().zip(sorted) {
        assessment.reasons[at] = reason;
    }
}

/// Whether a passage weighs more than all of them together, so that what is harmless beside it hides nothing: what would
/// be told alone is told.
///
/// Measured on documents that the model had not seen (`train -- check`), as tier macro F1, precision and recall of alerts
/// on the sets of 235, 747 and 436 changes:
/// - the whole alone: 0.789, 0.790, 0.829; P 0.831, 0.760, 0.769; R 0.871, 0.898, 0.854
/// - the weightiest passage by [`ALONE`]: 0.766, 0.782, 0.818; P 0.803, 0.738, 0.740; R 0.905, 0.944, 0.866
/// - the weightiest passage by [`BESIDE_OTHERS`]: 0.782, 0.783, 0.823; P 0.836, 0.750, 0.761; R 0.889, 0.929, 0.854
///
/// To let only passages of the kind substantive weigh more measures better (0.785, 0.789, 0.825) and hides bans beside
/// spelling, for the model takes a few changed words for a wording too often.
fn outweighs(passage: &Assessment, whole: &Assessment) -> bool {
    passage.tier > whole.tier
}

/// A rule of the team that made a passage what it is speaks for the whole, whatever stands beside that passage, and before
/// all else: it is in the reader's own words.
fn say_the_teams_first(assessment: &mut Assessment, of_the_team: Vec<(Tier, Reason)>) {
    let is_teams = |reason: &Reason| matches!(reason.because, Because::TeamRule { .. });
    let (mut first, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut assessment.reasons).into_iter().partition(is_teams);
    for (tier, reason) in of_the_team {
        if tier == assessment.tier && !first.iter().any(|known| known.because == reason.because) {
            first.push(reason);
        }
    }
    first.extend(rest);
    assessment.reasons = first;
}

/// What lies between the two texts without the passages that hold only where the team is not; none where there are no such,
/// or no others.
fn not_only_elsewhere(comparison: &Comparison, regions: &[String]) -> Option<Comparison> {
    let is_ours = |hunk: &&Hunk| elsewhere::only_elsewhere(hunk, regions).is_none();
    let ours: Vec<Hunk> = comparison.hunks.iter().filter(is_ours).cloned().collect();
    (!regions.is_empty() && !ours.is_empty() && ours.len() < comparison.hunks.len()).then(|| only(comparison, &ours))
}

/// What would lie between the two texts if only these passages differed; the lines that date both are the same.
pub(super) fn only(comparison: &Comparison, hunks: &[Hunk]) -> Comparison {
    let mut own = Comparison {
        date_lines: comparison.date_lines.clone(),
        day_order: comparison.day_order,
        ..Comparison::default()
    };
    own.add(hunks.to_vec());
    own
}

/// The judgement on the whole where one passage weighs more: that passage speaks first, and nothing that is known of
/// the whole is lost.
fn outweighed(whole: Assessment, passage: Assessment) -> Assessment {
    let is_said = |reason: &Reason| passage.reasons.iter().any(|known| known.because == reason.because);
    // That no right or duty changed is no longer so.
    let others = whole.reasons.into_iter().filter(|reason| reason.hunk.is_some() && !is_said(reason));
    let reasons = passage.reasons.iter().cloned().chain(others).collect();
    let mut topics: Vec<Topic> = passage.topics;
    topics.extend(whole.topics.into_iter().filter(|topic| !topics.contains(topic)).collect::<Vec<_>>());
    topics.truncate(TOPICS);
    let mut assets = passage.assets;
    assets.extend(whole.assets.into_iter().filter(|asset| !assets.contains(asset)).collect::<Vec<_>>());
    let mut duties = passage.duties;
    duties.extend(whole.duties.into_iter().filter(|duty| !duties.contains(duty)).collect::<Vec<_>>());
    Assessment {
        kind: passage.kind.max(whole.kind),
        reasons,
        topics,
        assets,
        duties,
        effective_date: whole.effective_date.or(passage.effective_date),
        notice_days: whole.notice_days.or(passage.notice_days),
        noise: whole.noise,
        ..passage
    }
}

/// Reasons that point at passages, counted from this one on.
fn from(reasons: Vec<Reason>, first: usize) -> Vec<Reason> {
    reasons.into_iter().map(|reason| Reason { hunk: reason.hunk.map(|hunk| hunk + first), ..reason }).collect()
}

/// In how many letters a passage differs.
pub(super) fn changed_letters(hunk: &Hunk) -> usize {
    let changed = hunk.edits.iter().map(|edit| match edit {
        Edit::Kept(_) => 0,
        Edit::Removed(text) | Edit::Added(text) => text.len(),
    });
    changed.sum()
}
