//! The outbox: letters wait here until a server took them, address by address.

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use super::readers::ReaderState;
use super::{Store, StoreResult, lossy, pack, refusals, seconds, some_time, timestamp, unpack};
use crate::model::{Letter, LetterKind, Loss, RefusedAddress};

/// A letter that has not reached an address yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The letter's row.
    pub id: i64,
    pub letter: Letter,
    /// The addresses still to be served.
    pub addresses: Vec<Address>,
}

/// An address and how often it was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub address: String,
    pub tries: u32,
    /// What the server said last.
    pub answer: Option<String>,
    pub next_try: Timestamp,
}

/// How the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCount {
    /// Deliveries (a letter to one address) still to be made.
    pub waiting: u64,
    /// Taken by a server.
    pub sent: u64,
    /// Written to files, where no server is named.
    pub written: u64,
    /// Refused for good by the server.
    pub refused: u64,
}

/// No pause between tries is longer, in seconds.
const FARTHEST_TRY: i64 = 24 * 3600;

impl Store {
    /// Puts letters into the outbox and notes what was told to whom, in one transaction.
    ///
    /// `told` are the refusals that the letters tell of.
    ///
    /// A letter with a Message-ID that is already there is passed over: making the same letter twice sends it once.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn put_letters(
        &mut self,
        letters: &[Letter],
        reader: &ReaderState,
        told: &[RefusedAddress],
        now: Timestamp,
    ) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for letter in letters {
            keep(&transaction, letter, now)?;
        }
        transaction.execute(
            "UPDATE readers SET change_seq = ?2, notice_seq = ?3, digest_at = ?4, welcomed = ?5 WHERE name = ?1",
            params![reader.name, reader.change_seq, reader.notice_seq, seconds(reader.digest_at), reader.welcomed],
        )?;
        refusals::told(&transaction, told)?;
        refusals::told_anew(&transaction, &reader.name, now)?;
        transaction.commit()?;
        Ok(())
    }

    /// The letters that are due for a try, oldest first.
    ///
    /// A try that lies farther ahead than any pause comes from a clock that was wrong: waiting for it could take years.
    ///
    /// # Errors
    /// Of the store.
    pub fn waiting(&self, now: Timestamp) -> StoreResult<Vec<Waiting>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT letters.id, letters.content, address, min(tries, 1000000), answer, next_try FROM deliveries
             JOIN letters ON letters.id = deliveries.letter
             WHERE state = 'waiting' AND (next_try <= ?1 OR next_try > ?2) ORDER BY letters.id, address",
        )?;
        let mut rows = statement.query([seconds(now), seconds(now).saturating_add(FARTHEST_TRY)])?;
        let mut found: Vec<Waiting> = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let address = Address {
                address: lossy(row, 2)?,
                tries: row.get(3).unwrap_or_default(),
                answer: Some(lossy(row, 4)?).filter(|answer| !answer.is_empty()),
                next_try: some_time(row, 5).unwrap_or(now),
            };
            match found.last_mut() {
                Some(last) if last.id == id => last.addresses.push(address),
                // One that cannot be read is taken out of the outbox, and what it told comes with another.
                _ => match row.get::<_, Vec<u8>>(1).and_then(|content| unpack(&content)) {
                    Ok(letter) => found.push(Waiting { id, letter, addresses: vec![address] }),
                    Err(error) => self.passed_over("letters", &id.to_string(), "", Loss::Letter, &error),
                },
            }
        }
        Ok(found)
    }

    /// Every letter that was ever composed, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn letters(&self) -> StoreResult<Vec<Letter>> {
        let mut statement = self.connection.prepare_cached("SELECT content, id FROM letters ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match row.get::<_, Vec<u8>>(0).and_then(|content| unpack(&content)) {
                Ok(letter) => found.push(letter),
                Err(error) => self.passed_over("letters", &row.get::<_, i64>(1)?.to_string(), "", Loss::Letter, &error),
            }
        }
        Ok(found)
    }

    /// Addresses a letter that waits anew: it goes to those alone, and to none of them that it reached or that refused it.
    ///
    /// # Errors
    /// Of the store; nothing was kept then.
    pub fn address_anew(&mut self, letter: i64, addresses: &[String], now: Timestamp) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let waiting: Vec<String> = {
            let mut statement =
                transaction.prepare_cached("SELECT address FROM deliveries WHERE letter = ?1 AND state = 'waiting'")?;
            statement.query_map([letter], |row| lossy(row, 0))?.collect::<Result<_, _>>()?
        };
        for address in waiting.iter().filter(|address| !addresses.contains(address)) {
            transaction.execute(
                "UPDATE deliveries SET state = 'withdrawn', at = ?3 WHERE letter = ?1 AND address = ?2",
                params![letter, address, seconds(now)],
            )?;
        }
        for address in addresses {
            transaction.execute(
                "INSERT INTO deliveries (letter, address, state, next_try) VALUES (?1, ?2, 'waiting', ?3)
                 ON CONFLICT (letter, address) DO UPDATE SET state = 'waiting', next_try = ?3 WHERE state = 'withdrawn'",
                params![letter, address, seconds(now)],
            )?;
        }
        let content: Vec<u8> =
            transaction.query_row("SELECT content FROM letters WHERE id = ?1", [letter], |row| row.get(0))?;
        let content = Letter { to: addresses.to_vec(), ..unpack(&content)? };
        transaction.execute("UPDATE letters SET content = ?2 WHERE id = ?1", params![letter, pack(&content)?])?;
        transaction.commit()?;
        Ok(())
    }

    /// Writes where the answer will be written: what cannot be written down must not be sent, or it would be sent again by
    /// each round.
    ///
    /// # Errors
    /// Of the store.
    pub fn about_to_send(&self, letter: i64, now: Timestamp) -> StoreResult<()> {
        self.connection.execute(
            "UPDATE deliveries SET next_try = ?2 WHERE letter = ?1 AND state = 'waiting'",
            params![letter, seconds(now)],
        )?;
        Ok(())
    }

    /// A server took the letter for this address.
    ///
    /// # Errors
    /// Of the store.
    pub fn delivered(&self, letter: i64, address: &str, answer: &str, now: Timestamp) -> StoreResult<()> {
        // The time between the server's answer and this mark is the time in which a kill sends a letter twice. Without
        // waiting for the disk it is shortest; only a power cut in the next moment could undo the mark.
        self.connection.pragma_update(None, "synchronous", "NORMAL")?;
        let marked = self.connection.execute(
            "UPDATE deliveries SET state = 'sent', tries = min(tries, 1000000) + 1, answer = ?3, at = ?4 WHERE letter = ?1 AND address = ?2",
            params![letter, address, answer, seconds(now)],
        );
        self.connection.pragma_update(None, "synchronous", "FULL")?;
        marked?;
        Ok(())
    }

    /// The try failed; there will be another one.
    ///
    /// # Errors
    /// Of the store.
    pub fn deferred(&self, letter: i64, address: &str, answer: &str, next_try: Timestamp) -> StoreResult<()> {
        self.connection.execute(
            "UPDATE deliveries SET tries = min(tries, 1000000) + 1, answer = ?3, next_try = ?4 WHERE letter = ?1 AND address = ?2",
            params![letter, address, answer, seconds(next_try)],
        )?;
        Ok(())
    }

    /// The server refused the letter for this address for good.
    ///
    /// # Errors
    /// Of the store.
    pub fn refused(&self, letter: i64, address: &str, answer: &str, now: Timestamp) -> StoreResult<()> {
        self.connection.execute(
            "UPDATE deliveries SET state = 'refused', tries = min(tries, 1000000) + 1, answer = ?3, at = ?4 WHERE letter = ?1 AND address = ?2",
            params![letter, address, answer, seconds(now)],
        )?;
        Ok(())
    }

    /// When the oldest letter was composed that still waits for an address.
    ///
    /// # Errors
    /// Of the store.
    pub fn waits_since(&self) -> StoreResult<Option<Timestamp>> {
        let oldest: Option<i64> = self.connection.query_row(
            "SELECT min(composed_at) FROM letters JOIN deliveries ON deliveries.letter = letters.id WHERE state = 'waiting'",
            [],
            |row| row.get(0),
        )?;
        Ok(oldest.and_then(|oldest| timestamp(oldest).ok()))
    }

    /// How many deliveries were refused for good since that time.
    ///
    /// # Errors
    /// Of the store.
    pub fn refused_since(&self, since: Timestamp) -> StoreResult<u64> {
        let count: i64 = self.connection.query_row(
            "SELECT count(*) FROM deliveries WHERE state = 'refused' AND at >= ?1",
            [seconds(since)],
            |row| row.get(0),
        )?;
        Ok(count.unsigned_abs())
    }

    /// How the outbox stands.
    ///
    /// # Errors
    /// Of the store.
    pub fn outbox(&self) -> StoreResult<OutboxCount> {
        let count = self.connection.query_row(
            // What became a file was answered with its path.
            "SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'sent' AND NOT filed),
                    count(*) FILTER (WHERE state = 'sent' AND filed), count(*) FILTER (WHERE state = 'refused')
             FROM (SELECT state, coalesce(answer, '') LIKE '%outbox/%.eml' AS filed FROM deliveries)",
            [],
            |row| {
                let number = |index| row.get::<_, i64>(index).map(i64::unsigned_abs);
                Ok(OutboxCount { waiting: number(0)?, sent: number(1)?, written: number(2)?, refused: number(3)? })
            },
        )?;
        Ok(count)
    }
}

