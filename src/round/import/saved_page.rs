//! A page that a person saved and handed in: seen by a person, it needs no second look.

use std::sync::Arc;

use crate::io::store::{Store, StoreResult};
use crate::model::{Outcome, Page, Snapshot, Trouble, Version, Watch};
use crate::round::house::{House, lock};
use crate::round::letters::know_readers;
use crate::round::looked::Looked;
use crate::round::page::record;
use crate::round::page::seen::Observed;
use crate::round::reading::Reader;
use crate::steps::extract;
use crate::steps::extract::printed::{self, CutOff};

/// So often words may need to be seen: once to be new, once to be confirmed, and once more where an edition returns.
const LOOKS: usize = 3;

/// What is said of a print whose lines go on beyond the paper.
const CUT: &str = "the paper cuts off the ends of its lines; print it smaller";

/// Takes a page that was handed in through the very same way as a live one; what it tells is told in the next letters.
///
/// What is no document leaves no trace: its outcome is for whoever handed it in.
///
/// # Errors
/// Of the store.
pub fn hand_in(house: &House, watch: &Watch, page: &Page, snapshot: Snapshot) -> StoreResult<Looked> {
    know_readers(house)?;
    let mut extract = house.reader(watch, page).read(&snapshot).map(Box::new);
    let (snapshot, now) = (Arc::new(snapshot), house.clock.now());
    let mut store = lock(&house.store);
    if let Ok(read) = &mut extract
        && extract::is_pdf(&snapshot)
        && let Some(last) = last_version_of_a_page(&store, house.reader(watch, page), watch, page)?
    {
        let document = std::mem::take(&mut read.document);
        match printed::within(&last.version.document, &last.page, &read.signs.printed_lines, document) {
            Ok(document) => read.document = document,
            Err(CutOff) => extract = Err(Trouble::Format { detail: CUT.to_owned() }),
        }
    }
    let mut look = || {
        let seen = Observed::Page { snapshot: Arc::clone(&snapshot), extract: extract.clone() };
        record(&mut store, house, watch, page, now, seen, true)
    };
    let mut looked = look()?;
    for _ in 1..LOOKS {
        if looked.outcome == Outcome::Candidate {
            looked = look()?;
        }
    }
    Ok(looked)
}

/// A page's last version, and the rest of the page.
struct LastVersion {
    version: Version,
    page: printed::PageAround,
}

/// The last version of a page, unless the platform itself serves a PDF, of which nothing is boilerplate.
fn last_version_of_a_page(
    store: &Store,
    reader: Reader<'_>,
    watch: &Watch,
    page: &Page,
) -> StoreResult<Option<LastVersion>> {
    let Some(version) = store.last_version(&watch.id, &page.part)? else { return Ok(None) };
    let stored = store.snapshot(&watch.id, &page.part, &version.snapshot)?;
    let Some(stored) = stored.filter(|stored| !extract::is_pdf(&stored.snapshot)) else { return Ok(None) };
    let blocks = reader.explain(&stored.snapshot).unwrap_or_default().into_iter();
    // What buttons are called is printed, too.
    let buttons = reader.read(&stored.snapshot).map(|extract| extract.signs.buttons_in_text).unwrap_or_default();
    let around = blocks.filter(|block| !block.reason.keeps()).map(|block| block.text).chain(buttons).collect();
    let source = printed::Source::of(&stored.snapshot);
    Ok(Some(LastVersion { version, page: printed::PageAround { around, source } }))
}
