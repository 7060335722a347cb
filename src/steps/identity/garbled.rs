//! A copy of a document whose letters were lost on the way, so that its words are no words: never a version of it.
//!
//! A text may always have had a few marks of lost letters. What counts is how many words have more of them than before.

use crate::model::Document;

/// With fewer damaged words a text can still be read, and a rule on each passage holds back what is only damaged.
const FEWEST: usize = 3;
/// So many damaged words in a thousand are more than a slip: a German text has an umlaut in one word of ten, an English
/// one a typographic apostrophe in one of fifty.
const DAMAGED: usize = 10;
/// A text that was never read before has more to show, since nothing says what it was.
const FEWEST_AT_FIRST: usize = 5;
const DAMAGED_AT_FIRST: usize = 20;

/// Whether a text has lost letters that the document has.
pub(super) fn is_damaged_copy(own: &Document, document: &Document) -> bool {
    let (damaged, words) = damaged(document);
    if damaged < FEWEST {
        return false;
    }
    let more = damaged.saturating_sub(self::damaged(own).0);
    more >= FEWEST && more * 1000 >= words * DAMAGED
}

/// Whether a text that was never read before is a damaged one.
pub(super) fn at_first_sight(document: &Document) -> bool {
    let (damaged, words) = damaged(document);
    damaged >= FEWEST_AT_FIRST && damaged * 1000 >= words * DAMAGED_AT_FIRST
}

/// How many words have marks of lost letters, and how many there are.
fn damaged(document: &Document) -> (usize, usize) {
    let words = document.blocks.iter().flat_map(|block| block.text.split(' '));
    words.fold((0, 0), |(damaged, words), word| {
        (damaged + usize::from(word.contains(char::REPLACEMENT_CHARACTER)), words + 1)
    })
}
