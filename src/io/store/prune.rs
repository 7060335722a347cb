//! What nobody needs any more goes: never a version, a change, a decision, or who was told what.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{TransactionBehavior, params};

use super::{Store, StoreResult, pack, seconds, unpack};
use crate::model::Letter;

/// What went, or would go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pruned {
    /// Looks at pages whose bytes no version rests on.
    pub snapshots: u64,
    /// The bytes that were kept of them.
    pub bytes: u64,
    /// Letters of which the text alone stays.
    pub letters: u64,
    /// Days of counts of what was held back.
    pub counts: u64,
}

const DAY: i64 = 86_400;

impl Store {
    /// Takes out what is older than that and needed no more; with `dry`, only counts it.
    ///
    /// # Errors
    /// Of the store; nothing is gone then.
    pub fn prune(&mut self, before: Timestamp, dry: bool) -> StoreResult<Pruned> {
        // What pages remember is read again after an upgrade.
        let mut remembered: HashSet<(String, String, String)> = HashSet::new();
        for page in self.pages()? {
            let editions = page.memory.editions.iter().map(|edition| edition.snapshot.clone());
            for sha256 in editions.chain(page.settled_sha256.clone()) {
                remembered.insert((page.watch.clone(), page.part.clone(), sha256));
            }
        }
        let mut pruned = Pruned::default();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut old = transaction.prepare(
                "SELECT id, watch, part, sha256 FROM snapshots WHERE fetched_at < ?1
                 AND id NOT IN (SELECT snapshot FROM versions)
                 AND id NOT IN (SELECT max(id) FROM snapshots GROUP BY watch, part)",
            )?;
            let mut rows = old.query([seconds(before)])?;
            while let Some(row) = rows.next()? {
                if remembered.contains(&(row.get(1)?, row.get(2)?, row.get(3)?)) {
                    continue;
                }
                transaction.execute("DELETE FROM snapshots WHERE id = ?1", [row.get::<_, i64>(0)?])?;
                pruned.snapshots += 1;
            }
            let size = "SELECT coalesce(sum(length(data)), 0) FROM bodies";
            let all: i64 = transaction.query_row(size, [], |row| row.get(0))?;
            // Bodies rest on whole ones, and whole ones on none: twice is enough.
            for _ in 0..2 {
                transaction.execute(
                    "DELETE FROM bodies WHERE sha256 NOT IN (SELECT sha256 FROM snapshots)
                     AND sha256 NOT IN (SELECT base FROM bodies WHERE base IS NOT NULL)",
                    [],
                )?;
            }
            let left: i64 = transaction.query_row(size, [], |row| row.get(0))?;
            pruned.bytes = (all - left).unsigned_abs();
            let mut letters = transaction.prepare(
                "SELECT id, content FROM letters WHERE composed_at < ?1
                 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE letter = letters.id AND state IN ('waiting', 'refused'))",
            )?;
            let mut rows = letters.query([seconds(before)])?;
            while let Some(row) = rows.next()? {
                // One that cannot be read stays as it is.
                let letter = row.get::<_, Vec<u8>>(1).and_then(|content| unpack::<Letter>(&content));
                let Ok(letter) = letter else { continue };
                if letter.html.is_empty() && letter.attachments.is_empty() {
                    continue;
                }
                let text_alone = Letter { html: String::new(), attachments: Vec::new(), ..letter };
                transaction.execute(
                    "UPDATE letters SET content = ?2 WHERE id = ?1",
                    params![row.get::<_, i64>(0)?, pack(&text_alone)?],
                )?;
                pruned.letters += 1;
            }
        }
        let counts = transaction.execute("DELETE FROM noise WHERE day < ?1", [seconds(before).div_euclid(DAY)])?;
        pruned.counts = counts as u64;
        if dry {
            transaction.rollback()?;
        } else {
            transaction.commit()?;
            self.connection.execute_batch("VACUUM")?;
        }
        Ok(pruned)
    }
}
