//! How far each recipient has been told.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use super::{Store, StoreResult, lossy, seconds, some_time};
use crate::model::Loss;

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

/// The heirs of a reader who has none, as they are written.
const NOBODY: &str = "[]";

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
        let Known { rows: known, damaged } = known(&transaction, now)?;
        let is_here = |name: &str| names.contains(&name);
        let leaving: Vec<&Row> =
            known.iter().filter(|row| row.left_at.is_none() && !is_here(&row.state.name)).collect();
        let is_kept = |row: &Row| {
            // Somebody else was told instead, or it is too long ago.
            let is_lately = row.left_at.is_none_or(|left| seconds(now).saturating_sub(left) <= MISSED);
            row.heirs == NOBODY && is_lately
        };
        let kept = |name: &str| known.iter().any(|row| row.state.name == name && is_kept(row));
        let new: Vec<&str> = names.iter().copied().filter(|name| !kept(name)).collect();

        let is_back = |row: &&Row| is_here(&row.state.name) && (row.left_at.is_some() || row.is_mended);
        for row in known.iter().filter(is_back) {
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
                // Letters that never reached them are as old as all the rest.
                transaction.execute(
                    "DELETE FROM told WHERE reader = ?1 AND NOT EXISTS (
                         SELECT 1 FROM deliveries WHERE letter = told.letter AND state IN ('sent', 'waiting'))",
                    [name],
                )?;
                transaction.execute(
                    "INSERT OR REPLACE INTO readers (name, change_seq, notice_seq, digest_at, welcomed)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                    params![name, first.change_seq, first.notice_seq, seconds(first.digest_at), welcomed],
                )?;
            }
        }
        let heirs = serde_json::to_string(&new).unwrap_or_else(|_| NOBODY.to_owned());
        for row in leaving {
            transaction.execute(
                "UPDATE readers SET left_at = ?2, heirs = ?3 WHERE name = ?1",
                params![row.state.name, seconds(now), heirs],
            )?;
        }
        for row in known.iter().filter(|row| row.unreadable.is_some()) {
            // Whom it was about goes on under the name that the list has.
            transaction.execute("DELETE FROM readers WHERE CAST(name AS BLOB) = ?1", [&row.unreadable])?;
        }
        let states = self::known(&transaction, now)?.rows;
        let state = |name: &&str| states.iter().find(|row| row.state.name == *name).map(|row| row.state.clone());
        let found = names.iter().filter_map(state).collect();
        transaction.commit()?;
        for (name, column) in damaged {
            self.passed_over("readers", &name, "", Loss::Reader, &format!("its {column} cannot be"));
        }
        Ok(found)
    }

    /// Who took over from a reader who left the list in the edit that brought them; nobody where the reader is still there.
    ///
    /// # Errors
    /// Of the store.
    pub fn heirs(&self, reader: &str) -> StoreResult<Vec<String>> {
        let written: Option<String> = self
            .connection
            .query_row("SELECT heirs FROM readers WHERE name = ?1 AND left_at IS NOT NULL", [reader], |row| {
                lossy(row, 0)
            })
            .optional()?;
        Ok(written.and_then(|written| serde_json::from_str(&written).ok()).unwrap_or_default())
    }

    /// When the last digest to a reader was written that had something to say.
    ///
    /// # Errors
    /// Of the store.
    pub fn last_digest(&self, reader: &str) -> StoreResult<Option<Timestamp>> {
        Ok(last_digest(&self.connection, reader)?)
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
    /// The bytes of a name that is no text any more.
    unreadable: Option<Vec<u8>>,
    /// Whether when they left, and to whom, cannot be what the table says.
    is_mended: bool,
}

/// The readers, and what of them cannot be read.
struct Known {
    rows: Vec<Row>,
    /// A reader, and a column that holds what it cannot.
    damaged: Vec<(String, &'static str)>,
}

/// The readers, each as far as they can be told from what is damaged: rather something twice than nothing.
fn known(connection: &Connection, now: Timestamp) -> StoreResult<Known> {
    let newest = newest(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT name, change_seq, notice_seq, digest_at, left_at, heirs, welcomed, CAST(name AS BLOB) FROM readers",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Known { rows: Vec::new(), damaged: Vec::new() };
    while let Some(row) = rows.next()? {
        let name = lossy(row, 0)?;
        let mut lost = |column| found.damaged.push((name.clone(), column));
        let unreadable = if row.get::<_, String>(0).is_err() { Some(row.get(7)?) } else { None };
        if unreadable.is_some() {
            lost("name");
        }
        let mut change_seq: i64 = row.get(1)?;
        if !(0..=newest.change_seq).contains(&change_seq) {
            lost("change_seq");
            change_seq = told_by_digests(connection, &name)?;
        }
        let mut notice_seq: i64 = row.get(2)?;
        if !(0..=newest.notice_seq).contains(&notice_seq) {
            lost("notice_seq");
            notice_seq = notices_before(connection, seconds(now).saturating_sub(MISSED), newest.notice_seq)?;
        }
        let mut digest_at = some_time(row, 3);
        if digest_at.is_none() {
            lost("digest_at");
            digest_at = last_digest(connection, &name)?;
        }
        let digest_at = digest_at.unwrap_or(now);
        // Who never left has no heirs, and who cannot have left is still there: as a reader who is new, they would be told
        // nothing of what they are owed.
        let (mut left_at, mut heirs): (Option<i64>, String) = (row.get(4)?, lossy(row, 5)?);
        let never_left = left_at.is_some_and(|left| left < 0);
        let no_list = serde_json::from_str::<Vec<String>>(&heirs).is_err() || left_at.is_none() && heirs != NOBODY;
        if never_left {
            lost("left_at");
        } else if no_list {
            lost("heirs");
        }
        let is_mended = never_left || no_list;
        if is_mended {
            (left_at, heirs) = (left_at.filter(|_| !never_left), NOBODY.to_owned());
        }
        found.rows.push(Row {
            state: ReaderState { name, change_seq, notice_seq, digest_at, welcomed: row.get(6)? },
            left_at,
            heirs,
            unreadable,
            is_mended,
        });
    }
    Ok(found)
}

/// As far as a reader's digests tell of changes: a digest tells all that came before it.
fn told_by_digests(connection: &Connection, reader: &str) -> rusqlite::Result<i64> {
    connection.query_row(
        "SELECT coalesce(max(changes.seq), 0) FROM told JOIN changes ON changes.id = told.change
         JOIN letters ON letters.id = told.letter WHERE told.reader = ?1 AND letters.kind = 'digest'",
        [reader],
        |row| row.get(0),
    )
}

/// The last notice before a time.
fn notices_before(connection: &Connection, time: i64, newest: i64) -> rusqlite::Result<i64> {
    connection
        .query_row("SELECT coalesce(min(seq) - 1, ?2) FROM notices WHERE at >= ?1", [time, newest], |row| row.get(0))
}

fn last_digest(connection: &Connection, reader: &str) -> rusqlite::Result<Option<Timestamp>> {
    let found = connection
        .prepare_cached(
            "SELECT composed_at FROM letters WHERE reader = ?1 AND kind = 'digest' ORDER BY id DESC LIMIT 1",
        )?
        .query_row([reader], |row| Ok(some_time(row, 0)))
        .optional()?;
    Ok(found.flatten())
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
