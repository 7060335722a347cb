//! From a snapshot to its document, by way of the door to PDF files where it is one.

use crate::io::pdf::PdfReader;
use crate::model::{Page, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Explained, Extract, Reading};

/// What to read of a page: its own selections, or those of its watch.
#[must_use]
pub fn reading<'a>(watch: &'a Watch, page: &'a Page) -> Reading<'a> {
    Reading {
        select: if page.select.is_empty() { &watch.select } else { &page.select },
        remove: if page.remove.is_empty() { &watch.remove } else { &page.remove },
    }
}

/// What a snapshot says.
///
/// # Errors
/// A named trouble where there is nothing to read.
pub fn read(pdf: &PdfReader, snapshot: &Snapshot, reading: Reading<'_>) -> Result<Extract, Trouble> {
    if extract::is_pdf(snapshot) {
        return extract::of_pdf(&pdf.lines(&snapshot.body)?);
    }
    extract::extract(snapshot, reading)
}

/// Every block of a snapshot with the decision on it.
///
/// # Errors
/// As [`read`].
pub fn explain(pdf: &PdfReader, snapshot: &Snapshot, reading: Reading<'_>) -> Result<Vec<Explained>, Trouble> {
    if extract::is_pdf(snapshot) {
        return read(pdf, snapshot, reading).map(|extract| extract::all_kept(extract.document));
    }
    extract::explain(snapshot, reading)
}
