//! Versions: what a page said at a time.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Store, StoreResult, pack, seconds, timestamp, unpack};
use crate::model::{Change, ExtractorMark, Origin, Version};

const SELECT: &str =
    "SELECT v.id, v.watch, v.part, s.sha256, v.seen_at, v.extractor, v.fingerprint, v.document, v.edition
    FROM versions v JOIN snapshots s ON s.id = v.snapshot";

impl Store {
    /// The newest version of a page, in the reader's own edition.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_version(&self, watch: &str, part: &str) -> StoreResult<Option<Version>> {
        self.last_version_of(watch, part, 0)
    }

    /// The newest version of one of a page's editions.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_version_of(&self, watch: &str, part: &str, edition: u32) -> StoreResult<Option<Version>> {
        let found = self
            .connection
            .prepare_cached(&format!(
                "{SELECT} WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = ?3 ORDER BY v.id DESC LIMIT 1"
            ))?
            .query_row(params![watch, part, edition], read)
            .optional()?;
        Ok(found)
    }

    /// When the newest version of a page was seen.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_version_seen(&self, watch: &str, part: &str) -> StoreResult<Option<Timestamp>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT seen_at FROM versions WHERE watch = ?1 AND part = ?2 AND edition = 0 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([watch, part], |row| timestamp(row.get(0)?))
            .optional()?;
        Ok(found)
    }

    /// Whether the last version of a page was handed in by a person.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_version_by_hand(&self, watch: &str, part: &str) -> StoreResult<bool> {
        let origin: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT s.origin FROM versions v JOIN snapshots s ON s.id = v.snapshot
                 WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = 0 ORDER BY v.id DESC LIMIT 1",
            )?
            .query_row([watch, part], |row| row.get(0))
            .optional()?;
        Ok(origin
            .is_some_and(|origin| serde_json::from_str(&origin).is_ok_and(|origin: Origin| origin == Origin::Hand)))
    }

    /// What a page said at that time, in the reader's own edition: its last version seen then or before.
    ///
    /// # Errors
    /// Of the store.
    pub fn version_at(&self, watch: &str, part: &str, at: Timestamp) -> StoreResult<Option<Version>> {
        let found = self
            .connection
            .prepare_cached(&format!(
                "{SELECT} WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = 0 AND v.seen_at <= ?3
                 ORDER BY v.seen_at DESC, v.id DESC LIMIT 1"
            ))?
            .query_row(params![watch, part, seconds(at)], read)
            .optional()?;
        Ok(found)
    }

    /// The version of a page before another one, in the same edition.
    ///
    /// # Errors
    /// Of the store.
    pub fn version_before(&self, version: &Version) -> StoreResult<Option<Version>> {
        let found = self
            .connection
            .prepare_cached(&format!(
                "{SELECT} WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = ?4 AND v.id < ?3 ORDER BY v.id DESC LIMIT 1"
            ))?
            .query_row(params![version.watch, version.part, version.id, version.edition], read)
            .optional()?;
        Ok(found)
    }

    /// The last look that showed a version: what the change says that led away from it, or, of the last version, the page.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_sight_of(&self, version: &Version) -> StoreResult<Option<Timestamp>> {
        let change: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT content FROM changes WHERE from_version = ?1 ORDER BY seq LIMIT 1")?
            .query_row([version.id], |row| row.get(0))
            .optional()?;
        if let Some(change) = change {
            return Ok(unpack::<Change>(&change)?.from.last_seen);
        }
        let is_last = self.last_version(&version.watch, &version.part)?.is_some_and(|last| last.id == version.id);
        let page = if is_last { self.page(&version.watch, &version.part)? } else { None };
        Ok(page.and_then(|page| page.memory.passages.last_seen))
    }

    /// The change that led to a version; none for the first one, or where nothing was told.
    ///
    /// # Errors
    /// Of the store.
    pub fn change_into(&self, version: i64) -> StoreResult<Option<Change>> {
        let change: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT content FROM changes WHERE to_version = ?1 ORDER BY seq LIMIT 1")?
            .query_row([version], |row| row.get(0))
            .optional()?;
        Ok(change.map(|change| unpack(&change)).transpose()?)
    }

    /// All versions of a page, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn versions(&self, watch: &str, part: &str) -> StoreResult<Vec<Version>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{SELECT} WHERE v.watch = ?1 AND v.part = ?2 ORDER BY v.id"))?;
        let found = statement.query_map([watch, part], read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(found)
    }

    /// Puts a document made again from the same snapshot in the place of the old one.
    ///
    /// # Errors
    /// Of the store.
    pub fn replace_version(&self, version: &Version) -> StoreResult<()> {
        self.connection
            .prepare_cached("UPDATE versions SET extractor = ?2, fingerprint = ?3, document = ?4 WHERE id = ?1")?
            .execute(params![version.id, version.extractor.0, version.fingerprint, pack(&version.document)?])?;
        Ok(())
    }
}

/// Keeps a version; the row's number comes back.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, snapshot: i64, version: &Version) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO versions (watch, part, snapshot, seen_at, extractor, fingerprint, document, edition)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            version.watch,
            version.part,
            snapshot,
            seconds(version.seen_at),
            version.extractor.0,
            version.fingerprint,
            pack(&version.document)?,
            version.edition,
        ])?;
    Ok(connection.last_insert_rowid())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        watch: row.get(1)?,
        part: row.get(2)?,
        snapshot: row.get(3)?,
        seen_at: timestamp(row.get(4)?)?,
        extractor: ExtractorMark(row.get(5)?),
        fingerprint: row.get(6)?,
        document: unpack(&row.get::<_, Vec<u8>>(7)?)?,
        edition: row.get(8)?,
    })
}
