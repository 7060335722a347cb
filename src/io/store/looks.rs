//! How the last look at each page went, and what is remembered of the page.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::{Store, StoreResult, lossy, pack, seconds, some_time, timestamp, unpack};
use crate::model::{Loss, Memory, Outcome};

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
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} WHERE watch = ?1 AND part = ?2"))?;
        let mut rows = statement.query([watch, part])?;
        if let Some(row) = rows.next()? {
            return self.as_far_as_it_goes(row).map(Some);
        }
        if self.has_versions(watch, part)? {
            self.passed_over(
                "pages",
                format!("{watch} {part}").trim_end(),
                watch,
                Loss::Memory,
                &"it is not there any more",
            );
        }
        Ok(None)
    }

    /// All pages that were ever looked at.
    ///
    /// # Errors
    /// Of the store.
    pub fn pages(&self) -> StoreResult<Vec<PageState>> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} ORDER BY watch, part"))?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.as_far_as_it_goes(row)?);
        }
        Ok(found)
    }

    /// A page's state; where some of it cannot be read, what is left, and nothing by which a look could be spared.
    fn as_far_as_it_goes(&self, row: &Row<'_>) -> StoreResult<PageState> {
        let error = match read(row) {
            Ok(state) => return Ok(state),
            Err(error) => error,
        };
        let (watch, part) = (lossy(row, 0)?, lossy(row, 1)?);
        self.passed_over("pages", format!("{watch} {part}").trim_end(), &watch, Loss::Memory, &error);
        let memory = row.get::<_, Vec<u8>>(10).and_then(|bytes| unpack(&bytes));
        let memory = match memory {
            Ok(memory) => memory,
            // The numbers of its editions are taken already.
            Err(_) => Memory { numbered: self.highest_edition(&watch, &part)?, ..Memory::default() },
        };
        let outcome = lossy(row, 3)?;
        Ok(PageState {
            looked_at: some_time(row, 2).unwrap_or(Timestamp::UNIX_EPOCH),
            outcome: serde_json::from_str(&outcome).unwrap_or(Outcome::Candidate),
            read_at: some_time(row, 4),
            unreadable_since: some_time(row, 5),
            blind_since: some_time(row, 6),
            etag: None,
            last_modified: None,
            settled_sha256: None,
            memory,
            watch,
            part,
        })
    }

    fn highest_edition(&self, watch: &str, part: &str) -> StoreResult<u32> {
        let highest: Option<i64> = self.connection.query_row(
            "SELECT max(edition) FROM versions WHERE watch = ?1 AND part = ?2",
            [watch, part],
            |row| row.get(0),
        )?;
        Ok(highest.and_then(|highest| u32::try_from(highest).ok()).unwrap_or_default())
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
