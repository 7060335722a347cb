//! Notices: a page became a blind spot, is back, or something is proposed for the watchlist.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use super::{Store, StoreResult, lossy, seconds, timestamp};
use crate::model::{Damage, ListEdit, Loss, Proposal, Trouble};

/// Something to tell about the reading itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    #[serde(skip)]
    pub seq: i64,
    #[serde(skip)]
    pub watch: String,
    #[serde(skip)]
    pub part: String,
    #[serde(skip)]
    pub at: Timestamp,
    /// Since when the page had not been read.
    pub since: Timestamp,
    /// Why not; none: the page is back.
    pub trouble: Option<Trouble>,
    /// Which edition stands there now and is followed, where it is not the reader's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Trouble>,
    /// Whether it tells that nothing ran at all from `since` on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_silence: bool,
    /// Which row of the history cannot be read any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<Damage>,
    /// Which edit of the watchlist was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<ListEdit>,
    /// What is proposed; then it is no notice of a page's being readable or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
}

impl Notice {
    /// The notice that tells of a proposal.
    #[must_use]
    pub fn of_proposal(proposal: &Proposal) -> Self {
        Self {
            seq: 0,
            watch: proposal.watch.clone(),
            part: String::new(),
            at: proposal.found_at,
            since: proposal.found_at,
            trouble: None,
            instead: None,
            is_silence: false,
            damage: None,
            edit: None,
            proposal: Some(proposal.clone()),
        }
    }

    /// The notice that a row of the history cannot be read.
    #[must_use]
    pub fn of_damage(damage: Damage, at: Timestamp) -> Self {
        Self { is_silence: false, damage: Some(damage), ..Self::of_silence(at, at) }
    }

    /// The notice that an edit of the watchlist was taken.
    #[must_use]
    pub fn of_edit(watch: &str, edit: ListEdit, at: Timestamp) -> Self {
        Self { watch: watch.to_owned(), is_silence: false, edit: Some(edit), ..Self::of_silence(at, at) }
    }

    /// Whether it is about how a page can be read, and not about the rounds, the history or the watchlist.
    #[must_use]
    pub const fn is_of_page(&self) -> bool {
        self.proposal.is_none() && self.damage.is_none() && self.edit.is_none() && !self.is_silence
    }

    /// The notice that nothing ran from one time to another.
    #[must_use]
    pub const fn of_silence(since: Timestamp, at: Timestamp) -> Self {
        Self {
            seq: 0,
            watch: String::new(),
            part: String::new(),
            at,
            since,
            trouble: None,
            instead: None,
            is_silence: true,
            damage: None,
            edit: None,
            proposal: None,
        }
    }
}

impl Store {
    /// The notices after a place in their order, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn notices_after(&self, seq: i64) -> StoreResult<Vec<Notice>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, watch, part, at, notice FROM notices WHERE seq > ?1 AND to_tell ORDER BY seq",
        )?;
        let mut rows = statement.query([seq])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match read(row) {
                Ok(notice) => found.push(notice),
                // The page's state says how it stands; of what else it told, the others are told.
                Err(error) => {
                    let seq: i64 = row.get(0)?;
                    self.passed_over("notices", &seq.to_string(), &lossy(row, 1)?, Loss::Rest, &error);
                }
            }
        }
        Ok(found)
    }
}

impl Store {
    /// The number of the newest notice; 0 before the first one.
    ///
    /// # Errors
    /// Of the store.
    pub fn newest_notice(&self) -> StoreResult<i64> {
        Ok(self.connection.query_row("SELECT coalesce(max(seq), 0) FROM notices", [], |row| row.get(0))?)
    }

    /// The notices of edits of the watchlist behind that number, oldest first; those that cannot be read are passed over:
    /// letters say so.
    ///
    /// # Errors
    /// Of the store.
    pub fn edits_behind(&self, newest: i64) -> StoreResult<Vec<Notice>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT seq, watch, part, at, notice FROM notices WHERE seq > ?1 ORDER BY seq")?;
        let mut rows = statement.query([newest])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.extend(read(row).ok().filter(|notice| notice.edit.is_some()));
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Notice> {
    let text: String = row.get(4)?;
    let notice: Notice = serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(4, rusqlite::types::Type::Text, Box::new(error)))?;
    Ok(Notice { seq: row.get(0)?, watch: row.get(1)?, part: row.get(2)?, at: timestamp(row.get(3)?)?, ..notice })
}

/// Writes a notice down.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, notice: &Notice, to_tell: bool) -> rusqlite::Result<()> {
    let text =
        serde_json::to_string(notice).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    connection
        .prepare_cached("INSERT INTO notices (watch, part, at, notice, to_tell) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![notice.watch, notice.part, seconds(notice.at), text, to_tell])?;
    Ok(())
}
