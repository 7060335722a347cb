//! What most commands need first: the watchlist, the store, the time, a runtime.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Failure, General, paths, server, times, tongue};
use crate::io::fetch::{Browser, Fetcher, Manners};
use crate::io::pdf::PdfReader;
use crate::io::store::{FILE_NAME, Installation, Store, StoreError};
use crate::model::{Settings, Watch, Watchlist};
use crate::round::{Clock, House, Patience, Room};
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
    let text = watchlist_text(path)?;
    Ok(watchlist::read(&text, &path.display().to_string(), now())?)
}

/// Reads a watchlist to which something is about to be added: it may watch nothing yet.
pub fn watchlist_to_add_to(path: &Path) -> Result<Watchlist, Failure> {
    let text = watchlist_text(path)?;
    Ok(watchlist::read_to_add(&text, &path.display().to_string(), now())?)
}

fn watchlist_text(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let size = fs::metadata(path)
        .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht lesbar"))
        .map_err(Failure::usage)?
        .len();
    if size > LARGEST_WATCHLIST {
        return Err(Failure::usage(anyhow::anyhow!(phrase!(
            "{name} has {size} bytes; that is no watchlist",
            "{name} hat {size} Bytes; das ist keine Watchlist"
        ))));
    }
    let bytes = fs::read(path)
        .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht lesbar"))
        .map_err(Failure::usage)?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        Failure::usage(anyhow::anyhow!(phrase!(
            "{name} is not UTF-8 text\n  line {line}: a character here is in another encoding\n           hint: save the file as UTF-8", "{name} ist kein UTF-8-Text\n  Zeile {line}: hier steht ein Zeichen in einer anderen Kodierung\n           Hinweis: die Datei als UTF-8 speichern"
        )))
    })
}

/// The time zone in which times are shown: the watchlist's, where it can be read.
pub fn zone(general: &General) -> TimeZone {
    watchlist(general).map_or_else(|_| TimeZone::system(), |list| list.settings.timezone)
}

/// Says on stderr in which zone times are shown.
pub fn name_zone(general: &General, zone: &TimeZone) {
    if !general.quiet {
        tell!("{}", phrase!("times are in {}", "Uhrzeiten gelten für {}", times::zone_name(zone)));
    }
}

/// A time that was written on the command line, in the watchlist's zone.
pub fn span(general: &General, written: &str) -> Result<times::Span, Failure> {
    times::span(written, &zone(general), now()).map_err(|message| Failure::usage(anyhow::anyhow!(message)))
}

/// The watch of that id.
pub fn watch<'a>(watchlist: &'a Watchlist, id: &str) -> Result<&'a Watch, Failure> {
    watchlist.watch(id).ok_or_else(|| {
        let known = watchlist.watches.iter().map(|watch| watch.id.as_str());
        Failure::usage(anyhow::anyhow!(phrase!(
            "there is no watch `{id}` in the watchlist\n{}",
            "in der Watchlist gibt es keinen Eintrag `{id}`\n{}",
            watch_hint(id, known)
        )))
    })
}

/// The watch that is nearest to a mistyped one, or where they are listed.
pub fn watch_hint<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> String {
    let hint = near(id, known).unwrap_or_else(|| {
        phrase!("`hausrecht watchlist check` lists them", "`hausrecht watchlist check` zählt sie auf")
    });
    phrase!("hint: {hint}", "Hinweis: {hint}")
}

/// "Did you mean", in the language of the terminal.
pub fn near<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    watchlist::did_you_mean(id, known).map(|said| said.in_language(tongue::spoken()).to_owned())
}

/// Where watches are listed.
pub fn listed_by_status() -> String {
    phrase!("`hausrecht status` lists the watches", "`hausrecht status` zählt die Einträge auf")
}

/// Refuses a watch that neither the watchlist nor the store knows.
pub fn known_watch(general: &General, store: &Store, id: &str) -> Result<(), Failure> {
    let mut known: Vec<String> = store.pages()?.into_iter().map(|page| page.watch).collect();
    known.extend(watchlist(general).into_iter().flat_map(|list| list.watches).map(|watch| watch.id));
    if known.iter().any(|known| known == id) {
        return Ok(());
    }
    let hint = watch_hint(id, known.iter().map(String::as_str));
    Err(Failure::usage(anyhow::anyhow!(phrase!(
        "there is no watch `{id}`\n{hint}",
        "es gibt keinen Eintrag `{id}`\n{hint}"
    ))))
}

