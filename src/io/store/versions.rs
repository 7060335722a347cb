//! Versions: what a page said at a time.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};

use super::{Store, StoreResult, lossy, pack, seconds, some_time, timestamp, unpack};
use crate::model::{Change, Document, ExtractorMark, Loss, Origin, Version};

const SELECT: &str =
    "SELECT v.id, v.watch, v.part, s.sha256, v.seen_at, v.extractor, v.fingerprint, v.document, v.edition
    FROM versions v LEFT JOIN snapshots s ON s.id = v.snapshot";

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
        let which = "WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = ?3 ORDER BY v.id DESC LIMIT 1";
        self.one_version(which, params![watch, part, edition])
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
            .query_row([watch, part], |row| Ok(some_time(row, 0)))
            .optional()?;
        Ok(found.flatten())
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
            .query_row([watch, part], |row| lossy(row, 0))
            .optional()?;
        Ok(origin
            .is_some_and(|origin| serde_json::from_str(&origin).is_ok_and(|origin: Origin| origin == Origin::Hand)))
    }

    /// What a page said at that time, in the reader's own edition: its last version seen then or before.
    ///
    /// # Errors
    /// Of the store.
    pub fn version_at(&self, watch: &str, part: &str, at: Timestamp) -> StoreResult<Option<Version>> {
        let which = "WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = 0 AND v.seen_at <= ?3
                     ORDER BY v.seen_at DESC, v.id DESC LIMIT 1";
        self.one_version(which, params![watch, part, seconds(at)])
    }

    /// The version of a page before another one, in the same edition.
    ///
    /// # Errors
    /// Of the store.
    pub fn version_before(&self, version: &Version) -> StoreResult<Option<Version>> {
        let which = "WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = ?4 AND v.id < ?3 ORDER BY v.id DESC LIMIT 1";
        self.one_version(which, params![version.watch, version.part, version.id, version.edition])
    }

    fn one_version(&self, which: &str, parameters: impl Params) -> StoreResult<Option<Version>> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} {which}"))?;
        let mut rows = statement.query(parameters)?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let version = read(row).map_err(|error| self.of_row("versions", &number(row), error))?;
        if version.snapshot.is_empty() {
            // The text is there; what proves it is not.
            self.passed_over(
                "versions",
                &number(row),
                &version.watch,
                Loss::Rest,
                &"its snapshot is not there any more",
            );
        }
        Ok(Some(version))
    }

    /// The newest version of a page in the reader's own edition, without its text, and why that cannot be read; none where
    /// it can.
    ///
    /// # Errors
    /// Of the store.
    pub fn damaged_version(&self, watch: &str, part: &str) -> StoreResult<Option<(Version, String)>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} WHERE v.watch = ?1 AND v.part = ?2 AND v.edition = 0 ORDER BY v.id DESC LIMIT 1"
        ))?;
        let mut rows = statement.query([watch, part])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let Err(error) = read(row) else { return Ok(None) };
        let version = Version {
            id: row.get(0)?,
            watch: watch.to_owned(),
            part: part.to_owned(),
            snapshot: lossy(row, 3)?,
            seen_at: some_time(row, 4).unwrap_or(Timestamp::UNIX_EPOCH),
            extractor: ExtractorMark(lossy(row, 5)?),
            fingerprint: String::new(),
            document: Document::default(),
            edition: 0,
        };
        Ok(Some((version, error.to_string())))
    }

    /// Whether a page has any version.
    ///
    /// # Errors
    /// Of the store.
    pub fn has_versions(&self, watch: &str, part: &str) -> StoreResult<bool> {
        let found = "SELECT EXISTS (SELECT 1 FROM versions WHERE watch = ?1 AND part = ?2)";
        Ok(self.connection.query_row(found, [watch, part], |row| row.get(0))?)
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
            let change = unpack::<Change>(&change);
            let change =
                change.map_err(|error| self.of_row("changes", &format!("from version {}", version.id), error))?;
            return Ok(change.from.last_seen);
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
        let change = change.map(|change| unpack(&change)).transpose();
        change.map_err(|error| self.of_row("changes", &format!("into version {version}"), error))
    }

    /// All versions of a page, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn versions(&self, watch: &str, part: &str) -> StoreResult<Vec<Version>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{SELECT} WHERE v.watch = ?1 AND v.part = ?2 ORDER BY v.id"))?;
        let mut rows = statement.query([watch, part])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match read(row) {
                Ok(version) => found.push(version),
                Err(error) => self.passed_over("versions", &number(row), watch, Loss::Rest, &error),
            }
        }
        Ok(found)
    }

    /// Puts a document made again from the same snapshot in the place of the old one.
    ///
    /// # Errors
    /// Of the store.
    pub fn replace_version(&self, version: &Version) -> StoreResult<()> {
        self.connection
            .prepare_cached(
                "UPDATE versions SET extractor = ?2, fingerprint = ?3, document = ?4, seen_at = ?5 WHERE id = ?1",
            )?
            .execute(params![
                version.id,
                version.extractor.0,
                version.fingerprint,
                pack(&version.document)?,
                seconds(version.seen_at)
            ])?;
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

/// The number of a row whose first column it is.
fn number(row: &Row<'_>) -> String {
    row.get::<_, i64>(0).map_or_else(|_| "?".to_owned(), |id| id.to_string())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        watch: row.get(1)?,
        part: row.get(2)?,
        snapshot: row.get::<_, Option<String>>(3).ok().flatten().unwrap_or_default(),
        seen_at: timestamp(row.get(4)?)?,
        extractor: ExtractorMark(row.get(5)?),
        fingerprint: row.get(6)?,
        document: unpack(&row.get::<_, Vec<u8>>(7)?)?,
        edition: row.get(8)?,
    })
}
