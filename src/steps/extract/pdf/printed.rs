//! A page that was printed from a browser: menus, notices and footers are printed with it, and are not its text.

use std::collections::HashSet;

use crate::model::{Block, Document};
use crate::steps::text::{each_word, numbering};

/// So many words in a row tell whether a block is of the document.
const ROW: usize = 4;
/// What ends like a sentence and has so many words is no menu: around the known text it may be a new rule.
const SENTENCE: usize = 8;

/// What of a printed page is the document: what lies within the text that is known, but not what stands `around` that text
/// on the page; and the sentences next to it, unless they stand before its title.
#[must_use]
pub fn within(known: &Document, around: &[String], mut printed: Document) -> Document {
    let rows_of = |blocks: &[Block]| -> HashSet<String> { blocks.iter().flat_map(|block| rows(&block.text)).collect() };
    let (text, title) = (rows_of(&known.blocks), rows_of(known.blocks.get(..1).unwrap_or_default()));
    let around: HashSet<String> = around.iter().flat_map(|text| rows(text)).filter(|row| !text.contains(row)).collect();
    let stands: Vec<Stands> = printed.blocks.iter().map(|block| stands(block, &text, &around)).collect();
    let Some(first) = stands.iter().position(|block| *block == Stands::Known) else { return printed };
    let last = stands.iter().rposition(|block| *block == Stands::Known).unwrap_or(first);
    let begins = most(&rows(&printed.blocks[first].text), &title);
    // Before the title, and beyond the nearest piece of the page around the text, stands nothing that is of it.
    let before = stands[..first].iter().rposition(|block| *block == Stands::Around).map_or(0, |at| at + 1);
    let from = if begins { first } else { before };
    let to = stands[last..].iter().position(|block| *block == Stands::Around).map_or(stands.len(), |at| last + at);
    let mut index = 0;
    printed.blocks.retain(|block| {
        let here = index;
        index += 1;
        stands[here] != Stands::Around
            && ((first..=last).contains(&here) || (from..to).contains(&here) && is_sentence(block))
    });
    printed
}

/// Where a block of a print belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Known,
    Around,
    New,
}

fn stands(block: &Block, text: &HashSet<String>, around: &HashSet<String>) -> Stands {
    let rows = rows(&block.text);
    match () {
        () if most(&rows, text) => Stands::Known,
        () if most(&rows, around) => Stands::Around,
        () => Stands::New,
    }
}

fn most(rows: &[String], known: &HashSet<String>) -> bool {
    rows.iter().filter(|row| known.contains(*row)).count() * 2 > rows.len()
}

/// Every few words in a row of a text; of a shorter one all its words.
fn rows(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(&text[numbering(text)..], |word, _| words.push(word.to_owned()));
    if words.len() < ROW {
        return vec![words.join(" ")];
    }
    words.windows(ROW).map(|row| row.join(" ")).collect()
}

fn is_sentence(block: &Block) -> bool {
    block.text.ends_with(['.', '!', '?', ';', ':']) && block.text.split(' ').count() >= SENTENCE
}
