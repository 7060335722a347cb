//! What can go wrong with the store, in words that say what to do.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::file::FILE_NAME;

/// The result of a store operation.
pub type StoreResult<T> = Result<T, StoreError>;

/// Trouble with the store; it ends the round, with the old data untouched.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(
        "{file} was written by a newer hausrecht (format {found}, this program knows {known})\nhint: install the newer version again, or use another --data folder"
    )]
    Newer { file: PathBuf, found: i64, known: i64 },
    #[error(
        "{file} has an older format ({found}, this program knows {known})\nhint: run `hausrecht check` once to bring it up to date"
    )]
    Older { file: PathBuf, found: i64, known: i64 },
    #[error(
        "{file} is damaged or not a hausrecht database: {detail}\nhint: `hausrecht restore FILE` puts back a copy from your backup, and keeps the damaged file beside it"
    )]
    Damaged { file: PathBuf, detail: String },
    #[error(
        "one row of {file} is damaged ({table}, {row}): {detail}\nhint: put back a copy from your backup with `hausrecht restore FILE`; all the others are as they were"
    )]
    Row { file: PathBuf, table: &'static str, row: String, detail: String },
    #[error(
        "the history in {folder} is gone: one was begun there on {begun}, and nothing is left of it\nhint: `hausrecht restore FILE` puts back a copy from your backup; `hausrecht check --new` begins a new one on purpose"
    )]
    Lost { folder: PathBuf, begun: String },
    #[error("{file} cannot be copied: {detail}")]
    Copy { file: PathBuf, detail: String },
    #[error(
        "the disk that holds the data folder is full\nhint: free some space and run the command again; nothing that was recorded is lost"
    )]
    Full,
    #[error(
        "the data folder cannot be written: {detail}\nhint: check its owner and rights, or name another with --data"
    )]
    ReadOnly { detail: String },
    #[error(
        "the disk that holds the data folder does not read or write as it should: {detail}\nhint: see whether it is full (`df`) or fails (`dmesg`), and run the command again; nothing that was recorded is lost"
    )]
    Disk { detail: String },
    #[error("another hausrecht keeps the database busy\nhint: wait for it to end and run the command again")]
    Busy,
    #[error("data folder {folder}: {detail}\nhint: check its owner and rights, or name another with --data")]
    Folder { folder: PathBuf, detail: String },
    #[error("another `hausrecht check` is at work in {folder} (process {holder})")]
    Locked { folder: PathBuf, holder: String },
    #[error("a look was given up before it came to its end")]
    GivenUp,
    #[error("the database refused an operation: {0}")]
    Sql(rusqlite::Error),
}

impl StoreError {
    /// Trouble with a known file.
    pub(super) fn of(file: &Path, error: rusqlite::Error) -> Self {
        match Self::from(error) {
            Self::Damaged { detail, .. } => Self::Damaged { file: file.to_owned(), detail },
            Self::Sql(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
                Self::ReadOnly { detail: format!("{}: {error}", file.display()) }
            }
            other => other,
        }
    }

    /// Trouble with the data folder.
    pub(super) fn folder(folder: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Folder { folder: folder.to_owned(), detail: error.to_string() },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure) => Self::Disk { detail: error.to_string() },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { detail: error.to_string() },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { file: PathBuf::from(FILE_NAME), detail: error.to_string() }
            }
            _ => Self::Sql(error),
        }
    }
}
