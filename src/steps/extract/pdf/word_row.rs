//! The words of some blocks in a row, each with the block that it stands in.

use std::ops::Range;

use crate::model::Block;
use crate::steps::text::each_word;

/// The words of some blocks in a row.
pub(super) struct WordRow {
    pub all: Vec<String>,
    /// Where each stands: in which block, and where in its text.
    pub at: Vec<(usize, Range<usize>)>,
    /// Which words are a block's.
    pub of: Vec<Range<usize>>,
}

impl WordRow {
    pub fn of<'a>(blocks: impl Iterator<Item = Option<&'a Block>>) -> Self {
        let mut words = Self { all: Vec::new(), at: Vec::new(), of: Vec::new() };
        for (index, block) in blocks.enumerate() {
            let start = words.all.len();
            each_word(block.map_or("", |block| &block.text), |word, at| {
                words.all.push(word.to_owned());
                words.at.push((index, at));
            });
            words.of.push(start..words.all.len());
        }
        words
    }

    /// The words of each block that has any.
    pub fn blocks(&self) -> Vec<Range<usize>> {
        self.of.iter().filter(|words| !words.is_empty()).cloned().collect()
    }

    /// Their letters, whatever stands between them.
    pub fn letters(&self, range: Range<usize>) -> String {
        self.all[range].concat()
    }

    /// Words in a row, those of each block apart.
    pub fn by_block(&self, words: Range<usize>) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        for word in words {
            match parts.last_mut() {
                Some(part) if self.at[part.start].0 == self.at[word].0 => part.end = word + 1,
                _ => parts.push(word..word + 1),
            }
        }
        parts
    }
}
