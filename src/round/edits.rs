//! The edits of the watchlist that rounds took.

use jiff::Timestamp;

use super::house::{House, lock};
use crate::io::store::{Notice, StoreResult};
use crate::model::{EditTaken, Watchlist, platform_name};

/// Those that were taken since a time.
///
/// # Errors
/// Of the store.
pub fn edits_since(house: &House, at: Timestamp) -> StoreResult<Vec<EditTaken>> {
    let notices = lock(&house.store).edits_since(at)?;
    Ok(among(&house.watchlist, &notices))
}

/// Those among notices, of watches that are still there.
pub(super) fn among(watchlist: &Watchlist, notices: &[Notice]) -> Vec<EditTaken> {
    let edits = notices.iter().filter_map(|notice| notice.edit.clone().map(|edit| (notice, edit)));
    let taken = edits.filter_map(|(notice, edit)| {
        let watch = watchlist.watch(&notice.watch)?;
        let document = format!("{}: {}", platform_name(&watch.platform), watch.document);
        Some(EditTaken { watch: watch.id.clone(), document, edit })
    });
    taken.collect()
}
