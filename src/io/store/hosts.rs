//! What is learned of a host over all its documents; the store keeps it without looking inside.

use rusqlite::{OptionalExtension as _, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, StoreResult, pack, unpack};

impl Store {
    /// What was learned of a host.
    ///
    /// # Errors
    /// Of the store.
    pub fn host<T: DeserializeOwned>(&self, host: &str) -> StoreResult<Option<T>> {
        let bytes: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT memory FROM hosts WHERE host = ?1")?
            .query_row([host], |row| row.get(0))
            .optional()?;
        Ok(bytes.map(|bytes| unpack(&bytes)).transpose()?)
    }

    /// Keeps what was learned of a host.
    ///
    /// # Errors
    /// Of the store.
    pub fn keep_host<T: Serialize>(&self, host: &str, memory: &T) -> StoreResult<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO hosts (host, memory) VALUES (?1, ?2)")?
            .execute(params![host, pack(memory)?])?;
        Ok(())
    }
}
