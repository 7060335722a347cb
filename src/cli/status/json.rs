//! The pages and the outbox for programs.

use jiff::Timestamp;
use serde_json::json;

use super::rows::{Row, other_edition};
use crate::io::store::OutboxCount;
use crate::model::{Edition, Trouble};

/// The fields of the whole answer.
pub(super) fn as_json(rows: &[Row<'_>], proposed: usize, outbox: OutboxCount) -> serde_json::Value {
    let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
    let watches: Vec<_> = rows
        .iter()
        .map(|row| {
            let state = row.state.as_ref();
            let held: serde_json::Map<_, _> =
                row.held_back.iter().map(|held| (held.noise.key().to_owned(), json!(held.count))).collect();
            let mut fields = json!({
                "watch": row.watch.id,
                "platform": row.watch.platform,
                "document": row.watch.document,
                "url": row.page.url.as_str(),
                "part": row.page.part,
                "last_look": time(state.map(|state| state.looked_at)),
                "last_read": time(state.and_then(|state| state.read_at)),
                "last_version": time(row.last_version),
                "handed_in": row.by_hand,
                "outcome": state.map(|state| json!(state.outcome)),
                "selectors_lost_since": time(state.and_then(|state| state.memory.fallback_since)),
                "next_due": time(row.next_due),
                "held_back": held,
            });
            let since = |since: Option<Timestamp>| since.map(|since| json!(since.to_string()));
            // A key that stands there says that it is so.
            for (key, value) in [
                ("unreadable_since", since(state.and_then(|state| state.unreadable_since))),
                ("blind_since", since(state.and_then(|state| state.blind_since))),
                ("other_edition", state.and_then(other_edition).map(edition_as_json)),
            ] {
                if let (Some(value), Some(fields)) = (value, fields.as_object_mut()) {
                    fields.insert(key.to_owned(), value);
                }
            }
            fields
        })
        .collect();
    let blind = rows.iter().filter(|row| row.state.as_ref().is_some_and(|state| state.blind_since.is_some())).count();
    json!({
        "watches": watches,
        "blind_spots": blind,
        "proposals": proposed,
        "outbox": {
            "waiting": outbox.waiting, "sent": outbox.sent, "written": outbox.written, "refused": outbox.refused,
        },
    })
}

fn edition_as_json((edition, instead): (&Edition, &Trouble)) -> serde_json::Value {
    json!({"shows": instead, "since": edition.since.to_string(), "followed": true})
}
