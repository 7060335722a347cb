//! Gradient boosting of small trees, with a fixed stream of chance so that it can be repeated.

use super::Lesson;
use super::settings::{Chance, Settings};
use super::split::{Binned, grow};
use hausrecht::steps::judge::model::forest::{Forest, softmax};
use hausrecht::steps::text::spelling::share;

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
    let mut chance = Chance::from_seed(settings.seed);
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
