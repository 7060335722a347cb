//! Watches that came with the address of one that went: its history goes on under their id.

use super::house::{House, lock};
use crate::io::store::{History, StoreResult};
use crate::model::{ListEdit, Watch};

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
    let is_gone = |id: &&String| !watches.iter().any(|watch| watch.id == **id);
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
