//! `hausrecht status --check`: whether all is well, for a program that watches programs; in English whatever the terminal speaks.

use jiff::{SignedDuration, Timestamp};

use super::unwell::Unwell;
use super::{Exit, Failure, General, halt, paths, setup, times};
use crate::io::store::Store;
use crate::model::{Language, Watchlist};
use crate::round::{self, Coverage};

/// A letter that waits longer than this does not get out.
const STUCK: SignedDuration = SignedDuration::from_hours(24);
/// So long somebody should know that an address was refused.
const REFUSED: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Where no page was read for so long it is no hiccup of a host or a network: each was tried again after an hour.
const DARK: SignedDuration = SignedDuration::from_hours(6);
/// A round that was killed is named for so long, whatever went well after it.
const LATELY: SignedDuration = SignedDuration::from_hours(24);
/// A round that has not ended after so long was killed.
pub const KILLED: SignedDuration = SignedDuration::from_hours(3);

/// Says in a line how it stands; whatever keeps that from being known is the worst of all.
pub fn run(general: &General) -> Exit {
    match look(general) {
        Ok((exit, line)) => {
            say!("{line}");
            exit
        }
        Err(failure) => {
            say!("CRITICAL: {failure}");
            Exit::Critical
        }
    }
}

fn look(general: &General) -> Result<(Exit, String), Failure> {
    let watchlist = setup::watchlist(general)?;
    let now = setup::now();
    let halted = halt::standing(&paths::data(general)?).map(|why| format!("the last round failed: {why}"));
    let Some(store) = setup::store_to_read(general)? else {
        return Ok((Exit::Critical, "CRITICAL: nothing has ever run".to_owned()));
    };
    let coverage = round::coverage(&watchlist, Some(&store), now)?;
    let grave: Vec<String> = halted.into_iter().chain(grave(&watchlist, &store, &coverage, now)?).collect();
    let light = light(&watchlist, &store, &coverage, now)?;
    let (exit, word) = match (grave.is_empty(), light.is_empty()) {
        (false, _) => (Exit::Critical, "CRITICAL"),
        (true, false) => (Exit::Warning, "WARNING"),
        (true, true) => (Exit::Fine, "OK"),
    };
    let figure = format!("{} of {} documents read in the last 24 h", coverage.read, coverage.due());
    let last =
        store.last_ran()?.map_or_else(|| "never".to_owned(), |last| times::passed_in(Language::English, last, now));
    let all: Vec<String> = grave.into_iter().chain(light).chain([figure, format!("last round {last}")]).collect();
    Ok((exit, format!("{word}: {}", all.join("; "))))
}

/// What keeps it from doing its work.
fn grave(watchlist: &Watchlist, store: &Store, coverage: &Coverage, now: Timestamp) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    match store.last_ran()? {
        None => found.push("no round is written down".to_owned()),
        Some(last) if round::is_overdue(watchlist, last, now) => {
            found.push(format!("nothing has run for {} hours", now.duration_since(last).as_hours()));
        }
        Some(_) => {}
    }
    if let Some(oldest) = store.waits_since()?.filter(|oldest| now.duration_since(*oldest) > STUCK) {
        found.push(format!("a letter waits for {} hours", now.duration_since(oldest).as_hours()));
    }
    let is_dark = || Ok::<_, Failure>(unread_since(watchlist, store)?.is_some_and(|since| since < now - DARK));
    if coverage.documents > 0 && (coverage.blind == coverage.documents || is_dark()?) {
        found.push("no document can be read".to_owned());
    }
    Ok(found)
}

/// Since when no page could be read; none where the last look at one of them brought its text.
fn unread_since(watchlist: &Watchlist, store: &Store) -> Result<Option<Timestamp>, Failure> {
    let mut since = None;
    for watch in &watchlist.watches {
        for page in &watch.pages {
            let Some(failed) = store.page(&watch.id, &page.part)?.and_then(|state| state.unreadable_since) else {
                return Ok(None);
            };
            since = since.max(Some(failed));
        }
    }
    Ok(since)
}

/// What somebody should look at.
fn light(watchlist: &Watchlist, store: &Store, coverage: &Coverage, now: Timestamp) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    if unread_since(watchlist, store)?.is_some_and(|since| since >= now - DARK) && coverage.blind < coverage.documents {
        found.push("the last looks brought no document".to_owned());
    }
    if coverage.blind > 0 && coverage.blind < coverage.documents {
        found.push(format!("{} blind spot{}", coverage.blind, if coverage.blind == 1 { "" } else { "s" }));
    }
    let refused = store.refused_since(now.checked_sub(REFUSED).unwrap_or(Timestamp::UNIX_EPOCH))?;
    if refused > 0 {
        found.push(format!("{refused} refused for good in the last 7 days"));
    }
    found.extend(Unwell::of(Some(store), watchlist, now)?.in_words());
    let killed = store.killed_rounds(now - LATELY, now - KILLED)?;
    if killed > 0 {
        let rounds = if killed == 1 { "1 round".to_owned() } else { format!("{killed} rounds") };
        found.push(format!("{rounds} of the last 24 h did not come to the end"));
    }
    let last = store.rounds(1)?.into_iter().next().and_then(|last| last.report);
    found.extend(last.iter().filter_map(|last| last.troubles.first()).map(|trouble| format!("mail: {trouble}")));
    Ok(found)
}
