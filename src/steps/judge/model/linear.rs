//! A weighed sum of all features: it hears each a little, where trees ask few and loudly.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Weights of features for each class.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linear {
    /// By feature: what is usual, and by what one step away from it counts as one.
    pub usual: Vec<(f32, f32)>,
    /// By class: what it has before any feature speaks, and the weight of each feature.
    pub classes: Vec<(f32, Vec<f32>)>,
}

/// So many steps away from the usual a feature counts and no further: one odd number must not settle a judgement.
const FARTHEST: f32 = 4.0;

impl Linear {
    /// How far each feature is from the usual.
    #[must_use]
    pub fn steps(&self, values: &[f32]) -> Vec<f32> {
        let step = |((usual, scale), value): (&(f32, f32), &f32)| ((value - usual) * scale).clamp(-FARTHEST, FARTHEST);
        self.usual.iter().zip(values).map(step).collect()
    }

    /// The sums before they become probabilities.
    #[must_use]
    pub fn scores(&self, values: &[f32]) -> Vec<f32> {
        let steps = self.steps(values);
        let sum = |weights: &[f32]| weights.iter().zip(&steps).map(|(weight, step)| weight * step).sum::<f32>();
        self.classes.iter().map(|(base, weights)| base + sum(weights)).collect()
    }

    /// How much each feature speaks for a class.
    #[must_use]
    pub fn parts(&self, values: &[f32], class: usize) -> BTreeMap<usize, f32> {
        let weights = self.classes.get(class).map(|(_, weights)| weights.as_slice()).unwrap_or_default();
        self.steps(values).iter().zip(weights).map(|(step, weight)| step * weight).enumerate().collect()
    }

    /// A line for what is usual, one for the scales, and one for each class.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        let mut line = |name: &str, numbers: &mut dyn Iterator<Item = f32>| {
            out.push_str(name);
            for number in numbers {
                let _ = write!(out, " {number:.4}");
            }
            out.push('\n');
        };
        line("usual", &mut self.usual.iter().map(|(usual, _)| *usual));
        line("scale", &mut self.usual.iter().map(|(_, scale)| *scale));
        for (base, weights) in &self.classes {
            line("class", &mut std::iter::once(*base).chain(weights.iter().copied()));
        }
        out
    }

    /// Reads what [`Linear::write`] wrote; none where it is damaged.
    #[must_use]
    pub fn read<'a>(lines: &mut impl Iterator<Item = &'a str>, classes: usize) -> Option<Self> {
        let mut numbers = |name: &str| -> Option<Vec<f32>> {
            let line = lines.next()?.strip_prefix(name)?;
            line.split_whitespace().map(|number| number.parse().ok()).collect()
        };
        let (usual, scale) = (numbers("usual")?, numbers("scale")?);
        let mut read = Self { usual: usual.into_iter().zip(scale).collect(), classes: Vec::new() };
        for _ in 0..classes {
            let all = numbers("class")?;
            let (base, weights) = all.split_first()?;
            read.classes.push((*base, weights.to_vec()));
        }
        Some(read)
    }
}
