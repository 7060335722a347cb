//! What is held back, passage by passage: rows to be seen and brought back.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::changes::Filter;
use super::{Store, StoreResult, lossy, pack, seconds, timestamp, unpack};
use crate::model::{Change, Held, HeldCount, HeldSummary, Loss};

/// As many rows are kept of what comes and goes on a page; those that were not seen for longest go first. What was taken
/// into the text stays for good.
const MOST: i64 = 1000;

const SELECT: &str = "SELECT content, last_seen, looks, taken, id, watch FROM held";

impl Store {
    /// Hands each wanted row to `each`, oldest first; a tier is not asked for, and the time is that of the last sight.
    ///
    /// # Errors
    /// Of the store.
    pub fn each_held(&self, filter: &Filter, mut each: impl FnMut(Held)) -> StoreResult<()> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} WHERE (?1 IS NULL OR watch = ?1) AND (?2 IS NULL OR platform = ?2)
             AND (?3 IS NULL OR last_seen >= ?3) AND (?4 IS NULL OR first_seen < ?4) ORDER BY first_seen, seq"
        ))?;
        let mut rows = statement.query(params![
            filter.watch,
            filter.platform,
            filter.since.map(seconds),
            filter.until.map(seconds)
        ])?;
        let mut damaged = None;
        while let Some(row) = rows.next()? {
            match read(row) {
                Ok(held) => each(held),
                Err(error) => {
                    let id = lossy(row, 4)?;
                    self.passed_over("held", &id, &lossy(row, 5)?, Loss::Rest, &error);
                    damaged.get_or_insert(self.damaged("held", id, &error));
                }
            }
        }
        damaged.map_or(Ok(()), Err)
    }

    /// The rows whose id begins so (at least two letters make an abbreviation); at most two, to tell one from many.
    ///
    /// # Errors
    /// Of the store.
    pub fn held_by_id(&self, prefix: &str) -> StoreResult<Vec<Held>> {
        let exact = prefix.len() < 2;
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} WHERE id = ?1 OR (NOT ?2 AND substr(id, 1, length(?1)) = ?1) ORDER BY seq LIMIT 2"
        ))?;
        let rows = statement.query_map(params![prefix, exact], read)?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// What was held back for the first time after a time, and how much that was held back before still stands.
    ///
    /// # Errors
    /// Of the store.
    pub fn held_since(&self, since: Timestamp) -> StoreResult<HeldSummary> {
        let (passages, documents) = self.connection.query_row(
            "SELECT count(*), count(DISTINCT watch) FROM held WHERE first_seen > ?1",
            [seconds(since)],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
        )?;
        let standing: i64 = self.connection.query_row(
            "SELECT count(*) FROM held WHERE last_seen > ?1 AND first_seen <= ?1",
            [seconds(since)],
            |row| row.get(0),
        )?;
        let mut statement = self.connection.prepare_cached(
            "SELECT rule, count(*) FROM held WHERE first_seen > ?1 GROUP BY rule ORDER BY count(*) DESC, rule",
        )?;
        let rules = statement
            .query_map([seconds(since)], |row| Ok(HeldCount { rule: lossy(row, 0)?, passages: number(row.get(1)?) }))?;
        let rules = rules.collect::<Result<Vec<_>, _>>()?;
        let (passages, documents, standing) = (number(passages), number(documents), number(standing));
        Ok(HeldSummary { passages, documents, rules, standing })
    }

    /// The watches in which the same words came or went as a change told them, in their order of recording.
    ///
    /// # Errors
    /// Of the store.
    pub fn watches_same_as(&self, change: &str) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT watch FROM (SELECT watch, seq FROM held WHERE same_as = ?1
             UNION ALL SELECT watch, seq FROM changes WHERE same_as = ?1 ORDER BY seq)",
        )?;
        let rows = statement.query_map([change], |row| lossy(row, 0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
}

fn number(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Held> {
    let change = unpack::<Change>(&row.get::<_, Vec<u8>>(0)?)?;
    Ok(Held {
        first_seen: change.detected_at,
        change,
        last_seen: timestamp(row.get(1)?)?,
        looks: row.get::<_, i64>(2)?.unsigned_abs(),
        taken: row.get(3)?,
    })
}

/// Keeps a passage that is held back, or notes that a later look saw it again: one look may hold it back under two headings.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, held: &Held) -> rusqlite::Result<()> {
    let change = &held.change;
    let again = connection
        .prepare_cached(
            "UPDATE held SET looks = min(looks, 1000000000) + (last_seen < ?2), last_seen = max(last_seen, ?2), taken = taken OR ?3 WHERE id = ?1",
        )?
        .execute(params![change.id, seconds(held.last_seen), held.taken])?;
    if again > 0 {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT INTO held (id, watch, part, platform, rule, first_seen, last_seen, looks, taken, same_as, content)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, ?10)",
        )?
        .execute(params![
            change.id,
            change.watch,
            change.part,
            change.platform,
            held.rule(),
            // The look that first held it back: by then it may have waited for some time.
            seconds(held.last_seen),
            seconds(held.last_seen),
            held.taken,
            change.same_as,
            pack(change)?,
        ])?;
    bound(connection, &change.watch, &change.part)
}

/// The rows that were not seen for longest go where there are too many.
fn bound(connection: &Connection, watch: &str, part: &str) -> rusqlite::Result<()> {
    let beyond: Option<i64> = connection
        .prepare_cached(
            "SELECT last_seen FROM held WHERE watch = ?1 AND part = ?2 AND NOT taken ORDER BY last_seen DESC LIMIT 1 OFFSET ?3",
        )?
        .query_row(params![watch, part, MOST], |row| row.get(0))
        .optional()?;
    if let Some(beyond) = beyond {
        connection
            .prepare_cached("DELETE FROM held WHERE watch = ?1 AND part = ?2 AND NOT taken AND last_seen < ?3")?
            .execute(params![watch, part, beyond])?;
    }
    Ok(())
}
