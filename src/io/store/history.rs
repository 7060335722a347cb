//! Counts of what was seen and held back, so that silence can be trusted.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::{Store, StoreResult, lossy, seconds, some_time};
use crate::model::Noise;

/// Differences of one class at one page since a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    pub watch: String,
    pub part: String,
    pub noise: Noise,
    pub count: u64,
    pub last_at: Timestamp,
}

/// Days are counted in UTC: the counts are for people's trust, not for reckoning.
const DAY: i64 = 86_400;

impl Store {
    /// What was held back since a time, by page and class.
    ///
    /// # Errors
    /// Of the store.
    pub fn held_back(&self, since: Timestamp) -> StoreResult<Vec<HeldBack>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT watch, part, class, sum(min(count, 1000000000)), max(last_at) FROM noise WHERE day >= ?1
             GROUP BY watch, part, class ORDER BY watch, part, class",
        )?;
        let rows = statement.query_map([seconds(since).div_euclid(DAY)], |row| {
            let class = lossy(row, 2)?;
            Ok((Noise::from_key(&class), lossy(row, 0)?, lossy(row, 1)?, row.get::<_, i64>(3)?, some_time(row, 4)))
        })?;
        let mut found = Vec::new();
        for row in rows {
            // A class that this program no longer knows is passed over.
            if let (Some(noise), watch, part, count, Some(last_at)) = row? {
                found.push(HeldBack { watch, part, noise, count: count.unsigned_abs(), last_at });
            }
        }
        Ok(found)
    }
}

/// Counts a difference that was held back.
///
/// # Errors
/// Of the database.
pub fn count(connection: &Connection, watch: &str, part: &str, noise: Noise, at: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO noise (watch, part, class, day, count, last_at) VALUES (?1, ?2, ?3, ?4, 1, ?5)
             ON CONFLICT (watch, part, class, day) DO UPDATE SET count = min(count, 1000000000) + 1, last_at = max(last_at, excluded.last_at)",
        )?
        .execute(params![watch, part, noise.key(), seconds(at).div_euclid(DAY), seconds(at)])?;
    Ok(())
}
