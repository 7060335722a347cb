//! What is never passed over on the model's word alone: much text that came or went for good.

use crate::model::{Assessment, Kind, Tier};
use crate::steps::judge::why::reasons;
use crate::steps::judge::{Case, judge};

/// So many words are no slip of a page.
const MUCH: usize = 60;

/// Judges a change that stood the second look: where it is large and only the model takes it for noise, it is told as
/// a detail.
///
/// What the comparison itself shows to be noise stays noise.
#[must_use]
pub fn judge_confirmed(case: Case<'_>) -> Assessment {
    let comparison = case.comparison;
    let assessment = judge(case);
    let words = comparison.words_added + comparison.words_removed;
    if assessment.kind != Kind::Noise || comparison.is_noise() || words < MUCH {
        return assessment;
    }
    let (added, removed) = (comparison.words_added, comparison.words_removed);
    let reason = reasons::reason(
        format!("Much text changed ({added} words came, {removed} went), but no rule that we could find."),
        format!("Viel Text ist anders ({added} Wörter kamen, {removed} gingen), aber keine Regel, die zu finden war."),
    );
    Assessment { kind: Kind::Editorial, tier: Tier::Fyi, reasons: vec![reason], ..assessment }
}
