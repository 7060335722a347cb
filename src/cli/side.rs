//! Where the texts come from that `hausrecht diff` compares: a file, a URL, a watch then and now.

use std::path::Path;

use anyhow::{Context as _, anyhow};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use url::Url;

use super::that_day::ThatDay;
use super::{Failure, General, paths, setup, times, trouble_text};
use crate::io::captures;
use crate::io::fetch::{self, Browser, Fetched, Request};
use crate::io::pdf::PdfReader;
use crate::io::store::{Filter, Store};
use crate::model::{Origin, Page, Render, Snapshot, Trouble, Watch, Watchlist};
use crate::round::{self, Reader};
use crate::steps::extract::{self, Extract, Reading};
use crate::steps::identity;

/// One side of the comparison.
pub(super) struct Side {
    /// What it is called: as it was written, or the watch whose page was fetched.
    pub name: String,
    pub extract: Extract,
    pub sha256: String,
    pub seen_at: Option<Timestamp>,
    /// The last look that showed it, where that is known.
    pub last_seen: Option<Timestamp>,
    pub is_feed: bool,
    /// Whether a round took it for the text of its watch.
    pub is_version: bool,
    /// The watch that it is of, and the moment whose text was asked for.
    pub of_watch: Option<(String, Timestamp)>,
    /// What is known of the day that was asked for.
    pub that_day: Option<ThatDay>,
}

impl Side {
    /// What is compared: its name, when it was seen, and the beginning of its hash, as `history` has it.
    pub fn named(&self, zone: &TimeZone) -> String {
        let (name, hash) = (&self.name, &self.sha256[..self.sha256.len().min(8)]);
        let time = |time| times::shown(time, zone);
        let first = self.seen_at.map(time);
        let last = self.last_seen.map(time).filter(|last| first.as_ref() < Some(last));
        let seen = match (first, last) {
            (None, _) => String::new(),
            (Some(now), _) if !self.is_version => {
                phrase!(", as it is now ({now})", ", wie die Seite jetzt ist ({now})")
            }
            (Some(first), None) => phrase!(", seen {first}", ", gesehen {first}"),
            (Some(first), Some(last)) => phrase!(", seen {first} – {last}", ", gesehen {first} – {last}"),
        };
        phrase!("{name}{seen}, hash {hash}", "{name}{seen}, Hash {hash}")
    }

    /// Whether it is of the same watch as another one, and later.
    pub fn is_later_than(&self, other: &Self) -> bool {
        let Some(((watch, at), (other, then))) = self.of_watch.as_ref().zip(other.of_watch.as_ref()) else {
            return false;
        };
        watch == other && at > then
    }
}

/// Where the sides come from.
pub(super) struct Desk<'a> {
    general: &'a General,
    pub watchlist: Option<Watchlist>,
    store: Option<Store>,
    /// The watch that a side named.
    pub watch: Option<Watch>,
}

impl<'a> Desk<'a> {
    /// A watchlist that cannot be read matters only where a side needs it.
    pub fn new(general: &'a General) -> Self {
        let watchlist = match paths::watchlist(general) {
            Ok(path) => match setup::watchlist_at(&path) {
                Ok(watchlist) => Some(watchlist),
                Err(failure) => {
                    tracing::warn!("the watchlist is left aside: {failure}");
                    None
                }
            },
            Err(_) => None,
        };
        Self { general, watchlist, store: None, watch: None }
    }

    /// A side by its name: a URL, a file, or a watch with or without a time.
    pub fn side(&mut self, name: &str, is_new: bool) -> Result<Side, Failure> {
        if name.starts_with("http://") || name.starts_with("https://") {
            let url = Url::parse(name)
                .with_context(|| phrase!("`{name}` is not an address", "`{name}` ist keine Adresse"))
                .map_err(Failure::usage)?;
            return self.fetched(&url, None);
        }
        let path = Path::new(name);
        if path.is_file() {
            return file(path);
        }
        let (id, time) = match name.split_once('@') {
            Some((id, time)) => (id, Some(self.span(time)?)),
            None => (name, None),
        };
        let watch = self.watchlist.as_ref().and_then(|list| list.watch(id)).cloned();
        let Some(watch) = watch else {
            let known = self.watchlist.iter().flat_map(|list| &list.watches).map(|watch| watch.id.as_str());
            let hint = setup::near(id, known).unwrap_or_else(setup::listed_by_status);
            return Err(Failure::usage(anyhow!(phrase!(
                "`{name}` is neither a file nor a URL nor a watch of the watchlist\nhint: {hint}",
                "`{name}` ist weder eine Datei noch eine Adresse noch ein Eintrag der Watchlist\nHinweis: {hint}"
            ))));
        };
        self.watch = Some(watch.clone());
        if time.is_none() && is_new {
            return self.as_it_is_now();
        }
        self.stored(&watch, time).map(|side| Side { name: name.to_owned(), ..side })
    }

