//! Judges the words of a comparison together: what the model makes of them, then rules, assets and the team's own say.

use jiff::civil::Date;

use super::case::Case;
use super::features::{document_kind, features};
use super::model::Model;
use super::rules::{
    cap, changed_limit, contracting_party, exchanged, other_order, replaced, rule_alone, team, turned, unruled,
};
use super::trace::{Fired, Trace};
use super::why::passages_of::ChangedWords;
use super::why::{days, passages, signs, staked};
use super::{decide, direction, duties, effective_date, elsewhere, stakes, topics};
use crate::model::{Assessment, Because, Comparison, Hunk, Kind, Matcher, Noise, Reason, Tier, Topic, count_words};
use crate::steps::text::exchanged::Renamed;
use crate::steps::text::limits::has_limit;
use crate::steps::text::tokens::joined;
use crate::steps::text::turned::swaps_duty_and_leave;

/// What is known from the whole change where one of its passages is judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'a> {
    /// What was only renamed.
    pub(super) renamed: &'a Renamed,
    /// Whether few passages differ.
    pub(super) few: bool,
    /// Whether no other differs.
    pub(super) alone: bool,
}

impl<'a> Beside<'a> {
    /// What is known of a whole change, and what was only renamed in it.
    pub(super) fn of(comparison: &Comparison, renamed: &'a Renamed) -> Self {
        let passages = comparison.hunks.len();
        Self { renamed, few: passages <= rule_alone::PASSAGES, alone: passages == 1 }
    }
}

/// What the words of a comparison say together; an alert from that likelihood on. The rules that fire are noted.
#[must_use]
pub(super) fn judge_together(
    case: Case<'_>,
    model: Option<&Model>,
    alert: f32,
    beside: Beside<'_>,
    trace: &mut Trace,
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
    } else if let Some((rule, least)) = another_rule(hunks, beside.few) {
        trace.note(rule, tier, tier.max(least));
        (kind, tier) = (Kind::Substantive, tier.max(least));
    } else if beside.few && rule_alone::withdraws(hunks, case.seen_on) {
        trace.note(Fired::Withdrawn, tier, Tier::Alert);
        (kind, tier) = (Kind::Substantive, Tier::Alert);
    } else if hunks.iter().any(other_order::is_reordered) {
        trace.note(Fired::OtherOrder, tier, tier.max(Tier::Fyi));
        (kind, tier) = (Kind::Substantive, tier.max(Tier::Fyi));
    } else if tier == Tier::None && beside.few && rule_alone::comes_or_goes(hunks, case.seen_on) {
        trace.note(Fired::RuleAlone, tier, Tier::Fyi);
        (kind, tier) = (Kind::Substantive, Tier::Fyi);
    } else if tier == Tier::None
        && beside.few
        && (rule_alone::goes(hunks, case.seen_on) || rule_alone::is_listed(hunks) || rule_alone::is_news(hunks))
    {
        trace.note(Fired::RuleAlone, tier, Tier::Fyi);
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
    } else if tier == Tier::None && beside.few && replaced::is_replaced(hunks) {
        trace.note(Fired::Replaced, tier, Tier::Fyi);
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
    } else if tier == Tier::None && beside.few && hunks.iter().any(limits) {
        trace.note(Fired::RuleAlone, tier, Tier::Fyi);
        (kind, tier) = (Kind::Substantive, Tier::Fyi);
    } else if tier == Tier::None && beside.alone && rule_alone::comes_alone(hunks) {
        trace.note(Fired::RuleAlone, tier, Tier::Fyi);
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
    } else if tier == Tier::None
        && beside.alone
        && (replaced::is_another_line(hunks) || replaced::is_another_sentence(hunks))
    {
        trace.note(Fired::Replaced, tier, Tier::Fyi);
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
    } else if tier == Tier::None && exchanged::is_exchanged(hunks, beside.renamed) {
        trace.note(Fired::Exchanged, tier, Tier::Fyi);
        (kind, tier) = (kind.max(Kind::Editorial), Tier::Fyi);
    } else if beside.alone && rule_alone::is_on_record(hunks) {
        kind = kind.max(Kind::Editorial);
    }
    if !case.comparison.is_noise() && contracting_party::is_named(hunks) {
        trace.note(Fired::ContractingParty, tier, Tier::Alert);
        (kind, tier) = (Kind::Substantive, Tier::Alert);
    }
    let (mut kind, tier) = at_least((kind, tier), &topics, &reading, hunks, trace);
    let effective = effective_date::effective(case.comparison, case.seen_on);
    let holds_from = effective.as_ref().map(|found| found.date);
    let (tier, raised, team) = in_our_eyes(&case, (kind, tier), &topics, &reading, holds_from, trace);
    if raised && kind == Kind::Noise {
        // The team named these very words: they are not noise to it.
        kind = Kind::Editorial;
    }
    if kind == Kind::Noise {
        return noise(case.comparison.noise.clone());
    }
    let stakes = stakes::stakes(&case, &reading, &topics, holds_from);
    let notice = effective.as_ref().and_then(|found| days_between(case.seen_on, found.date));
    // Of terms that held long before they were seen nobody can say when they were announced.
    let lately = notice.filter(|days| kind == Kind::Substantive && *days >= -LATELY);
    let duties = duties::fallen_short(document_kind::kind(&case), case.seen_on, lately);
    let mut reasons = team;
    reasons.extend(effective.as_ref().zip(notice).map(|(found, days)| days::holds_from(found, days, hunks.len())));
    let others = effective.iter().flat_map(|found| &found.others);
    reasons.extend(others.filter_map(|other| Some(days::also_from(other, days_between(case.seen_on, other.date)?))));
    reasons.extend(stakes.iter().map(|stake| Reason::of_the_whole(staked::stake(stake, &reading))));
    let of_passages = passages::reasons(&case.comparison.hunks, &reading);
    let is_harmless = kind == Kind::Editorial && are_only_words(hunks, &of_passages, trace);
    reasons.extend(is_harmless.then_some(Reason::of_the_whole(Because::OnlyWords)));
    reasons.extend(of_passages);
    reasons.extend(duties.iter().map(|duty| Reason::of_the_whole(Because::Duty { id: duty.id.clone() })));
    Assessment {
        kind,
        tier,
        direction: direction::direction(kind, &reading, hunks),
        effective_date: holds_from,
        notice_days: notice,
        assets: stakes.iter().map(|stake| stake.asset.id.clone()).collect(),
        reasons,
        duties: duties.iter().map(|duty| duty.id.clone()).collect(),
        noise: case.comparison.noise.clone(),
        topics,
    }
}

