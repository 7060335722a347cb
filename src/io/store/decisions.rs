//! What people decided about changes; append-only.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Params, Row, params};

use super::{Store, StoreResult, lossy, seconds, timestamp, unpack};
use crate::model::{Change, Decided, Decision, Loss, Task};

/// The last decision on each change.
const LAST: &str = "SELECT max(id) FROM decisions GROUP BY change";

impl Store {
    /// Writes a decision down; saying the very same again changes nothing.
    ///
    /// # Errors
    /// Of the store.
    pub fn decide(&self, decided: &Decided) -> StoreResult<()> {
        keep(&self.connection, decided)
    }

    /// What was decided about a change, oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn decisions(&self, change: &str) -> StoreResult<Vec<Decided>> {
        let (found, damaged) = of(&self.connection, change)?;
        for error in damaged {
            self.passed_over("decisions", change, "", Loss::Rest, &error);
        }
        Ok(found)
    }

    /// Alerts that nobody has decided about, and what was put off until that day or an earlier one; oldest first.
    ///
    /// # Errors
    /// Of the store.
    pub fn open_alerts(&self, today: Date) -> StoreResult<Vec<Change>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT content, id, watch FROM changes WHERE (tier = 'alert' AND to_tell
               AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.change = changes.id))
             OR id IN (SELECT change FROM decisions WHERE id IN ({LAST}) AND decision = 'defer' AND due <= ?1)
             ORDER BY detected_at, seq",
        ))?;
        let mut rows = statement.query([today.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            match unpack(&row.get::<_, Vec<u8>>(0)?) {
                Ok(change) => found.push(change),
                // The others are still open.
                Err(error) => {
                    self.passed_over("changes", &lossy(row, 1)?, &lossy(row, 2)?, Loss::Change, &error);
                }
            }
        }
        Ok(found)
    }

    /// Changes about which one of these was decided last, the first to be done first.
    ///
    /// # Errors
    /// Of the store.
    pub fn decided_last(&self, wanted: &[Decision]) -> StoreResult<Vec<Task>> {
        let order = "decisions.due IS NULL, decisions.due, decisions.id";
        let mut tasks = self.tasks(&format!("WHERE decisions.id IN ({LAST}) ORDER BY {order}"), [])?;
        tasks.retain(|task| wanted.contains(&task.decided.decision));
        Ok(tasks)
    }

    /// What was decided after a time, oldest first; of each change the last.
    ///
    /// # Errors
    /// Of the store.
    pub fn decided_since(&self, since: Timestamp) -> StoreResult<Vec<Task>> {
        self.tasks(
            &format!("WHERE decisions.id IN ({LAST}) AND decisions.at > ?1 ORDER BY decisions.id"),
            [seconds(since)],
        )
    }

    fn tasks(&self, which: &str, parameters: impl Params) -> StoreResult<Vec<Task>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT decisions.change, decision, note, by_whom, due, at, content, watch
             FROM decisions JOIN changes ON changes.id = decisions.change {which}"
        ))?;
        let mut rows = statement.query(parameters)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, watch) = (lossy(row, 0)?, lossy(row, 7)?);
            match (read(row), row.get::<_, Vec<u8>>(6).and_then(|content| unpack(&content))) {
                (Ok(decided), Ok(change)) => found.push(Task { change, decided }),
                (Err(error), _) => self.passed_over("decisions", &id, &watch, Loss::Rest, &error),
                (_, Err(error)) => self.passed_over("changes", &id, &watch, Loss::Change, &error),
            }
        }
        Ok(found)
    }
}

/// Writes a decision down; saying the very same again changes nothing.
pub(super) fn keep(connection: &Connection, decided: &Decided) -> StoreResult<()> {
    let last = of(connection, &decided.change)?.0.pop();
    let same = last.is_some_and(|last| Decided { at: decided.at, ..last } == *decided);
    if !same {
        connection.execute(
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

/// What was decided, and why some of it cannot be read.
fn of(connection: &Connection, change: &str) -> StoreResult<(Vec<Decided>, Vec<rusqlite::Error>)> {
    let mut statement = connection.prepare_cached(
        "SELECT change, decision, note, by_whom, due, at FROM decisions WHERE change = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([change])?;
    let (mut found, mut damaged) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        match read(row) {
            Ok(decided) => found.push(decided),
            Err(error) => damaged.push(error),
        }
    }
    Ok((found, damaged))
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
