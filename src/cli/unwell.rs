//! What `status` names beside the pages: letters that nobody has got, and rows of the history that cannot be read.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::terminal::{LOUD, painted};
use super::{Failure, terminal};
use crate::io::store::Store;
use crate::model::{Damage, Loss, RefusedAddress, Watchlist};

/// A damaged row is named for so long.
const NAMED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What somebody should know of, beside how the pages stand.
#[derive(Debug, Default)]
pub struct Unwell {
    undelivered: Vec<RefusedAddress>,
    damaged: Vec<Damage>,
}

impl Unwell {
    /// How it stands now.
    pub fn of(store: Option<&Store>, watchlist: &Watchlist, now: Timestamp) -> Result<Self, Failure> {
        let Some(store) = store else { return Ok(Self::default()) };
        let since = now.checked_sub(NAMED_FOR).unwrap_or(Timestamp::UNIX_EPOCH);
        let mut damaged = store.told_damages(since)?;
        // What was made good needs nobody.
        damaged.retain(|damage| !matches!(damage.loss, Loss::MadeAgain | Loss::Index));
        let mut undelivered = store.undelivered()?;
        undelivered.retain(|one| watchlist.recipients.iter().any(|recipient| recipient.name == one.reader));
        Ok(Self { undelivered, damaged })
    }

    /// Each in a few words, in English whatever the terminal speaks.
    pub fn in_words(&self) -> Vec<String> {
        let letters = self.undelivered.len();
        let rows = self.damaged.len();
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let letters = (letters > 0).then(|| format!("{letters} letter{} refused that nobody has got", s(letters)));
        let rows = (rows > 0).then(|| format!("{rows} damaged row{} in the history", s(rows)));
        letters.into_iter().chain(rows).collect()
    }

    /// A line each.
    pub fn print(&self) {
        for RefusedAddress { address, reader, subject, answer, .. } in &self.undelivered {
            let line = phrase!(
                "{reader} <{address}> has not got “{subject}”: {answer}",
                "{reader} <{address}> hat „{subject}“ nicht bekommen: {answer}"
            );
            say!("{}", terminal::hanging(&painted(&line, LOUD), 4));
        }
        for Damage { file, table, row, .. } in &self.damaged {
            let line = phrase!(
                "one row of {file} cannot be read: table {table}, row {row}; `hausrecht restore FILE` puts back a copy",
                "eine Zeile von {file} ist nicht lesbar: Tabelle {table}, Zeile {row}; `hausrecht restore DATEI` stellt eine Kopie wieder her"
            );
            say!("{}", terminal::hanging(&painted(&line, LOUD), 4));
        }
    }

    /// The same as fields; a key that stands there says that it is so.
    pub fn add_to(&self, fields: &mut Value) {
        let Some(fields) = fields.as_object_mut() else { return };
        if !self.undelivered.is_empty() {
            let letters = self.undelivered.iter().map(|one| {
                json!({
                    "reader": one.reader,
                    "address": one.address,
                    "subject": one.subject,
                    "answer": one.answer,
                    "refused_at": one.at.to_string(),
                })
            });
            fields.insert("undelivered".to_owned(), letters.collect());
        }
        if !self.damaged.is_empty() {
            let rows = self.damaged.iter().map(|one| json!({"file": one.file, "table": one.table, "row": one.row}));
            fields.insert("damaged".to_owned(), rows.collect());
        }
    }
}
