//! Why what was read of a page may not be all of it.

use serde::{Deserialize, Serialize};

/// Where the rest of a text may stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "where", rename_all = "snake_case")]
pub enum Doubt {
    /// In a frame that takes up the page.
    Frame { url: String },
    /// In a file to which the page only leads.
    File { url: String },
    /// In what scripts keep until they show it.
    Scripts { words: usize },
    /// In parts of the page that are not shown until something happens.
    Hidden { words: usize },
    /// In parts of the page that were taken for menus, footers and dialogs.
    LeftOut { words: usize },
    /// Nowhere on the page: it has an empty place that scripts fill.
    Unfilled,
    /// In rows of a list that come only when they are scrolled to, and go again.
    Rows,
    /// Farther down on a page that goes on and on.
    Endless,
}

impl Doubt {
    /// The short name in JSON and in tables.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Frame { .. } => "frame",
            Self::File { .. } => "file",
            Self::Scripts { .. } => "scripts",
            Self::Hidden { .. } => "hidden",
            Self::LeftOut { .. } => "left_out",
            Self::Unfilled => "unfilled",
            Self::Rows => "rows",
            Self::Endless => "endless",
        }
    }
}
