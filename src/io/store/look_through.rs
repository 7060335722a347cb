//! The whole file looked through: an index that is damaged is made again from its table, and of anything else it is said.

use std::sync::PoisonError;

use super::file::FILE_NAME;
use super::{Store, StoreError, StoreResult};
use crate::model::Loss;

/// So much of what SQLite finds is quoted.
const QUOTED: usize = 3;

impl Store {
    /// What SQLite itself finds wrong with the file; empty where it is sound.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn integrity(&self) -> StoreResult<Vec<String>> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
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
        let wrong = self.integrity()?;
        if wrong.is_empty() {
            return Ok(());
        }
        let damaged = self.damaged_indexes(&wrong)?;
        if let Some(indexes) = &damaged {
            for index in indexes {
                self.connection.execute_batch(&format!("REINDEX \"{index}\""))?;
            }
            if self.integrity()?.is_empty() {
                for index in indexes {
                    self.passed_over(index, "-", "", Loss::Index, &wrong.join("; "));
                }
                return Ok(());
            }
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
    fn damaged_indexes(&self, wrong: &[String]) -> StoreResult<Option<Vec<String>>> {
        let mut statement = self.connection.prepare("SELECT name, rootpage FROM sqlite_master WHERE type = 'index'")?;
        let known: Vec<(String, i64)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut found: Vec<String> = Vec::new();
        for line in wrong {
            let is_its_own = |(name, root): &&(String, i64)| {
                line.starts_with(&format!("Tree {root} page "))
                    || line.ends_with(&format!(" missing from index {name}"))
            };
            match known.iter().find(is_its_own) {
                Some((name, _)) if !found.contains(name) => found.push(name.clone()),
                Some(_) => {}
                None => {
                    let counted = |name: &String| line.as_str() == format!("wrong # of entries in index {name}");
                    let is_of_damaged = known.iter().any(|(name, _)| {
                        counted(name)
                            && wrong
                                .iter()
                                .any(|other| other != line && (other.ends_with(&format!(" missing from index {name}"))))
                    });
                    if !is_of_damaged {
                        return Ok(None);
                    }
                }
            }
        }
        Ok(Some(found))
    }
}
