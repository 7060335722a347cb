//! A quick look into the store for somebody who is typing: nothing is written, made or waited for.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, params};

use super::file::FILE_NAME;
use super::open::{as_it_lies, has_bytes};
use super::{Store, StoreResult, timestamp};
use crate::model::Tier;

/// A change as a line of a list that nothing need be unpacked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub id: String,
    pub watch: String,
    pub tier: Tier,
    pub detected_at: Timestamp,
}

/// Nobody who types waits longer for another one's write.
const PATIENCE: Duration = Duration::from_millis(200);

impl Store {
    /// Opens a store for a glance; none where there is none, or where it cannot be looked at.
    #[must_use]
    pub fn glance(folder: &Path) -> Option<Self> {
        let path = folder.join(FILE_NAME);
        if !has_bytes(&path) {
            return None;
        }
        let mut beside = path.clone().into_os_string();
        beside.push("-wal");
        // Only where somebody writes is there a file beside it, and then what is needed to read along is there, too.
        let connection = if has_bytes(Path::new(&beside)) {
            Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        } else {
            as_it_lies(&path)
        };
        let connection = connection.ok()?;
        connection.busy_timeout(PATIENCE).ok()?;
        Some(Self::of(connection, folder))
    }

    /// The newest changes whose ids begin so, the newest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn newest_changes(&self, begun: &str, most: usize) -> StoreResult<Vec<Recorded>> {
        let mut statement = self.connection.prepare(
            "SELECT id, watch, tier, detected_at FROM changes WHERE substr(id, 1, length(?1)) = ?1
             ORDER BY detected_at DESC, seq DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![begun, i64::try_from(most).unwrap_or(i64::MAX)], |row| {
            let tier: String = row.get(2)?;
            let tier = [Tier::Alert, Tier::Fyi].into_iter().find(|known| known.key() == tier).unwrap_or(Tier::None);
            Ok(Recorded { id: row.get(0)?, watch: row.get(1)?, tier, detected_at: timestamp(row.get(3)?)? })
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// The watches of which something is recorded.
    ///
    /// # Errors
    /// Of the store.
    pub fn watches_recorded(&self) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare("SELECT DISTINCT watch FROM pages ORDER BY watch")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
}
