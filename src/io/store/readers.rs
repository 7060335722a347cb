//! How far each recipient has been told.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

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
    /// Whether the letter on what is watched was written, or is not wanted any more.
    pub welcomed: bool,
}

/// A reader who is back on the list within this time is told what was missed; later, only what comes from then on.
const MISSED: i64 = 7 * 24 * 3600;

impl Store {
    /// The states of the recipients of the watchlist, in their order.
    ///
    /// A new recipient is told what comes from now on. Where one left the watchlist in the same edit (a new name for
    /// the same people), the new one takes over what the old one was still to be told: nothing is lost by renaming.
    /// Who comes long after somebody left takes over nothing.
    ///
    /// # Errors
    /// Of the store.
    pub fn readers(&mut self, names: &[&str], now: Timestamp) -> StoreResult<Vec<ReaderState>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known = known(&transaction)?;
        let is_here = |name: &str| names.contains(&name);
        let leaving: Vec<&Row> =
            known.iter().filter(|row| row.left_at.is_none() && !is_here(&row.state.name)).collect();
        let is_kept = |row: &Row| {
            // Somebody else was told instead, or it is too long ago.
            let is_lately = row.left_at.is_none_or(|left| seconds(now).saturating_sub(left) <= MISSED);
            row.heirs == "[]" && is_lately
        };
        let kept = |name: &str| known.iter().any(|row| row.state.name == name && is_kept(row));
        let new: Vec<&str> = names.iter().copied().filter(|name| !kept(name)).collect();

        for row in known.iter().filter(|row| is_here(&row.state.name) && row.left_at.is_some()) {
            transaction
                .execute("UPDATE readers SET left_at = NULL, heirs = '[]' WHERE name = ?1", [&row.state.name])?;
        }
        if !new.is_empty() {
            let mut first = newest(&transaction)?.at(now);
            for row in &leaving {
                first.change_seq = first.change_seq.min(row.state.change_seq);
                first.notice_seq = first.notice_seq.min(row.state.notice_seq);
                first.digest_at = first.digest_at.min(row.state.digest_at);
            }
            for name in &new {
                // The same people under a new name, and who is back, know it all. Where several leave, it cannot be told who
                // came back as whom: better no such letter than a second one.
                let mut before = known.iter().filter(|row| row.state.name == *name).chain(leaving.iter().copied());
                let welcomed = before.any(|row| row.state.welcomed);
                transaction.execute(
                    "INSERT OR REPLACE INTO readers (name, change_seq, notice_seq, digest_at, welcomed)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                    params![name, first.change_seq, first.notice_seq, seconds(first.digest_at), welcomed],
                )?;
            }
        }
        let heirs = serde_json::to_string(&new).unwrap_or_else(|_| "[]".to_owned());
        for row in leaving {
            transaction.execute(
                "UPDATE readers SET left_at = ?2, heirs = ?3 WHERE name = ?1",
                params![row.state.name, seconds(now), heirs],
            )?;
        }
        let states = self::known(&transaction)?;
        let state = |name: &&str| states.iter().find(|row| row.state.name == *name).map(|row| row.state.clone());
        let found = names.iter().filter_map(state).collect();
        transaction.commit()?;
        Ok(found)
    }

    /// Who took over from a reader who left the list in the edit that brought them; nobody where the reader is still there.
    ///
    /// # Errors
    /// Of the store.
    pub fn heirs(&self, reader: &str) -> StoreResult<Vec<String>> {
        let written: Option<String> = self
            .connection
            .query_row("SELECT heirs FROM readers WHERE name = ?1 AND left_at IS NOT NULL", [reader], |row| row.get(0))
            .optional()?;
        Ok(written.and_then(|written| serde_json::from_str(&written).ok()).unwrap_or_default())
    }

    /// When the last digest to a reader was written that had something to say.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_digest(&self, reader: &str) -> StoreResult<Option<Timestamp>> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT composed_at FROM letters WHERE reader = ?1 AND kind = 'digest' ORDER BY id DESC LIMIT 1",
            )?
            .query_row([reader], |row| timestamp(row.get(0)?))
            .optional()?;
        Ok(found)
    }

    /// The newest places in the orders of changes and of notices.
    ///
    /// # Errors
    /// Of the store.
    pub fn newest(&self) -> StoreResult<(i64, i64)> {
        let newest = newest(&self.connection)?;
        Ok((newest.change_seq, newest.notice_seq))
    }
}

/// A reader as the table has them.
struct Row {
    state: ReaderState,
    /// In seconds; none while they are on the list.
    left_at: Option<i64>,
    /// A JSON list of names.
    heirs: String,
}

fn known(connection: &Connection) -> StoreResult<Vec<Row>> {
    let mut statement = connection
        .prepare_cached("SELECT name, change_seq, notice_seq, digest_at, left_at, heirs, welcomed FROM readers")?;
    let rows = statement.query_map([], |row| {
        Ok(Row {
            state: ReaderState {
                name: row.get(0)?,
                change_seq: row.get(1)?,
                notice_seq: row.get(2)?,
                digest_at: timestamp(row.get(3)?)?,
                welcomed: row.get(6)?,
            },
            left_at: row.get(4)?,
            heirs: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The newest places in the orders of changes and of notices.
struct Newest {
    change_seq: i64,
    notice_seq: i64,
}

impl Newest {
    /// Somebody to whom all of it is old.
    const fn at(self, now: Timestamp) -> ReaderState {
        ReaderState {
            name: String::new(),
            change_seq: self.change_seq,
            notice_seq: self.notice_seq,
            digest_at: now,
            welcomed: false,
        }
    }
}

fn newest(connection: &Connection) -> rusqlite::Result<Newest> {
    connection.query_row(
        "SELECT coalesce((SELECT max(seq) FROM changes), 0), coalesce((SELECT max(seq) FROM notices), 0)",
        [],
        |row| Ok(Newest { change_seq: row.get(0)?, notice_seq: row.get(1)? }),
    )
}
