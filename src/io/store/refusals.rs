//! Addresses that were refused for good, until the operator has been told of them.

use rusqlite::{Transaction, params};

use super::{Store, StoreResult, timestamp, unpack};
use crate::model::{Letter, RefusedAddress};

impl Store {
    /// Refusals that nobody was told of yet, the latest first and no more than a letter can show.
    ///
    /// Those of letters on health are left out: a letter on a letter on a letter would never end.
    ///
    /// # Errors
    /// Of the store.
    pub fn untold_refusals(&self) -> StoreResult<Vec<RefusedAddress>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT letters.id, letters.content, address, answer, at FROM deliveries
             JOIN letters ON letters.id = deliveries.letter
             WHERE state = 'refused' AND reported = 0 AND letters.kind <> 'health' ORDER BY at DESC, letters.id, address LIMIT 50",
        )?;
        let rows = statement.query_map([], |row| {
            let letter: Letter = unpack(&row.get::<_, Vec<u8>>(1)?)?;
            Ok(RefusedAddress {
                letter: row.get(0)?,
                reader: letter.recipient,
                address: row.get(2)?,
                subject: letter.subject,
                answer: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                at: timestamp(row.get::<_, Option<i64>>(4)?.unwrap_or_default())?,
            })
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }
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
