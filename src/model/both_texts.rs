//! The whole texts between which a change lies, for those who want to see what stayed.

use super::Document;

/// A document before and after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothTexts {
    /// The change's id.
    pub change: String,
    pub before: Document,
    pub after: Document,
}
