//! What lies between two documents: hunks to the word, moves, and differences that no reader need know of.

mod edits;
mod group;
mod hunk;
mod moved;
mod noise;
mod quiet;
mod script;
mod segment;
mod side;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::model::{Document, Hunk, Noise};
use crate::steps::wording;
use noise::Difference;
use script::Deadline;

/// The difference between two documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Word-bearing differences only.
    pub hunks: Vec<Hunk>,
    /// Blocks that only moved.
    pub moved: usize,
    pub words_added: usize,
    pub words_removed: usize,
    /// Classes of difference that were seen and bear no words, the commonest first.
    pub noise: Vec<Noise>,
    /// How often each class occurred.
    pub counts: BTreeMap<Noise, usize>,
    /// Set where the hunks as a whole say nothing of the rules: another language, a page that is broken or cut off.
    pub overall: Option<Noise>,
    /// Lines that only date the document; they are noise, but may say from when the rest holds.
    pub stamps: Vec<Hunk>,
}

impl Comparison {
    /// Whether nothing that differs is a change of the rules.
    #[must_use]
    pub const fn is_noise(&self) -> bool {
        self.hunks.is_empty() || self.overall.is_some()
    }

    fn count(&mut self, classes: impl IntoIterator<Item = Noise>) {
        for class in classes {
            *self.counts.entry(class).or_default() += 1;
        }
        self.noise = self.counts.keys().copied().collect();
        self.noise.sort_by_key(|class| (self.overall != Some(*class), Reverse(self.counts.get(class))));
    }
}

/// Compares two documents.
///
/// Words are compared in their normal form ([`wording::each_word`]) and as a stream: in which blocks they stand does
/// not matter. No hunk comes of what has the same [`fingerprint`].
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    let mut comparison = Comparison::default();
    if before.blocks == after.blocks {
        return comparison;
    }
    let deadline = Deadline::start();
    let (old, new) = side::sides(before, after);
    let alignment = group::align(&old, &new, deadline);
    comparison.moved = alignment.moved.len();
    comparison.count(quiet::quiet(&old, &new, &alignment));
    let hunks: Vec<_> = alignment.changed.iter().map(|group| hunk::hunk(&old, &new, group, deadline)).collect();
    let differences =
        alignment.changed.iter().zip(&hunks).map(|(group, (hunk, _))| Difference { old: &old, new: &new, group, hunk });
    let around = noise::Surroundings::of(&old, &new, &alignment, differences.clone());
    let classes: Vec<_> = differences.map(|difference| noise::class(&difference, &around)).collect();
    let told = classes.iter().any(Option::is_none);
    let mut differing = hunk::Words::default();
    for ((hunk, words), class) in hunks.into_iter().zip(classes) {
        differing.added += words.added;
        differing.removed += words.removed;
        let class = class.filter(|class| !(told && noise::is_told_with_others(&hunk, *class)));
        if class.is_none() {
            comparison.hunks.push(hunk);
            comparison.words_added += words.added;
            comparison.words_removed += words.removed;
        } else if class == Some(Noise::Date) {
            comparison.stamps.push(hunk);
        }
        comparison.count(class);
    }
    comparison.overall = noise::whole(&old, &new, &comparison, &around, differing);
    comparison.count(comparison.overall);
    comparison
}

/// Equal for documents that have the same words in the same order, whatever their typography, numbering, links and
/// division into blocks; 32 hexadecimal digits. Dates count as words.
#[must_use]
pub fn fingerprint(document: &Document) -> String {
    let mut hash = Sha256::new();
    let mut words = String::new();
    for block in &document.blocks {
        words.clear();
        wording::each_word(side::bare(block), |word, _| {
            words.push_str(word);
            words.push(' ');
        });
        hash.update(&words);
    }
    let digest = hash.finalize();
    digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
