//! What of a page's history cannot be read any more: made again from its bytes where they are left, else begun anew and told.

use super::validators;
use super::work::worked;
use crate::io::store::{PageState, Store, StoreResult};
use crate::model::{Loss, Page, Version, Watch};
use crate::round::house::{House, lock};
use crate::round::reading::Reader;

/// What is known of a page before a look at it.
///
/// Where its last text is damaged and cannot be made again, nothing spares the look: what stands there now is the new beginning.
///
/// # Errors
/// Of the store.
pub(super) async fn known(house: &House, watch: &Watch, page: &Page) -> StoreResult<Option<PageState>> {
    let (state, found) = {
        let store = lock(&house.store);
        (store.page(&watch.id, &page.part)?, store.damaged_version(&watch.id, &page.part)?)
    };
    let Some((damaged, why)) = found else { return Ok(state) };
    let waits = state.as_ref().is_some_and(|state| state.memory.passages.waits());
    let row = damaged.id.to_string();
    let _turn = house.room.to_judge().await;
    let (store, give_up) = lock(&house.store).another()?;
    let (within, of, at) = (house.clone(), watch.clone(), page.clone());
    let work = move || mended(&store, within.reader(&of, &at), &damaged, waits);
    let is_mended = worked(house, work, || give_up.now()).await.unwrap_or(Ok(false))?;
    let loss = if is_mended { Loss::MadeAgain } else { Loss::Base };
    lock(&house.store).passed_over("versions", &row, &watch.id, loss, &why);
    if is_mended {
        return Ok(state);
    }
    Ok(state.map(|state| validators::forgotten(PageState { settled_sha256: None, ..state })))
}

/// Makes a version again from its bytes; whether that could be done.
///
/// They may show words that still wait to be confirmed: these would become known without having been told, so that the text
/// before is the better one then.
fn mended(store: &Store, reader: Reader<'_>, damaged: &Version, waits: bool) -> StoreResult<bool> {
    let again = if waits {
        let before = store.unless_damaged(&damaged.watch, Loss::Rest, store.version_before(damaged))?.flatten();
        let as_this = |before| Version { id: damaged.id, extractor: reader.mark(), seen_at: damaged.seen_at, ..before };
        before.map(as_this)
    } else {
        reader.made_again(store, damaged)?
    };
    again.as_ref().map(|again| store.replace_version(again)).transpose().map(|done| done.is_some())
}