/// That there is nothing yet, or no such watch at all.
pub fn nothing_recorded_of(general: &General, id: &str) -> Failure {
    let recorded = store_to_read(general).ok().flatten().and_then(|store| store.pages().ok()).unwrap_or_default();
    let mut known: Vec<String> = recorded.into_iter().map(|page| page.watch).collect();
    known.extend(watchlist(general).into_iter().flat_map(|list| list.watches).map(|watch| watch.id));
    let hint = if known.iter().any(|known| known == id) {
        phrase!("`hausrecht check {id}` looks at it", "`hausrecht check {id}` sieht ihn an")
    } else {
        near(id, known.iter().map(String::as_str)).unwrap_or_else(listed_by_status)
    };
    let hint = phrase!("hint: {hint}", "Hinweis: {hint}");
    Failure::usage(anyhow::anyhow!(phrase!(
        "nothing is recorded of a watch `{id}`\n{hint}",
        "von einem Eintrag `{id}` ist nichts festgehalten\n{hint}"
    )))
}

/// Opens the store for writing.
pub fn store(general: &General) -> Result<Store, Failure> {
    history(general, false)
}

/// The data folder, where what is named can be one and may be read.
pub fn data_folder(general: &General) -> Result<PathBuf, Failure> {
    let path = paths::data(general)?;
    let name = path.display();
    let refused = |what: &str| {
        let of_the_service = path == Path::new(server::DATA);
        let hint = if of_the_service {
            phrase!("root reads it: `sudo hausrecht …`", "root darf es lesen: `sudo hausrecht …`")
        } else {
            phrase!("check its owner and rights", "Besitzer und Rechte prüfen")
        };
        Failure::usage(anyhow::anyhow!(phrase!(
            "{name} {what}\nhint: {hint}, or name another with --data DIR",
            "{name} {what}\nHinweis: {hint} oder mit --data ORDNER einen anderen nennen"
        )))
    };
    match fs::metadata(&path) {
        Ok(found) if !found.is_dir() => Err(Failure::usage(anyhow::anyhow!(phrase!(
            "{name} is a file, and the data are kept in a folder\nhint: name the folder with --data DIR",
            "{name} ist eine Datei, die Daten liegen aber in einem Ordner\nHinweis: den Ordner mit --data ORDNER nennen"
        )))),
        Ok(_) => match fs::metadata(path.join(FILE_NAME)) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                Err(refused(&phrase!("may not be read", "darf nicht gelesen werden")))
            }
            _ => Ok(path),
        },
        Err(error) => match error.kind() {
            ErrorKind::NotFound => Ok(path),
            ErrorKind::PermissionDenied => Err(refused(&phrase!("may not be read", "darf nicht gelesen werden"))),
            ErrorKind::NotADirectory => Err(refused(&phrase!(
                "cannot be a folder: something above it is a file",
                "kann kein Ordner sein: darüber liegt eine Datei"
            ))),
            _ => Err(Failure::trouble(anyhow::anyhow!("{name}: {error}"))),
        },
    }
}

/// Opens the store for writing, and leaves the marks by which it would be missed; `anew` where a lost one is given up.
pub fn history(general: &General, anew: bool) -> Result<Store, Failure> {
    let data = data_folder(general)?;
    if !anew {
        not_lost(&data)?;
    } else if !Store::is_missing(&data)? {
        return Err(Failure::usage(anyhow::anyhow!(
            "{} holds a history, so there is nothing to begin\nhint: move it away first, or name another folder with --data",
            data.display()
        )));
    }
    let store = Store::open(&data)?;
    let installation = store.installation(now())?;
    for place in paths::marks(&data) {
        // A mark that cannot be left (a read-only home) is no reason to do nothing.
        if let Err(error) = installation.mark(&place) {
            tracing::debug!("{}: {error}", place.display());
        }
    }
    Ok(store)
}

/// An empty place where a history was is not taken for a beginning.
pub fn not_lost(data: &Path) -> Result<(), Failure> {
    let Some(known) = paths::marks(data).iter().find_map(|place| Installation::marked(place)) else { return Ok(()) };
    if Store::is_missing(data)? {
        let begun = known.begun_at.strftime("%Y-%m-%d").to_string();
        return Err(StoreError::Lost { folder: data.to_owned(), begun }.into());
    }
    Ok(())
}

/// Opens the store for reading; none where nothing was recorded yet.
pub fn store_to_read(general: &General) -> Result<Option<Store>, Failure> {
    let data = data_folder(general)?;
    not_lost(&data)?;
    Ok(Store::open_to_read(&data)?)
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
        room: Room::default(),
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
    let done = runtime.block_on(future);
    // What was given up is not waited for.
    runtime.shutdown_background();
    Ok(done)
}
