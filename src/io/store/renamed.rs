//! Histories of watches that the watchlist names no more, and how one goes on under another id.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use super::notices::{self, Notice};
use super::{Store, StoreResult, lossy, pack, unpack};
use crate::model::{Change, ListEdit, Proposal};

/// The pages of a watch that has a history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    pub watch: String,
    /// The address of each, as it was asked for last; none where that is not known.
    pub addresses: Vec<String>,
}

impl Store {
    /// The watches of which something is recorded, in the order of their ids.
    ///
    /// # Errors
    /// Of the store.
    pub fn recorded(&self) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare_cached("SELECT DISTINCT watch FROM pages ORDER BY watch")?;
        let rows = statement.query_map([], |row| lossy(row, 0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    }

    /// The history of a watch.
    ///
    /// # Errors
    /// Of the store.
    pub fn history(&self, watch: &str) -> StoreResult<History> {
        let mut statement = self.connection.prepare_cached("SELECT part FROM pages WHERE watch = ?1 ORDER BY part")?;
        let parts: Vec<String> = statement.query_map([watch], |row| lossy(row, 0))?.collect::<Result<_, _>>()?;
        let mut found = History { watch: watch.to_owned(), addresses: Vec::new() };
        for part in parts {
            let wanted = self.page(watch, &part)?.and_then(|page| page.memory.wanted);
            found.addresses.extend(match wanted {
                Some(wanted) => Some(wanted.address),
                None => self.asked_for(watch, &part)?,
            });
        }
        Ok(found)
    }

    /// The address of the last snapshot of a page, before it led elsewhere.
    fn asked_for(&self, watch: &str, part: &str) -> StoreResult<Option<String>> {
        let row = self
            .connection
            .prepare_cached(
                "SELECT url, redirects FROM snapshots WHERE watch = ?1 AND part = ?2 ORDER BY id DESC LIMIT 1",
            )?
            .query_row([watch, part], |row| Ok((lossy(row, 0)?, lossy(row, 1)?)))
            .optional()?;
        Ok(row.map(|(url, redirects)| {
            let redirects: Vec<String> = serde_json::from_str(&redirects).unwrap_or_default();
            redirects.into_iter().next().unwrap_or(url)
        }))
    }

    /// Lets the history of a watch go on under another id, and writes down that it is to be told.
    ///
    /// # Errors
    /// Of the store; nothing was changed then.
    pub fn rename_watch(&mut self, from: &str, to: &str, now: Timestamp) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in ["snapshots", "versions", "changes", "pages", "noise", "notices", "held", "hub_links", "sights"] {
            transaction.execute(&format!("UPDATE OR IGNORE {table} SET watch = ?2 WHERE watch = ?1"), [from, to])?;
        }
        for (table, key) in [("changes", "seq"), ("held", "seq")] {
            rename_within(&transaction, table, key, to)?;
        }
        rename_proposals(&transaction, from, to)?;
        notices::keep(&transaction, &Notice::of_edit(to, ListEdit::Renamed { from: from.to_owned() }, now), true)?;
        Ok(transaction.commit()?)
    }

    /// Writes down that it is to be told of an edit.
    ///
    /// # Errors
    /// Of the store.
    pub fn note_edit(&self, watch: &str, edit: ListEdit, now: Timestamp) -> StoreResult<()> {
        Ok(notices::keep(&self.connection, &Notice::of_edit(watch, edit, now), true)?)
    }
}

/// Changes name their watch within, too.
fn rename_within(connection: &Connection, table: &str, key: &str, watch: &str) -> rusqlite::Result<()> {
    let mut rows = connection.prepare(&format!("SELECT {key}, content FROM {table} WHERE watch = ?1"))?;
    let mut rows = rows.query([watch])?;
    while let Some(row) = rows.next()? {
        // What cannot be read stays as it is, and is named where it is needed.
        let Ok(change) = row.get::<_, Vec<u8>>(1).and_then(|content| unpack::<Change>(&content)) else { continue };
        let change = Change { watch: watch.to_owned(), ..change };
        connection.execute(
            &format!("UPDATE {table} SET content = ?2 WHERE {key} = ?1"),
            params![row.get::<_, i64>(0)?, pack(&change)?],
        )?;
    }
    Ok(())
}

fn rename_proposals(connection: &Connection, from: &str, to: &str) -> rusqlite::Result<()> {
    let mut rows = connection.prepare("SELECT id, content FROM proposals")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let Ok(proposal) = serde_json::from_str::<Proposal>(&lossy(row, 1)?) else { continue };
        if proposal.watch != from {
            continue;
        }
        let renamed = serde_json::to_string(&Proposal { watch: to.to_owned(), ..proposal });
        let renamed = renamed.map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        connection
            .execute("UPDATE proposals SET content = ?2 WHERE id = ?1", params![row.get::<_, String>(0)?, renamed])?;
    }
    Ok(())
}
