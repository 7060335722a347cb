//! Single rows that cannot be read: named, and no reason to lose the others.

use super::file::FILE_NAME;
use super::{Store, StoreError, StoreResult};

impl Store {
    /// Names a row that cannot be read.
    pub(super) fn damaged(&self, table: &'static str, row: String, error: &rusqlite::Error) -> StoreError {
        StoreError::Row { file: self.folder.join(FILE_NAME), table, row, detail: error.to_string() }
    }
}

/// Goes on where single rows are damaged, and says so: what they held is lost, and the rest is not.
///
/// # Errors
/// Of the store, in all other cases.
pub fn whatever_is_left(result: StoreResult<()>) -> StoreResult<()> {
    match result {
        Err(error @ StoreError::Row { .. }) => {
            tracing::error!("{error}");
            Ok(())
        }
        other => other,
    }
}
