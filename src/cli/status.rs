//! `hausrecht status`: how every watch stands, and the outbox.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::terminal::{FAINT, GOOD, LOUD, STRONG, WARM, painted};
use super::unwell::Unwell;
use super::{
    Exit, Failure, General, check, csv, health, judged_words, proposals, replies_text, setup, terminal, times, tongue,
    trouble_text,
};
use crate::io::store::{HeldBack, OutboxCount, PageState, Store};
use crate::model::{Decision, Edition, Noise, Outcome, Page, Trouble, Watch, Watchlist};
use crate::round;
use crate::steps::compose;

/// Show how every watch stands, and the outbox.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
    /// As a table for spreadsheets
    #[arg(long, conflicts_with_all = ["json", "check", "rounds"])]
    csv: bool,
    /// One line and an exit code: 0 all is well, 1 somebody should look, 2 it does not do its work
    #[arg(long, conflicts_with_all = ["json", "rounds"])]
    check: bool,
    /// The last rounds instead, the newest first; so many, or 20
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "20")]
    rounds: Option<u32>,
}

/// How many days of held-back differences are counted.
const DAYS: i64 = 30;

/// One page of a watch and what is known of it.
struct Row<'a> {
    watch: &'a Watch,
    page: &'a Page,
    state: Option<PageState>,
    last_version: Option<Timestamp>,
    by_hand: bool,
    next_due: Option<Timestamp>,
    held_back: Vec<HeldBack>,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    if args.check {
        return Ok(health::run(general));
    }
    if let Some(most) = args.rounds {
        return rounds(general, most, args.json);
    }
    let watchlist = setup::watchlist(general)?;
    let store = setup::store_to_read(general)?;
    let now = setup::now();
    let rows = rows(&watchlist, store.as_ref(), now)?;
    let outbox = store.as_ref().map(Store::outbox).transpose()?.unwrap_or_default();
    let proposed = proposals::open(store.as_ref(), &watchlist)?.len();
    let unwell = Unwell::of(store.as_ref(), &watchlist, now)?;
    if args.json {
        let mut fields = as_json(&rows, proposed, outbox);
        unwell.add_to(&mut fields);
        say!("{fields}");
    } else if args.csv {
        table(&rows);
    } else {
        setup::name_zone(general, &watchlist.settings.timezone);
        print_rows(&watchlist, &rows, outbox, now);
        unwell.print();
        if let Some(line) = tasks(store.as_ref(), &watchlist, now)? {
            say!("{line}");
        }
        match proposed {
            0 => {}
            1 => say!(
                "{}",
                phrase!(
                    "1 proposal for the watchlist: hausrecht proposals",
                    "1 Vorschlag für die Watchlist: hausrecht proposals"
                )
            ),
            many => say!(
                "{}",
                phrase!(
                    "{many} proposals for the watchlist: hausrecht proposals",
                    "{many} Vorschläge für die Watchlist: hausrecht proposals"
                )
            ),
        }
    }
    Ok(Exit::Fine)
}