/// Whether nothing speaks against it that an editorial change is one of words alone: what a rule tells because it was not passed
/// over is not called harmless in the same breath, nor is what came or went called other words, nor what is said to forbid,
/// demand or allow.
fn are_only_words(hunks: &[Hunk], reasons: &[Reason], trace: &Trace) -> bool {
    let stays = |hunk: &Hunk| hunk.before.is_some() && hunk.after.is_some();
    !trace.has_raised() && hunks.iter().any(stays) && !reasons.iter().any(|reason| reason.because.is_of_a_rule())
}

/// Days back to which a duty to announce is held against the day of effect.
const LATELY: i64 = 60;

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

/// A new ban or duty on what brands do is an alert, however the model weighs the rest of the change, and so are a duty there
/// that became a choice and a new price.
fn at_least(
    (kind, tier): (Kind, Tier),
    topics: &[Topic],
    reading: &ChangedWords,
    hunks: &[Hunk],
    trace: &mut Trace,
) -> (Kind, Tier) {
    let is_ours = topics.first().is_some_and(|topic| OURS.contains(topic));
    let binds = kind == Kind::Substantive
        && is_ours
        && (direction::binds_more(reading) || hunks.iter().any(swaps_duty_and_leave));
    let is_price = || kind != Kind::Noise && topics.contains(&Topic::Fees) && hunks.iter().any(charges);
    if binds || is_price() {
        trace.note(Fired::BindsWhatBrandsDo, tier, Tier::Alert);
        (Kind::Substantive, Tier::Alert)
    } else {
        (kind, tier)
    }
}

/// A passage of more words is no price but a text that names some.
const PRICE: usize = 60;

/// Whether a passage came that says what something costs.
fn charges(hunk: &Hunk) -> bool {
    let came = hunk.after.as_deref().filter(|after| hunk.before.is_none() && count_words(after) <= PRICE);
    came.is_some_and(|after| has_limit(after) && signs::any(&["money"], &joined(after)))
}

