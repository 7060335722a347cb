//! The whole texts of changes, for the comparison beside a letter, as far as they are at hand and not too large.

use crate::io::store::{Store, StoreError, StoreResult};
use crate::model::{BothTexts, Change, Document, Loss};

/// So many changes of a letter have their texts read.
const CHANGES: usize = 40;
/// Letters of all their texts; what is longer is not repeated in a letter.
const LETTERS: usize = 2_000_000;

/// The texts before and after each of the changes; where a version is gone, none.
///
/// # Errors
/// Of the store.
pub(super) fn both_texts(store: &Store, changes: &[&Change]) -> StoreResult<Vec<BothTexts>> {
    let mut found = Vec::new();
    let mut room = LETTERS;
    for change in changes.iter().take(CHANGES) {
        // A text that cannot be read is missing beside the change; the change is told all the same.
        let sound = |found| Ok::<_, StoreError>(store.unless_damaged(&change.watch, Loss::Rest, found)?.flatten());
        let Some(after) = sound(store.version_at(&change.watch, &change.part, change.to.seen_at))? else { continue };
        if after.snapshot != change.to.snapshot {
            continue;
        }
        let before = sound(store.version_at(&change.watch, &change.part, change.from.seen_at))?;
        let before = match before.filter(|before| before.snapshot == change.from.snapshot) {
            Some(before) => Some(before),
            None => sound(store.version_before(&after))?,
        };
        let Some(before) = before else { continue };
        let size = size(&before.document) + size(&after.document);
        if size <= room {
            room -= size;
            let (before, after) = (before.document, after.document);
            found.push(BothTexts { change: change.id.clone(), before, after });
        }
    }
    Ok(found)
}

fn size(document: &Document) -> usize {
    document.blocks.iter().map(|block| block.text.len()).sum()
}
