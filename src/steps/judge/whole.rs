//! Judges the words of a comparison together: what the model makes of them, then rules, assets and the team's own say.

use jiff::civil::Date;

use super::case::Case;
use super::features::{document_kind, features};
use super::model::Model;
use super::rules::{changed_limit, exchanged, rule_alone, team, turned, unruled};
use super::why::passages_of::ChangedWords;
use super::why::{passages, staked};
use super::{decide, direction, duties, effective_date, stakes, topics};
use crate::model::{Assessment, Because, Kind, Matcher, Noise, Reason, Tier, Topic};
use crate::steps::text::exchanged::Renamed;

/// What the words of a comparison say together; an alert from that likelihood on. What was only renamed,
/// and whether few passages differ, is known from the whole change.
#[must_use]
pub(super) fn judge_together(
    case: Case<'_>,
    model: Option<&Model>,
    alert: f32,
    renamed: &Renamed,
    few: bool,
) -> Assessment {
    if case.comparison.is_noise() && case.rules.is_empty() {
        return noise(case.comparison.noise.clone());
    }
    let reading = ChangedWords::of(case.comparison);
    let features = features(&case);
    let topics = topics::topics(&reading, &features, model);
    let (mut kind, mut tier) = decide::verdict(&case, &features, model, alert);
    let hunks = &case.comparison.hunks;
    if case.comparison.is_noise() {
        // A rule speaks of the whole; only the team's own may still tell it.
    } else if changed_limit::is_changed(hunks) || turned::is_turned(hunks) || unruled::shows_a_sign(hunks) {
        // Thirty days or ninety, yes or no: one word, and another rule.
        (kind, tier) = (Kind::Substantive, tier.max(Tier::Fyi));
    } else if tier == Tier::None && few && rule_alone::comes_or_goes(hunks) {
        (kind, tier) = (Kind::Substantive, Tier::Fyi);
    } else if tier == Tier::None && exchanged::is_exchanged(hunks, renamed) {
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
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
    reasons.extend(
        effective
            .zip(notice)
            .map(|(found, days)| Reason { because: Because::HoldsFrom { date: found.date, days }, hunk: found.hunk }),
    );
    reasons.extend(stakes.iter().map(|stake| Reason::of_the_whole(staked::stake(stake, &reading))));
    reasons.extend((kind == Kind::Editorial).then_some(Reason::of_the_whole(Because::OnlyWords)));
    reasons.extend(passages::reasons(&case.comparison.hunks, &reading));
    reasons.extend(duties.iter().map(|duty| Reason::of_the_whole(Because::Duty { id: duty.id.clone() })));
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
            reasons.push(Reason::of_the_whole(Because::TeamRule { because: rule.because.clone() }));
        }
    }
    (tier, raised, reasons)
}

fn noise(noise: Vec<Noise>) -> Assessment {
    Assessment::of_noise(vec![Reason::of_the_whole(Because::NoiseOf { classes: noise.clone() })], noise)
}

fn days_between(from: Date, to: Date) -> Option<i64> {
    from.until(to).ok().map(|span| i64::from(span.get_days()))
}
