//! The links of policy hubs, and which of them are new.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::{Store, StoreResult, lossy, proposals, seconds};
use crate::model::{HubLink, Proposal};

impl Store {
    /// Takes note of a hub's links; those seen at two looks in a row, and not at the first one, become proposals.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn note_hub(
        &mut self,
        watch: &str,
        links: &[HubLink],
        now: Timestamp,
        proposal: impl Fn(&HubLink) -> Option<Proposal>,
    ) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let waiting = links_of(&transaction, watch, Some(false))?;
        let is_first = waiting.is_empty() && links_of(&transaction, watch, None)?.is_empty();
        let shown: HashSet<&str> = links.iter().map(|link| link.url.as_str()).collect();
        for link in &waiting {
            if shown.contains(link.url.as_str()) {
                settle(&transaction, watch, link, &proposal)?;
            } else {
                transaction.execute("DELETE FROM hub_links WHERE watch = ?1 AND url = ?2", [watch, &link.url])?;
            }
        }
        for link in links {
            transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO hub_links (watch, url, title, first_seen, known) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![watch, link.url, link.title, seconds(now), is_first])?;
        }
        Ok(transaction.commit()?)
    }

    /// The hub's page is the very same as at the last look: what it showed then was seen again.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn note_same_hub(&mut self, watch: &str, proposal: impl Fn(&HubLink) -> Option<Proposal>) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for link in links_of(&transaction, watch, Some(false))? {
            settle(&transaction, watch, &link, &proposal)?;
        }
        Ok(transaction.commit()?)
    }

    /// All links that a hub was ever sure to show.
    ///
    /// # Errors
    /// Of the store.
    pub fn hub_links(&self, watch: &str) -> StoreResult<Vec<HubLink>> {
        Ok(links_of(&self.connection, watch, None)?)
    }
}

fn settle(
    connection: &Connection,
    watch: &str,
    link: &HubLink,
    proposal: impl Fn(&HubLink) -> Option<Proposal>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE hub_links SET known = 1 WHERE watch = ?1 AND url = ?2")?
        .execute([watch, &link.url])?;
    proposal(link).map_or(Ok(()), |proposal| proposals::propose(connection, &proposal, true))
}

/// The links of a hub, all or those that are known or not.
fn links_of(connection: &Connection, watch: &str, known: Option<bool>) -> rusqlite::Result<Vec<HubLink>> {
    let mut statement = connection.prepare_cached(
        "SELECT url, title FROM hub_links WHERE watch = ?1 AND (?2 IS NULL OR known = ?2) ORDER BY first_seen, url",
    )?;
    let rows =
        statement.query_map(params![watch, known], |row| Ok(HubLink { url: lossy(row, 0)?, title: lossy(row, 1)? }))?;
    rows.collect()
}
