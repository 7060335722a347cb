//! A change in full, and a change in two lines.

use super::clauses::clauses;
use super::limits::Limits;
use super::page::{Brief, Card, Fact};
use super::plain::{link, name, sentence};
use super::subject::{bare_headline, full_headline, platform};
use super::{Scene, days_between};
use crate::model::{Asset, Change, Tier};

/// Reasons shown of each change.
const REASONS: usize = 3;

/// The change in full; `alone` where the letter's title is its headline already.
pub(super) fn card(scene: Scene<'_>, change: &Change, limits: Limits, alone: bool) -> Card {
    let words = scene.words;
    // A letter about one change has room for more of it.
    let most = if alone { limits.clauses + 3 } else { limits.clauses };
    let (clauses, left_out) = clauses(change, most, limits.words, words);
    let mut reasons: Vec<_> = change.assessment.reasons.iter().take(REASONS).collect();
    reasons.dedup_by_key(|reason| reason.text(scene.language()));
    let mut reasons: Vec<_> = reasons.into_iter().map(|reason| sentence(reason.text(scene.language()))).collect();
    reasons.extend(change.back_to.map(|time| words.back_to(&scene.moment(time))));
    Card {
        important: change.assessment.tier == Tier::Alert,
        tier: words.tier(change.assessment.tier),
        headline: (!alone).then(|| bare_headline(change, words)),
        platform: platform(change),
        document: name(&change.document),
        reasons,
        facts: facts(scene, change),
        clauses,
        more: (left_out > 0).then(|| words.more_clauses(left_out)),
        id: name(&change.id),
        link: link(&change.url),
    }
}

/// The change in two lines.
pub(super) fn brief(scene: Scene<'_>, change: &Change) -> Brief {
    let (words, judged) = (scene.words, &change.assessment);
    let when = judged.effective_date.map(|date| {
        let days = days_between(scene.today, date);
        words.from_when(date, days, scene.today)
    });
    Brief {
        headline: full_headline(change, words),
        document: name(&change.document),
        when,
        reason: judged.reasons.first().map(|reason| sentence(reason.text(scene.language()))),
        id: name(&change.id),
        link: link(&change.url),
    }
}

/// The table on a change: from when, how long, whom it touches, about what, when seen.
fn facts(scene: Scene<'_>, change: &Change) -> Vec<Fact> {
    let (words, judged) = (scene.words, &change.assessment);
    let mut facts = vec![applies_from(scene, change)];
    if let Some(days) = judged.notice_days {
        facts.push(Fact { label: words.notice(), values: vec![words.notice_given(days)], strong: false });
    }
    let duties: Vec<_> = judged.duties.iter().map(|id| duty(scene, id)).collect();
    let assets: Vec<_> = scene.touched(change).into_iter().map(|asset| asset_line(scene, asset)).collect();
    let topics: Vec<_> = judged.topics.iter().take(4).map(|topic| words.topic(*topic)).collect();
    let mut seen = vec![words.seen_between(&scene.moment(change.from.seen_at), &scene.moment(change.detected_at))];
    seen.extend(change.confirmed_at.map(|time| words.confirmed(&scene.moment(time))));
    for (label, values, strong) in [
        (words.duty(), duties, false),
        (words.assets(), assets, true),
        (words.topics(), if topics.is_empty() { Vec::new() } else { vec![topics.join(", ")] }, false),
        (words.seen(), seen, false),
    ] {
        if !values.is_empty() {
            facts.push(Fact { label, values, strong });
        }
    }
    facts
}

fn applies_from(scene: Scene<'_>, change: &Change) -> Fact {
    let words = scene.words;
    let value = change.assessment.effective_date.map_or_else(
        || words.no_date().to_owned(),
        |date| {
            let days = days_between(scene.today, date);
            format!("{} ({})", words.date(date), words.days_left(days))
        },
    );
    let strong = change.assessment.effective_date.is_some();
    Fact { label: words.applies_from(), values: vec![value], strong }
}

fn duty(scene: Scene<'_>, id: &str) -> String {
    let known = scene.news.duties.iter().find(|duty| duty.id == id);
    known.map_or_else(
        || scene.words.duty_unknown(&name(id)),
        |duty| {
            let text = match scene.language() {
                crate::model::Language::English => &duty.text_en,
                crate::model::Language::German => &duty.text_de,
            };
            format!("{} ({})", sentence(text).trim_end_matches('.'), name(&duty.source))
        },
    )
}

/// "Adventskalender, 40000 EUR, owner: …".
fn asset_line(scene: Scene<'_>, asset: &Asset) -> String {
    let mut parts = vec![name(&asset.name)];
    parts.extend(asset.investment.as_deref().map(name));
    parts.extend(asset.owner.as_deref().map(|owner| scene.words.asset_owner(&name(owner))));
    parts.join(", ")
}
