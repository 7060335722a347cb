//! From a snapshot to its document, by way of the door to PDF files where it is one.

use crate::io::pdf::PdfReader;
use crate::model::{ExtractorMark, Link, Page, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Explained, Extract, Reading};

/// Reads what is served, in the way that a watch asks for.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    pdf: &'a PdfReader,
    reading: Reading<'a>,
}

impl<'a> Reader<'a> {
    /// A reader without a watch.
    #[must_use]
    pub const fn new(pdf: &'a PdfReader, reading: Reading<'a>) -> Self {
        Self { pdf, reading }
    }

    /// What to read of a page: its own selections, or those of its watch.
    #[must_use]
    pub fn of(pdf: &'a PdfReader, watch: &'a Watch, page: &'a Page) -> Self {
        let reading = Reading {
            select: if page.select.is_empty() { &watch.select } else { &page.select },
            remove: if page.remove.is_empty() { &watch.remove } else { &page.remove },
            language: watch.language.as_deref(),
        };
        Self { pdf, reading }
    }

    /// What a snapshot says.
    ///
    /// # Errors
    /// A named trouble where there is nothing to read.
    pub fn read(&self, snapshot: &Snapshot) -> Result<Extract, Trouble> {
        if extract::is_pdf(snapshot) {
            return extract::of_pdf(&self.pdf.lines(&snapshot.body)?);
        }
        extract::extract(snapshot, self.reading)
    }

    /// What it says without the selectors; none where there is nothing to read.
    pub(super) fn main_text(&self, snapshot: &Snapshot) -> Option<Extract> {
        let whole = Self { reading: Reading { select: &[], ..self.reading }, ..*self };
        let mut found = whole.read(snapshot).ok()?;
        found.document.fallback = true;
        Some(found)
    }

    /// Every block of a snapshot with the decision on it.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn explain(&self, snapshot: &Snapshot) -> Result<Vec<Explained>, Trouble> {
        if extract::is_pdf(snapshot) {
            return self.read(snapshot).map(|extract| extract::all_kept(extract.document));
        }
        extract::explain(snapshot, self.reading)
    }

    /// The links of a snapshot that is a hub.
    pub(in crate::round) fn links(&self, snapshot: &Snapshot) -> Vec<Link> {
        extract::entries(snapshot, self.reading)
    }

    /// By what its documents are made.
    #[must_use]
    pub fn mark(&self) -> ExtractorMark {
        extract::mark(self.reading)
    }

    pub(super) const fn has_selectors(&self) -> bool {
        !self.reading.select.is_empty()
    }
}
