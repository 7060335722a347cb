//! One question put to trees and to a weighed sum: they err differently, so their mean errs less.

use std::collections::BTreeMap;

use super::forest::{Forest, softmax};
use super::linear::Linear;

/// What answers a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ensemble {
    pub trees: Forest,
    pub sum: Linear,
}

impl Ensemble {
    /// How likely each class is.
    #[must_use]
    pub fn probabilities(&self, values: &[f32]) -> Vec<f32> {
        let scores = self.trees.scores(values).into_iter().zip(self.sum.scores(values));
        softmax(&scores.map(|(one, other)| f32::midpoint(one, other)).collect::<Vec<_>>())
    }

    /// How much each feature speaks for a class.
    #[must_use]
    pub fn parts(&self, values: &[f32], class: usize) -> BTreeMap<usize, f32> {
        let mut parts = self.trees.parts(values, class);
        for (feature, part) in self.sum.parts(values, class) {
            *parts.entry(feature).or_default() += part;
        }
        for part in parts.values_mut() {
            *part /= 2.0;
        }
        parts
    }
}
