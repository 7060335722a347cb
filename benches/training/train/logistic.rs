//! Finds the weights of a sum: logistic regression, held back so that no feature speaks loudly by chance.

use super::Lesson;
use hausrecht::steps::judge::model::forest::softmax;
use hausrecht::steps::judge::model::linear::Linear;
use hausrecht::steps::text::spelling::share;

/// How strongly weights are pulled towards nothing.
const CALM: f32 = 100.0;

/// Steps downhill; twice as many change no digit that is written.
const STEPS: usize = 300;

/// Weights that tell the classes of these rows apart.
pub(super) fn descend(lesson: &Lesson, classes: usize) -> Linear {
    let Lesson { rows, labels, weights } = lesson;
    let features = rows.first().map_or(0, Vec::len);
    let usual = (0..features).map(|feature| usual(rows, feature)).collect();
    let nothing = (0.0, vec![0.0; features]);
    let mut found = Linear { usual, classes: vec![nothing; classes] };
    let rows: Vec<Vec<f32>> = rows.iter().map(|row| found.steps(row)).collect();
    let pace = 1.0 / (steepness(&rows, features) * 0.5 + CALM);
    let mut ahead = found.classes.clone();
    for step in 0..STEPS {
        let slopes = slopes(&rows, labels, weights, &ahead);
        let swing = share(step, step + 3);
        for ((now, ahead), slope) in found.classes.iter_mut().zip(&mut ahead).zip(&slopes) {
            let advance = |now: &mut f32, ahead: &mut f32, slope: f32, calm: f32| {
                let next = *ahead + pace * (slope - calm * *ahead);
                *ahead = next + swing * (next - *now);
                *now = next;
            };
            advance(&mut now.0, &mut ahead.0, slope.0, 0.0);
            for ((now, ahead), slope) in now.1.iter_mut().zip(&mut ahead.1).zip(&slope.1) {
                advance(now, ahead, *slope, CALM);
            }
        }
    }
    found
}

/// The mean of a feature, and one over how far its values spread; nothing for one that never differs.
fn usual(rows: &[Vec<f32>], feature: usize) -> (f32, f32) {
    let many = share(rows.len(), 1).max(1.0);
    let mean = rows.iter().map(|row| row[feature]).sum::<f32>() / many;
    let spread = (rows.iter().map(|row| (row[feature] - mean).powi(2)).sum::<f32>() / many).sqrt();
    (mean, if spread > 1e-5 { 1.0 / spread } else { 0.0 })
}

type Classes = Vec<(f32, Vec<f32>)>;

/// How the likelihood of the labels rises with each weight.
fn slopes(rows: &[Vec<f32>], labels: &[usize], weights: &[f32], classes: &Classes) -> Classes {
    let mut slopes: Classes = classes.iter().map(|(_, weights)| (0.0, vec![0.0; weights.len()])).collect();
    for ((row, label), sample) in rows.iter().zip(labels).zip(weights) {
        let dot = |weights: &[f32]| weights.iter().zip(row).map(|(weight, value)| weight * value).sum::<f32>();
        let likely = softmax(&classes.iter().map(|(base, weights)| base + dot(weights)).collect::<Vec<_>>());
        for (class, (slope, likely)) in slopes.iter_mut().zip(likely).enumerate() {
            let error = sample * (f32::from(u8::from(*label == class)) - likely);
            slope.0 += error;
            slope.1.iter_mut().zip(row).for_each(|(slope, value)| *slope += error * value);
        }
    }
    slopes
}

/// The steepest that the sum of squares can be in any direction, by repeated multiplication.
fn steepness(rows: &[Vec<f32>], features: usize) -> f32 {
    let mut direction = vec![1.0_f32; features];
    let mut steepest = share(rows.len(), 1);
    for _ in 0..30 {
        let length = direction.iter().map(|part| part * part).sum::<f32>().sqrt().max(1e-9);
        for part in &mut direction {
            *part /= length;
        }
        let mut next = vec![0.0_f32; features];
        for row in rows {
            let along: f32 = row.iter().zip(&direction).map(|(value, part)| value * part).sum();
            next.iter_mut().zip(row).for_each(|(part, value)| *part += along * value);
        }
        steepest = steepest.max(next.iter().map(|part| part * part).sum::<f32>().sqrt());
        direction = next;
    }
    steepest * 1.05
}