    /// The zone in which times are meant and shown: where the team is.
    pub fn zone(&self) -> TimeZone {
        self.watchlist.as_ref().map_or_else(TimeZone::system, |list| list.settings.timezone.clone())
    }

    /// A time as a person means it: a day without a time is the whole day.
    pub fn span(&self, text: &str) -> Result<times::Span, Failure> {
        times::span(text, &self.zone(), setup::now()).map_err(|message| Failure::usage(anyhow!(message)))
    }

    /// The changes of the watch that lie between its two texts: "in between: 2 changes: 0a1b2c3d4e, …".
    pub fn in_between(&self, old: &Side, new: &Side) -> Result<Option<String>, Failure> {
        let (Some(store), Some(watch), Some(from), Some(to)) = (&self.store, &self.watch, old.seen_at, new.seen_at)
        else {
            return Ok(None);
        };
        if !(old.is_version && new.is_version) {
            return Ok(None);
        }
        let (from, to) = (from.min(to), from.max(to));
        let filter = Filter { watch: Some(watch.id.clone()), since: Some(from), ..Filter::default() };
        let part = watch.pages.first().map_or("", |page| page.part.as_str());
        let changes = store.changes(&filter)?.into_iter();
        let changes =
            changes.filter(|change| change.part == part && change.to.seen_at > from && change.to.seen_at <= to);
        let ids: Vec<String> = changes.map(|change| change.id).collect();
        Ok(match ids.len() {
            0 => None,
            1 => Some(phrase!("in between: 1 change, {}", "dazwischen: 1 Änderung, {}", ids[0])),
            count => {
                Some(phrase!("in between: {count} changes, {}", "dazwischen: {count} Änderungen, {}", ids.join(", ")))
            }
        })
    }

    /// What a watch said at a time, or last.
    fn stored(&mut self, watch: &Watch, time: Option<times::Span>) -> Result<Side, Failure> {
        if self.store.is_none() {
            self.store = setup::store_to_read(self.general)?;
        }
        let part = watch.pages.first().map_or("", |page| page.part.as_str());
        let version = match (&self.store, time) {
            (None, _) => None,
            (Some(store), Some(time)) => store.version_at(&watch.id, part, time.until)?,
            (Some(store), None) => store.last_version(&watch.id, part)?,
        };
        let Some(version) = version else {
            let first = match &self.store {
                Some(store) => store.versions(&watch.id, part)?.into_iter().find(|version| version.edition == 0),
                None => None,
            };
            let zone = self.zone();
            return Err(Failure::usage(match (first, time) {
                (Some(first), Some(time)) => anyhow!(phrase!(
                    "watch `{}` has no version of {} or before: its first one is from {} ({})",
                    "Eintrag `{}` hat keine Fassung vom {} oder davor: die erste ist vom {} ({})",
                    watch.id,
                    times::shown(time.until, &zone),
                    times::shown(first.seen_at, &zone),
                    times::zone_name(&zone)
                )),
                _ => anyhow!(phrase!(
                    "watch `{}` has no version\nhint: `hausrecht check {}` looks at it",
                    "Eintrag `{}` hat keine Fassung\nHinweis: `hausrecht check {}` sieht ihn an",
                    watch.id,
                    watch.id
                )),
            }));
        };
        let last_seen = match &self.store {
            Some(store) => store.last_sight_of(&version)?,
            None => None,
        };
        let that_day = match (&self.store, time) {
            (Some(store), Some(time)) => {
                Some(ThatDay::of(store, (&watch.id, part), time, version.seen_at, &self.zone())?)
            }
            _ => None,
        };
        let now = setup::now();
        let asked = time.map_or(now, |time| time.until.min(now));
        Ok(Side {
            name: watch.id.clone(),
            of_watch: Some((watch.id.clone(), asked)),
            extract: Extract { document: version.document, ..Extract::default() },
            sha256: version.snapshot,
            seen_at: Some(version.seen_at),
            last_seen,
            is_feed: false,
            is_version: true,
            that_day,
        })
    }

