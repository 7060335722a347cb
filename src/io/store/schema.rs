//! The tables, and how an older database becomes a present one.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::{StoreError, StoreResult};

/// Each entry brings the format one number up. Never change or remove one that was released.
const MIGRATIONS: [&str; 6] = [
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
    include_str!("schema/5.sql"),
    include_str!("schema/6.sql"),
];

/// Brings the database to the present format, all or nothing.
///
/// # Errors
/// Where it is newer than this program, or a statement fails.
pub fn migrate(connection: &mut Connection, path: &Path) -> StoreResult<()> {
    let wrap = |error| StoreError::of(path, error);
    let found = format(connection).map_err(wrap)?;
    let known = known();
    if found > known {
        return Err(StoreError::Newer { file: path.to_owned(), found, known });
    }
    if found == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
    // Another process may have migrated while this one waited for the lock.
    let found = format(&transaction).map_err(wrap)?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(migration).map_err(wrap)?;
    }
    transaction.pragma_update(None, "user_version", known).map_err(wrap)?;
    transaction.commit().map_err(wrap)
}

/// Refuses a database that this program cannot read as it is.
///
/// # Errors
/// Where its format is older or newer than this program's.
pub fn check_known(connection: &Connection, path: &Path) -> StoreResult<()> {
    let found = format(connection).map_err(|error| StoreError::of(path, error))?;
    let known = known();
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(StoreError::Older { file: path.to_owned(), found, known }),
        std::cmp::Ordering::Greater => Err(StoreError::Newer { file: path.to_owned(), found, known }),
    }
}

fn format(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// The format that this program reads and writes.
fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}
