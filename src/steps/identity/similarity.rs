//! How much two texts have in common: words in a row, blocks, language, region.

use std::collections::HashSet;

use crate::model::{Block, BlockKind, Document, count_words};
use crate::steps::text::{self, hash};

/// A text is known again by so many of its words in a row.
const SAMPLE: usize = 200;

/// What has more of its words in a row in common is the same text.
const SAME: f64 = 0.99;

/// What a text has in common with the last version.
#[derive(Debug)]
pub(super) struct Similarity {
    /// How much of the last version is still there.
    pub kept: f64,
    /// How much of the text was there before.
    pub known: f64,
    /// How much of the text stands in blocks that were there before, whatever stands between them.
    pub blocks_known: f64,
    /// Whether the last version's end and no more of its headings than of its text are there: nothing failed to load.
    pub to_its_end: bool,
    shingles: HashSet<u64>,
}

/// So much more of the headings than of the text may be left where sections were taken out.
const HEADINGS: f64 = 0.25;
/// The end of a document is looked for in so many of its last paragraphs.
const END: usize = 3;

/// The blocks of a text, to be found in another.
struct Blocks<'a> {
    blocks: &'a [Block],
    known: HashSet<u64>,
}

impl<'a> Blocks<'a> {
    fn of(document: &'a Document) -> Self {
        let blocks = document.blocks.as_slice();
        Self { blocks, known: blocks.iter().map(|block| hash::of(&block.text)).collect() }
    }

    /// How many of the words of these blocks stand in blocks that the other has too.
    fn share_in(&self, other: &Self, wanted: impl Fn(&Block) -> bool) -> f64 {
        let (mut there, mut all) = (0, 0);
        for block in self.blocks.iter().filter(|block| wanted(block)) {
            let words = count_words(&block.text);
            all += words;
            there += if other.known.contains(&hash::of(&block.text)) { words } else { 0 };
        }
        share(there, all)
    }

    /// Whether the other has one of the last paragraphs.
    fn ends_in(&self, other: &Self) -> bool {
        let paragraphs = self.blocks.iter().rev().filter(|block| !matches!(block.kind, BlockKind::Heading(_)));
        paragraphs.take(END).any(|block| other.known.contains(&hash::of(&block.text)))
    }
}

impl Similarity {
    pub fn of(base: &Document, document: &Document) -> Self {
        let (old, new) = (shingles(base), shingles(document));
        let common = old.intersection(&new).count();
        let kept = share(common, old.len());
        let (before, after) = (Blocks::of(base), Blocks::of(document));
        Self {
            kept,
            known: share(common, new.len()),
            blocks_known: after.share_in(&before, |_| true),
            to_its_end: before.ends_in(&after)
                && before.share_in(&after, |block| matches!(block.kind, BlockKind::Heading(_))) <= kept + HEADINGS,
            shingles: new,
        }
    }

    /// Whether more than a word here and there is new or gone.
    pub fn differs(&self) -> bool {
        self.kept < SAME || self.known < SAME
    }

    /// A few of the words in a row that stand for the text, in order.
    pub fn sample(&self) -> Vec<u64> {
        let mut sample: Vec<_> = self.shingles.iter().copied().collect();
        sample.sort_unstable();
        sample.truncate(SAMPLE);
        sample
    }
}

/// How much of the first text stands in the second, in percent of its words in a row.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1")]
pub fn alike(before: &Document, after: &Document) -> u8 {
    (Similarity::of(before, after).kept * 100.0).clamp(0.0, 100.0).floor() as u8
}

/// Stands for each run of three words.
fn shingles(document: &Document) -> HashSet<u64> {
    let mut found = HashSet::new();
    let mut run = [0_u64; 3];
    for block in &document.blocks {
        text::each_word(&block.text, |word, _| {
            run = [run[1], run[2], hash::of(word)];
            found.insert(hash::of(&run));
        });
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "a share of words")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
