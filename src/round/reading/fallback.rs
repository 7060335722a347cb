//! Selectors that have lost their text: the main text is read instead, and compared with its like.

use super::again;
use super::read::{read, reading};
use crate::io::pdf::PdfReader;
use crate::io::store::{Store, StoreResult};
use crate::model::{Page, Snapshot, Version, Watch};
use crate::steps::compare;
use crate::steps::extract::{self, Extract, Reading};

/// Brings the last version and what was read now to one way of reading, so that our falling back and our return are
/// never taken for a change of the rules.
///
/// # Errors
/// Of the store.
pub fn alike(
    store: &Store,
    pdf: &PdfReader,
    (watch, page): (&Watch, &Page),
    base: Option<Version>,
    snapshot: &Snapshot,
    extract: Extract,
) -> StoreResult<(Option<Version>, Extract)> {
    let Some(base) = base else { return Ok((None, extract)) };
    let reading = reading(watch, page);
    if reading.select.is_empty() {
        return Ok((Some(base), extract));
    }
    let extract = if has_decayed(pdf, &base, snapshot, reading, &extract) {
        main_text(pdf, snapshot, reading).unwrap_or(extract)
    } else {
        extract
    };
    match (base.document.fallback, extract.document.fallback) {
        (false, true) => {
            let again = by_main_text(store, pdf, watch, page, &base)?;
            Ok((Some(again.unwrap_or(base)), extract))
        }
        (true, false) => returned(store, pdf, (watch, page), base, snapshot, extract),
        _ => Ok((Some(base), extract)),
    }
}

/// The selectors work again: the last version is read by them, or, where it cannot be, this page takes its place once
/// its main text is known to be the same.
fn returned(
    store: &Store,
    pdf: &PdfReader,
    (watch, page): (&Watch, &Page),
    base: Version,
    snapshot: &Snapshot,
    extract: Extract,
) -> StoreResult<(Option<Version>, Extract)> {
    if let Some(again) = again::made_again(store, pdf, watch, page, &base)?
        && !again.document.fallback
    {
        store.replace_version(&again)?;
        return Ok((Some(again), extract));
    }
    let Some(main) = main_text(pdf, snapshot, reading(watch, page)) else { return Ok((Some(base), extract)) };
    if compare::fingerprint(&main.document) != base.fingerprint {
        return Ok((Some(base), main));
    }
    let fingerprint = compare::fingerprint(&extract.document);
    let again = Version { document: extract.document.clone(), fingerprint, ..base };
    store.replace_version(&again)?;
    Ok((Some(again), extract))
}

/// The version by the page's main text, without the watch's selectors; kept, so that it is made only once.
fn by_main_text(
    store: &Store,
    pdf: &PdfReader,
    watch: &Watch,
    page: &Page,
    version: &Version,
) -> StoreResult<Option<Version>> {
    let Some(stored) = store.snapshot(&watch.id, &page.part, &version.snapshot)? else { return Ok(None) };
    let Some(main) = main_text(pdf, &stored.snapshot, reading(watch, page)) else { return Ok(None) };
    let again =
        Version { fingerprint: compare::fingerprint(&main.document), document: main.document, ..version.clone() };
    store.replace_version(&again)?;
    Ok(Some(again))
}

fn has_decayed(pdf: &PdfReader, base: &Version, snapshot: &Snapshot, reading: Reading<'_>, selected: &Extract) -> bool {
    let (before, now) = (&base.document, &selected.document);
    !before.fallback
        && !now.fallback
        && extract::is_shrunk(before, now)
        && main_text(pdf, snapshot, reading).is_some_and(|main| extract::is_decayed(before, now, &main.document))
}

/// The page without its selectors.
fn main_text(pdf: &PdfReader, snapshot: &Snapshot, reading: Reading<'_>) -> Option<Extract> {
    let mut found = read(pdf, snapshot, Reading { select: &[], ..reading }).ok()?;
    found.document.fallback = true;
    Some(found)
}
