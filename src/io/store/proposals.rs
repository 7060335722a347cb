//! Proposals for the watchlist: told once, and kept with what a person decided on them.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use super::notices::{self, Notice};
use super::{Store, StoreResult, lossy, seconds};
use crate::model::{Loss, Proposal, Suggestion};

impl Store {
    /// Keeps a proposal; unless it is certain at once, it is told when it was found a second time.
    ///
    /// # Errors
    /// Of the store.
    pub fn propose(&mut self, proposal: &Proposal, is_certain: bool) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        propose(&transaction, proposal, is_certain)?;
        Ok(transaction.commit()?)
    }

    /// The proposals that nobody has decided on, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn open_proposals(&self) -> StoreResult<Vec<Proposal>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT content, id FROM proposals WHERE state = 'open' ORDER BY found_at, id")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match row.get::<_, String>(0).and_then(|content| parsed(&content)) {
                Ok(proposal) => found.push(proposal),
                Err(error) => self.passed_over("proposals", &lossy(row, 1)?, "", Loss::Rest, &error),
            }
        }
        Ok(found)
    }

    /// Writes down that a proposal was taken over or declined.
    ///
    /// # Errors
    /// Of the store.
    pub fn decide_proposal(&mut self, proposal: &Proposal, is_accepted: bool, at: Timestamp) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let state = if is_accepted { "accepted" } else { "declined" };
        transaction.execute(
            "UPDATE proposals SET state = ?2, decided_at = ?3 WHERE id = ?1",
            params![proposal.id, state, seconds(at)],
        )?;
        if let (true, Suggestion::Moved { part, to, .. }) = (is_accepted, &proposal.what)
            && !part.is_empty()
        {
            rename_part(&transaction, &proposal.watch, part, to)?;
        }
        Ok(transaction.commit()?)
    }
}

/// Keeps a proposal within a transaction.
///
/// # Errors
/// Of the database.
pub fn propose(connection: &Connection, proposal: &Proposal, is_certain: bool) -> rusqlite::Result<()> {
    let state: Option<String> = connection
        .prepare_cached("SELECT state FROM proposals WHERE id = ?1")?
        .query_row([&proposal.id], |row| lossy(row, 0))
        .optional()?;
    // Told before, or decided on.
    if state.as_deref().is_some_and(|state| state != "seen") {
        return Ok(());
    }
    let is_open = is_certain || state.is_some();
    let content =
        serde_json::to_string(proposal).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO proposals (id, state, found_at, content) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![proposal.id, if is_open { "open" } else { "seen" }, seconds(proposal.found_at), content])?;
    if is_open {
        notices::keep(connection, &Notice::of_proposal(proposal), true)?;
    }
    Ok(())
}

/// A page of several is filed under its address: its history goes on under the new one.
fn rename_part(connection: &Connection, watch: &str, from: &str, to: &str) -> rusqlite::Result<()> {
    for table in ["snapshots", "versions", "changes", "pages", "notices"] {
        connection.execute(
            &format!("UPDATE OR IGNORE {table} SET part = ?3 WHERE watch = ?1 AND part = ?2"),
            [watch, from, to],
        )?;
    }
    Ok(())
}

fn parsed(text: &str) -> rusqlite::Result<Proposal> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}
