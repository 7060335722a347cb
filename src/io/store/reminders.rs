//! Which reminders a reader has had, kept in one transaction with the letter that reminds.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{TransactionBehavior, params};

use super::{Store, StoreResult, lossy, outbox};
use crate::model::Letter;

/// A reminder: of which change, about which day, and so many days ahead of it.
pub type Reminded = (String, Date, i64);

impl Store {
    /// The reminders that a reader has had.
    ///
    /// # Errors
    /// Of the store.
    pub fn reminded(&self, reader: &str) -> StoreResult<HashSet<Reminded>> {
        let mut statement =
            self.connection.prepare_cached("SELECT change, day, ahead FROM reminded WHERE reader = ?1")?;
        let rows = statement.query_map([reader], |row| Ok((lossy(row, 0)?, lossy(row, 1)?, row.get::<_, i64>(2)?)))?;
        let mut found = HashSet::new();
        for row in rows {
            let (change, day, ahead) = row?;
            // A day that is none was written by nobody here.
            if let Ok(day) = day.parse() {
                found.insert((change, day, ahead));
            }
        }
        Ok(found)
    }

    /// Puts letters that remind into the outbox, and notes of what.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn put_reminders(
        &mut self,
        letters: &[Letter],
        reader: &str,
        of: &[Reminded],
        now: Timestamp,
    ) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for letter in letters {
            outbox::keep(&transaction, letter, now)?;
        }
        for (change, day, ahead) in of {
            transaction.execute(
                "INSERT OR IGNORE INTO reminded (change, reader, day, ahead) VALUES (?1, ?2, ?3, ?4)",
                params![change, reader, day.to_string(), ahead],
            )?;
        }
        transaction.commit()?;
        Ok(())
    }
}
