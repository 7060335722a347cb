//! Tells whether selectors have lost the text that they were written for.

use std::collections::HashSet;

use crate::model::{Document, count_words};
use crate::steps::text;

/// A selection that keeps less than a third of its words is looked into.
const SHRUNK: usize = 3;
/// The text is still on the page where so many in a hundred of its words stand outside of the selection.
const STILL_THERE: usize = 70;

/// Whether a selection takes in far less than before although the page still has the text elsewhere.
///
/// `before` is what was selected at the last version, `selected` what is selected now, and `main` the page's main text as
/// it is found without selectors.
#[must_use]
pub fn is_decayed(before: &Document, selected: &Document, main: &Document) -> bool {
    is_shrunk(before, selected)
        && main.word_count() > selected.word_count()
        && share_that_stands(before, main) >= STILL_THERE
}

/// Of a hundred words of a text, so many stand in another one in the same blocks.
#[must_use]
pub fn share_that_stands(before: &Document, now: &Document) -> usize {
    let there: HashSet<String> = now.blocks.iter().map(|block| plain(&block.text)).collect();
    let (mut found, mut all) = (0_usize, 0_usize);
    for block in &before.blocks {
        let words = count_words(&block.text);
        all += words;
        found += if there.contains(&plain(&block.text)) { words } else { 0 };
    }
    (found * 100).checked_div(all).unwrap_or(100)
}

/// Whether a selection takes in so much less than before that the whole page is worth a look.
#[must_use]
pub fn is_shrunk(before: &Document, selected: &Document) -> bool {
    selected.word_count() * SHRUNK < before.word_count()
}

/// The words of a block, whatever their dress.
fn plain(text: &str) -> String {
    let mut words = String::new();
    text::each_word(text, |word, _| {
        words.push_str(word);
        words.push(' ');
    });
    words
}
