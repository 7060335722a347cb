//! The database file: its name, and what every connection to it needs.

use std::time::Duration;

use rusqlite::Connection;

/// The name of the database in the data folder.
pub const FILE_NAME: &str = "hausrecht.sqlite";

/// How long a command waits for another one's write.
pub(super) const BUSY: Duration = Duration::from_secs(20);

/// Settings that every connection that writes needs.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    // FULL: a change that was recorded must survive a power cut, and there are few writes.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;",
    )
}
