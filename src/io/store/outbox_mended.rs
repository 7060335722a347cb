//! Damaged rows of the outbox: whatever a letter was for, what it told is not lost with it.

use jiff::Timestamp;
use rusqlite::{TransactionBehavior, params};

use super::{Store, StoreResult, lossy, seconds, unpack};
use crate::model::{Letter, Loss};

impl Store {
    /// Takes letters that cannot be read out of the outbox, so that what they told is told by another; and lets an address
    /// wait whose row cannot be.
    ///
    /// # Errors
    /// Of the store; nothing was changed then.
    pub fn mend_outbox(&mut self, now: Timestamp) -> StoreResult<()> {
        let mut damaged: Vec<(&str, String, Loss)> = Vec::new();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut states = transaction.prepare_cached(
                "SELECT DISTINCT letter FROM deliveries WHERE state NOT IN ('waiting', 'sent', 'refused', 'withdrawn')",
            )?;
            let mut rows = states.query([])?;
            while let Some(row) = rows.next()? {
                damaged.push(("deliveries", row.get::<_, i64>(0)?.to_string(), Loss::MadeAgain));
            }
            let mut open = transaction.prepare_cached(
                "SELECT DISTINCT letters.id, content, reader FROM deliveries JOIN letters ON letters.id = letter
                 WHERE state IN ('waiting', 'refused')",
            )?;
            let mut rows = open.query([])?;
            while let Some(row) = rows.next()? {
                let id: i64 = row.get(0)?;
                let letter = row.get::<_, Vec<u8>>(1).and_then(|content| unpack::<Letter>(&content));
                let Ok(letter) = letter else {
                    damaged.push(("letters", id.to_string(), Loss::Letter));
                    // Another letter with the same news has the same Message-ID.
                    transaction.execute(
                        "UPDATE letters SET message_id = 'damaged.' || id || '.' || ?2 WHERE id = ?1",
                        params![id, seconds(now)],
                    )?;
                    transaction.execute(
                        "UPDATE deliveries SET state = 'withdrawn', at = ?2 WHERE letter = ?1 AND state IN ('waiting', 'refused')",
                        params![id, seconds(now)],
                    )?;
                    continue;
                };
                let mut addresses = transaction
                    .prepare_cached("SELECT address, CAST(address AS BLOB) FROM deliveries WHERE letter = ?1")?;
                let mut rows = addresses.query([id])?;
                let mut broken: Vec<Vec<u8>> = Vec::new();
                while let Some(row) = rows.next()? {
                    if row.get::<_, String>(0).is_err() {
                        damaged.push(("deliveries", format!("{id} {}", lossy(row, 0)?), Loss::MadeAgain));
                        broken.push(row.get(1)?);
                    }
                }
                for address in &broken {
                    transaction.execute(
                        "DELETE FROM deliveries WHERE letter = ?1 AND CAST(address AS BLOB) = ?2",
                        params![id, address],
                    )?;
                }
                if !broken.is_empty() {
                    for address in &letter.to {
                        transaction.execute(
                            "INSERT OR IGNORE INTO deliveries (letter, address, state, next_try) VALUES (?1, ?2, 'waiting', ?3)",
                            params![id, address, seconds(now)],
                        )?;
                    }
                }
            }
            transaction.execute(
                "UPDATE deliveries SET state = 'waiting', next_try = ?1
                 WHERE state NOT IN ('waiting', 'sent', 'refused', 'withdrawn')",
                [seconds(now)],
            )?;
        }
        transaction.commit()?;
        for (table, row, loss) in damaged {
            self.passed_over(table, &row, "", loss, &"it cannot be read");
        }
        Ok(())
    }
}
