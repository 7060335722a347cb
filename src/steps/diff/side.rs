//! A document as numbers: equal words and equal blocks get equal numbers on both sides.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::model::{Block, BlockKind, Document};
use crate::steps::text;

/// One of the two documents.
#[derive(Debug)]
pub(in crate::steps) struct Side<'a> {
    pub document: &'a Document,
    /// The blocks that have words, in order.
    pub entries: Vec<BlockWords>,
    /// The numbers of all words, in order.
    pub words: Vec<u32>,
    /// For each block of the document, the index of the heading above it.
    parents: Vec<Option<usize>>,
}

/// A block that has words.
#[derive(Debug, Clone)]
pub(in crate::steps) struct BlockWords {
    /// Its index in the document.
    pub block: usize,
    /// Equal for blocks with equal words.
    pub key: u32,
    /// Where its words are in [`Side::words`].
    pub words: Range<usize>,
}

/// Blocks of both documents, by index, of whose words the number in front of them is one.
pub(in crate::steps) type WithNumber = [HashSet<usize>; 2];

/// Numbers both documents.
pub(in crate::steps) fn sides<'a>(
    before: &'a Document,
    after: &'a Document,
    with_number: &WithNumber,
) -> (Side<'a>, Side<'a>) {
    let mut vocabulary = HashMap::new();
    let mut old = Side::read(before, &with_number[0], &mut vocabulary);
    let mut new = Side::read(after, &with_number[1], &mut vocabulary);
    let mut keys = HashMap::new();
    for side in [&mut old, &mut new] {
        for entry in &mut side.entries {
            let next = number(keys.len());
            entry.key = *keys.entry(side.words[entry.words.clone()].to_vec()).or_insert(next);
        }
    }
    (old, new)
}

/// A document has fewer words than that: fetching stops at 20 MiB.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl<'a> Side<'a> {
    fn read(document: &'a Document, with_number: &HashSet<usize>, vocabulary: &mut HashMap<String, u32>) -> Self {
        let mut side = Self { document, entries: Vec::new(), words: Vec::new(), parents: parents(document) };
        for (index, block) in document.blocks.iter().enumerate() {
            let start = side.words.len();
            let text = if with_number.contains(&index) { &block.text } else { bare(block) };
            text::each_word(text, |word, _| {
                let known = vocabulary.get(word).copied();
                side.words.push(known.unwrap_or_else(|| {
                    let next = number(vocabulary.len());
                    vocabulary.insert(word.to_owned(), next);
                    next
                }));
            });
            if side.words.len() > start {
                side.entries.push(BlockWords { block: index, key: 0, words: start..side.words.len() });
            }
        }
        side
    }

    /// The block of an entry.
    pub fn block(&self, entry: usize) -> &'a Block {
        &self.document.blocks[self.entries[entry].block]
    }

    /// The text of some blocks, one a line.
    pub fn text(&self, entries: &[usize]) -> String {
        entries.iter().map(|entry| self.block(*entry).text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The words of some blocks that follow one another.
    pub fn run(&self, entries: Range<usize>) -> &[u32] {
        let start = self.entries.get(entries.start).map_or(self.words.len(), |entry| entry.words.start);
        let end = if entries.is_empty() { start } else { self.entries[entries.end - 1].words.end };
        &self.words[start..end]
    }

    /// The headings above an entry, outermost first.
    pub fn heading(&self, entry: usize) -> Vec<String> {
        let mut path = Vec::new();
        let mut above = self.parents[self.entries[entry].block];
        while let Some(index) = above {
            path.push(self.document.blocks[index].text.clone());
            above = self.parents[index];
        }
        path.reverse();
        path
    }

    /// The heading that an entry belongs to: its own index for a heading.
    pub fn section(&self, entry: usize) -> Option<usize> {
        let index = self.entries[entry].block;
        match self.document.blocks[index].kind {
            BlockKind::Heading(_) => Some(index),
            _ => self.parents[index],
        }
    }
}

/// A block's text without the number or bullet in front of it.
pub(in crate::steps) fn bare(block: &Block) -> &str {
    match block.kind {
        BlockKind::Code | BlockKind::Row => &block.text,
        _ => block.text.get(text::numbering(&block.text)..).unwrap_or_default(),
    }
}

/// For each block the index of the heading above it.
fn parents(document: &Document) -> Vec<Option<usize>> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut parents = Vec::with_capacity(document.blocks.len());
    for (index, block) in document.blocks.iter().enumerate() {
        if let BlockKind::Heading(level) = block.kind {
            while open.last().is_some_and(|(above, _)| *above >= level) {
                open.pop();
            }
            parents.push(open.last().map(|(_, index)| *index));
            open.push((level, index));
        } else {
            parents.push(open.last().map(|(_, index)| *index));
        }
    }
    parents
}
