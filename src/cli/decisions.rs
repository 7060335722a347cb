//! What was decided about changes, as it is printed.

use jiff::tz::TimeZone;
use serde_json::json;

use super::{times, tongue};
use crate::model::{Decided, Decision, Language};
use crate::steps::compose;

/// A decision in a phrase: "act, due 2026-12-20, by Lena: ask the agency".
pub fn phrase(decided: &Decided) -> String {
    if tongue::spoken() == Language::German {
        let day = decided.due.map(times::day);
        return compose::decided(decided, day.as_deref(), Language::German);
    }
    let mut line = decided.decision.key().to_owned();
    if let Some(due) = decided.due {
        let word = if decided.decision == Decision::Defer { "until" } else { "due" };
        line = format!("{line}, {word} {due}");
    }
    if let Some(by) = &decided.by {
        line = format!("{line}, by {by}");
    }
    if let Some(note) = &decided.note {
        line = format!("{line}: {note}");
    }
    line
}

/// A decision and when it was made, in a line.
pub fn line(decided: &Decided, zone: &TimeZone) -> String {
    phrase!("decided  {}  {}", "entschieden  {}  {}", times::shown(decided.at, zone), phrase(decided))
}

/// Decisions as programs read them, oldest first.
pub fn as_json(decisions: &[Decided]) -> serde_json::Value {
    let all = decisions.iter().map(|decided| {
        json!({
            "decision": decided.decision.key(), "note": decided.note, "by": decided.by,
            "due": decided.due.map(|due| due.to_string()), "at": decided.at.to_string(),
        })
    });
    all.collect()
}
