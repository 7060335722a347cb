//! Answers to letters: the key of their codes, which were used, and how far the mailbox was read.

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, TransactionBehavior, params};
use rustix::rand::{GetRandomFlags, getrandom};
use serde::{Deserialize, Serialize};

use super::{Store, StoreError, StoreResult, decisions, seconds, timestamp};
use crate::model::{Answer, Decided, MailboxMark, ReplyKey};

impl Store {
    /// The key of codes in letters, where one was made.
    ///
    /// # Errors
    /// Of the store.
    pub fn reply_key(&self) -> StoreResult<Option<ReplyKey>> {
        let key = self.connection.query_row("SELECT key FROM reply_key", [], |row| row.get::<_, [u8; 32]>(0));
        Ok(key.optional()?.map(ReplyKey))
    }

    /// When the key was made: no answer is older.
    ///
    /// # Errors
    /// Of the store.
    pub fn reply_key_made_at(&self) -> StoreResult<Option<Timestamp>> {
        let made = self.connection.query_row("SELECT made_at FROM reply_key", [], |row| row.get(0)).optional()?;
        Ok(made.map(timestamp).transpose()?)
    }

    /// Sees to it that there is a key of codes; the first one stays.
    ///
    /// # Errors
    /// Of the store, and where the system has no random numbers.
    pub fn make_reply_key(&self, now: Timestamp) -> StoreResult<()> {
        if self.reply_key()?.is_some() {
            return Ok(());
        }
        let mut key = [0_u8; 32];
        let mut filled = 0;
        while filled < key.len() {
            filled += getrandom(&mut key[filled..], GetRandomFlags::empty())
                .map_err(|error| StoreError::folder(&self.folder, &error.into()))?;
        }
        self.connection.execute(
            "INSERT OR IGNORE INTO reply_key (only, key, made_at) VALUES (1, ?1, ?2)",
            params![key, seconds(now)],
        )?;
        Ok(())
    }

    /// The ids of all changes.
    ///
    /// # Errors
    /// Of the store.
    pub fn change_ids(&self) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM changes ORDER BY seq")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?)
    }

    /// How far a mailbox was read; none where it never was.
    ///
    /// # Errors
    /// Of the store.
    pub fn mailbox(&self, name: &str) -> StoreResult<Option<MailboxMark>> {
        let read = |row: &rusqlite::Row<'_>| {
            let left: String = row.get(2)?;
            let Left { unmarked, unread } = match serde_json::from_str(&left) {
                Ok(Kept::Both(left)) => left,
                Ok(Kept::Unmarked(unmarked)) => Left { unmarked, unread: Vec::new() },
                Err(_) => Left::default(),
            };
            Ok(MailboxMark { validity: row.get(0)?, uid: row.get(1)?, unmarked, unread })
        };
        let mut statement =
            self.connection.prepare_cached("SELECT validity, uid, unmarked FROM mailboxes WHERE name = ?1")?;
        Ok(statement.query_row([name], read).optional()?)
    }

    /// Writes down what a message decided and that it was read, in one transaction: a kill loses neither or both.
    ///
    /// Answers whether each was new; a code that was used before decides nothing.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn take_answers(
        &mut self,
        answers: &[Answer],
        mailbox: &str,
        mark: &MailboxMark,
        now: Timestamp,
    ) -> StoreResult<Vec<bool>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut are_new = Vec::with_capacity(answers.len());
        for answer in answers {
            let used = transaction.execute(
                "INSERT OR IGNORE INTO used_codes (code, change, reader, at) VALUES (?1, ?2, ?3, ?4)",
                params![answer.code, answer.change, answer.reader, seconds(now)],
            )?;
            are_new.push(used == 1);
            if used == 1 {
                decisions::keep(&transaction, &decided(answer, now))?;
            }
        }
        let left = match mark.unread.as_slice() {
            // As it always was.
            [] => serde_json::to_string(&mark.unmarked),
            unread => serde_json::to_string(&Left { unmarked: mark.unmarked.clone(), unread: unread.to_vec() }),
        };
        let unmarked = left.unwrap_or_else(|_| "[]".to_owned());
        transaction.execute(
            "INSERT OR REPLACE INTO mailboxes (name, validity, uid, unmarked) VALUES (?1, ?2, ?3, ?4)",
            params![mailbox, mark.validity, mark.uid, unmarked],
        )?;
        transaction.commit()?;
        Ok(are_new)
    }
}

/// What is still to be done in a mailbox: messages to mark, and messages to ask for once more.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Left {
    unmarked: Vec<u32>,
    unread: Vec<(u32, u32)>,
}

/// The same as the column holds it; a list alone is that of messages to mark.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Unmarked(Vec<u32>),
    Both(Left),
}

/// The decision that an answer is.
fn decided(answer: &Answer, now: Timestamp) -> Decided {
    Decided {
        change: answer.change.clone(),
        decision: answer.decision,
        note: answer.note.clone(),
        by: Some(answer.by.clone()),
        due: None,
        at: now,
    }
}
