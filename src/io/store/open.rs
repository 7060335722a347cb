//! Opens the store, brings it up to date, and looks after the file.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::file::{BUSY, FILE_NAME, prepare};
use super::{StoreError, StoreResult, schema};

/// An open store.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) folder: PathBuf,
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
        // What may not be looked at is not the same as what is not there.
        if !path.try_exists().map_err(|error| StoreError::folder(folder, &error))? {
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
