//! What people decided about changes; append-only.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Row, params};

use super::{Store, StoreResult, seconds, timestamp, unpack};
use crate::model::Change;

/// What is to be done about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It does not concern us.
    None,
    /// We keep an eye on it.
    Watch,
    /// We must act.
    Act,
}

impl Decision {
    /// The name on the command line and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Watch => "watch",
            Self::Act => "act",
        }
    }

    fn from_key(key: &str) -> Self {
        match key {
            "none" => Self::None,
            "watch" => Self::Watch,
            _ => Self::Act,
        }
    }
}

/// A decision and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub change: String,
    pub decision: Decision,
    pub note: Option<String>,
    pub by: Option<String>,
    pub due: Option<Date>,
    pub at: Timestamp,
}

impl Store {
    /// Writes a decision down; saying the very same again changes nothing.
    ///
    /// # Errors
    /// Of the store.
    pub fn decide(&self, decided: &Decided) -> StoreResult<()> {
        let last = self.decisions(&decided.change)?.pop();
        let same = last.is_some_and(|last| Decided { at: decided.at, ..last } == *decided);
        if !same {
            self.connection.execute(
                "INSERT INTO decisions (change, decision, note, by_whom, due, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    decided.change,
                    decided.decision.key(),
                    decided.note,
                    decided.by,
                    decided.due.map(|due| due.to_string()),
                    seconds(decided.at)
                ],
            )?;
        }
        Ok(())
    }

    /// What was decided about a change, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn decisions(&self, change: &str) -> StoreResult<Vec<Decided>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT change, decision, note, by_whom, due, at FROM decisions WHERE change = ?1 ORDER BY id",
        )?;
        Ok(statement.query_map([change], read)?.collect::<Result<Vec<_>, _>>()?)
    }

    /// Alerts that nobody has decided about, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn open_alerts(&self) -> StoreResult<Vec<Change>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT content, id FROM changes WHERE tier = 'alert' AND to_tell
               AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.change = changes.id)
             ORDER BY detected_at, seq",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match unpack(&row.get::<_, Vec<u8>>(0)?) {
                Ok(change) => found.push(change),
                // The others are still open.
                Err(error) => tracing::error!("{}", self.damaged("changes", row.get(1)?, &error)),
            }
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Decided> {
    let decision: String = row.get(1)?;
    let due: Option<String> = row.get(4)?;
    Ok(Decided {
        change: row.get(0)?,
        decision: Decision::from_key(&decision),
        note: row.get(2)?,
        by: row.get(3)?,
        due: due.and_then(|due| due.parse().ok()),
        at: timestamp(row.get(5)?)?,
    })
}
