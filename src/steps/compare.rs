//! What lies between two documents: hunks to the word, moves, and differences that no reader need know of.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::diff::script::Deadline;
use super::diff::{group, hunk, side};
use super::identity::whole_page::whole;
use super::noise::surroundings::Surroundings;
use super::noise::{self, DifferingBlocks, cosmetic};
use super::text;
use crate::model::{Comparison, Document, Noise};

/// Compares two documents.
///
/// Words are compared in their normal form ([`text::each_word`]) and as a stream: in which blocks they stand does
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
    comparison.count(cosmetic::classes(&old, &new, &alignment));
    let hunks: Vec<_> = alignment.changed.iter().map(|group| hunk::hunk(&old, &new, group, deadline)).collect();
    let differences = alignment.changed.iter().zip(&hunks).map(|(group, (hunk, _))| DifferingBlocks {
        old: &old,
        new: &new,
        group,
        hunk,
    });
    let around = Surroundings::of(&old, &new, &alignment, differences.clone());
    let classes: Vec<_> = differences.map(|difference| noise::class(&difference, &around)).collect();
    let told = classes.iter().any(Option::is_none);
    let mut differing = hunk::WordCount::default();
    for ((hunk, words), class) in hunks.into_iter().zip(classes) {
        differing.added += words.added;
        differing.removed += words.removed;
        let class = class.filter(|class| !(told && noise::is_told_with_others(&hunk, *class)));
        if class.is_none() {
            comparison.hunks.push(hunk);
            comparison.words_added += words.added;
            comparison.words_removed += words.removed;
        } else if class == Some(Noise::Date) {
            comparison.date_lines.push(hunk);
        }
        comparison.count(class);
    }
    comparison.overall = whole(&old, &new, &comparison, &around, differing);
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
        text::each_word(side::bare(block), |word, _| {
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
