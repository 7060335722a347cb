//! A page that was printed from a browser: menus and footers are printed with it, and are not its text.

use std::collections::HashSet;

use crate::model::{Block, Document};
use crate::steps::text::{each_word, numbering};

/// So many words in a row tell whether a block is of the document.
const ROW: usize = 4;
/// What ends like a sentence and has so many words is no menu: around the known text it may be a new rule.
const SENTENCE: usize = 8;

/// What of a printed page lies within the text that is known, and the sentences around it.
#[must_use]
pub fn within(known: &Document, mut printed: Document) -> Document {
    let text: HashSet<String> = known.blocks.iter().flat_map(rows).collect();
    let is_known = |block: &Block| {
        let rows = rows(block);
        rows.iter().filter(|row| text.contains(*row)).count() * 2 > rows.len()
    };
    let Some(first) = printed.blocks.iter().position(is_known) else { return printed };
    let last = printed.blocks.iter().rposition(is_known).unwrap_or(first);
    let mut index = 0;
    printed.blocks.retain(|block| {
        let is_inside = (first..=last).contains(&index);
        index += 1;
        is_inside || is_sentence(block)
    });
    printed
}

/// Every few words in a row of a block; of a shorter one all its words.
fn rows(block: &Block) -> Vec<String> {
    let mut words = Vec::new();
    each_word(&block.text[numbering(&block.text)..], |word, _| words.push(word.to_owned()));
    if words.len() < ROW {
        return vec![words.join(" ")];
    }
    words.windows(ROW).map(|row| row.join(" ")).collect()
}

fn is_sentence(block: &Block) -> bool {
    block.text.ends_with(['.', '!', '?', ';', ':']) && block.text.split(' ').count() >= SENTENCE
}
