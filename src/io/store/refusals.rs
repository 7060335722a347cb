//! What servers refused for good: asked for again, told to the operator, and told anew with the reader's next letter.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, params};

use super::{Store, StoreResult, lossy, seconds, some_time, unpack};
use crate::model::{Letter, RefusedAddress};

/// Seconds between two tries of what was refused for good, in its first days and after them.
const DAY: i64 = 24 * 3600 - 600;
const FIRST_DAYS: i64 = 8 * 24 * 3600;
const WEEK: i64 = 7 * 24 * 3600 - 600;

/// A letter of which nobody has got a copy, nor may yet get one.
const REACHED_NOBODY: &str =
    "NOT EXISTS (SELECT 1 FROM deliveries any WHERE any.letter = letters.id AND any.state IN ('sent', 'waiting'))";

/// Whether a letter told something that no letter has brought to its reader, nor may yet bring.
const TELLS_UNTOLD: &str = "EXISTS (SELECT 1 FROM told WHERE told.letter = letters.id AND NOT EXISTS (
    SELECT 1 FROM told other JOIN deliveries ON deliveries.letter = other.letter
    WHERE other.change = told.change AND other.reader = told.reader AND deliveries.state IN ('sent', 'waiting')))";

const SELECT: &str = "SELECT letters.id, letters.content, address, answer, at, letters.reader FROM deliveries
    JOIN letters ON letters.id = deliveries.letter WHERE state = 'refused'";

impl Store {
    /// Lets letters wait again that were refused for good: servers say so, too, while they are set up wrongly.
    ///
    /// Each address is asked once a day for a week. After it, a letter whose changes nobody has got is offered once a week,
    /// and when the server has taken another one for that address.
    ///
    /// # Errors
    /// Of the store.
    pub fn ask_once_more(&self, now: Timestamp) -> StoreResult<()> {
        self.connection.execute(
            &format!(
                "UPDATE deliveries SET state = 'waiting', next_try = ?1
                 WHERE state = 'refused' AND at <= ?1 - ?2 AND EXISTS (
                     SELECT 1 FROM letters WHERE letters.id = deliveries.letter AND (
                         composed_at > ?1 - ?3
                         OR {REACHED_NOBODY} AND EXISTS (SELECT 1 FROM told WHERE told.letter = letters.id) AND (
                             deliveries.at <= ?1 - ?4 OR EXISTS (
                                 SELECT 1 FROM deliveries other WHERE other.address = deliveries.address
                                 AND other.state = 'sent' AND other.at > deliveries.at))))"
            ),
            params![seconds(now), DAY, FIRST_DAYS, WEEK],
        )?;
        Ok(())
    }

    /// Refusals that nobody was told of yet, the latest first and no more than a letter can show.
    ///
    /// Those of letters on health are left out: a letter on a letter on a letter would never end.
    ///
    /// # Errors
    /// Of the store.
    pub fn untold_refusals(&self) -> StoreResult<Vec<RefusedAddress>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} AND reported = 0 AND letters.kind <> 'health' ORDER BY at DESC, letters.id, address LIMIT 50"
        ))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// Letters whose changes nobody has got, since their servers refused them, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn undelivered(&self) -> StoreResult<Vec<RefusedAddress>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{SELECT} AND {TELLS_UNTOLD} ORDER BY letters.id, address"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
}

/// What a letter cannot say of itself any more, its row does.
fn read(row: &Row<'_>) -> rusqlite::Result<RefusedAddress> {
    let letter = row.get::<_, Vec<u8>>(1).and_then(|content| unpack::<Letter>(&content)).ok();
    Ok(RefusedAddress {
        letter: row.get(0)?,
        reader: lossy(row, 5)?,
        address: lossy(row, 2)?,
        subject: letter.map(|letter| letter.subject).unwrap_or_default(),
        answer: lossy(row, 3)?,
        at: some_time(row, 4).unwrap_or(Timestamp::UNIX_EPOCH),
    })
}

/// Notes within a transaction that these refusals were told.
pub(super) fn told(transaction: &Transaction<'_>, refused: &[RefusedAddress]) -> rusqlite::Result<()> {
    for refusal in refused {
        transaction.execute(
            "UPDATE deliveries SET reported = 1 WHERE letter = ?1 AND address = ?2",
            params![refusal.letter, refusal.address],
        )?;
    }
    Ok(())
}

/// Withdraws within a transaction the refused letters of a reader all of whose changes another letter tells by now, on the
/// same way: they are not to come twice.
pub(super) fn told_anew(transaction: &Transaction<'_>, reader: &str, now: Timestamp) -> rusqlite::Result<()> {
    transaction.execute(
        &format!(
            "UPDATE deliveries SET state = 'withdrawn', at = ?2 WHERE state = 'refused' AND letter IN (
                 SELECT id FROM letters WHERE reader = ?1 AND {REACHED_NOBODY}
                 AND EXISTS (SELECT 1 FROM told WHERE told.letter = letters.id)
                 AND NOT EXISTS (
                     SELECT 1 FROM told WHERE told.letter = letters.id AND NOT EXISTS (
                         SELECT 1 FROM told other JOIN deliveries ON deliveries.letter = other.letter
                         JOIN letters later ON later.id = other.letter
                         WHERE other.change = told.change AND other.reader = told.reader AND other.letter <> told.letter
                         AND (later.message_id LIKE 'hook.%') = (letters.message_id LIKE 'hook.%')
                         AND deliveries.state IN ('sent', 'waiting'))))"
        ),
        params![reader, seconds(now)],
    )?;
    Ok(())
}
