//! The ids and names that may be meant on a command line that somebody is typing: quick, silent, and only looked at.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap_complete::engine::CompletionCandidate;

use super::{General, paths, setup, tongue};
use crate::io::store::{Recorded, Store};
use crate::model::{Watchlist, platform_name};

/// So many changes are offered, the newest first.
const MOST: usize = 100;

/// What the line says so far of where the watchlist and the data are.
#[derive(Debug, Clone)]
pub struct Typed {
    general: General,
}

impl Typed {
    /// Reads it; what the line does not say, the environment does.
    pub fn in_line(words: &[OsString]) -> Self {
        let named = |option: &str, variable: &str| {
            let whole = format!("{option}=");
            let behind = words
                .iter()
                .zip(words.iter().skip(1))
                .filter(|(word, _)| *word == option)
                .map(|(_, value)| value.clone());
            let within = words.iter().filter_map(|word| word.to_str()?.strip_prefix(&whole).map(OsString::from));
            let said = behind.chain(within).last().or_else(|| std::env::var_os(variable));
            said.filter(|said| !said.is_empty()).map(at_home)
        };
        let watchlist = named("--watchlist", "HAUSRECHT_WATCHLIST");
        let data = named("--data", "HAUSRECHT_DATA");
        Self { general: General { watchlist, data, quiet: true, verbose: 0, no_pager: true } }
    }

    fn watchlist(&self) -> Option<Watchlist> {
        setup::watchlist(&self.general).ok()
    }

    fn store(&self) -> Option<Store> {
        Store::glance(&paths::data(&self.general).ok()?)
    }
}

/// The shell hands over `~/…` as it was typed.
fn at_home(path: OsString) -> PathBuf {
    match path.to_str().and_then(|path| path.strip_prefix("~/")).zip(std::env::var_os("HOME")) {
        Some((rest, home)) => PathBuf::from(home).join(rest),
        None => PathBuf::from(path),
    }
}

/// The watches of the watchlist, each with its document, and those of which only something is recorded.
pub fn watches(typed: &Typed) -> Vec<CompletionCandidate> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for watch in typed.store().and_then(|store| store.watches_recorded().ok()).unwrap_or_default() {
        found.insert(watch, phrase!("no longer watched", "nicht mehr beobachtet"));
    }
    for watch in typed.watchlist().into_iter().flat_map(|list| list.watches) {
        found.insert(watch.id, format!("{} · {}", platform_name(&watch.platform), watch.document));
    }
    found.into_iter().map(|(id, title)| candidate(&id, &title)).collect()
}

/// The newest changes whose ids begin so, each with its watch, its tier and its day.
pub fn changes(typed: &Typed, begun: &OsStr) -> Vec<CompletionCandidate> {
    let Some((begun, store)) = begun.to_str().zip(typed.store()) else { return Vec::new() };
    let zone = setup::zone(&typed.general);
    let title = |change: &Recorded| {
        let day = change.detected_at.to_zoned(zone.clone()).date();
        format!("{day}  {}, {}", change.watch, super::judged_words::tier(change.tier))
    };
    let found = store.newest_changes(begun, MOST).unwrap_or_default();
    // Each has its place, lest they are sorted by their letters.
    let placed = found.iter().enumerate();
    placed.map(|(place, change)| candidate(&change.id, &title(change)).display_order(Some(place))).collect()
}

/// The platforms of the watchlist.
pub fn platforms(typed: &Typed) -> Vec<CompletionCandidate> {
    let watches = typed.watchlist().into_iter().flat_map(|list| list.watches);
    let found: BTreeMap<String, String> =
        watches.map(|watch| (watch.platform.clone(), platform_name(&watch.platform))).collect();
    found.into_iter().map(|(key, name)| candidate(&key, &name)).collect()
}

/// The languages that hausrecht speaks.
pub fn languages() -> Vec<CompletionCandidate> {
    vec![candidate("de", "Deutsch"), candidate("en", "English")]
}

/// The recipients of the watchlist.
pub fn recipients(typed: &Typed) -> Vec<CompletionCandidate> {
    let recipients = typed.watchlist().into_iter().flat_map(|list| list.recipients);
    recipients.map(|recipient| candidate(&recipient.name, &recipient.to.join(", "))).collect()
}

fn candidate(value: &str, title: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(plain(title).into()))
}

/// A title without what a terminal would obey.
fn plain(title: &str) -> String {
    title.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Titles are in the language of the environment: what the line says of it comes too late.
pub fn speak() {
    tongue::speak(None);
}
