//! How an installation knows that it had a history: marks outside of the database, and its name within.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::path::Path;

use jiff::Timestamp;
use rusqlite::OptionalExtension as _;

use super::{Store, StoreResult, lossy, seconds, some_time};
use crate::io::whole_file::{self, Rights};
use crate::model::sha256_hex;

/// The name of the mark that lies beside the database.
pub const MARK_NAME: &str = "installation";

/// An installation, and since when it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installation {
    pub id: String,
    pub begun_at: Timestamp,
}

impl Installation {
    /// What a mark says; none where there is no mark.
    #[must_use]
    pub fn marked(place: &Path) -> Option<Self> {
        let text = fs::read_to_string(place).ok()?;
        let mut words = text.split_whitespace();
        Some(Self { id: words.next()?.to_owned(), begun_at: words.next()?.parse().ok()? })
    }

    /// Leaves a mark, unless it is there.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn mark(&self, place: &Path) -> io::Result<()> {
        if Self::marked(place).as_ref() == Some(self) {
            return Ok(());
        }
        if let Some(folder) = place.parent() {
            whole_file::private_folder(folder)?;
        }
        let text = format!(
            "{} {}\nhausrecht keeps a history. Where it is missing, `hausrecht restore FILE` puts back a copy, and\n\
             `hausrecht check --new` begins a new one.\n",
            self.id, self.begun_at
        );
        whole_file::put(place, text.as_bytes(), &Rights::Owner)
    }
}

impl Store {
    /// Which installation this is; it gets its name when it is first asked.
    ///
    /// # Errors
    /// Of the store.
    pub fn installation(&self, now: Timestamp) -> StoreResult<Installation> {
        let known = || {
            self.connection
                .query_row("SELECT id, begun_at FROM installation", [], |row| {
                    Ok(Installation {
                        id: lossy(row, 0)?,
                        begun_at: some_time(row, 1).unwrap_or(Timestamp::UNIX_EPOCH),
                    })
                })
                .optional()
        };
        if let Some(known) = known()? {
            return Ok(known);
        }
        let seed = RandomState::new().hash_one(std::process::id());
        let id = sha256_hex(format!("{seed:016x} {now} {}", self.folder.display()).as_bytes());
        self.connection.execute(
            "INSERT INTO installation (id, begun_at) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM installation)",
            rusqlite::params![id.get(..16), seconds(now)],
        )?;
        Ok(known()?.unwrap_or(Installation { id, begun_at: now }))
    }
}
