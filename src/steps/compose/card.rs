//! A change in full, and a change in two lines.

use super::calendar_days::days_between;
use super::clauses::{self, LeftOut, clauses};
use super::decide::decide;
use super::headline::{full_headline, headline, platform};
use super::limits::{Limits, STEPS};
use super::page::{Brief, Card, Clause, Fact, Value};
use super::plain::{capital, link, name, sentence};
use super::scene::Scene;
use super::withdrawn::withdrawn;
use super::words::Sighting;
use super::{anew, holds, put_off, same_words, tasks, why};
use crate::model::{Asset, Because, Change, Decided, Decision, Language, Tier};

/// Reasons shown of each change.
const REASONS: usize = 3;

/// The change in full; `alone` where the letter's title is its headline already.
pub(super) fn card(scene: Scene<'_>, change: &Change, limits: Limits, alone: bool) -> Card {
    let words = scene.words;
    // A letter about one change has room for more of it.
    let most = if alone { limits.clauses + 3 } else { limits.clauses };
    let (clauses, LeftOut { more, minor, headings }) = clauses(scene, change, most, limits.words);
    let anew = anew::anew(scene, change);
    // What was written anew names its headings above; the name of the document says nothing of where in it.
    let is_told_where = anew.is_some() || headings == [name(&change.document)];
    let headings = if is_told_where { Vec::new() } else { headings };
    let first = why::telling(scene, change).take(REASONS);
    let mut reasons: Vec<_> = first.map(|reason| scene.reason(reason)).collect();
    reasons.dedup();
    reasons.extend(change.back_to.map(|time| words.back_to(&scene.moment(time))));
    Card {
        important: change.assessment.tier == Tier::Alert,
        tier: words.tier(change.assessment.tier),
        headline: (!alone).then(|| headline(scene, change)),
        platform: platform(change),
        document: name(&change.document),
        scope: if anew.is_some() { None } else { clauses::scope(scene, change) },
        anew,
        stands_no_more: stands_no_more(scene, change),
        reasons,
        facts: facts(scene, change),
        clauses,
        lang: change.language.as_deref().and_then(language_tag),
        more: (more + minor > 0).then(|| left_out(&words.more_in_comparison(more, minor), &headings)),
        notes: notes(scene, change),
        id: name(&change.id),
        is_open: decided(scene, change)
            .is_none_or(|decided| !matches!(decided.decision, Decision::Done | Decision::None)),
        link: link(&change.url),
        decide: decide(scene, change, None),
    }
}

/// That nothing of the change stands any more, and since when.
fn stands_no_more(scene: Scene<'_>, change: &Change) -> Option<String> {
    let overtaken = scene.overtaken(change)?;
    let day = overtaken.at.to_zoned(scene.desk.zone.clone()).date();
    Some(scene.words.stands_no_more(overtaken.is_gone, &scene.words.day(day, scene.today), &name(&overtaken.by)))
}

/// What was decided last.
fn decided<'a>(scene: Scene<'a>, change: &Change) -> Option<&'a Decided> {
    scene.news.decisions.iter().rfind(|decided| decided.change == change.id)
}

/// "3 more clauses: Prizes · Winners".
fn left_out(count: &str, headings: &[String]) -> String {
    if headings.is_empty() { count.to_owned() } else { format!("{count}: {}", headings.join(" · ")) }
}

/// The change with every place whole; how much room that takes is for the caller to see.
pub(super) fn whole(scene: Scene<'_>, change: &Change) -> Card {
    let none = Limits { clauses: 0, words: 0, ..STEPS[0] };
    Card { clauses: Vec::new(), more: None, scope: None, ..card(scene, change, none, false) }
}

/// A language as HTML may state it (BCP 47).
fn language_tag(written: &str) -> Option<String> {
    let fits =
        (2..=20).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then(|| written.to_owned())
}

/// The change in two lines.
pub(super) fn brief(scene: Scene<'_>, change: &Change, words_of_a_side: usize) -> Brief {
    let words = scene.words;
    let when = holds::when(scene, change);
    let when = when.map(|when| if holds::is_of_one_rule(change) { format!("– {when}") } else { when });
    let rewritten =
        change.rewriting.as_ref().map(|rewriting| words.written_anew(rewriting.kept, !change.part.is_empty()));
    let reason = || why::first(scene, change);
    let same = same_words::documents(scene, change);
    let (clauses, left_out) = clauses(scene, change, usize::from(words_of_a_side > 0), words_of_a_side);
    let more = left_out.more + left_out.minor;
    Brief {
        headline: full_headline(scene, change),
        document: name(&change.document),
        when,
        reason: rewritten.or_else(reason),
        more: (more > 0 && !clauses.is_empty()).then(|| words.further_places(more)),
        touches: scene.touches(change),
        is_whole: change.rewriting.is_none()
            && words_of_a_side > 0
            && more == 0
            && clauses.iter().all(Clause::is_whole),
        clauses,
        lang: change.language.as_deref().and_then(language_tag),
        handed_in: change
            .to
            .by_hand
            .then(|| format!("{}: {}", words.handed_in(), words.handed_in_on(&scene.moment(change.to.seen_at)))),
        same: same.map(|others| format!("{}: {others}", words.same_words())),
        id: name(&change.id),
        link: link(&change.url),
        decide: decide(scene, change, None),
    }
}

