//! How much of a text stands elsewhere: for pages that are found under another address.

use super::likeness::Likeness;
use crate::model::Document;

/// How much of the first text stands in the second, in percent of its words in a row.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1")]
pub fn alike(before: &Document, after: &Document) -> u8 {
    (Likeness::of(before, after).kept * 100.0).clamp(0.0, 100.0).floor() as u8
}
