//! What most commands need first: the watchlist, the store, the time, a runtime.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Failure, General, paths};
use crate::io::fetch::{Browser, Fetcher, Manners};
use crate::io::pdf::PdfReader;
use crate::io::store::Store;
use crate::model::{Settings, Watch, Watchlist};
use crate::round::{Clock, House, Patience};
use crate::steps::watchlist;

/// The time now, in whole seconds.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The largest watchlist that is read; a real one has some hundred kilobytes.
const LARGEST_WATCHLIST: u64 = 64 * 1024 * 1024;

/// Reads the watchlist that the user means.
pub fn watchlist(general: &General) -> Result<Watchlist, Failure> {
    watchlist_at(&paths::watchlist(general)?)
}

/// Reads a watchlist.
pub fn watchlist_at(path: &Path) -> Result<Watchlist, Failure> {
    let name = path.display().to_string();
    let size = fs::metadata(path).with_context(|| format!("{name} cannot be read")).map_err(Failure::usage)?.len();
    if size > LARGEST_WATCHLIST {
        return Err(Failure::usage(anyhow::anyhow!("{name} has {size} bytes; that is no watchlist")));
    }
    let bytes = fs::read(path).with_context(|| format!("{name} cannot be read")).map_err(Failure::usage)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        Failure::usage(anyhow::anyhow!(
            "{name} is not UTF-8 text\n  line {line}: a character here is in another encoding\n           hint: save the file as UTF-8"
        ))
    })?;
    Ok(watchlist::read(&text, &name, now())?)
}

/// The time zone in which times are shown: the watchlist's, where it can be read.
pub fn zone(general: &General) -> TimeZone {
    watchlist(general).map_or_else(|_| TimeZone::system(), |list| list.settings.timezone)
}

/// The watch of that id.
pub fn watch<'a>(watchlist: &'a Watchlist, id: &str) -> Result<&'a Watch, Failure> {
    watchlist.watch(id).ok_or_else(|| {
        Failure::usage(anyhow::anyhow!(
            "there is no watch `{id}` in the watchlist\nhint: `hausrecht watchlist check` lists them"
        ))
    })
}

/// Opens the store for writing.
pub fn store(general: &General) -> Result<Store, Failure> {
    Ok(Store::open(&paths::data(general)?)?)
}

/// Opens the store for reading; a fresh one in memory's stead where nothing was recorded yet.
pub fn store_to_read(general: &General) -> Result<Option<Store>, Failure> {
    Ok(Store::open_to_read(&paths::data(general)?)?)
}

/// Everything that a round needs.
pub fn house(watchlist: Watchlist, store: Store) -> Result<House, Failure> {
    let fetcher = fetcher(Some(&watchlist.settings))?;
    let browser = Arc::new(Browser::new(&fetcher, watchlist.settings.chromium.clone()));
    Ok(House {
        watchlist: Arc::new(watchlist),
        store: Arc::new(Mutex::new(store)),
        fetcher,
        browser,
        pdf: PdfReader::new(),
        clock: Clock::started_at(now()),
        patience: Patience::default(),
    })
}

/// The client for the pages, with the manners of the watchlist where there is one.
pub fn fetcher(settings: Option<&Settings>) -> Result<Fetcher, Failure> {
    let manners = Manners {
        contact: settings.and_then(|settings| settings.contact.clone()),
        pause: settings.map_or(Duration::from_secs(2), |settings| settings.pause),
        concurrency: settings.map_or(1, |settings| settings.concurrency),
        ca_file: settings.and_then(|settings| settings.ca_file.clone()),
    };
    Fetcher::new(manners).map_err(Failure::usage)
}

/// Runs a future to its end.
pub fn block_on<T>(future: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("no runtime could be started")
        .map_err(Failure::trouble)?;
    Ok(runtime.block_on(future))
}
