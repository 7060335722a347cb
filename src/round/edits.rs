//! The edits of the watchlist that rounds took.

use super::house::{House, lock};
use crate::io::store::{Notice, StoreResult};
use crate::model::{EditTaken, Watchlist, platform_name};

/// Where the notices of a house end.
///
/// # Errors
/// Of the store.
pub fn newest_notice(house: &House) -> StoreResult<i64> {
    lock(&house.store).newest_notice()
}

/// Those that were taken behind a notice: seconds are too long to tell two rounds apart.
///
/// # Errors
/// Of the store.
pub fn edits_behind(house: &House, newest: i64) -> StoreResult<Vec<EditTaken>> {
    let notices = lock(&house.store).edits_behind(newest)?;
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
