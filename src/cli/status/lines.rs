//! The pages and the outbox as lines at the terminal.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::rows::{DAYS, Row, other_edition};
use crate::cli::terminal::{FAINT, GOOD, LOUD, STRONG, WARM, painted};
use crate::cli::{judged_words, terminal, times, tongue, trouble_text};
use crate::io::store::{HeldBack, OutboxCount};
use crate::model::{Edition, Noise, Outcome, Trouble, Watchlist};
use crate::steps::compose;

/// Prints a line or more a page, and the outbox.
pub(super) fn print_rows(watchlist: &Watchlist, rows: &[Row<'_>], outbox: OutboxCount, now: Timestamp) {
    let zone = &watchlist.settings.timezone;
    let width = rows.iter().map(|row| row.watch.id.chars().count()).max().unwrap_or(0).min(44);
    // Under the names where there is room beside them.
    let below = " ".repeat(if terminal::columns().is_some_and(|columns| columns < width + 60) { 6 } else { width + 4 });
    let mut platform = "";
    for row in rows {
        if row.watch.platform != platform {
            platform = &row.watch.platform;
            say!("{}", painted(&crate::model::platform_name(platform), STRONG));
        }
        let name = if row.page.part.is_empty() { row.watch.id.clone() } else { format!("  └ {}", row.page.part) };
        let lost = row.state.as_ref().and_then(|state| state.memory.fallback_since);
        let looked =
            row.state.as_ref().map_or_else(|| phrase!("never", "nie"), |state| times::passed(state.looked_at, now));
        let next = match row.next_due {
            None => phrase!("never", "nie"),
            Some(next) if next <= now => phrase!("with the next check", "beim nächsten check"),
            Some(next) => times::shown(next, zone),
        };
        let parts = [
            format!("  {name:width$}"),
            standing(row, zone),
            painted(
                &phrase!(
                    "looked {looked} · next {next}{}",
                    "angesehen {looked} · wieder {next}{}",
                    held_back(&row.held_back)
                ),
                FAINT,
            ),
        ];
        say!("{}", terminal::in_parts(&parts, 6));
        if let Some(other) = row.state.as_ref().and_then(other_edition) {
            say!("{}", terminal::hanging(&format!("{below}{}", shows(other, zone)), 6));
        }
        if let Some(at) = row.last_version.filter(|_| row.by_hand) {
            let line = painted(
                &phrase!(
                    "last version handed in, saved {}",
                    "letzte Fassung eingereicht, gespeichert {}",
                    times::shown(at, zone)
                ),
                FAINT,
            );
            say!("{}", terminal::hanging(&format!("{below}{line}"), 6));
        }
        if let Some(since) = lost {
            let since = times::shown(since, zone);
            let word = painted(&phrase!("selectors", "Selektoren"), WARM);
            let line = phrase!(
                "{below}{word} find nothing since {since}; the main text is read instead",
                "{below}{word} finden nichts seit {since}; gelesen wird der Haupttext"
            );
            say!("{}", terminal::hanging(&line, 6));
        }
    }
    say!("\n{}", totals(rows));
    let OutboxCount { waiting, sent, written, refused } = outbox;
    let files = match written {
        0 => String::new(),
        _ => phrase!(", {written} written to files", ", {written} als Datei abgelegt"),
    };
    let line = phrase!(
        "outbox: {waiting} waiting, {sent} sent{files}, {refused} refused",
        "Postausgang: {waiting} in der Warteschlange, {sent} verschickt{files}, {refused} abgewiesen"
    );
    say!("{}", terminal::hanging(&line, 2));
}

/// "shows German instead of English since 12 days, followed".
fn shows((edition, instead): (&Edition, &Trouble), zone: &TimeZone) -> String {
    let other = compose::edition(instead, tongue::spoken());
    let what = painted(&phrase!("shows {other}", "zeigt {other}"), WARM);
    phrase!("{what} since {}, followed", "{what} seit {}, wird verfolgt", times::shown(edition.since, zone))
}

/// How a page stands, in a word or a phrase.
fn standing(row: &Row<'_>, zone: &TimeZone) -> String {
    let Some(state) = &row.state else { return painted(&phrase!("not looked at yet", "noch nicht angesehen"), FAINT) };
    match &state.outcome {
        Outcome::Unreadable { trouble } => {
            let since = state.unreadable_since.unwrap_or(state.looked_at);
            let what = match trouble {
                _ if state.blind_since.is_some() => phrase!("BLIND SPOT", "BLINDER FLECK"),
                Trouble::InPart { .. } => phrase!("read in part?", "nur zum Teil gelesen?"),
                _ => phrase!("unreadable", "nicht lesbar"),
            };
            let style = if state.blind_since.is_some() { LOUD } else { WARM };
            phrase!(
                "{} since {}: {}",
                "{} seit {}: {}",
                painted(&what, style),
                times::shown(since, zone),
                trouble_text::of(trouble)
            )
        }
        Outcome::First => painted(&phrase!("first seen", "zum ersten Mal gesehen"), GOOD),
        Outcome::Unchanged => painted(&phrase!("unchanged", "unverändert"), GOOD),
        Outcome::Variant { .. } => painted(&phrase!("no news", "nichts Neues"), GOOD),
        Outcome::Candidate => painted(&phrase!("new words, to be confirmed", "neuer Wortlaut, noch unbestätigt"), WARM),
        Outcome::Changed { change } => format!("{} {change}", painted(&phrase!("changed", "geändert"), WARM)),
    }
}

/// What was held back, the most frequent class first.
fn held_back(held: &[HeldBack]) -> String {
    let mut classes: Vec<(Noise, u64)> = held.iter().map(|held| (held.noise, held.count)).collect();
    classes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let list: Vec<_> =
        classes.iter().map(|(noise, count)| format!("{count}× {}", judged_words::noise(*noise))).collect();
    if list.is_empty() {
        return String::new();
    }
    phrase!(" · held back in {DAYS} days: {}", " · in {DAYS} Tagen zurückgehalten: {}", list.join(", "))
}

/// Coverage as a figure.
fn totals(rows: &[Row<'_>]) -> String {
    let read = rows
        .iter()
        .filter(|row| row.state.as_ref().is_some_and(|state| !matches!(state.outcome, Outcome::Unreadable { .. })))
        .count();
    let blind = rows.iter().filter(|row| row.state.as_ref().is_some_and(|state| state.blind_since.is_some())).count();
    let blind = match blind {
        0 => String::new(),
        1 => phrase!(", 1 blind spot", ", 1 blinder Fleck"),
        many => phrase!(", {many} blind spots", ", {many} blinde Flecken"),
    };
    match rows.len() {
        1 => phrase!("{read} of 1 page read{blind}", "{read} von 1 Seite gelesen{blind}"),
        all => phrase!("{read} of {all} pages read{blind}", "{read} von {all} Seiten gelesen{blind}"),
    }
}
