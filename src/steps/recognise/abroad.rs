//! Follows the text of another region while it stands in the document's place, so that a change of it is not lost.

use jiff::Timestamp;

use super::{Recognised, SETTLED_IN, likeness::Likeness};
use crate::model::{Abroad, Document};
use crate::steps::imprint;

/// Once a text has stood there for some time, what it changes into at two looks in a row is a change for its readers, and
/// most likely for those of ours too.
pub(super) fn changed(
    known: &mut Option<Abroad>,
    document: &Document,
    snapshot: &str,
    now: Timestamp,
) -> Option<Recognised> {
    let fresh = || Abroad { document: document.clone(), since: now, looks: 1, next: None };
    let text = known.get_or_insert_with(|| Abroad { looks: 0, ..fresh() });
    if !Likeness::of(&text.document, document).differs() {
        text.looks = text.looks.saturating_add(1);
        text.next = None;
        return None;
    }
    if text.looks < SETTLED_IN.0 || now.duration_since(text.since) < SETTLED_IN.1 {
        *text = fresh();
        return None;
    }
    let words: Vec<_> = document.blocks.iter().map(|block| imprint::of(&block.text)).collect();
    let words = imprint::of(&words);
    if let Some((_, first_snapshot, first_seen)) = text.next.take().filter(|(last, ..)| *last == words) {
        let against = known.take().map(|text| Box::new(text.document));
        Some(Recognised::Rewritten { first_snapshot, first_seen, against })
    } else {
        text.next = Some((words, snapshot.to_owned(), now));
        None
    }
}
