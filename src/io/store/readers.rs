//! How far each recipient has been told.

use jiff::Timestamp;
use rusqlite::{TransactionBehavior, params};

use super::{Store, StoreResult, seconds, timestamp};

/// A recipient as the store knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderState {
    pub name: String,
    /// All changes up to here were told or do not concern them.
    pub change_seq: i64,
    pub notice_seq: i64,
    /// When the last digest was made (or would have been, had there been something to say).
    pub digest_at: Timestamp,
}

impl Store {
    /// The states of the recipients of the watchlist, in their order.
    ///
    /// A new recipient is told what comes from now on. Where one left the watchlist at the same time (a new name for
    /// the same people), the new one takes over what the old one was still to be told: nothing is lost by renaming.
    ///
    /// # Errors
    /// Of the store.
    pub fn readers(&mut self, names: &[&str], now: Timestamp) -> StoreResult<Vec<ReaderState>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known: Vec<String> = {
            let mut statement = transaction.prepare_cached("SELECT name FROM readers")?;
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        let gone: Vec<&String> = known.iter().filter(|name| !names.contains(&name.as_str())).collect();
        let new: Vec<&&str> = names.iter().filter(|name| !known.iter().any(|known| known == **name)).collect();
        if !new.is_empty() {
            let newest = |table: &str| {
                transaction.query_row(&format!("SELECT coalesce(max(seq), 0) FROM {table}"), [], |row| row.get(0))
            };
            let (mut change_seq, mut notice_seq): (i64, i64) = (newest("changes")?, newest("notices")?);
            let mut digest_at = seconds(now);
            for name in &gone {
                let (change, notice, digest) = transaction.query_row(
                    "SELECT change_seq, notice_seq, digest_at FROM readers WHERE name = ?1",
                    [name],
                    |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)),
                )?;
                change_seq = change_seq.min(change);
                notice_seq = notice_seq.min(notice);
                digest_at = digest_at.min(digest);
            }
            for name in new {
                transaction.execute(
                    "INSERT INTO readers (name, change_seq, notice_seq, digest_at) VALUES (?1, ?2, ?3, ?4)",
                    params![name, change_seq, notice_seq, digest_at],
                )?;
            }
            for name in gone {
                transaction.execute("DELETE FROM readers WHERE name = ?1", [name])?;
            }
        }
        let mut states = Vec::with_capacity(names.len());
        for name in names {
            states.push(transaction.query_row(
                "SELECT name, change_seq, notice_seq, digest_at FROM readers WHERE name = ?1",
                [name],
                |row| {
                    Ok(ReaderState {
                        name: row.get(0)?,
                        change_seq: row.get(1)?,
                        notice_seq: row.get(2)?,
                        digest_at: timestamp(row.get(3)?)?,
                    })
                },
            )?);
        }
        transaction.commit()?;
        Ok(states)
    }

    /// The newest places in the orders of changes and of notices.
    ///
    /// # Errors
    /// Of the store.
    pub fn newest(&self) -> StoreResult<(i64, i64)> {
        let newest = self.connection.query_row(
            "SELECT coalesce((SELECT max(seq) FROM changes), 0), coalesce((SELECT max(seq) FROM notices), 0)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(newest)
    }
}
