//! The whole file looked through: an index that is damaged is made again from its table, and of anything else it is said.

use std::sync::PoisonError;

use super::file::FILE_NAME;
use super::{Store, StoreError, StoreResult};
use crate::model::Loss;

/// So much of what SQLite finds is quoted.
const QUOTED: usize = 3;

/// An index that a table can be without: it can be made again by its own words.
struct Index {
    name: String,
    root: i64,
    sql: String,
}

/// So many findings are asked for: of the hundred that SQLite gives otherwise, all may be of pages that nothing uses.
const MOST: usize = 10_000;

impl Store {
    /// What SQLite itself finds wrong with the file; empty where it is sound.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn integrity(&self) -> StoreResult<Vec<String>> {
        self.found_wrong("PRAGMA integrity_check")
    }

    fn found_wrong(&self, check: &str) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare(check)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        // Several come in one row.
        let lines = rows.iter().flat_map(|row| row.lines()).filter(|line| *line != "ok" && !line.starts_with("*** "));
        Ok(lines.map(str::to_owned).collect())
    }

    /// Looks through the whole file. Through a damaged index, rows are not found that are there, and nothing says so: it is
    /// made again.
    ///
    /// # Errors
    /// That the file is damaged, where it is not an index alone.
    pub fn look_through(&self) -> StoreResult<()> {
        // By the trees first: where one of them is broken, the rows cannot be counted.
        let of_the_file = |check: &str| {
            let found = self.found_wrong(check)?;
            // A page that nothing uses is room and no loss.
            let is_wrong = |line: &String| !is_of_a_value(line) && !line.ends_with(" never used");
            Ok::<_, StoreError>(found.into_iter().filter(is_wrong).collect::<Vec<_>>())
        };
        let mut wrong = of_the_file(&format!("PRAGMA quick_check({MOST})"))?;
        if wrong.is_empty() {
            wrong = of_the_file(&format!("PRAGMA integrity_check({MOST})"))?;
        }
        if wrong.is_empty() {
            return Ok(());
        }
        let damaged = self.damaged_indexes(&wrong)?;
        if !damaged.is_empty()
            && self.made_again(&damaged).is_ok()
            && of_the_file(&format!("PRAGMA integrity_check({MOST})"))?.is_empty()
        {
            for index in damaged {
                self.passed_over(&index.name, "-", "", Loss::Index, &wrong.join("; "));
            }
            return Ok(());
        }
        let detail = wrong.into_iter().take(QUOTED).collect::<Vec<_>>().join("; ");
        Err(StoreError::Damaged { file: self.folder.join(FILE_NAME), detail })
    }

    /// Whether what was met with as damaged is sound again.
    pub fn mended(&self) -> bool {
        let is_mended = self.look_through().is_ok();
        if is_mended {
            *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        is_mended
    }

    /// The indexes that all of this is about; none where some of it is about more. An index that knows of rows that are in no
    /// table is no damaged index, but a witness of what is lost.
    fn damaged_indexes(&self, wrong: &[String]) -> StoreResult<Vec<Index>> {
        let mut statement = self
            .connection
            .prepare("SELECT name, rootpage, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")?;
        let known =
            statement.query_map([], |row| Ok(Index { name: row.get(0)?, root: row.get(1)?, sql: row.get(2)? }))?;
        let known = known.collect::<Result<Vec<_>, _>>()?;
        let is_of = |index: &Index, line: &str| {
            line.starts_with(&format!("Tree {} page ", index.root))
                || line.ends_with(&format!(" missing from index {}", index.name))
        };
        let damaged: Vec<Index> =
            known.into_iter().filter(|index| wrong.iter().any(|line| is_of(index, line))).collect();
        let is_all = wrong.iter().all(|line| {
            let counts = |index: &Index| *line == format!("wrong # of entries in index {}", index.name);
            damaged.iter().any(|index| is_of(index, line) || counts(index))
        });
        Ok(if is_all { damaged } else { Vec::new() })
    }

    /// Makes indexes again, all or none. What a damaged one holds cannot be taken out of it: it is let go of, and the file is
    /// written anew without it.
    fn made_again(&self, indexes: &[Index]) -> rusqlite::Result<()> {
        let names: Vec<String> = indexes.iter().map(|index| format!("'{}'", index.name)).collect();
        let anew: Vec<&str> = indexes.iter().map(|index| index.sql.as_str()).collect();
        let done = self.connection.execute_batch(&format!(
            "PRAGMA writable_schema = ON; BEGIN IMMEDIATE; DELETE FROM sqlite_master WHERE type = 'index' AND name IN ({});
             PRAGMA writable_schema = RESET; {}; COMMIT;",
            names.join(", "),
            anew.join("; ")
        ));
        if done.is_err() {
            let _ = self.connection.execute_batch("ROLLBACK");
            self.connection.execute_batch("PRAGMA writable_schema = RESET")?;
        } else {
            // Where there is no room for it, its pages stay and are used by nothing.
            let _ = self.connection.execute_batch("VACUUM");
        }
        done
    }
}

/// Whether it is about what one row holds: whoever reads that row says so, and goes on.
fn is_of_a_value(line: &str) -> bool {
    line.starts_with("CHECK constraint failed in ") || line.contains(" value in ")
}
