//! A version whose text is read anew: what its page showed then and nobody was told of stays out of it.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::model::{Document, Passages};
use crate::steps::diff::differences::Differences;

/// The text that a snapshot of `seen_at` reads as now, without the differences to the version's text as it was kept that waited to
/// be told when it was seen.
///
/// None where not all of them are found: another way of reading may show their words otherwise.
#[must_use]
pub fn made_again(kept: &Document, again: Document, passages: &Passages, seen_at: Timestamp) -> Option<Document> {
    let waiting: HashSet<u64> = passages.waiting(seen_at).collect();
    if waiting.is_empty() {
        return Some(again);
    }
    let differences = Differences::between(kept, &again);
    let (left_out, made): (Vec<usize>, Vec<usize>) =
        (0..differences.list.len()).partition(|index| waiting.contains(&differences.list[*index].key));
    if left_out.len() < waiting.len() {
        return None;
    }
    let (document, _) = differences.applied(&made.into_iter().collect());
    Some(Document { blocks: document.blocks, ..again })
}
