//! A document that differs in words from the one before it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Document;

/// What we know a page to have said at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The row in the store; 0 while it has none.
    pub id: i64,
    pub watch: String,
    /// See [`super::Page::part`].
    pub part: String,
    /// SHA-256 of the snapshot from which it was made.
    pub snapshot: String,
    /// The first look that showed the text; the snapshot may be of the one that found it again.
    pub seen_at: Timestamp,
    pub extractor: ExtractorMark,
    /// Equal for documents with the same words in the same order.
    pub fingerprint: String,
    pub document: Document,
    /// To which of the page's editions it belongs; 0 for the reader's own.
    pub edition: u32,
}

/// By which extractor and which selections a version was made; where it differs, the snapshot is read again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ExtractorMark(pub String);
