//! The pages as a table for spreadsheets.

use jiff::Timestamp;

use super::rows::Row;
use crate::cli::{csv, trouble_text};
use crate::model::Outcome;

/// The pages as a table; times are in UTC, as in JSON.
pub(super) fn table(rows: &[Row<'_>]) {
    say!(
        "{}",
        csv::line([
            "watch",
            "part",
            "platform",
            "document",
            "url",
            "outcome",
            "trouble",
            "last_look",
            "last_read",
            "last_version",
            "blind_since",
            "next_due"
        ])
    );
    let time = |time: Option<Timestamp>| time.map_or_else(String::new, |time| time.to_string());
    for row in rows {
        let state = row.state.as_ref();
        let (outcome, trouble) = match state.map(|state| &state.outcome) {
            None => ("never looked at", String::new()),
            Some(Outcome::First) => ("first seen", String::new()),
            Some(Outcome::Unchanged | Outcome::Variant { .. }) => ("unchanged", String::new()),
            Some(Outcome::Candidate) => ("to be confirmed", String::new()),
            Some(Outcome::Changed { .. }) => ("changed", String::new()),
            Some(Outcome::Unreadable { trouble }) => ("unreadable", trouble_text::english(trouble)),
        };
        let cells = [
            row.watch.id.clone(),
            row.page.part.clone(),
            row.watch.platform.clone(),
            row.watch.document.clone(),
            row.page.url.to_string(),
            outcome.to_owned(),
            trouble,
            time(state.map(|state| state.looked_at)),
            time(state.and_then(|state| state.read_at)),
            time(row.last_version),
            time(state.and_then(|state| state.blind_since)),
            time(row.next_due),
        ];
        say!("{}", csv::line(cells.iter().map(String::as_str)));
    }
}
