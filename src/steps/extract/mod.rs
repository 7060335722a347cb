//! From a [`Snapshot`] to the [`Document`] that a person would read.

use crate::model::{Document, ExtractorMark, Selection, Snapshot, Trouble};

/// What to read of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// Empty: find the main text.
    pub select: &'a [Selection],
    pub remove: &'a [Selection],
}

/// A document and what the page around it looked like.
#[derive(Debug, Clone, Default)]
pub struct Extract {
    pub document: Document,
    pub signs: Signs,
}

/// Facts about a page by which it is told whether it is the document at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    pub password_fields: usize,
}

/// One block of a page and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub text: String,
    pub kept: bool,
    /// Why, in a few plain words.
    pub reason: String,
}

/// Reads a snapshot by its media type (and, where that says nothing, by its first bytes).
///
/// # Errors
/// A named trouble where there is nothing to read.
pub fn extract(_snapshot: &Snapshot, _reading: Reading<'_>) -> Result<Extract, Trouble> {
    todo!()
}

/// Every block of a page with the decision on it.
///
/// # Errors
/// As [`extract`].
pub fn explain(_snapshot: &Snapshot, _reading: Reading<'_>) -> Result<Vec<Explained>, Trouble> {
    todo!()
}

/// By what a document is made: where this differs, the stored snapshot is read again before comparing.
#[must_use]
pub fn mark(_reading: Reading<'_>) -> ExtractorMark {
    todo!()
}
