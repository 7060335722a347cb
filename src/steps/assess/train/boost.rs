//! Gradient boosting of small trees, with a fixed stream of chance so that it can be repeated.

use super::Lesson;
use super::split::{Binned, grow};
use crate::steps::assess::forest::{Forest, softmax};
use crate::steps::assess::spelling::share;

/// How a forest is grown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) rounds: usize,
    pub(super) depth: usize,
    /// How much of its answer each tree may give.
    pub(super) rate: f32,
    /// The share of rows that a tree sees.
    pub(super) rows: f32,
    /// The share of features that a node may ask.
    pub(super) features: f32,
    /// The fewest rows in a leaf.
    pub(super) leaf: usize,
    /// Pulls answers of small leaves towards nothing.
    pub(super) calm: f32,
    /// Where the stream of chance begins.
    pub(super) seed: u64,
}

/// A forest that tells the classes of these rows apart.
pub(super) fn boost(lesson: &Lesson, classes: usize, settings: Settings) -> Forest {
    let Lesson { rows, labels, weights } = lesson;
    let all: f32 = weights.iter().sum();
    let base: Vec<f32> = (0..classes)
        .map(|class| {
            let of_class = labels.iter().zip(weights).filter(|(label, _)| **label == class);
            ((of_class.map(|(_, weight)| weight).sum::<f32>() + 1.0) / (all + share(classes, 1))).ln()
        })
        .collect();
    let mut scores = vec![base.clone(); rows.len()];
    let mut forest = Forest { base, trees: Vec::new() };
    let binned = Binned::of(rows);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(settings.seed.max(1)));
    for _ in 0..settings.rounds {
        let chosen: Vec<usize> = (0..rows.len()).filter(|_| chance.next() < settings.rows).collect();
        let likely: Vec<Vec<f32>> = scores.iter().map(|scores| softmax(scores)).collect();
        for class in 0..classes {
            let slopes: Vec<(f32, f32)> = likely
                .iter()
                .zip(labels)
                .zip(weights)
                .map(|((likely, label), weight)| {
                    let wanted = f32::from(u8::from(*label == class));
                    (weight * (wanted - likely[class]), weight * (likely[class] * (1.0 - likely[class])).max(1e-6))
                })
                .collect();
            let tree = grow(&binned, &slopes, &chosen, settings, &mut chance);
            for (row, scores) in rows.iter().zip(&mut scores) {
                scores[class] += tree.answer(row);
            }
            forest.trees.push((class, tree));
        }
    }
    forest
}

/// A repeatable stream of numbers from 0 to 1 (xorshift).
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    #[expect(clippy::cast_precision_loss, reason = "24 bits fit a float")]
    pub(super) fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }
}
