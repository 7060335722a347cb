//! How the last look at each page went, and what is remembered of the page.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Store, StoreResult, pack, seconds, timestamp, unpack};
use crate::model::{Memory, Outcome};

/// One page of a watch as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageState {
    pub watch: String,
    /// See [`crate::model::Page::part`].
    pub part: String,
    pub looked_at: Timestamp,
    pub outcome: Outcome,
    /// When the document was last really read.
    pub read_at: Option<Timestamp>,
    pub unreadable_since: Option<Timestamp>,
    /// When the blind spot was noticed.
    pub blind_since: Option<Timestamp>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The bytes whose words are those of the last version.
    pub settled_sha256: Option<String>,
    pub memory: Memory,
}

const SELECT: &str =
    "SELECT watch, part, looked_at, outcome, read_at, unreadable_since, blind_since, etag, last_modified,
    settled_sha256, memory FROM pages";

impl Store {
    /// What is known of a page; none before its first look.
    ///
    /// # Errors
    /// Of the store.
    pub fn page(&self, watch: &str, part: &str) -> StoreResult<Option<PageState>> {
        let found = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE watch = ?1 AND part = ?2"))?
            .query_row([watch, part], read)
            .optional()?;
        Ok(found)
    }

    /// All pages that were ever looked at.
    ///
    /// # Errors
    /// Of the store.
    pub fn pages(&self) -> StoreResult<Vec<PageState>> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} ORDER BY watch, part"))?;
        let found = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(found)
    }
}

/// Writes down what is known of a page.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, state: &PageState) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO pages (watch, part, looked_at, outcome, read_at, unreadable_since, blind_since, etag,
             last_modified, settled_sha256, memory) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            state.watch,
            state.part,
            seconds(state.looked_at),
            serde_json::to_string(&state.outcome)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?,
            state.read_at.map(seconds),
            state.unreadable_since.map(seconds),
            state.blind_since.map(seconds),
            state.etag,
            state.last_modified,
            state.settled_sha256,
            pack(&state.memory)?,
        ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<PageState> {
    let time = |index| row.get::<_, Option<i64>>(index)?.map(timestamp).transpose();
    let outcome: String = row.get(3)?;
    Ok(PageState {
        watch: row.get(0)?,
        part: row.get(1)?,
        looked_at: timestamp(row.get(2)?)?,
        outcome: serde_json::from_str(&outcome).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, Box::new(error))
        })?,
        read_at: time(4)?,
        unreadable_since: time(5)?,
        blind_since: time(6)?,
        etag: row.get(7)?,
        last_modified: row.get(8)?,
        settled_sha256: row.get(9)?,
        memory: unpack(&row.get::<_, Vec<u8>>(10)?)?,
    })
}
