//! How well a judgement fits labels: precision and recall of each answer.

use std::collections::BTreeMap;
use std::fmt;

/// A table of labels and answers.
#[derive(Debug, Clone, Default)]
pub struct Scores(BTreeMap<(&'static str, &'static str), usize>);

/// Counts answers against what readers accept; of two readers' answers either is right.
pub fn measure(pairs: impl Iterator<Item = (Vec<&'static str>, &'static str)>) -> Scores {
    let mut scores = Scores::default();
    for (accepted, said) in pairs {
        let truth = if accepted.contains(&said) { said } else { accepted.first().copied().unwrap_or("") };
        *scores.0.entry((truth, said)).or_default() += 1;
    }
    scores
}

impl Scores {
    /// How often `said` was answered where `truth` is right.
    #[must_use]
    pub fn count(&self, truth: &str, said: &str) -> usize {
        self.0.iter().filter(|((one, other), _)| *one == truth && *other == said).map(|(_, count)| count).sum()
    }

    /// Precision, recall and F1 of an answer.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of samples")]
    pub fn of(&self, answer: &str) -> (f64, f64, f64) {
        let hits = self.count(answer, answer) as f64;
        let said: usize = self.0.iter().filter(|((_, said), _)| *said == answer).map(|(_, count)| count).sum();
        let owed: usize = self.0.iter().filter(|((truth, _), _)| *truth == answer).map(|(_, count)| count).sum();
        let ratio = |whole: usize| if whole == 0 { 0.0 } else { hits / whole as f64 };
        let (precision, recall) = (ratio(said), ratio(owed));
        let sum = precision + recall;
        (precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 })
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut answers: Vec<&str> = self.0.keys().flat_map(|(truth, said)| [*truth, *said]).collect();
        answers.sort_unstable();
        answers.dedup();
        let mut sum = 0.0;
        for answer in &answers {
            let (precision, recall, f1) = self.of(answer);
            sum += f1;
            write!(f, "{answer} P {precision:.3} R {recall:.3} F1 {f1:.3}  ")?;
        }
        let many = u32::try_from(answers.len()).map_or(1.0, f64::from).max(1.0);
        write!(f, "macro F1 {:.3}", sum / many)
    }
}
