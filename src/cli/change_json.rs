//! A change as JSON, in the shape that scripts rely on.

use serde::Serialize;

use super::decisions;
use crate::model::{Change, Decided, Held, Language, Rewriting, Seen};
use crate::steps::compose;

/// The fields and their order are fixed: scripts and measures read them.
#[derive(Debug, Serialize)]
struct ChangeJson<'a> {
    id: &'a str,
    watch: &'a str,
    platform: &'a str,
    document: &'a str,
    language: Option<&'a str>,
    detected_at: String,
    confirmed_at: Option<String>,
    kind: &'static str,
    tier: &'static str,
    topics: Vec<&'static str>,
    direction: &'static str,
    effective_date: Option<String>,
    notice_days: Option<i64>,
    assets: &'a [String],
    reasons: Vec<String>,
    words_added: usize,
    words_removed: usize,
    hunks: Vec<HunkJson<'a>>,
    from: SeenJson<'a>,
    to: SeenJson<'a>,
    url: &'a str,
    part: &'a str,
    moved: usize,
    back_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rewriting: Option<&'a Rewriting>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
    duties: &'a [String],
}

#[derive(Debug, Serialize)]
struct HunkJson<'a> {
    heading: &'a [String],
    before: Option<&'a str>,
    after: Option<&'a str>,
    first_seen: String,
    tier: &'static str,
    held_by: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct SeenJson<'a> {
    snapshot: &'a str,
    seen_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    handed_in: bool,
}

impl<'a> SeenJson<'a> {
    fn of(seen: &'a Seen) -> Self {
        Self {
            snapshot: &seen.snapshot,
            seen_at: seen.seen_at.to_string(),
            last_seen: seen.last_seen.map(|time| time.to_string()),
            handed_in: seen.by_hand,
        }
    }
}

/// A change as a JSON value.
pub fn value(change: &Change) -> serde_json::Value {
    let assessment = &change.assessment;
    let json = ChangeJson {
        id: &change.id,
        watch: &change.watch,
        platform: &change.platform,
        document: &change.document,
        language: change.language.as_deref(),
        detected_at: change.detected_at.to_string(),
        confirmed_at: change.confirmed_at.map(|time| time.to_string()),
        kind: assessment.kind.key(),
        tier: assessment.tier.key(),
        topics: assessment.topics.iter().map(|topic| topic.key()).collect(),
        direction: assessment.direction.key(),
        effective_date: assessment.effective_date.map(|date| date.to_string()),
        notice_days: assessment.notice_days,
        assets: &assessment.assets,
        reasons: assessment.reasons.iter().map(|reason| compose::reason(reason, Language::English)).collect(),
        words_added: change.words_added,
        words_removed: change.words_removed,
        hunks: change
            .hunks
            .iter()
            .map(|hunk| HunkJson {
                heading: &hunk.heading,
                before: hunk.before.as_deref(),
                after: hunk.after.as_deref(),
                first_seen: hunk.first_seen.unwrap_or(change.detected_at).to_string(),
                tier: hunk.tier.unwrap_or(assessment.tier).key(),
                held_by: hunk.held_by.as_deref(),
            })
            .collect(),
        from: SeenJson::of(&change.from),
        to: SeenJson::of(&change.to),
        url: &change.url,
        part: &change.part,
        moved: change.moved,
        back_to: change.back_to.map(|time| time.to_string()),
        rewriting: change.rewriting.as_ref(),
        same_as: change.same_as.as_deref(),
        duties: &assessment.duties,
    };
    serde_json::to_value(json).unwrap_or_default()
}

/// A change and what was decided about it as a JSON value.
pub fn with_decisions(change: &Change, decided: &[Decided]) -> serde_json::Value {
    let mut value = value(change);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("decisions".to_owned(), decisions::as_json(decided));
    }
    value
}

/// A change as one line of JSON.
pub fn line(change: &Change) -> String {
    value(change).to_string()
}

/// What is held back as one line of JSON: a change, and when it was seen.
pub fn held(held: &Held) -> String {
    let mut value = value(&held.change);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("first_seen".to_owned(), held.first_seen.to_string().into());
        fields.insert("last_seen".to_owned(), held.last_seen.to_string().into());
        fields.insert("looks".to_owned(), held.looks.into());
        fields.insert("taken".to_owned(), held.taken.into());
    }
    value.to_string()
}
