//! The door to the store: one SQLite database in the data folder that loses nothing.

mod bodies;
mod changes;
mod decisions;
mod error;
mod held;
mod history;
mod hosts;
mod hubs;
mod lock;
mod looks;
mod notices;
mod outbox;
mod proposals;
mod readers;
mod record;
mod refusals;
mod schema;
mod snapshots;
mod versions;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

pub use changes::{Filter, NewChange, Told};
pub use decisions::{Decided, Decision};
pub use error::{StoreError, StoreResult};
pub use history::HeldBack;
pub use lock::RoundLock;
pub use looks::PageState;
pub use notices::Notice;
pub use outbox::{Address, OutboxCount, Waiting};
pub use readers::ReaderState;
pub use record::Sighting;
pub use snapshots::StoredSnapshot;

/// The name of the database in the data folder.
pub const FILE_NAME: &str = "hausrecht.sqlite";

/// An open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    folder: PathBuf,
}

impl Store {
    /// Opens the store in a folder, making both where they are missing, and brings an older one up to date.
    ///
    /// # Errors
    /// Where the folder cannot be written, or the database is damaged or newer than this program; nothing is touched then.
    pub fn open(folder: &Path) -> StoreResult<Self> {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::folder(folder, &error))?;
        let path = folder.join(FILE_NAME);
        let wrap = |error| StoreError::of(&path, error);
        let mut connection = Connection::open(&path).map_err(wrap)?;
        prepare(&connection).map_err(wrap)?;
        schema::migrate(&mut connection, &path)?;
        Ok(Self { connection, folder: folder.to_owned() })
    }

    /// Opens a store only to read it; none where there is no database yet.
    ///
    /// # Errors
    /// Where the database is damaged, or older or newer than this program.
    pub fn open_to_read(folder: &Path) -> StoreResult<Option<Self>> {
        let path = folder.join(FILE_NAME);
        if !path.exists() {
            return Ok(None);
        }
        let wrap = |error| StoreError::of(&path, error);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(wrap)?;
        connection.busy_timeout(BUSY).map_err(wrap)?;
        schema::check_known(&connection, &path)?;
        Ok(Some(Self { connection, folder: folder.to_owned() }))
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a copy of the database, as it is now, into a folder.
    ///
    /// # Errors
    /// Where the copy cannot be written.
    pub fn copy_to(&self, folder: &Path) -> StoreResult<()> {
        Ok(self.connection.backup("main", folder.join(FILE_NAME), None::<fn(rusqlite::backup::Progress)>)?)
    }

    /// What SQLite itself finds wrong with the file; empty where it is sound.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn integrity(&self) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter(|row| row != "ok").collect())
    }
}

/// How long a command waits for another one's write.
const BUSY: Duration = Duration::from_secs(20);

/// Settings that every connection that writes needs.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    // FULL: a change that was recorded must survive a power cut, and there are few writes.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;",
    )
}

/// A time as the store keeps it: whole seconds since 1970.
fn seconds(time: Timestamp) -> i64 {
    time.as_second()
}

/// A time from the store.
fn timestamp(seconds: i64) -> rusqlite::Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A value as compressed JSON.
fn pack<T: serde::Serialize>(value: &T) -> rusqlite::Result<Vec<u8>> {
    let json = serde_json::to_vec(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    zstd::bulk::compress(&json, 3).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A value from compressed JSON.
fn unpack<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> rusqlite::Result<T> {
    let broken = |error: Box<dyn std::error::Error + Send + Sync>| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, error)
    };
    let json = zstd::decode_all(bytes).map_err(|error| broken(Box::new(error)))?;
    serde_json::from_slice(&json).map_err(|error| broken(Box::new(error)))
}
