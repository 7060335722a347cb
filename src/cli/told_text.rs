//! To whom a change was told, when, and in which letter, as `show` says it.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::{terminal, times};
use crate::io::store::ToldIn;

/// "told  Lead 2026-11-12 08:00 (alert), Team 2026-11-16 08:00 (digest)".
pub fn line(told: &[ToldIn], zone: &TimeZone) -> String {
    let label = terminal::painted(&phrase!("told", "gemeldet"), terminal::FAINT);
    if told.is_empty() {
        return phrase!("{label}     nobody", "{label}  niemandem");
    }
    let letters = told.iter().map(|told| letter(told, zone)).collect::<Vec<_>>().join(", ");
    phrase!("{label}     {letters}", "{label}  {letters}")
}

/// "Lead 2026-11-12 08:00 (alert)".
pub fn letter(told: &ToldIn, zone: &TimeZone) -> String {
    let (reader, kind) = (&told.reader, kind(&told.kind));
    if let Some(time) = told.delivered_at.map(|time| times::shown(time, zone)) {
        return format!("{reader} {time} ({kind})");
    }
    let time = times::shown(told.composed_at, zone);
    phrase!("{reader} ({kind} of {time}, not sent yet)", "{reader} ({kind} vom {time}, noch nicht versandt)")
}

fn kind(key: &str) -> String {
    match key {
        "alert" => phrase!("alert", "sofort"),
        "digest" => phrase!("digest", "Sammelbrief"),
        "reminder" => phrase!("reminder", "Erinnerung"),
        other => other.to_owned(),
    }
}

/// The same for programs.
pub fn as_json(told: &[ToldIn]) -> Value {
    let letter = |told: &ToldIn| {
        json!({
            "recipient": told.reader,
            "letter": told.kind,
            "message_id": told.message_id,
            "composed_at": told.composed_at.to_string(),
            "delivered_at": told.delivered_at.map(|time| time.to_string()),
        })
    };
    told.iter().map(letter).collect()
}
