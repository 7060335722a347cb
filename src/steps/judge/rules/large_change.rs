//! What is never passed over on the model's word alone: much text that came or went for good.

use crate::model::{Assessment, Because, Comparison, Kind, Reason, Tier};

/// So many words are no slip of a page.
const MUCH: usize = 60;

/// Where a change that stood the second look is large and only the model takes it for noise, it is told as a detail.
///
/// What the comparison itself shows to be noise stays noise.
pub(in crate::steps::judge) fn not_passed_over(comparison: &Comparison, assessment: Assessment) -> Assessment {
    let words = comparison.words_added + comparison.words_removed;
    if assessment.kind != Kind::Noise || comparison.is_noise() || words < MUCH {
        return assessment;
    }
    let because = Because::MuchChanged { added: comparison.words_added, removed: comparison.words_removed };
    Assessment { kind: Kind::Editorial, tier: Tier::Fyi, reasons: vec![Reason::of_the_whole(because)], ..assessment }
}
