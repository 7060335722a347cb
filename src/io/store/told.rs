//! To whom a change was told, when, and in which letter.

use jiff::Timestamp;

use super::{Store, StoreResult, timestamp};

/// One letter that told a change to one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldIn {
    pub reader: String,
    /// The kind of letter by its key.
    pub kind: String,
    pub message_id: String,
    pub composed_at: Timestamp,
    /// When the first of its addresses took it; none while none has.
    pub delivered_at: Option<Timestamp>,
}

impl Store {
    /// The letters that told a change, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn told_in(&self, change: &str) -> StoreResult<Vec<ToldIn>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT told.reader, letters.kind, letters.message_id, letters.composed_at,
                    (SELECT min(at) FROM deliveries WHERE deliveries.letter = letters.id AND state = 'sent')
             FROM told JOIN letters ON letters.id = told.letter WHERE told.change = ?1 ORDER BY letters.id",
        )?;
        let rows = statement.query_map([change], |row| {
            Ok(ToldIn {
                reader: row.get(0)?,
                kind: row.get(1)?,
                message_id: row.get(2)?,
                composed_at: timestamp(row.get(3)?)?,
                delivered_at: row.get::<_, Option<i64>>(4)?.map(timestamp).transpose()?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
