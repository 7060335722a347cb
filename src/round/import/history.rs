//! Texts of the past, taken through the very same way as live fetches, with the clock set to each one's time.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::Timestamp;

use crate::io::archive::{Archive, Record};
use crate::io::captures::{self, CaptureFile};
use crate::model::{Origin, Outcome, Page, Rung, Snapshot, Trouble, Watch};
use crate::round::house::{House, lock};
use crate::round::looked::Looked;
use crate::round::page::record;
use crate::round::page::seen::Observed;
use crate::steps::extract::Extract;

/// A text that shows a watch's page at a time.
#[derive(Debug, Clone)]
pub struct Capture {
    watch: Watch,
    at: Timestamp,
    source: Source,
    /// Its text was made in another way than the one before: what differs is none of the platform's doing.
    made_anew: bool,
    /// It is known to have stood: what is new in it needs no second look.
    stood: bool,
}

#[derive(Debug, Clone)]
enum Source {
    File(PathBuf),
    Record(Arc<Archive>, Record),
}

impl Capture {
    /// Files of one watch, each as it was saved then.
    ///
    /// No look follows the last one: what is new in it is believed as it is. What comes and goes between the captures, and
    /// what is no document, must stand the same tests as ever.
    #[must_use]
    pub fn of_files(watch: &Watch, files: Vec<CaptureFile>) -> Vec<Self> {
        let last = files.iter().map(|file| file.at).max();
        let capture = |file: CaptureFile| Self {
            watch: watch.clone(),
            at: file.at,
            stood: Some(file.at) == last,
            source: Source::File(file.path),
            made_anew: false,
        };
        files.into_iter().map(capture).collect()
    }

    /// The records of one watch in an archive of texts, each with the word whether the archive's own reading changed
    /// with it. An archive keeps only what stood, so that the text before such an upgrade, and the last one, are taken
    /// at its word.
    pub fn of_records(watch: &Watch, archive: &Arc<Archive>, records: Vec<(Record, bool)>) -> Vec<Self> {
        let mut captures: Vec<Self> = records
            .into_iter()
            .map(|(record, made_anew)| Self {
                watch: watch.clone(),
                at: record.at,
                source: Source::Record(Arc::clone(archive), record),
                made_anew,
                stood: false,
            })
            .collect();
        captures.sort_by_key(|capture| capture.at);
        for index in 0..captures.len() {
            captures[index].stood = captures.get(index + 1).is_none_or(|next| next.made_anew);
        }
        captures
    }

    /// What it is called where something is wrong with it.
    fn name(&self) -> String {
        match &self.source {
            Source::File(path) => path.display().to_string(),
            Source::Record(_, record) => format!("{} of {}", record.path, record.at),
        }
    }

    fn snapshot(&self, page: &Page) -> std::io::Result<Snapshot> {
        match &self.source {
            Source::File(path) => captures::read(&CaptureFile { at: self.at, path: path.clone() }, &page.url),
            Source::Record(archive, record) => Ok(Snapshot {
                fetched_at: self.at,
                url: page.url.clone(),
                redirects: Vec::new(),
                status: 0,
                headers: vec![("content-type".to_owned(), "text/markdown; charset=utf-8".to_owned())],
                body: archive.read(record)?,
                origin: Origin::Archive,
            }),
        }
    }
}

/// A text that was read and, unless its bytes are known, extracted.
struct Prepared {
    snapshot: Snapshot,
    extract: Option<Result<Box<Extract>, Trouble>>,
}

/// Takes captures through the round in the order of time and mails nothing.
///
/// # Errors
/// Where a text cannot be read, or trouble with the store.
pub fn import(house: &House, mut captures: Vec<Capture>, mut seen: impl FnMut(&Looked)) -> anyhow::Result<()> {
    captures.sort_by_cached_key(|capture| {
        let name = if let Source::File(path) = &capture.source { path.clone() } else { PathBuf::new() };
        (capture.at, capture.watch.id.clone(), name)
    });
    refuse_what_is_older_than_the_history(house, &captures)?;
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    // Reading depends on nothing that came before and is done side by side; settling is done in the order of time.
    for batch in captures.chunks(workers * 8) {
        let share = batch.len().div_ceil(workers);
        let prepared: Vec<anyhow::Result<Prepared>> = std::thread::scope(|scope| {
            let threads: Vec<_> = batch
                .chunks(share)
                .map(|part| scope.spawn(|| part.iter().map(|capture| prepare(house, capture)).collect::<Vec<_>>()))
                .collect();
            threads
                .into_iter()
                .flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        });
        for (capture, prepared) in batch.iter().zip(prepared) {
            let looked = take_in(house, capture, prepared?)?;
            let waits = capture.stood && looked.outcome == Outcome::Candidate;
            let looked = if waits { take_in(house, capture, prepare(house, capture)?)? } else { looked };
            seen(&looked);
        }
    }
    Ok(())
}

/// A capture from before the newest look would be compared with a text of later days: the history runs one way.
fn refuse_what_is_older_than_the_history(house: &House, captures: &[Capture]) -> anyhow::Result<()> {
    let store = lock(&house.store);
    for capture in captures {
        let page = own_page(&capture.watch)?;
        let Some(state) = store.page(&capture.watch.id, &page.part)? else { continue };
        if capture.at < state.looked_at {
            anyhow::bail!(
                "{} is of {}, and watch `{}` has a history up to {}: nothing was taken in\n\
                 hint: take captures in before the first check, or into another folder with `--data`",
                capture.name(),
                capture.at,
                capture.watch.id,
                state.looked_at
            );
        }
    }
    Ok(())
}

/// The page that captures stand for: the watch's own address.
fn own_page(watch: &Watch) -> anyhow::Result<&Page> {
    watch.pages.first().with_context(|| format!("watch `{}` has no address", watch.id))
}

fn prepare(house: &House, capture: &Capture) -> anyhow::Result<Prepared> {
    let page = own_page(&capture.watch)?;
    let snapshot = capture.snapshot(page).with_context(|| format!("{} cannot be read", capture.name()))?;
    let state = lock(&house.store).page(&capture.watch.id, &page.part)?;
    let settled = state.filter(|state| state.memory.is_settled()).and_then(|state| state.settled_sha256);
    let is_known = settled.is_some_and(|settled| settled == snapshot.sha256());
    let extract = (!is_known).then(|| house.reader(&capture.watch, page).read(&snapshot).map(Box::new));
    Ok(Prepared { snapshot, extract })
}

fn take_in(house: &House, capture: &Capture, prepared: Prepared) -> anyhow::Result<Looked> {
    let page = own_page(&capture.watch)?;
    let mut store = lock(&house.store);
    let Prepared { snapshot, extract } = prepared;
    let state = store.page(&capture.watch.id, &page.part)?;
    let seen = match state {
        Some(state)
            if state.memory.is_settled() && state.settled_sha256.as_deref() == Some(snapshot.sha256().as_str()) =>
        {
            Observed::Same { state: Box::new(state), by: Rung::Bytes }
        }
        _ => {
            let extract = extract.unwrap_or_else(|| house.reader(&capture.watch, page).read(&snapshot).map(Box::new));
            let snapshot = Arc::new(snapshot);
            match extract {
                Ok(extract) if capture.made_anew => Observed::Anew { snapshot, extract },
                extract => Observed::Page { snapshot, extract },
            }
        }
    };
    Ok(record(&mut store, house, &capture.watch, page, capture.at, seen, false)?)
}
