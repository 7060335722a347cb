//! How much two texts speak of the same things, in whatever sentences.

use std::collections::BTreeMap;

use crate::model::Document;
use crate::steps::text::{self, hash};

/// Shorter words join others and are in all texts of a language.
const SHORTEST: usize = 5;
/// From here on in the code table a single sign is a word.
const IDEOGRAPHS: char = '\u{2e80}';

/// From 0, nothing in common, to 1. Texts on other subjects reach 0.3, rewritings seldom less than 0.55; long texts of one
/// house on any subject reach 0.7.
pub(super) fn common(old: &Document, new: &Document) -> f64 {
    let (old, new) = (weights(old), weights(new));
    let product: f64 = old.iter().filter_map(|(word, weight)| Some(weight * new.get(word)?)).sum();
    let length = |weights: &BTreeMap<u64, f64>| weights.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    let lengths = length(&old) * length(&new);
    if lengths > 0.0 { product / lengths } else { 0.0 }
}

/// The beginnings of the longer words (their ends are grammar), and how often each stands there; ten times is not ten
/// times as telling as once.
fn weights(document: &Document) -> BTreeMap<u64, f64> {
    let mut counts: BTreeMap<u64, f64> = BTreeMap::new();
    for block in &document.blocks {
        text::each_word(&block.text, |word, _| {
            let is_long = word.chars().count() >= SHORTEST || word.chars().any(|letter| letter >= IDEOGRAPHS);
            if is_long && !word.bytes().any(|byte| byte.is_ascii_digit()) {
                let beginning = word.char_indices().nth(SHORTEST).map_or(word, |(end, _)| &word[..end]);
                *counts.entry(hash::of(beginning)).or_default() += 1.0;
            }
        });
    }
    for count in counts.values_mut() {
        *count = 1.0 + count.ln();
    }
    counts
}