/// The pages as a table; times are in UTC, as in JSON.
fn table(rows: &[Row<'_>]) {
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

/// How decisions stand, in a line; none where nothing was ever open or decided.
fn tasks(store: Option<&Store>, watchlist: &Watchlist, now: Timestamp) -> Result<Option<String>, Failure> {
    let Some(store) = store else { return Ok(None) };
    let today = now.to_zoned(watchlist.settings.timezone.clone()).date();
    let open = store.open_alerts(today)?.len();
    let to_do = store.decided_last(&[Decision::Act])?;
    let overdue = to_do.iter().filter(|task| task.decided.due.is_some_and(|due| due < today)).count();
    if open + to_do.len() == 0 {
        return Ok(None);
    }
    let late = phrase!(" ({overdue} overdue)", " ({overdue} überfällig)");
    let late = if overdue == 0 { String::new() } else { late };
    Ok(Some(phrase!(
        "decisions: {open} open, {} to be done{late}",
        "Entscheidungen: {open} offen, {} zu erledigen{late}",
        to_do.len()
    )))
}

/// The last rounds, a line each.
fn rounds(general: &General, most: u32, as_json: bool) -> Result<Exit, Failure> {
    let rounds = setup::store_to_read(general)?.map(|store| store.rounds(most)).transpose()?.unwrap_or_default();
    let zone = setup::zone(general);
    for round in rounds {
        if as_json {
            say!(
                "{}",
                json!({
                    "began_at": round.began_at.to_string(),
                    "ended_at": round.ended_at.map(|ended| ended.to_string()),
                    "times": round.times,
                    "report": round.report,
                })
            );
            continue;
        }
        let began = times::shown(round.began_at, &zone);
        let came_of_it = match (&round.report, round.ended_at) {
            (_, None) => {
                painted(&phrase!("did not come to its end, or is at work", "kam nicht ans Ende oder läuft noch"), WARM)
            }
            (Some(report), _) if report.is_quiet() => painted(
                &match round.times {
                    1 => phrase!("nothing to do, once", "nichts zu tun, einmal"),
                    times => phrase!("nothing to do, {times} times", "nichts zu tun, {times}-mal"),
                },
                FAINT,
            ),
            (Some(report), _) => {
                let trouble = report.troubles.first();
                phrase!(
                    "{} looked at, {} changed, {} unreadable, {}{}{}",
                    "{} angesehen, {} geändert, {} nicht lesbar, {}{}{}",
                    report.looked,
                    report.changed,
                    report.unreadable,
                    check::letters_gone(report.sent, report.filed),
                    replies_text::counts(report.decided, report.replies_refused)
                        .iter()
                        .map(|count| format!(", {count}"))
                        .collect::<String>(),
                    trouble.map_or_else(String::new, |trouble| phrase!("; mail: {trouble}", "; Post: {trouble}"))
                )
            }
            (None, Some(_)) => String::new(),
        };
        say!("{}", terminal::hanging(&format!("{began}  {came_of_it}"), 18));
    }
    Ok(Exit::Fine)
}

fn rows<'a>(watchlist: &'a Watchlist, store: Option<&Store>, now: Timestamp) -> Result<Vec<Row<'a>>, Failure> {
    let since = now.checked_sub(jiff::SignedDuration::from_hours(24 * DAYS)).unwrap_or(Timestamp::UNIX_EPOCH);
    let held_back = store.map(|store| store.held_back(since)).transpose()?.unwrap_or_default();
    let mut rows = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            let state = store.map(|store| store.page(&watch.id, &page.part)).transpose()?.flatten();
            let seen_at = store.map(|store| store.last_version_seen(&watch.id, &page.part)).transpose()?.flatten();
            let by_hand = store.map(|store| store.last_version_by_hand(&watch.id, &page.part)).transpose()?;
            let by_hand = by_hand.unwrap_or_default();
            let next_due = match &state {
                Some(state) => round::next_look(watch, &watchlist.settings.timezone, state),
                None => Some(now),
            };
            let mine = |held: &&HeldBack| held.watch == watch.id && held.part == page.part;
            let held_back = held_back.iter().filter(mine).cloned().collect();
            rows.push(Row { watch, page, state, last_version: seen_at, by_hand, next_due, held_back });
        }
    }
    Ok(rows)
}

fn as_json(rows: &[Row<'_>], proposed: usize, outbox: OutboxCount) -> serde_json::Value {
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

fn print_rows(watchlist: &Watchlist, rows: &[Row<'_>], outbox: OutboxCount, now: Timestamp) {
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

/// The edition that stands on a page instead of the reader's own and is followed there, and how it differs.
fn other_edition(state: &PageState) -> Option<(&Edition, &Trouble)> {
    let shown = state.memory.editions.iter().find(|edition| edition.looks > 0)?;
    let instead = shown.instead.as_ref()?;
    // A wall of today hides that edition, too.
    let is_seen = !matches!(&state.outcome, Outcome::Unreadable { trouble } if trouble != instead);
    is_seen.then_some((shown, instead))
}

fn edition_as_json((edition, instead): (&Edition, &Trouble)) -> serde_json::Value {
    json!({"shows": instead, "since": edition.since.to_string(), "followed": true})
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
