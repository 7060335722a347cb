//! Our own JSON: what the letter says, for programs.

use serde_json::{Map, Value, json};

use super::super::anew;
use super::super::calendar_days::days_between;
use super::super::headline::headline;
use super::super::page::Page;
use super::super::plain::{TIE, link, name, short};
use super::super::scene::Scene;
use crate::model::{Change, Decided, Hunk, LetterKind, OtherEdition, SameWords, Tier, platform_key};

/// Clauses of each change.
const CLAUSES: usize = 20;

/// The letter as one object. `id` is the same at every try: a receiver drops what it has already.
pub(super) fn body(scene: Scene<'_>, kind: LetterKind, id: &str, page: &Page, changes: &[&Change]) -> Value {
    // Many changes leave less room for each.
    let words = if changes.len() > 10 { 400 } else { 2000 };
    json!({
        "type": kind.key(),
        "id": id,
        "recipient": scene.recipient.name,
        "language": scene.language().tag(),
        "composed_at": scene.now.to_string(),
        "subject": page.subject,
        "title": page.title,
        "changes": changes.iter().map(|change| told(scene, change, words)).collect::<Vec<_>>(),
        "tasks": scene.news.tasks.iter().map(|task| task_of(&task.decided)).collect::<Vec<_>>(),
        "decided": scene.news.decided.iter().map(|task| task_of(&task.decided)).collect::<Vec<_>>(),
        "reminders": scene.news.reminders.iter().map(|reminder| json!({
            "change": reminder.change.id, "day": reminder.day.to_string(), "is_due": reminder.is_due,
            "days_left": days_between(scene.today, reminder.day),
        })).collect::<Vec<_>>(),
        "blind_spots": scene.news.blind.iter().map(|spot| spot.watch.as_str()).collect::<Vec<_>>(),
        "other_editions": scene.news.editions.iter().map(edition).collect::<Vec<_>>(),
        "back": scene.news.back.iter().map(|spot| spot.watch.as_str()).collect::<Vec<_>>(),
        "proposals": scene.news.proposals,
        "looked_at": scene.news.looked_at,
        "readable": scene.news.readable,
        "held_back": scene.news.held_back.map(|held| json!({
            "passages": held.passages,
            "documents": held.documents,
            "rules": held.rules.iter().map(|rule| (rule.rule.clone(), json!(rule.passages))).collect::<Map<_, _>>(),
            "standing": held.standing,
        })),
    })
}

fn told(scene: Scene<'_>, change: &Change, letters: usize) -> Value {
    let judged = &change.assessment;
    let clauses = if judged.tier == Tier::Alert { CLAUSES } else { 3 };
    // What nobody needs comes last.
    let mut hunks: Vec<&Hunk> = change.hunks.iter().collect();
    hunks.sort_by_key(|hunk| hunk.tier == Some(Tier::None));
    let same = scene.news.same_words.iter().filter(|same| same.change == change.id);
    let side = |text: &Option<String>| text.as_deref().map(|text| short(text, letters));
    json!({
        "id": change.id,
        "watch": change.watch,
        "platform": platform_key(&change.platform),
        "document": name(&change.document),
        "url": link(&change.url),
        "last_seen_before": change.from.last_seen.map(|time| time.to_string()),
        "detected_at": change.detected_at.to_string(),
        "rewriting": anew::as_json(change),
        "handed_in": change.to.by_hand,
        "same_as": change.same_as,
        "same_words_in": same.map(document).collect::<Vec<_>>(),
        "headline": headline(scene, change),
        "kind": judged.kind.key(),
        "tier": judged.tier.key(),
        "topics": judged.topics.iter().map(|topic| topic.key()).collect::<Vec<_>>(),
        "direction": judged.direction.key(),
        "effective_date": judged.effective_date.map(|date| date.to_string()),
        "notice_days": judged.notice_days,
        "days_left": judged.effective_date.map(|date| days_between(scene.today, date)),
        "assets": judged.assets,
        "reasons": judged.reasons.iter().take(10).map(|reason| scene.reason(reason).replace(TIE, " ")).collect::<Vec<_>>(),
        "clauses": change.hunks.len(),
        "hunks": hunks.iter().take(clauses).map(|hunk| json!({
            "heading": hunk.heading.iter().map(|heading| name(heading)).collect::<Vec<_>>(),
            "before": side(&hunk.before),
            "after": side(&hunk.after),
            "tier": hunk.tier.map(Tier::key),
            "first_seen": hunk.first_seen.map(|time| time.to_string()),
        })).collect::<Vec<_>>(),
    })
}

fn task_of(decided: &Decided) -> Value {
    json!({
        "change": decided.change, "decision": decided.decision.key(), "note": decided.note, "by": decided.by,
        "due": decided.due.map(|due| due.to_string()), "at": decided.at.to_string(),
    })
}

fn document(same: &SameWords) -> Value {
    json!({"watch": same.watch, "platform": platform_key(&same.platform), "document": name(&same.document)})
}

fn edition(other: &OtherEdition) -> Value {
    json!({"watch": other.watch, "since": other.since.to_string(), "shows": other.instead})
}