/// The table on a change: from when, how long, for counsel, whom it touches.
fn facts(scene: Scene<'_>, change: &Change) -> Vec<Fact> {
    let (words, judged) = (scene.words, &change.assessment);
    let days = judged.effective_date.map(|date| days_between(scene.today, date));
    let was = put_off::phrase(scene, change).map(|was| format!(" ({was})")).unwrap_or_default();
    let gone = withdrawn(scene, change).map(|gone| words.no_longer(&words.date(gone.day)));
    let is_dateless = judged.effective_date.is_none() && judged.tier != Tier::Alert && gone.is_none()
        || scene.overtaken(change).is_some();
    let when = judged.effective_date.map_or_else(
        || Value { main: String::new(), detail: gone.unwrap_or_else(|| words.no_date().to_owned()) },
        |date| {
            let (day, left) = (words.date(date), words.days_left(days.unwrap_or_default()));
            if holds::is_of_one_rule(change) {
                Value {
                    main: String::new(),
                    detail: format!("{}; {}: {day}, {left}", words.no_date(), words.one_rule()),
                }
            } else {
                Value { main: day, detail: format!("{left}{was}") }
            }
        },
    );
    // On the day of the first sight the notice is what is left.
    let notice = judged.notice_days.filter(|notice| Some(*notice) != days);
    let notice = notice.map(|days| Value { main: String::new(), detail: words.notice_given(days) });
    let assets = scene.touched(change).into_iter().map(|asset| asset_value(scene, change, asset));
    let others = scene.news.counterparts.iter().filter(|other| other.change == change.id);
    let others = others.map(|other| Value { main: String::new(), detail: words.counterpart(other, scene.desk.zone) });
    let same = same_words::documents(scene, change).map(|detail| Value { main: String::new(), detail });
    // That no day is named matters where something is to be done.
    let facts = [
        (words.applies_from(), if is_dateless { Vec::new() } else { vec![when] }),
        (words.earlier(), announced(scene, change).into_iter().collect()),
        (words.notice(), notice.into_iter().collect()),
        (words.duty(), judged.duties.iter().map(|id| duty(scene, id)).collect()),
        (words.assets(), assets.collect()),
        (words.other_language(), others.collect()),
        (words.same_words(), same.into_iter().collect()),
    ];
    let facts = facts.into_iter().filter(|(_, values)| !values.is_empty());
    facts.map(|(label, values)| Fact { label, values }).collect()
}

/// The change that announced the day first of which the day of this change takes the place, or which it takes back.
fn announced(scene: Scene<'_>, change: &Change) -> Option<Value> {
    let place = put_off::place(change, scene.news.announced);
    let first = match withdrawn(scene, change) {
        Some(gone) => gone.first,
        None => place.first,
    };
    let day = first.detected_at.to_zoned(scene.desk.zone.clone()).date();
    (first.id != change.id).then(|| Value {
        main: capital(&headline(scene, first)),
        detail: format!("{}, {} {}", scene.words.date(day), scene.words.id(), name(&first.id)),
    })
}

/// About what it is, and when we saw it.
fn notes(scene: Scene<'_>, change: &Change) -> Vec<(&'static str, String)> {
    let words = scene.words;
    let topics: Vec<_> = change.assessment.topics.iter().take(4).map(|topic| words.topic(*topic)).collect();
    let mut notes = Vec::new();
    if !topics.is_empty() {
        notes.push((words.topics(), topics.join(", ")));
    }
    let seen = Sighting {
        after: Some(change.from.last_seen.unwrap_or(change.from.seen_at)),
        first: change.detected_at,
        confirmed: change.confirmed_at,
    };
    notes.extend(decided(scene, change).map(|decided| (words.decided_label(), tasks::phrase(scene, decided))));
    if change.to.by_hand {
        notes.push((words.handed_in(), words.handed_in_on(&scene.moment(change.to.seen_at))));
    }
    notes.push((words.first_seen(), words.sighting(seen, scene.desk.zone)));
    notes
}

fn duty(scene: Scene<'_>, id: &str) -> Value {
    let known = scene.news.duties.iter().find(|duty| duty.id == id);
    let detail = known.map_or_else(
        || scene.words.duty_unknown(&name(id)),
        |duty| {
            let text = match scene.language() {
                Language::English => &duty.text_en,
                Language::German => &duty.text_de,
            };
            format!("{} ({})", sentence(text).trim_end_matches('.'), name(&duty.source))
        },
    );
    Value { main: String::new(), detail }
}

/// "Adventskalender", "18,000 EUR, owner social@example.com (in the text: “contest”)".
fn asset_value(scene: Scene<'_>, change: &Change, asset: &Asset) -> Value {
    let investment = asset.investment.as_deref().map(|amount| scene.words.amount(&name(amount)));
    let owner = asset.owner.as_deref().map(|owner| scene.words.asset_owner(&name(owner)));
    let by = change.assessment.reasons.iter().find_map(|reason| match &reason.because {
        Because::Stake { asset: touched, by } if *touched == asset.name => {
            scene.words.touched_by(by).map(|by| name(&by))
        }
        _ => None,
    });
    let detail = investment.into_iter().chain(owner).collect::<Vec<_>>().join(", ");
    let detail = match by {
        Some(by) if detail.is_empty() => by,
        Some(by) => format!("{detail} ({by})"),
        None => detail,
    };
    Value { main: name(&asset.name), detail }
}
