//! The rounds of the last year: when they began and ended, and what came of them.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, TransactionBehavior, params};

use super::notices::{self, Notice};
use super::{Store, StoreResult, seconds, some_time, timestamp};
use crate::model::RoundReport;

/// Reports are kept so long, in seconds.
const KEPT: i64 = 366 * 24 * 3600;

/// A round, or some in a row that had nothing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub began_at: Timestamp,
    /// None: it is under way, or was killed.
    pub ended_at: Option<Timestamp>,
    /// How many share this entry.
    pub times: u64,
    pub report: Option<RoundReport>,
}

impl Store {
    /// Writes down that a round begins, and with it what is to be told of the time in which none did.
    ///
    /// # Errors
    /// Of the store; nothing was written then.
    pub fn begin_round(&mut self, now: Timestamp, silence: Option<&Notice>) -> StoreResult<i64> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("INSERT INTO rounds (began_at) VALUES (?1)", [seconds(now)])?;
        let id = transaction.last_insert_rowid();
        if let Some(silence) = silence {
            notices::keep(&transaction, silence, true)?;
        }
        transaction.commit()?;
        Ok(id)
    }

    /// Writes down what came of a round; reports older than a year go.
    ///
    /// # Errors
    /// Of the store; nothing was written then.
    pub fn end_round(&mut self, id: i64, report: &RoundReport, now: Timestamp) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let text =
            serde_json::to_string(report).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        let before: Option<i64> = transaction
            .query_row(
                "SELECT id FROM rounds WHERE id = (SELECT max(id) FROM rounds WHERE id < ?1) AND quiet AND ended_at IS NOT NULL",
                [id],
                |row| row.get(0),
            )
            .optional()?;
        match before.filter(|_| report.is_quiet()) {
            Some(before) => {
                transaction.execute(
                    "UPDATE rounds SET ended_at = ?2, times = min(times, 1000000000) + 1 WHERE id = ?1",
                    params![before, seconds(now)],
                )?;
                transaction.execute("DELETE FROM rounds WHERE id = ?1", [id])?;
            }
            None => {
                transaction.execute(
                    "UPDATE rounds SET ended_at = ?2, quiet = ?3, report = ?4 WHERE id = ?1",
                    params![id, seconds(now), report.is_quiet(), text],
                )?;
            }
        }
        transaction.execute("DELETE FROM rounds WHERE began_at < ?1", [seconds(now).saturating_sub(KEPT)])?;
        transaction.commit()?;
        Ok(())
    }

    /// The last rounds, the newest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn rounds(&self, most: u32) -> StoreResult<Vec<Round>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT began_at, ended_at, times, report FROM rounds ORDER BY id DESC LIMIT ?1")?;
        let rows = statement.query_map([most], |row| {
            let report = row.get::<_, Option<String>>(3).ok().flatten();
            let began_at = some_time(row, 0);
            let ended_at = some_time(row, 1);
            Ok(Round {
                began_at: began_at.or(ended_at).unwrap_or(Timestamp::UNIX_EPOCH),
                ended_at,
                times: row.get::<_, i64>(2)?.unsigned_abs(),
                // A report that this program no longer understands is passed over.
                report: report.and_then(|report| serde_json::from_str(&report).ok()),
            })
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// How many rounds that began since a time did not come to their end; the last one may be at work, until `at_work`.
    ///
    /// # Errors
    /// Of the store.
    pub fn killed_rounds(&self, since: Timestamp, at_work: Timestamp) -> StoreResult<u64> {
        let killed: i64 = self.connection.query_row(
            "SELECT count(*) FROM rounds WHERE ended_at IS NULL AND began_at >= ?1
             AND (began_at < ?2 OR id < (SELECT max(id) FROM rounds))",
            [seconds(since), seconds(at_work)],
            |row| row.get(0),
        )?;
        Ok(killed.unsigned_abs())
    }

    /// When a round last gave a sign of life; none before the first one.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_ran(&self) -> StoreResult<Option<Timestamp>> {
        let last: Option<i64> =
            self.connection.query_row(
            // Others are times that cannot be.
            "SELECT max(coalesce(ended_at, began_at)) FROM rounds WHERE coalesce(ended_at, began_at) BETWEEN 0 AND 253402207200",
            [],
            |row| row.get(0),
        )?;
        Ok(last.map(timestamp).transpose()?)
    }
}
