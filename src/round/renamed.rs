//! Watches that came with the address of one that went: its history goes on under their id. One that came with its text alone
//! begins anew, and that is told.

use super::house::{House, lock};
use crate::io::store::{History, Store, StoreResult};
use crate::model::{ListEdit, Watch};
use crate::steps::extract::Extract;
use crate::steps::identity;

/// Lets histories of watches that went go on where their addresses came back under another id. Where it is not clear which
/// of several goes on, each stays as it is, and that is told.
///
/// # Errors
/// Of the store.
pub(super) fn take_over(house: &House) -> StoreResult<()> {
    let now = house.clock.now();
    let watches = &house.watchlist.watches;
    let mut store = lock(&house.store);
    let recorded = store.recorded()?;
    let new: Vec<&Watch> = watches.iter().filter(|watch| !recorded.contains(&watch.id)).collect();
    let is_gone = |id: &&String| is_gone(house, id);
    if new.is_empty() || !recorded.iter().any(|id| is_gone(&id)) {
        return Ok(());
    }
    let gone = recorded.iter().filter(is_gone).map(|id| store.history(id));
    let gone = gone.collect::<StoreResult<Vec<History>>>()?;
    for watch in &new {
        let before: Vec<&History> = gone.iter().filter(|history| is_of(watch, history)).collect();
        let claims = |history: &History| new.iter().filter(|other| is_of(other, history)).count();
        match before.as_slice() {
            [] => {}
            [one] if claims(one) == 1 => store.rename_watch(&one.watch, &watch.id, now)?,
            several => {
                let histories = several.iter().map(|history| history.watch.clone()).collect();
                store.note_edit(&watch.id, ListEdit::Unclear { histories }, now)?;
            }
        }
    }
    Ok(())
}

/// The watches that went and whose last text is the one with which a watch begins: those of its own address go on, or were told
/// of already.
///
/// # Errors
/// Of the store.
pub(super) fn lying_unused(house: &House, store: &Store, watch: &Watch, extract: &Extract) -> StoreResult<Vec<String>> {
    let mut found = Vec::new();
    for id in store.recorded()?.into_iter().filter(|id| is_gone(house, id)) {
        if is_of(watch, &store.history(&id)?) {
            return Ok(Vec::new());
        }
        let Some(last) = store.last_version(&id, "")? else { continue };
        let before = Extract { document: last.document, ..Extract::default() };
        if identity::is_the_very_document(&before, extract) {
            found.push(id);
        }
    }
    Ok(found)
}

fn is_gone(house: &House, id: &str) -> bool {
    !house.watchlist.watches.iter().any(|watch| watch.id == id)
}

/// Whether a watch has the address, or the addresses, of which a history is.
fn is_of(watch: &Watch, history: &History) -> bool {
    let mut own: Vec<&str> = watch.pages.iter().map(|page| without_fragment(page.url.as_str())).collect();
    let mut known: Vec<&str> = history.addresses.iter().map(|address| without_fragment(address)).collect();
    own.sort_unstable();
    known.sort_unstable();
    own == known
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}
