//! The recorded changes: finding them again, and what is still to be told.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Store, StoreResult, lossy, pack, seconds, unpack, whatever_is_left};
use crate::model::{Change, Loss, Tier};

/// Which changes are wanted; all conditions must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub watch: Option<String>,
    /// The platform's key.
    pub platform: Option<String>,
    /// Exactly this tier.
    pub tier: Option<Tier>,
    pub since: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

/// A change and its place in the order of recording.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub seq: i64,
    pub change: Change,
    /// Whether a letter told it that its server refused: it comes with the next one, and makes none by itself.
    pub again: bool,
}

/// A change and the version that it leaves behind.
#[derive(Debug, Clone, Copy)]
pub struct NewChange<'a> {
    pub change: &'a Change,
    pub from_version: i64,
}

impl Store {
    /// Hands each wanted change to `each`, oldest first by detection.
    ///
    /// # Errors
    /// Of the store; where a row is damaged, once all the others were handed over.
    pub fn each_change(&self, filter: &Filter, mut each: impl FnMut(Change)) -> StoreResult<()> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, content, watch FROM changes
             WHERE (?1 IS NULL OR watch = ?1) AND (?2 IS NULL OR platform = ?2) AND (?3 IS NULL OR tier = ?3)
               AND (?4 IS NULL OR detected_at >= ?4) AND (?5 IS NULL OR detected_at < ?5)
             ORDER BY detected_at, seq",
        )?;
        let mut rows = statement.query(params![
            filter.watch,
            filter.platform,
            filter.tier.map(Tier::key),
            filter.since.map(seconds),
            filter.until.map(seconds)
        ])?;
        let mut damaged = None;
        while let Some(row) = rows.next()? {
            match unpack(&row.get::<_, Vec<u8>>(1)?) {
                Ok(change) => each(change),
                Err(error) => {
                    let id = lossy(row, 0)?;
                    self.passed_over("changes", &id, &lossy(row, 2)?, Loss::Change, &error);
                    damaged.get_or_insert(self.damaged("changes", id, &error));
                }
            }
        }
        damaged.map_or(Ok(()), Err)
    }

    /// All wanted changes that can be read, oldest first by detection.
    ///
    /// # Errors
    /// Of the store.
    pub fn changes(&self, filter: &Filter) -> StoreResult<Vec<Change>> {
        let mut found = Vec::new();
        whatever_is_left(self.each_change(filter, |change| found.push(change)))?;
        Ok(found)
    }

    /// The changes whose id begins so (at least two letters make an abbreviation); at most two, to tell one from many.
    ///
    /// # Errors
    /// Of the store.
    pub fn changes_by_id(&self, prefix: &str) -> StoreResult<Vec<Change>> {
        let exact = prefix.len() < 2;
        let mut statement = self.connection.prepare_cached(
            "SELECT content FROM changes WHERE id = ?1 OR (NOT ?2 AND substr(id, 1, length(?1)) = ?1) ORDER BY seq LIMIT 2",
        )?;
        let rows = statement.query_map(params![prefix, exact], |row| unpack(&row.get::<_, Vec<u8>>(0)?))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// What a recipient is still to be told, oldest first: what no letter told, and what was told by none that reached
    /// anybody or may yet do so.
    ///
    /// # Errors
    /// Of the store.
    pub fn untold(&self, reader: &str, after_seq: i64) -> StoreResult<Vec<Told>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, content, id, watch, EXISTS (
                 SELECT 1 FROM told JOIN deliveries ON deliveries.letter = told.letter
                 WHERE told.change = changes.id AND told.reader = ?1 AND state = 'refused')
             FROM changes
             WHERE to_tell
               AND (seq > ?2 OR id IN (SELECT change FROM told WHERE reader = ?1))
               AND NOT EXISTS (
                 SELECT 1 FROM told JOIN deliveries ON deliveries.letter = told.letter
                 WHERE told.change = changes.id AND told.reader = ?1 AND state IN ('sent', 'waiting'))
             ORDER BY seq",
        )?;
        let mut rows = statement.query(params![reader, after_seq])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match unpack::<Change>(&row.get::<_, Vec<u8>>(1)?) {
                // Under another id no letter can be noted for it, and one that cannot be noted keeps back all others.
                Ok(change) if change.id != lossy(row, 2)? => {
                    let error = format!("it is the row of {}", change.id);
                    self.passed_over("changes", &lossy(row, 2)?, &change.watch, Loss::Change, &error);
                }
                Ok(change) => found.push(Told { seq: row.get(0)?, change, again: row.get(4)? }),
                // It can be told no more; that is no reason to tell nothing.
                Err(error) => {
                    self.passed_over("changes", &lossy(row, 2)?, &lossy(row, 3)?, Loss::Change, &error);
                }
            }
        }
        Ok(found)
    }

    /// Whether a letter has told a change already.
    ///
    /// # Errors
    /// Of the store.
    pub fn is_told(&self, change: &str) -> StoreResult<bool> {
        let told = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM told WHERE change = ?1)")?
            .query_row([change], |row| row.get(0))?;
        Ok(told)
    }

    /// The Message-ID of the last letter that told a recipient of an earlier change of the same watch.
    ///
    /// # Errors
    /// Of the store.
    pub fn letter_before(&self, reader: &str, watch: &str) -> StoreResult<Option<String>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT letters.message_id FROM told
                 JOIN changes ON changes.id = told.change JOIN letters ON letters.id = told.letter
                 WHERE told.reader = ?1 AND changes.watch = ?2 ORDER BY letters.id DESC LIMIT 1",
            )?
            .query_row([reader, watch], |row| lossy(row, 0))
            .optional()?;
        Ok(found)
    }
}

/// Keeps a change with its unsent state.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, new: &NewChange<'_>, to_version: i64, to_tell: bool) -> rusqlite::Result<()> {
    let change = new.change;
    connection
        .prepare_cached(
            "INSERT INTO changes (id, watch, part, platform, from_version, to_version, detected_at, kind, tier, to_tell,
             same_as, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            change.id,
            change.watch,
            change.part,
            change.platform,
            new.from_version,
            to_version,
            seconds(change.detected_at),
            change.assessment.kind.key(),
            change.assessment.tier.key(),
            to_tell,
            change.same_as,
            pack(change)?,
        ])?;
    Ok(())
}
