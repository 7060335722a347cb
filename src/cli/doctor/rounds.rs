//! Whether rounds are made when they are due, and what they could read.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::super::{Exit, Failure, proposals, server, times, trouble_text};
use super::coverage::{of_the_coverage, of_the_last_round};
use super::finding::Finding;
use super::some::some;
use crate::io::store::{PageState, Store};
use crate::model::{Page, Watch, Watchlist};
use crate::round;

/// The clock, the last round, and what it could read.
pub(super) fn of_the_rounds(
    watchlist: &Watchlist,
    store: Option<&Store>,
    now: Timestamp,
) -> Result<Vec<Finding>, Failure> {
    let zone = &watchlist.settings.timezone;
    let Some(store) = store else { return Ok(vec![no_round()]) };
    let mut states: Vec<(&Watch, &Page, PageState)> = Vec::new();
    let mut unseen = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            match store.page(&watch.id, &page.part)? {
                Some(state) => states.push((watch, page, state)),
                None => unseen.push(watch.id.as_str()),
            }
        }
    }
    let mut found = Vec::new();
    let last = states.iter().map(|(.., state)| state.looked_at).max();
    match last {
        None => found.push(no_round()),
        Some(last) if last.duration_since(now) > SKEW => found.push(wrong_clock(last, now, zone)),
        Some(last) => {
            let passed = times::passed(last, now);
            found.push(Finding::good(phrase!("the last look was {passed}", "der letzte Blick war {passed}")));
            let next = |(watch, _, state): &(&Watch, &Page, PageState)| round::next_look(watch, zone, state);
            let late = SignedDuration::from_hours(24);
            let overdue = states.iter().filter_map(next).filter(|next| now.duration_since(*next) > late).count();
            found.extend((overdue > 0).then(|| late_pages(overdue)));
        }
    }
    found.extend(of_the_last_round(store, now)?);
    if last.is_some() {
        found.push(of_the_coverage(watchlist, store, now)?);
        found.extend(never_seen(&unseen));
    }
    for (watch, page, state) in &states {
        let trouble = match &state.outcome {
            crate::model::Outcome::Unreadable { trouble } => Some(trouble),
            _ => state.memory.doubt.as_ref(),
        };
        let Some(trouble) = trouble else { continue };
        let since = times::shown(state.unreadable_since.unwrap_or(state.looked_at), zone);
        let what = phrase!("{}: {} (since {since})", "{}: {} (seit {since})", watch.id, trouble_text::of(trouble));
        let hint =
            if is_explained(store, watch, now)? { format!("hausrecht explain {}", watch.id) } else { open_it(page) };
        found.push(if state.blind_since.is_some() {
            Finding::bad(Exit::Unreadable, what, hint)
        } else {
            Finding::doubt(what, hint)
        });
    }
    if last.is_some() && states.iter().all(|(.., state)| state.blind_since.is_none()) {
        found.push(Finding::good(phrase!("no page is a blind spot", "keine Seite ist ein blinder Fleck")));
    }
    let proposed = proposals::open(Some(store), watchlist)?.len();
    if proposed > 0 {
        let what = match proposed {
            1 => phrase!("1 proposal waits for the watchlist", "1 Vorschlag für die Watchlist wartet"),
            _ => {
                phrase!("{proposed} proposals wait for the watchlist", "{proposed} Vorschläge für die Watchlist warten")
            }
        };
        found.push(Finding::doubt(what, "hausrecht proposals"));
    }
    Ok(found)
}

/// Whether there is a stored page to explain; of one that was never read there is none.
fn is_explained(store: &Store, watch: &Watch, now: Timestamp) -> Result<bool, Failure> {
    for page in &watch.pages {
        if store.snapshot_at(&watch.id, &page.part, now)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What helps where a page was never read.
fn open_it(page: &Page) -> String {
    phrase!(
        "is {} the right address? `hausrecht watchlist check --look` shows what a first look reads",
        "stimmt die Adresse {}? `hausrecht watchlist check --look` zeigt, was ein erster Blick liest",
        page.url
    )
}

/// So far a clock may lie behind the last look: machines that keep time by the network are set back by less.
const SKEW: SignedDuration = SignedDuration::from_mins(2);

fn no_round() -> Finding {
    let how = if server::is_installed() { "systemctl start hausrecht" } else { "hausrecht check" };
    Finding::doubt(phrase!("no round was made yet", "es gab noch keine Runde"), how)
}

fn wrong_clock(last: Timestamp, now: Timestamp, zone: &TimeZone) -> Finding {
    Finding::bad(
        Exit::Trouble,
        phrase!(
            "the clock is wrong: the last look was at {}, and now it is {}",
            "die Uhr geht falsch: der letzte Blick war {}, und jetzt ist es {}",
            times::shown(last, zone),
            times::shown(now, zone)
        ),
        phrase!(
            "set the clock: `timedatectl` says whether it is kept by the network",
            "die Uhr stellen: `timedatectl` sagt, ob das Netz sie stellt"
        ),
    )
}

fn late_pages(count: usize) -> Finding {
    Finding::bad(
        Exit::Trouble,
        match count {
            1 => phrase!("1 page is overdue for more than a day", "1 Seite ist seit mehr als einem Tag überfällig"),
            _ => phrase!(
                "{count} pages are overdue for more than a day",
                "{count} Seiten sind seit mehr als einem Tag überfällig"
            ),
        },
        phrase!(
            "does the timer run? `systemctl list-timers hausrecht.timer` says when it does next",
            "läuft der Timer? `systemctl list-timers hausrecht.timer` sagt, wann das nächste Mal"
        ),
    )
}

fn never_seen(unseen: &[&str]) -> Option<Finding> {
    let what = match unseen.len() {
        0 => return None,
        1 => phrase!("1 page was never looked at: {}", "1 Seite wurde nie angesehen: {}", some(unseen)),
        count => {
            phrase!("{count} pages were never looked at: {}", "{count} Seiten wurden nie angesehen: {}", some(unseen))
        }
    };
    let hint = phrase!("the next `hausrecht check` does", "der nächste `hausrecht check` holt es nach");
    Some(Finding::doubt(what, hint))
}
