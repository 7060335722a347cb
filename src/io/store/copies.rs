//! Copies of the database: made while it is at work, and put back.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::file::{BUSY, FILE_NAME};
use super::open::looking;
use super::{RoundLock, Store, StoreError, StoreResult, schema};
use crate::io::whole_file::{self, Rights};

impl Store {
    /// Writes a copy of the database, as it is now, into a folder.
    ///
    /// # Errors
    /// Where the copy cannot be written.
    pub fn copy_to(&self, folder: &Path) -> StoreResult<()> {
        self.back_up(&folder.join(FILE_NAME))
    }

    /// Writes a copy of the database, as it is now, to a file: whole, sound and alone, whatever is recorded meanwhile.
    ///
    /// # Errors
    /// Where the copy cannot be written, or what is copied is damaged; what stood in the file's place stands there then.
    pub fn back_up(&self, file: &Path) -> StoreResult<()> {
        refuse_itself(file, &self.folder)?;
        whole_file::put_by(file, &Rights::Owner, |draft| copied(&self.connection, draft))
            .map_err(|trouble: Trouble| trouble.with(file))
    }

    /// Puts a copy in the place of the history of a folder, whose own is moved aside; where to is said, if there was one.
    ///
    /// # Errors
    /// Where a round is at work there, or the copy is none; nothing was touched then.
    pub fn restore(file: &Path, folder: &Path, _lock: &RoundLock, now: Timestamp) -> StoreResult<Option<PathBuf>> {
        refuse_itself(file, folder)?;
        let wrap = |error| StoreError::of(file, error);
        fs::metadata(file).map_err(|error| StoreError::Copy { file: file.to_owned(), detail: error.to_string() })?;
        let copy = looking(file).map_err(wrap)?;
        schema::check_ours(&copy, file)?;
        if schema::is_empty(&copy).map_err(wrap)? {
            return Err(StoreError::Damaged { file: file.to_owned(), detail: "nothing is recorded in it".to_owned() });
        }
        let place = folder.join(FILE_NAME);
        let beside = |name: &Path, ending: &str| {
            let mut name = name.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        let aside = beside(&place, &format!(".replaced-{}", now.strftime("%Y-%m-%dT%H%M%SZ")));
        let mut moved = None;
        // The copy is made and looked at before anything that is there moves.
        let put = whole_file::put_by(&place, &Rights::Owner, |draft| {
            copied(&copy, draft)?;
            if place.exists() {
                fs::rename(&place, &aside)?;
                for ending in ["-wal", "-shm"] {
                    if beside(&place, ending).exists() {
                        fs::rename(beside(&place, ending), beside(&aside, ending))?;
                    }
                }
                moved = Some(aside.clone());
            }
            Ok(())
        });
        put.map_err(|trouble: Trouble| trouble.with(file))?;
        Ok(moved)
    }
}

/// Copies a database and looks whether the copy is sound.
fn copied(from: &Connection, draft: &Path) -> Result<(), Trouble> {
    let mut to = Connection::open(draft)?;
    to.busy_timeout(BUSY)?;
    {
        // At one go: what is written meanwhile would make it begin again and again.
        let backup = Backup::new(from, &mut to)?;
        let mut patience = 200;
        while backup.step(-1)? != StepResult::Done {
            patience -= 1;
            if patience == 0 {
                return Err(Trouble::Store(StoreError::Busy));
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }
    // One file that needs no other beside it.
    to.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    let sound: String = to.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Trouble::Store(StoreError::Damaged { file: PathBuf::from(FILE_NAME), detail: sound }));
    }
    drop(to);
    Ok(fs::File::open(draft)?.sync_all()?)
}

/// What hindered a copy.
enum Trouble {
    Io(std::io::Error),
    Store(StoreError),
}

impl Trouble {
    /// As trouble with that copy.
    fn with(self, file: &Path) -> StoreError {
        match self {
            Self::Store(error) => error,
            Self::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => StoreError::Full,
            Self::Io(error) => StoreError::Copy { file: file.to_owned(), detail: error.to_string() },
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A history is no copy of itself.
fn refuse_itself(file: &Path, folder: &Path) -> StoreResult<()> {
    let [named, own] = [file.to_owned(), folder.join(FILE_NAME)].map(fs::canonicalize);
    match (named, own) {
        (Ok(named), Ok(own)) if named == own => Err(StoreError::Copy {
            file: file.to_owned(),
            detail: "it is the history itself\nhint: name another file, best on another disk".to_owned(),
        }),
        _ => Ok(()),
    }
}