/// Whether a passage came that sets a limit or says what something costs.
fn limits(hunk: &Hunk) -> bool {
    let came = hunk.after.as_deref().filter(|after| hunk.before.is_none() && count_words(after) <= PRICE);
    came.is_some_and(has_limit)
}

/// The tier after assets and team rules, whether a rule that names words raised it, and the rules' reasons.
fn in_our_eyes(
    case: &Case<'_>,
    (kind, tier): (Kind, Tier),
    topics: &[Topic],
    reading: &ChangedWords,
    holds_from: Option<Date>,
    trace: &mut Trace,
) -> (Tier, bool, Vec<Reason>) {
    let (mut tier, mut raised, mut reasons) = (tier, false, Vec::new());
    if !case.assets.is_empty() && kind != Kind::Noise {
        let is_announced = holds_from.is_some_and(|day| day >= case.seen_on);
        let stakes = stakes::stakes(case, reading, topics, holds_from);
        if kind == Kind::Substantive && stakes.iter().any(|stake| stake.keyword.is_some()) {
            trace.note(Fired::OwnWord, tier, Tier::Alert);
            tier = Tier::Alert;
        }
        let is_lowered = stakes.is_empty() && case.only_my_assets && tier > Tier::Fyi;
        if is_lowered && !is_announced && !concerns_everybody(case, topics, reading) {
            trace.note(Fired::NothingOfOurs, tier, Tier::Fyi);
            tier = Tier::Fyi;
            reasons.push(Reason::of_the_whole(Because::NothingOfOurs));
        }
    }
    if tier >= Tier::Fyi
        && let Some(places) = elsewhere::all_elsewhere(&case.comparison.hunks, case.regions)
    {
        if tier > Tier::Fyi {
            trace.note(Fired::OnlyElsewhere, tier, Tier::Fyi);
            tier = Tier::Fyi;
        }
        reasons.push(Reason::of_the_whole(Because::OnlyElsewhere { places }));
    }
    for rule in team::fitting(case, topics) {
        let names_words = matches!(rule.matches, Some(Matcher::Phrase(_) | Matcher::Pattern(_)));
        if kind == Kind::Noise && !names_words {
            continue;
        }
        let after = team::apply(rule.verdict, tier);
        if after != tier {
            raised |= after > tier;
            trace.note(Fired::TeamRule(rule.because.clone()), tier, after);
            tier = after;
            reasons.push(Reason::of_the_whole(Because::TeamRule { because: rule.because.clone() }));
        }
    }
    (tier, raised, reasons)
}

/// The rule by which a passage is another rule than before however few its words, and the least that it is then: thirty days
/// or ninety, yes or no; where little else differs, "may" that became "may not" or "at most" is an alert, for what somebody built
/// on it may have to go.
fn another_rule(hunks: &[Hunk], few: bool) -> Option<(Fired, Tier)> {
    if few && turned::forbids(hunks) {
        return Some((Fired::Turned, Tier::Alert));
    }
    if few && cap::comes(hunks) {
        return Some((Fired::Capped, Tier::Alert));
    }
    let limit = changed_limit::is_changed(hunks).then_some(Fired::ChangedLimit);
    let turned = || turned::is_turned(hunks).then_some(Fired::Turned);
    let rule = limit.or_else(turned).or_else(|| unruled::shows_a_sign(hunks).then_some(Fired::SignOrNumber));
    rule.map(|rule| (rule, Tier::Fyi))
}

/// What matters to a team whatever it owns: with whom it has its contract, what happens to who breaks a rule, and a document
/// that was written anew.
fn concerns_everybody(case: &Case<'_>, topics: &[Topic], reading: &ChangedWords) -> bool {
    let says = |group| signs::any(&[group], &reading.added) || signs::any(&[group], &reading.removed);
    let is_party = contracting_party::is_named(&case.comparison.hunks);
    case.is_rewritten || is_party || topics.contains(&Topic::Enforcement) || says("enforce") || says("party")
}

fn noise(noise: Vec<Noise>) -> Assessment {
    Assessment::of_noise(vec![Reason::of_the_whole(Because::NoiseOf { classes: noise.clone() })], noise)
}

fn days_between(from: Date, to: Date) -> Option<i64> {
    from.until(to).ok().map(|span| i64::from(span.get_days()))
}