/// Keeps a letter, each of its addresses, and what it tells; one with a Message-ID that is already there is passed over.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, letter: &Letter, now: Timestamp) -> rusqlite::Result<()> {
    let inserted = connection.execute(
        "INSERT INTO letters (message_id, reader, kind, composed_at, content) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (message_id) DO NOTHING",
        params![letter.message_id, letter.recipient, kind(letter.kind), seconds(now), pack(letter)?],
    )?;
    let id: i64 =
        connection.query_row("SELECT id FROM letters WHERE message_id = ?1", [&letter.message_id], |row| row.get(0))?;
    let goes_nowhere = "SELECT NOT EXISTS (SELECT 1 FROM deliveries WHERE letter = ?1 AND state <> 'withdrawn')";
    // The very letter may have been withdrawn before: from somebody who left and is back, or since its row was damaged.
    if inserted == 1 || connection.query_row(goes_nowhere, [id], |row| row.get(0))? {
        for address in &letter.to {
            connection.execute(
                "INSERT INTO deliveries (letter, address, state, next_try) VALUES (?1, ?2, 'waiting', ?3)
                 ON CONFLICT (letter, address) DO UPDATE SET state = 'waiting', next_try = excluded.next_try",
                params![id, address, seconds(now)],
            )?;
        }
    }
    for change in &letter.changes {
        connection.execute(
            "INSERT OR IGNORE INTO told (change, reader, letter) VALUES (?1, ?2, ?3)",
            params![change, letter.recipient, id],
        )?;
    }
    Ok(())
}

const fn kind(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Alert => "alert",
        LetterKind::Digest => "digest",
        LetterKind::Health => "health",
        LetterKind::Reminder => "reminder",
        LetterKind::Welcome => "welcome",
        LetterKind::Test => "test",
    }
}
