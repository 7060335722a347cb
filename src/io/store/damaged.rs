//! Single rows that cannot be read: named, told to the operator, and no reason to lose the others.

use std::sync::PoisonError;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{ErrorCode, TransactionBehavior};

use super::file::FILE_NAME;
use super::notices::{self, Notice};
use super::{Store, StoreError, StoreResult, lossy, seconds};
use crate::model::{Damage, Loss};

/// The same row is told of again after so long, if it is still there.
const TOLD_AGAIN: SignedDuration = SignedDuration::from_hours(30 * 24);
/// So many rows are named; with more of them, it is the file that is damaged.
const MOST: usize = 100;

impl Store {
    /// Names a row that cannot be read.
    pub(super) fn damaged(&self, table: &'static str, row: String, error: &rusqlite::Error) -> StoreError {
        StoreError::Row { file: self.folder.join(FILE_NAME), table, row, detail: error.to_string() }
    }

    /// Names a row that cannot be read; any other trouble stays what it is.
    pub(super) fn of_row(&self, table: &'static str, row: &str, error: rusqlite::Error) -> StoreError {
        match StoreError::from(error) {
            StoreError::Sql(error) if StoreError::is_of_values(&error) => self.damaged(table, row.to_owned(), &error),
            other => other,
        }
    }

    /// Goes on without a row that cannot be read, and keeps in mind that it is to be told.
    pub fn passed_over(&self, table: &str, row: &str, watch: &str, loss: Loss, error: &dyn std::fmt::Display) {
        let damage = Damage {
            file: self.folder.join(FILE_NAME).display().to_string(),
            table: table.to_owned(),
            row: row.to_owned(),
            watch: watch.to_owned(),
            loss,
        };
        let mut damages = self.damages.lock().unwrap_or_else(PoisonError::into_inner);
        if damages.len() < MOST && !damages.contains(&damage) {
            tracing::error!("a row of {} is damaged ({table}, {row}): {error}", damage.file);
            damages.push(damage);
        }
    }

    /// Goes on without what one damaged row held; all other trouble stays trouble.
    ///
    /// # Errors
    /// Of the store, but for single rows.
    pub fn unless_damaged<T>(&self, watch: &str, loss: Loss, result: StoreResult<T>) -> StoreResult<Option<T>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_of_one_row() => {
                let (table, row) = match &error {
                    StoreError::Row { table, row, .. } => (*table, row.as_str()),
                    _ => ("", ""),
                };
                self.passed_over(table, row, watch, loss, &error);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Goes on without what could not be read, be it one row or a part of the file; that the file is damaged is kept in mind,
    /// and is the round's error in the end.
    ///
    /// # Errors
    /// Of the store, but for damage.
    pub fn in_spite_of_damage<T>(&self, result: StoreResult<T>) -> StoreResult<Option<T>> {
        match result {
            Err(StoreError::Damaged { detail, .. }) => {
                tracing::error!("{} is damaged: {detail}", self.folder.join(FILE_NAME).display());
                *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(detail);
                Ok(None)
            }
            other => self.unless_damaged("", Loss::Rest, other),
        }
    }

    /// Whether all that was wanted of the file could be read.
    ///
    /// # Errors
    /// That it is damaged.
    pub fn unbroken(&self) -> StoreResult<()> {
        match self.broken.lock().unwrap_or_else(PoisonError::into_inner).clone() {
            Some(detail) => Err(StoreError::Damaged { file: self.folder.join(FILE_NAME), detail }),
            None => Ok(()),
        }
    }

    /// Writes down, to be told, which rows were found damaged since this was asked last; each once in a month. Whether any was
    /// written down.
    ///
    /// # Errors
    /// Of the store; nothing was written then.
    pub fn tell_damages(&mut self, now: Timestamp) -> StoreResult<bool> {
        let found = std::mem::take(&mut *self.damages.lock().unwrap_or_else(PoisonError::into_inner));
        if found.is_empty() {
            return Ok(false);
        }
        let since = now.checked_sub(TOLD_AGAIN).unwrap_or(Timestamp::UNIX_EPOCH);
        let known = self.told_damages(since)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (mut known, mut is_new) = (known, false);
        // What a loss means is better known in one place than in another.
        let (plain, telling): (Vec<_>, Vec<_>) = found.into_iter().partition(|damage| damage.loss == Loss::Rest);
        for damage in telling.into_iter().chain(plain) {
            if !known.iter().any(|known| (&known.table, &known.row) == (&damage.table, &damage.row)) {
                notices::keep(&transaction, &Notice::of_damage(damage.clone(), now), true)?;
                known.push(damage);
                is_new = true;
            }
        }
        transaction.commit()?;
        Ok(is_new)
    }

    /// The damaged rows of which somebody was told since a time.
    ///
    /// # Errors
    /// Of the store.
    pub fn told_damages(&self, since: Timestamp) -> StoreResult<Vec<Damage>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT notice FROM notices WHERE at >= ?1 AND instr(notice, '\"damage\"') ORDER BY seq")?;
        let rows = statement.query_map([seconds(since)], |row| lossy(row, 0))?;
        let mut found = Vec::new();
        for row in rows {
            found.extend(serde_json::from_str::<Notice>(&row?).ok().and_then(|notice| notice.damage));
        }
        Ok(found)
    }
}

impl StoreError {
    /// Whether it is about what one row holds, and not about the file or the disk.
    #[must_use]
    pub fn is_of_one_row(&self) -> bool {
        match self {
            Self::Row { .. } => true,
            Self::Sql(error) => Self::is_of_values(error),
            _ => false,
        }
    }

    /// Whether it is about what stands in the file, in one row or in a part of it, and not about the disk or the rights.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. }) || self.is_of_one_row()
    }

    fn is_of_values(error: &rusqlite::Error) -> bool {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => matches!(
                failure.code,
                ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig | ErrorCode::Unknown
            ),
            _ => true,
        }
    }
}

/// Goes on where single rows are damaged, and says so: what they held is lost, and the rest is not.
///
/// # Errors
/// Of the store, in all other cases.
pub fn whatever_is_left(result: StoreResult<()>) -> StoreResult<()> {
    match result {
        Err(error @ StoreError::Row { .. }) => {
            tracing::error!("{error}");
            Ok(())
        }
        other => other,
    }
}
