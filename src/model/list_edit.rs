//! An edit of the watchlist that changes what is compared with what: it was taken, and somebody is told.

use serde::{Deserialize, Serialize};

/// What was edited, as far as it bears on the history of a watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edited", rename_all = "snake_case")]
pub enum ListEdit {
    /// Another address: what stands there is a beginning.
    Address,
    /// Another language: the text in it is a beginning.
    Language,
    /// Another region of the same language: the text for it is a beginning.
    Region,
    /// Another id for the same address: the history goes on.
    Renamed { from: String },
    /// Another id for an address that several watches had which went: nobody can say whose history goes on.
    Unclear { histories: Vec<String> },
    /// Another id and another address at once: the text is that of watches which went, and whose histories lie unused.
    Beside { histories: Vec<String> },
}

/// An edit as a letter names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditTaken {
    pub watch: String,
    /// By its names in the watchlist.
    pub document: String,
    pub edit: ListEdit,
}
