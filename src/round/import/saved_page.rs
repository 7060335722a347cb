//! A page that a person saved and handed in: seen by a person, it needs no second look.

use std::sync::Arc;

use crate::io::store::{Store, StoreResult};
use crate::model::{Outcome, Page, Snapshot, Version, Watch};
use crate::round::house::{House, lock};
use crate::round::letters::know_readers;
use crate::round::looked::Looked;
use crate::round::page::record;
use crate::round::page::seen::Observed;
use crate::round::reading::Reader;
use crate::steps::extract;
use crate::steps::extract::printed;

/// So often words may need to be seen: once to be new, once to be confirmed, and once more where an edition returns.
const LOOKS: usize = 3;

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
    if let Ok(extract) = &mut extract
        && extract::is_pdf(&snapshot)
        && let Some((known, around)) = last_version_of_a_page(&store, house.reader(watch, page), watch, page)?
    {
        extract.document = printed::within(&known.document, &around, std::mem::take(&mut extract.document));
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

/// The last version and what stands around its text on the page, unless the platform itself serves a PDF, of which nothing
/// is boilerplate.
fn last_version_of_a_page(
    store: &Store,
    reader: Reader<'_>,
    watch: &Watch,
    page: &Page,
) -> StoreResult<Option<(Version, Vec<String>)>> {
    let Some(version) = store.last_version(&watch.id, &page.part)? else { return Ok(None) };
    let stored = store.snapshot(&watch.id, &page.part, &version.snapshot)?;
    let Some(stored) = stored.filter(|stored| !extract::is_pdf(&stored.snapshot)) else { return Ok(None) };
    let blocks = reader.explain(&stored.snapshot).unwrap_or_default().into_iter();
    // What buttons are called is printed, too.
    let buttons = reader.read(&stored.snapshot).map(|extract| extract.signs.buttons_in_text).unwrap_or_default();
    let around = blocks.filter(|block| !block.kept).map(|block| block.text).chain(buttons).collect();
    Ok(Some((version, around)))
}
