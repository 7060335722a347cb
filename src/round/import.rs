//! Captures of the past, taken through the very same way as live fetches, with the clock set to each file's time.

use std::num::NonZero;
use std::sync::Arc;

use anyhow::Context as _;

use super::sight::{Sight, reading, sight};
use super::{House, Looked, lock, read};
use crate::io::captures::{self, CaptureFile};
use crate::model::{Page, Snapshot, Trouble, Watch};
use crate::steps::extract::Extract;

/// A file that shows a watch's page at a time.
#[derive(Debug, Clone)]
pub struct Capture {
    pub watch: Watch,
    pub file: CaptureFile,
}

/// A capture that was read and, unless its bytes are known, extracted.
struct Prepared {
    snapshot: Snapshot,
    extract: Option<Result<Box<Extract>, Trouble>>,
}

/// Takes captures through the round in the order of time and mails nothing.
///
/// # Errors
/// Where a file cannot be read, or trouble with the store.
pub fn import(house: &House, mut captures: Vec<Capture>, mut seen: impl FnMut(&Looked)) -> anyhow::Result<()> {
    captures.sort_by(|a, b| (a.file.at, &a.watch.id, &a.file.path).cmp(&(b.file.at, &b.watch.id, &b.file.path)));
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
            seen(&settle(house, capture, prepared?)?);
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
    let snapshot = captures::read(&capture.file, &page.url)
        .with_context(|| format!("{} cannot be read", capture.file.path.display()))?;
    let settled = lock(&house.store).page(&capture.watch.id, &page.part)?.and_then(|state| state.settled_sha256);
    let is_known = settled.is_some_and(|settled| settled == snapshot.sha256());
    let extract = (!is_known).then(|| read(&house.pdf, &snapshot, reading(&capture.watch, page)).map(Box::new));
    Ok(Prepared { snapshot, extract })
}

fn settle(house: &House, capture: &Capture, prepared: Prepared) -> anyhow::Result<Looked> {
    let page = own_page(&capture.watch)?;
    let mut store = lock(&house.store);
    let Prepared { snapshot, extract } = prepared;
    let state = store.page(&capture.watch.id, &page.part)?;
    let seen = match state {
        Some(state) if state.settled_sha256.as_deref() == Some(snapshot.sha256().as_str()) => {
            Sight::Same(Box::new(state))
        }
        _ => {
            let extract =
                extract.unwrap_or_else(|| read(&house.pdf, &snapshot, reading(&capture.watch, page)).map(Box::new));
            Sight::Page { snapshot: Arc::new(snapshot), extract }
        }
    };
    Ok(sight(&mut store, house, &capture.watch, page, capture.file.at, seen, false)?)
}
