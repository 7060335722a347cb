//! A row of the history that cannot be read any more: what it held is lost, the rest is not, and somebody is told.

use serde::{Deserialize, Serialize};

/// A damaged row, and what its loss means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The database file.
    pub file: String,
    pub table: String,
    /// Its id, as far as that can be read.
    pub row: String,
    /// The watch that it is about; empty where it is about none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub watch: String,
    pub loss: Loss,
}

/// A damaged row as a letter names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    pub damage: Damage,
    /// The document that it is about, by its names in the watchlist; empty where it is about none.
    pub document: String,
}

/// What the loss of a row means for the reading and the telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// It was made again from what stands elsewhere in the history.
    MadeAgain,
    /// The text that looks were compared with: the page begins anew.
    Base,
    /// What was remembered of a page: its text is compared as before.
    Memory,
    /// A change that cannot be told any more.
    Change,
    /// A letter: what it told comes with the next one.
    Letter,
    /// How far somebody was told.
    Reader,
    /// An index: it was made again from its table.
    Index,
    /// Anything else: it is left out.
    Rest,
}