    /// The page of the named watch as it is now.
    pub fn as_it_is_now(&self) -> Result<Side, Failure> {
        let Some((watch, page)) = self.watch.as_ref().and_then(|watch| Some((watch, watch.pages.first()?))) else {
            return Err(Failure::usage(anyhow!(phrase!("no watch was named", "es ist kein Watch genannt"))));
        };
        self.fetched(&page.url, Some((watch, page)))
    }

    fn fetched(&self, url: &Url, of: Option<(&Watch, &Page)>) -> Result<Side, Failure> {
        let settings = self.watchlist.as_ref().map(|list| &list.settings);
        let fetcher = setup::fetcher(settings)?;
        let now = setup::now();
        let request = Request {
            url: url.clone(),
            language: of.and_then(|(watch, _)| watch.language.clone()),
            access: of.map(|(watch, page)| watch.access_to(page)).unwrap_or_default(),
            // Whoever types an address may mean their own machine, and that host alone: where a page leads is another thing.
            allow_private_network: match of {
                Some((watch, _)) => watch.allow_private_network,
                None => setup::block_on(fetch::leads_home(url))?,
            },
            only_at_home: of.is_none(),
            etag: None,
            last_modified: None,
            fresh: true,
            patient: false,
        };
        let browser = Browser::new(&fetcher, settings.and_then(|settings| settings.chromium.clone()));
        let render = of.map_or(Render::Auto, |(watch, _)| watch.render);
        let is_chosen = of.is_some_and(|(watch, page)| !watch.select.is_empty() || !page.select.is_empty());
        let answer = setup::block_on(async {
            let answer = round::fetch(&fetcher, &browser, render, &request, is_chosen, now, |_| 100).await;
            browser.close().await;
            answer
        })?;
        let snapshot = match answer {
            Ok(Fetched::Page(snapshot)) => *snapshot,
            Ok(Fetched::NotModified) => {
                return Err(Failure::unreadable(anyhow!(phrase!(
                    "{url} says that it has not changed",
                    "{url} hat sich laut Server nicht geändert"
                ))));
            }
            Err(trouble) => {
                return Err(Failure::unreadable(anyhow!(phrase!(
                    "{url} cannot be read: {}",
                    "{url} ist nicht lesbar: {}",
                    trouble_text::of(&trouble)
                ))));
            }
        };
        let pdf = PdfReader::new();
        let asked = match of {
            Some((watch, page)) => Reader::of(&pdf, watch, page),
            None => Reader::new(&pdf, Reading::default()),
        };
        let side = side_of(&snapshot, asked, url.as_str())?;
        let of_watch = of.map(|(watch, _)| (watch.id.clone(), now));
        let name = of.map_or(side.name, |(watch, _)| watch.id.clone());
        Ok(Side { name, of_watch, seen_at: Some(now), ..side })
    }
}

/// A side from a file.
fn file(path: &Path) -> Result<Side, Failure> {
    let name = path.display().to_string();
    let body = captures::bytes(path)
        .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht zu lesen"))
        .map_err(Failure::usage)?;
    let headers = captures::media_type(path).map(|kind| ("content-type".to_owned(), kind.to_owned()));
    let url = Url::parse("file:///").context("an address for files").map_err(Failure::usage)?;
    let snapshot = Snapshot {
        fetched_at: Timestamp::UNIX_EPOCH,
        url,
        redirects: Vec::new(),
        status: 0,
        headers: headers.into_iter().collect(),
        body,
        origin: Origin::Hand,
    };
    side_of(&snapshot, Reader::new(&PdfReader::new(), Reading::default()), &name)
}

fn side_of(snapshot: &Snapshot, reader: Reader<'_>, name: &str) -> Result<Side, Failure> {
    let refused = |trouble: Trouble| {
        Failure::unreadable(anyhow!(phrase!(
            "{name} cannot be compared: {}",
            "{name} lässt sich nicht vergleichen: {}",
            trouble_text::of(&trouble)
        )))
    };
    let extract = match reader.read(snapshot) {
        // A person may well compare with an emptied file.
        Err(Trouble::Empty { .. }) if extract::is_written(snapshot) => Extract::default(),
        read => read.map_err(refused)?,
    };
    // What the first look at a page would not take for a document says nothing of one.
    if let Some(trouble) = identity::at_first_sight(&extract).filter(|_| !extract::is_written(snapshot)) {
        return Err(refused(trouble));
    }
    let is_feed = extract::is_feed(snapshot);
    Ok(Side {
        name: name.to_owned(),
        of_watch: None,
        extract,
        sha256: snapshot.sha256(),
        seen_at: None,
        last_seen: None,
        is_feed,
        is_version: false,
        that_day: None,
    })
}
