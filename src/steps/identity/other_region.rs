//! Follows the text of another region while it stands in the document's place, so that a change of it is not lost.

use jiff::Timestamp;

use super::similarity::Similarity;
use super::{Identified, STANDS_AFTER};
use crate::model::{Document, OtherRegion};
use crate::steps::text::hash;

/// Once a text has stood there for some time, what it changes into at two looks in a row is a change for its readers, and
/// most likely for those of ours too.
pub(super) fn changed(
    known: &mut Option<OtherRegion>,
    document: &Document,
    snapshot: &str,
    now: Timestamp,
) -> Option<Identified> {
    let fresh = || OtherRegion { document: document.clone(), since: now, looks: 1, next: None };
    let text = known.get_or_insert_with(|| OtherRegion { looks: 0, ..fresh() });
    if !Similarity::of(&text.document, document).differs() {
        text.looks = text.looks.saturating_add(1);
        text.next = None;
        return None;
    }
    if text.looks < STANDS_AFTER.0 || now.duration_since(text.since) < STANDS_AFTER.1 {
        *text = fresh();
        return None;
    }
    let words: Vec<_> = document.blocks.iter().map(|block| hash::of(&block.text)).collect();
    let words = hash::of(&words);
    if let Some((_, first_snapshot, first_seen)) = text.next.take().filter(|(last, ..)| *last == words) {
        let against = known.take().map(|text| Box::new(text.document));
        Some(Identified::Rewritten { first_snapshot, first_seen, against })
    } else {
        text.next = Some((words, snapshot.to_owned(), now));
        None
    }
}
