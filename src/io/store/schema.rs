//! The tables, and how an older database becomes a present one.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::{StoreError, StoreResult};

/// Each entry brings the format one number up. Never change or remove one that was released.
const MIGRATIONS: [&str; 8] = [
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
    include_str!("schema/5.sql"),
    include_str!("schema/6.sql"),
    include_str!("schema/7.sql"),
    include_str!("schema/8.sql"),
];

/// Marks the file as ours ("Haus"), from format 6 on.
const OURS: i64 = 0x4861_7573;

/// A table that every format has had.
const OLDEST_TABLE: &str = "deliveries";

/// Whether a database is empty, and nothing was ever recorded in it.
///
/// # Errors
/// Of the database.
pub fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(format(connection)? == 0 && tables(connection, "%")? == 0)
}

/// Refuses the database of another program, and one of a newer hausrecht; it only reads.
///
/// # Errors
/// Where it is neither empty nor one that this program knows.
pub fn check_ours(connection: &Connection, path: &Path) -> StoreResult<()> {
    let wrap = |error| StoreError::of(path, error);
    let (found, known) = (format(connection).map_err(wrap)?, known());
    let mark: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(wrap)?;
    let is_ours = match found {
        0 => mark == 0 && tables(connection, "%").map_err(wrap)? == 0,
        _ => [0, OURS].contains(&mark) && tables(connection, OLDEST_TABLE).map_err(wrap)? == 1,
    };
    if !is_ours {
        return Err(StoreError::Damaged {
            file: path.to_owned(),
            detail: "it holds what another program wrote".into(),
        });
    }
    if found > known {
        return Err(StoreError::Newer { file: path.to_owned(), found, known });
    }
    Ok(())
}

fn tables(connection: &Connection, like: &str) -> rusqlite::Result<i64> {
    let counted = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name LIKE ?1";
    connection.query_row(counted, [like], |row| row.get(0))
}

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
    transaction.pragma_update(None, "application_id", OURS).map_err(wrap)?;
    transaction.commit().map_err(wrap)
}

/// Refuses a database that this program cannot read as it is.
///
/// # Errors
/// Where its format is older or newer than this program's.
pub fn check_known(connection: &Connection, path: &Path) -> StoreResult<()> {
    check_ours(connection, path)?;
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
