//! What a change means for a team: kind, tier, topics, direction, dates, assets at stake, and why.

mod by_passage;
mod case;
mod decide;
mod direction;
mod duties;
mod effective_date;
pub(super) mod features;
pub mod model;
mod rules;
mod stakes;
mod topics;
mod why;

use jiff::civil::Date;

use crate::model::{Assessment, Comparison, Kind, Matcher, Noise, Reason, Tier, Topic};
pub use by_passage::{Judged, judge_change};
pub use case::{Case, Subject, Team, case};
pub use decide::{decide, why};
pub use duties::duty;
use features::document_kind;
pub use features::features;
pub use features::list::Features;
use model::MODEL;
pub use model::{Model, Opinion};
pub use rules::large_change::judge_confirmed;
use rules::{changed_limit, team};
pub use topics::named;
use why::passages_of::ChangedWords;
use why::{passages, reasons};

/// Judges a change.
#[must_use]
pub fn judge(case: Case<'_>) -> Assessment {
    judge_with(case, MODEL.as_ref())
}

/// Judges a change by another model, to measure it.
#[must_use]
pub fn judge_with(case: Case<'_>, model: Option<&Model>) -> Assessment {
    if case.comparison.is_noise() && case.rules.is_empty() {
        return noise(case.comparison.noise.clone());
    }
    let reading = ChangedWords::of(case.comparison);
    let features = features(&case);
    let topics = topics::topics(&reading, &features, model);
    let (mut kind, mut tier) = decide::verdict(&case, &features, model);
    if !case.comparison.is_noise() && changed_limit::is_changed(&case.comparison.hunks) {
        // Thirty days or ninety: one word, and another rule.
        (kind, tier) = (Kind::Substantive, tier.max(Tier::Fyi));
    }
    let tier = at_least(kind, tier, &topics, &reading);
    let (tier, raised, team) = in_our_eyes(&case, kind, tier, &topics, &reading);
    if raised && kind == Kind::Noise {
        // The team named these very words: they are not noise to it.
        kind = Kind::Editorial;
    }
    if kind == Kind::Noise {
        return noise(case.comparison.noise.clone());
    }
    let stakes = stakes::stakes(&case, &reading, &topics);
    let effective = effective_date::effective(case.comparison, case.seen_on);
    let notice = effective.and_then(|found| days_between(case.seen_on, found.date));
    let duties =
        duties::fallen_short(document_kind::kind(&case), case.seen_on, notice.filter(|_| kind == Kind::Substantive));
    let mut reasons = team;
    reasons.extend(effective.zip(notice).map(|(found, days)| of_date(found, days)));
    reasons.extend(stakes.iter().map(|stake| reasons::of_stake(stake, &reading)));
    reasons.extend(reasons::of_kind(kind));
    reasons.extend(passages::reasons(&case.comparison.hunks, &reading));
    reasons.extend(duties.iter().map(|duty| reasons::reason(&duty.text_en, &duty.text_de)));
    Assessment {
        kind,
        tier,
        direction: direction::direction(kind, &reading),
        effective_date: effective.map(|found| found.date),
        notice_days: notice,
        assets: stakes.iter().map(|stake| stake.asset.id.clone()).collect(),
        reasons,
        duties: duties.iter().map(|duty| duty.id.clone()).collect(),
        noise: case.comparison.noise.clone(),
        topics,
    }
}

/// The passage that names the day from which the new words hold, by its place in the comparison.
#[must_use]
pub fn names_the_day(comparison: &Comparison, seen_on: Date) -> Option<usize> {
    effective_date::effective(comparison, seen_on)?.hunk
}

/// What brands do on a platform, whatever else is ruled there.
const OURS: [Topic; 7] = [
    Topic::Promotions,
    Topic::PagesProfiles,
    Topic::Advertising,
    Topic::BrandedContent,
    Topic::AppsApi,
    Topic::SpamMessaging,
    Topic::ContentRules,
];

/// A new ban or duty on what brands do is an alert, however the model weighs the rest of the change.
fn at_least(kind: Kind, tier: Tier, topics: &[Topic], reading: &ChangedWords) -> Tier {
    let is_ours = topics.first().is_some_and(|topic| OURS.contains(topic));
    if kind == Kind::Substantive && is_ours && direction::binds_more(reading) { Tier::Alert } else { tier }
}

/// The tier after assets and team rules, whether a rule that names words raised it, and the rules' reasons.
fn in_our_eyes(
    case: &Case<'_>,
    kind: Kind,
    tier: Tier,
    topics: &[Topic],
    reading: &ChangedWords,
) -> (Tier, bool, Vec<Reason>) {
    let mut tier = tier;
    if !case.assets.is_empty() && kind != Kind::Noise {
        let stakes = stakes::stakes(case, reading, topics);
        if stakes.is_empty() {
            tier = tier.min(Tier::Fyi);
        } else if kind == Kind::Substantive && stakes.iter().any(|stake| stake.keyword.is_some()) {
            tier = Tier::Alert;
        }
    }
    let (mut raised, mut reasons) = (false, Vec::new());
    for rule in team::fitting(case, topics) {
        let names_words = matches!(rule.matches, Some(Matcher::Phrase(_) | Matcher::Pattern(_)));
        if kind == Kind::Noise && !names_words {
            continue;
        }
        let after = team::apply(rule.verdict, tier);
        if after != tier {
            raised |= after > tier;
            tier = after;
            let because = &rule.because;
            reasons.push(reasons::reason(format!("Your rule: {because}"), format!("Eure Regel: {because}")));
        }
    }
    (tier, raised, reasons)
}

fn noise(noise: Vec<Noise>) -> Assessment {
    Assessment {
        kind: Kind::Noise,
        tier: Tier::None,
        topics: Vec::new(),
        direction: crate::model::Direction::Neutral,
        effective_date: None,
        notice_days: None,
        assets: Vec::new(),
        reasons: vec![reasons::of_noise(&noise)],
        duties: Vec::new(),
        noise,
    }
}

fn of_date(found: effective_date::Effective, days: i64) -> Reason {
    let date = found.date;
    let (en, de) = match days {
        ..=-1 => (
            format!("Holds since {date}, which had passed when it was first seen."),
            format!("Gilt seit {date}; das war beim ersten Sehen schon vorbei."),
        ),
        0 => (
            format!("Holds from {date}, the day on which it was first seen."),
            format!("Gilt ab {date}, dem Tag, an dem es zum ersten Mal zu sehen war."),
        ),
        1 => (format!("Holds from {date}: one day’s notice."), format!("Gilt ab {date}: ein Tag Vorlauf.")),
        _ => (format!("Holds from {date}: {days} days’ notice."), format!("Gilt ab {date}: {days} Tage Vorlauf.")),
    };
    Reason { en, de, hunk: found.hunk }
}

fn days_between(from: Date, to: Date) -> Option<i64> {
    from.until(to).ok().map(|span| i64::from(span.get_days()))
}
