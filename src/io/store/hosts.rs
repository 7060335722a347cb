//! What is learned of a host over all its documents; the store keeps it without looking inside.

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::de::DeserializeOwned;

use super::{Store, StoreResult, pack, unpack};
use crate::model::HostMemory;

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
        let read = bytes.map(|bytes| unpack(&bytes)).transpose();
        read.map_err(|error| self.damaged("hosts", host.to_owned(), &error))
    }
}

/// What was learned of a host, by its name.
#[derive(Debug, Clone, Copy)]
pub struct LearnedHost<'a> {
    pub name: &'a str,
    pub memory: &'a HostMemory,
}

/// Keeps what was learned of a host.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, host: LearnedHost<'_>) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO hosts (host, memory) VALUES (?1, ?2)")?
        .execute(params![host.name, pack(host.memory)?])?;
    Ok(())
}
