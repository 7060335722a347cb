//! What became of a change, as rows for a ticket or a file: to whom it was told, when and in which letter, and what was decided.

use jiff::tz::TimeZone;

use super::{decisions, times, told_text};
use crate::io::store::ToldIn;
use crate::model::Decided;

/// What stands above the rows.
pub fn title() -> String {
    phrase!("Told and decided", "Gemeldet und entschieden")
}

/// The rows, each with what stands before its colon; that nobody was told, or nothing was decided, is one too.
pub fn rows(told: &[ToldIn], decided: &[Decided], zone: &TimeZone) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let label = phrase!("told", "gemeldet");
    if told.is_empty() {
        rows.push((label.clone(), phrase!("nobody", "niemandem")));
    }
    rows.extend(
        told.iter()
            .map(|told| (label.clone(), format!("{}, Message-ID {}", told_text::letter(told, zone), told.message_id))),
    );
    let label = phrase!("decided", "entschieden");
    if decided.is_empty() {
        rows.push((label.clone(), phrase!("nothing yet", "noch nichts")));
    }
    let at = |decided: &Decided| times::shown(decided.at, zone);
    rows.extend(
        decided.iter().map(|decided| (label.clone(), format!("{}: {}", at(decided), decisions::phrase(decided)))),
    );
    rows
}
