//! What came of a look.

use jiff::Timestamp;

use crate::model::{Change, Outcome, Page, Rung, Trouble, Watch};

/// What came of one page in a round.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    pub watch: String,
    pub platform: String,
    pub document: String,
    /// See [`Page::part`](crate::model::Page::part).
    pub part: String,
    pub outcome: Outcome,
    pub rung: Rung,
    /// The change, where there is one.
    pub change: Option<Change>,
    /// Whether the page is a blind spot.
    pub blind_since: Option<Timestamp>,
}

impl Looked {
    /// A look that brought nothing.
    #[must_use]
    pub fn failed(watch: &Watch, page: &Page, trouble: Trouble) -> Self {
        Self {
            watch: watch.id.clone(),
            platform: watch.platform.clone(),
            document: watch.document.clone(),
            part: page.part.clone(),
            outcome: Outcome::Unreadable { trouble },
            rung: Rung::Compared,
            change: None,
            blind_since: None,
        }
    }
}
