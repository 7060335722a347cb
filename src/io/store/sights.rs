//! What the looks at a page showed, stretch by stretch, so that a day without a good look is never taken for one with it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::looks::PageState;
use super::{Store, StoreResult, lossy, seconds, timestamp};
use crate::model::{Loss, Outcome, Trouble};

/// Looks in a row that came to the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The first of them.
    pub from: Timestamp,
    /// The last of them.
    pub until: Timestamp,
    pub looks: u64,
    /// What stood there instead of the reader's own edition; none where that was read.
    pub instead: Option<Trouble>,
}

/// Looks farther apart than this are no stretch: between them lies a day without any.
const APART: i64 = 25 * 3600;

impl Store {
    /// The stretches of a page, oldest first; none of the time before this was written down.
    ///
    /// # Errors
    /// Of the store.
    pub fn sights(&self, watch: &str, part: &str) -> StoreResult<Vec<Sight>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT from_at, until_at, looks, shows FROM sights WHERE watch = ?1 AND part = ?2 ORDER BY from_at, id",
        )?;
        let mut rows = statement.query([watch, part])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match read(row) {
                Ok(sight) => found.push(sight),
                // A day of which nothing is known is never taken for one with a good look.
                Err(error) => self.passed_over("sights", watch, watch, Loss::Rest, &error),
            }
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Sight> {
    let shows: String = row.get(3)?;
    Ok(Sight {
        from: timestamp(row.get(0)?)?,
        until: timestamp(row.get(1)?)?,
        looks: row.get::<_, i64>(2)?.unsigned_abs(),
        instead: (!shows.is_empty()).then(|| serde_json::from_str(&shows)).transpose().map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, Box::new(error))
        })?,
    })
}

/// Notes what a look showed; `instead` is the edition that stood in place of the reader's own.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, state: &PageState, instead: Option<&Trouble>) -> rusqlite::Result<()> {
    let is_read = state.read_at == Some(state.looked_at);
    let shows = instead.or(match &state.outcome {
        Outcome::Unreadable { trouble } if !is_read => Some(trouble),
        _ => None,
    });
    let last: Option<(i64, i64, String)> = connection
        .prepare_cached(
            "SELECT id, until_at, shows FROM sights WHERE watch = ?1 AND part = ?2 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([&state.watch, &state.part], |row| Ok((row.get(0)?, row.get(1)?, lossy(row, 2)?)))
        .optional()?;
    let at = seconds(state.looked_at);
    if let Some((id, until, before)) = last
        && (0..=APART).contains(&at.saturating_sub(until))
        && is_same(&before, shows)
    {
        connection
            .prepare_cached("UPDATE sights SET until_at = ?2, looks = min(looks, 1000000000) + 1 WHERE id = ?1")?
            .execute([id, at])?;
        return Ok(());
    }
    let shows = shows.map(|trouble| serde_json::to_string(trouble).unwrap_or_default()).unwrap_or_default();
    connection
        .prepare_cached(
            "INSERT INTO sights (watch, part, from_at, until_at, looks, shows) VALUES (?1, ?2, ?3, ?3, 1, ?4)",
        )?
        .execute(params![state.watch, state.part, at, shows])?;
    Ok(())
}

/// Whether a row says the same as a look, but for details that differ from look to look.
fn is_same(row: &str, shows: Option<&Trouble>) -> bool {
    match (serde_json::from_str::<Trouble>(row).ok(), shows) {
        (None, None) => row.is_empty(),
        (Some(before), Some(now)) => before.key() == now.key(),
        _ => false,
    }
}
