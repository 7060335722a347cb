//! Snapshots: what a platform served, with all that proves it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};
use url::Url;

use super::{Store, StoreResult, bodies, lossy, seconds, timestamp};
use crate::model::{Origin, Snapshot};

/// A snapshot with its place in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSnapshot {
    pub id: i64,
    pub part: String,
    pub snapshot: Snapshot,
}

impl Store {
    /// The snapshot of a page with that SHA-256, the newest where it was served more than once.
    ///
    /// # Errors
    /// Of the store.
    pub fn snapshot(&self, watch: &str, part: &str, sha256: &str) -> StoreResult<Option<StoredSnapshot>> {
        let which = "WHERE watch = ?1 AND part = ?2 AND sha256 = ?3 ORDER BY id DESC LIMIT 1";
        self.one_snapshot(which, params![watch, part, sha256])
    }

    /// How the snapshot of a page with that SHA-256 reached us, the newest where there are more.
    ///
    /// # Errors
    /// Of the store.
    pub fn origin(&self, watch: &str, part: &str, sha256: &str) -> StoreResult<Option<Origin>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT origin FROM snapshots WHERE watch = ?1 AND part = ?2 AND sha256 = ?3 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([watch, part, sha256], |row| parsed::<Origin>(&row.get::<_, String>(0)?))
            .optional();
        found.map_err(|error| self.of_row("snapshots", sha256, error))
    }

    /// The last snapshot of a page taken at that time or before it.
    ///
    /// # Errors
    /// Of the store.
    pub fn snapshot_at(&self, watch: &str, part: &str, at: Timestamp) -> StoreResult<Option<StoredSnapshot>> {
        let which = "WHERE watch = ?1 AND part = ?2 AND fetched_at <= ?3 ORDER BY fetched_at DESC, id DESC LIMIT 1";
        self.one_snapshot(which, params![watch, part, seconds(at)])
    }

    fn one_snapshot(&self, which: &str, parameters: impl Params) -> StoreResult<Option<StoredSnapshot>> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} {which}"))?;
        let mut rows = statement.query(parameters)?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let number = row.get::<_, i64>(0)?.to_string();
        let sha256: String = row.get(8).map_err(|error| self.of_row("snapshots", &number, error))?;
        let body = bodies::read(&self.connection, &sha256).map_err(|error| self.of_row("bodies", &sha256, error))?;
        let body = body.ok_or(rusqlite::Error::QueryReturnedNoRows);
        let body = body.map_err(|error| self.of_row("bodies", &sha256, error))?;
        read(row, body).map(Some).map_err(|error| self.of_row("snapshots", &number, error))
    }
}

const SELECT: &str = "SELECT id, part, fetched_at, url, redirects, status, headers, origin, sha256 FROM snapshots";

/// Keeps a snapshot and its body; the row's number comes back.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, watch: &str, part: &str, snapshot: &Snapshot) -> rusqlite::Result<i64> {
    let near: Option<String> = connection
        .prepare_cached(
            "SELECT sha256 FROM snapshots WHERE watch = ?1 AND part = ?2 ORDER BY fetched_at DESC, id DESC LIMIT 1",
        )?
        .query_row([watch, part], |row| lossy(row, 0))
        .optional()?;
    let sha256 = bodies::keep(connection, &snapshot.body, near.as_deref())?;
    let same: Option<i64> = connection
        .prepare_cached("SELECT id FROM snapshots WHERE watch = ?1 AND part = ?2 AND fetched_at = ?3 AND sha256 = ?4")?
        .query_row(params![watch, part, seconds(snapshot.fetched_at), sha256], |row| row.get(0))
        .optional()?;
    if let Some(id) = same {
        return Ok(id);
    }
    connection
        .prepare_cached(
            "INSERT INTO snapshots (watch, part, fetched_at, url, redirects, status, headers, origin, sha256)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            watch,
            part,
            seconds(snapshot.fetched_at),
            snapshot.url.as_str(),
            json(&snapshot.redirects),
            snapshot.status,
            json(&snapshot.headers),
            json(&snapshot.origin),
            sha256,
        ])?;
    Ok(connection.last_insert_rowid())
}

fn read(row: &Row<'_>, body: Vec<u8>) -> rusqlite::Result<StoredSnapshot> {
    let url: String = row.get(3)?;
    Ok(StoredSnapshot {
        id: row.get(0)?,
        part: row.get(1)?,
        snapshot: Snapshot {
            fetched_at: timestamp(row.get(2)?)?,
            url: Url::parse(&url).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?,
            redirects: parsed(&row.get::<_, String>(4)?)?,
            status: row.get(5)?,
            headers: parsed(&row.get::<_, String>(6)?)?,
            body,
            origin: parsed::<Origin>(&row.get::<_, String>(7)?)?,
        },
    })
}

/// A value as JSON text; the types kept this way cannot fail to be written.
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}
