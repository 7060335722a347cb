//! Opens the store, brings it up to date, and looks after the file.

use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rusqlite::{Connection, ErrorCode, InterruptHandle, OpenFlags};

use super::file::{BUSY, FILE_NAME, prepare};
use super::{StoreError, StoreResult, schema};
use crate::io::whole_file;
use crate::model::Damage;

/// An open store.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) folder: PathBuf,
    /// Rows that could not be read since this was last told.
    pub(super) damages: Arc<Mutex<Vec<Damage>>>,
    /// What of the file itself was found damaged, in SQLite's words.
    pub(super) broken: Arc<Mutex<Option<String>>>,
    /// Whether whoever works with it was given up: nothing is recorded then.
    pub(super) given_up: Arc<AtomicBool>,
}

/// Ends the work with a store for which nobody waits any more.
pub struct GiveUp {
    given_up: Arc<AtomicBool>,
    statement: InterruptHandle,
}

impl GiveUp {
    /// Nothing more is recorded by it, and the statement that it is at ends.
    pub fn now(&self) {
        self.given_up.store(true, Ordering::SeqCst);
        self.statement.interrupt();
    }
}

impl Store {
    /// Opens the store in a folder, making both where they are missing, and brings an older one up to date.
    ///
    /// # Errors
    /// Where the folder cannot be written, or the database is damaged, of another program or newer than this one; nothing is
    /// touched then.
    pub fn open(folder: &Path) -> StoreResult<Self> {
        let trouble = |error: std::io::Error| StoreError::folder(folder, &error);
        whole_file::private_folder(folder).map_err(trouble)?;
        let path = folder.join(FILE_NAME);
        let wrap = |error| StoreError::of(&path, error);
        if has_bytes(&path) {
            schema::check_ours(&looking(&path).map_err(wrap)?, &path)?;
        }
        keep_private(&path).map_err(trouble)?;
        let mut connection = Connection::open(&path).map_err(wrap)?;
        prepare(&connection).map_err(wrap)?;
        schema::migrate(&mut connection, &path)?;
        Ok(Self::of(connection, folder))
    }

    pub(super) fn of(connection: Connection, folder: &Path) -> Self {
        Self {
            connection,
            folder: folder.to_owned(),
            damages: Arc::default(),
            broken: Arc::default(),
            given_up: Arc::default(),
        }
    }

    /// The same store once more, for work that may take long and must not keep others from theirs; and how it is given up.
    ///
    /// # Errors
    /// Where the file cannot be opened again.
    pub fn another(&self) -> StoreResult<(Self, GiveUp)> {
        let path = self.folder.join(FILE_NAME);
        let wrap = |error| StoreError::of(&path, error);
        let connection = Connection::open(&path).map_err(wrap)?;
        prepare(&connection).map_err(wrap)?;
        let statement = connection.get_interrupt_handle();
        let (damages, broken) = (Arc::clone(&self.damages), Arc::clone(&self.broken));
        let other = Self { damages, broken, ..Self::of(connection, &self.folder) };
        let give_up = GiveUp { given_up: Arc::clone(&other.given_up), statement };
        Ok((other, give_up))
    }

    /// Opens a store only to read it; none where there is no database yet.
    ///
    /// # Errors
    /// Where the database is damaged, or older or newer than this program.
    pub fn open_to_read(folder: &Path) -> StoreResult<Option<Self>> {
        let path = folder.join(FILE_NAME);
        // What may not be looked at is not the same as what is not there.
        let is_there = path.try_exists().map_err(|error| StoreError::folder(folder, &error))?;
        if !is_there || !has_bytes(&path) {
            return Ok(None);
        }
        let wrap = |error| StoreError::of(&path, error);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(wrap);
        let opened = connection.and_then(|connection| {
            connection.busy_timeout(BUSY).map_err(wrap)?;
            schema::check_known(&connection, &path)?;
            Ok(connection)
        });
        let connection = match opened {
            // Beside the file nothing can be written: it is read as it lies there.
            Err(StoreError::ReadOnly { .. }) => {
                let connection = as_it_lies(&path).map_err(wrap)?;
                schema::check_known(&connection, &path)?;
                connection
            }
            other => other?,
        };
        Ok(Some(Self::of(connection, folder)))
    }

    /// Whether a folder holds no history: no database, or one in which nothing was ever recorded.
    ///
    /// # Errors
    /// Where there is something that cannot be read.
    pub fn is_missing(folder: &Path) -> StoreResult<bool> {
        let path = folder.join(FILE_NAME);
        if !has_bytes(&path) {
            return Ok(true);
        }
        let wrap = |error| StoreError::of(&path, error);
        schema::is_empty(&looking(&path).map_err(wrap)?).map_err(wrap)
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

pub(super) fn has_bytes(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.len() > 0)
}

/// A connection that changes nothing, not even how the file is kept.
pub(super) fn looking(path: &Path) -> rusqlite::Result<Connection> {
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(BUSY)?;
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        Ok(connection)
    };
    match open() {
        Err(error) if is_unwritable(&error) => as_it_lies(path),
        other => other,
    }
}

/// Whether nothing can be written there.
fn is_unwritable(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// A connection to a file beside which nothing can be written.
pub(super) fn as_it_lies(path: &Path) -> rusqlite::Result<Connection> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    if has_bytes(Path::new(&beside)) {
        tracing::warn!(file = %path.display(), "what was recorded last lies beside the file and cannot be taken in here");
    }
    let name: String = path.to_string_lossy().chars().map(escaped).collect();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(format!("file:{name}?immutable=1"), flags)
}

/// A character of a path in a URI.
fn escaped(letter: char) -> String {
    match letter {
        '%' => "%25".to_owned(),
        '?' => "%3f".to_owned(),
        '#' => "%23".to_owned(),
        other => other.to_string(),
    }
}

/// Sees to it that a database is not for everybody to read; SQLite gives what it writes beside it the same rights.
fn keep_private(path: &Path) -> std::io::Result<()> {
    OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(path)?;
    let rights = fs::metadata(path)?.permissions().mode();
    if rights & 0o007 != 0 {
        fs::set_permissions(path, Permissions::from_mode(rights & 0o770))?;
    }
    Ok(())
}
