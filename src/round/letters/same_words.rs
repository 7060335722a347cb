//! In which other documents the words of a change came or went too, as the store knows it at this time.

use crate::io::store::{Store, StoreResult};
use crate::model::{Change, SameWords, Watchlist};

/// The other documents with the changes' words, by their names in the watchlist.
///
/// # Errors
/// Of the store.
pub(super) fn same_words(store: &Store, watchlist: &Watchlist, changes: &[&Change]) -> StoreResult<Vec<SameWords>> {
    let mut found = Vec::new();
    for change in changes {
        let watches = store.watches_same_as(&change.id)?;
        let watches = watches.iter().filter(|id| **id != change.watch).filter_map(|id| watchlist.watch(id));
        found.extend(watches.map(|watch| SameWords {
            change: change.id.clone(),
            watch: watch.id.clone(),
            platform: watch.platform.clone(),
            document: watch.document.clone(),
        }));
    }
    Ok(found)
}
