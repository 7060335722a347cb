//! From a snapshot to its document, by way of the door to PDF files where it is one.

use crate::io::pdf::PdfReader;
use crate::model::{Snapshot, Trouble};
use crate::steps::extract::{self, Explained, Extract, Reading};

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
