//! To which of the editions that are known a text belongs: each is compared with itself.

use super::doubt;
use crate::model::{Document, Edition, Trouble};
use crate::steps::diff::differences::Differences;

/// Texts that differ in fewer words are one edition.
pub(in crate::steps) const APART: usize = 60;

/// The edition beside the reader's own to which a text is nearest, by its index; none where the reader's own is, or where
/// none is near. `doubt` is what speaks against its being the reader's own.
pub(super) fn nearest(
    editions: &[Edition],
    own: &Document,
    document: &Document,
    doubt: Option<&Trouble>,
) -> Option<usize> {
    if editions.is_empty() {
        return None;
    }
    let distance = |text: &Document| Differences::between(text, document).words();
    let to_own = doubt.is_none().then(|| distance(own));
    if to_own.is_some_and(|words| words < APART) {
        return None;
    }
    let is_region = |trouble: &Trouble| matches!(trouble, Trouble::WrongRegion { .. });
    // A text for another region is near to all that was written for ours, and belongs to none of it.
    let for_another = |doubt: Option<&Trouble>| doubt.is_some_and(is_region);
    let fits = |edition: &&(usize, &Edition)| for_another(doubt) == for_another(edition.1.instead.as_ref());
    let near = editions.iter().enumerate().collect::<Vec<_>>();
    let near = near.iter().filter(fits).filter(|(_, edition)| doubt::is_text_of(&edition.document, document));
    let (index, words) =
        near.map(|(index, edition)| (*index, distance(&edition.document))).min_by_key(|near| near.1)?;
    to_own.is_none_or(|own| words * 2 < own).then_some(index)
}
