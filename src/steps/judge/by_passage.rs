//! Judges a change passage by passage, and then as a whole: what is harmless never hides what matters.

use super::{Case, judge_confirmed, judge_with, model::MODEL};
use crate::model::{Assessment, Comparison, Hunk, Kind, Tier};

/// So many passages are judged by themselves, the longest first; in a change of more, the others weigh what the whole does.
const MOST: usize = 60;

/// The judgement on a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub assessment: Assessment,
    /// The passages, each with its own tier; at least one has that of the change.
    pub hunks: Vec<Hunk>,
}

impl Judged {
    /// What is told whatever its words are taken for.
    #[must_use]
    pub fn at_least_told(mut self) -> Self {
        self.assessment.kind = self.assessment.kind.max(Kind::Editorial);
        self.assessment.tier = self.assessment.tier.max(Tier::Fyi);
        self.lift();
        self
    }

    /// Gives the weightiest passage the tier of the whole.
    fn lift(&mut self) {
        let tier = self.assessment.tier;
        if self.hunks.iter().all(|hunk| hunk.tier < Some(tier))
            && let Some(hunk) = self.hunks.iter_mut().max_by_key(|hunk| (hunk.tier, hunk.edits.len()))
        {
            hunk.tier = Some(tier);
        }
    }
}

/// Judges a change that stood the second look. Its tier is that of its weightiest passage.
#[must_use]
pub fn judge_change(case: Case<'_>) -> Judged {
    let whole = judge_confirmed(case);
    let mut hunks = case.comparison.hunks.clone();
    if hunks.len() == 1 || whole.kind == Kind::Noise && case.comparison.is_noise() {
        for hunk in &mut hunks {
            hunk.tier = Some(whole.tier);
        }
        return Judged { assessment: whole, hunks };
    }
    let mut assessment = whole;
    let mut longest: Vec<usize> = (0..hunks.len()).collect();
    longest.sort_by_key(|index| std::cmp::Reverse(hunks[*index].edits.len()));
    longest.truncate(MOST);
    for hunk in &mut hunks {
        hunk.tier = Some(assessment.tier);
    }
    let mut weightiest: Option<Assessment> = None;
    for index in longest {
        let single = single(case, index);
        hunks[index].tier = Some(single.tier);
        if weightiest.as_ref().is_none_or(|known| (single.tier, single.kind) > (known.tier, known.kind)) {
            weightiest = Some(single);
        }
    }
    if let Some(single) = weightiest {
        if assessment.kind == Kind::Noise && single.kind != Kind::Noise {
            assessment = Assessment { noise: assessment.noise, ..single };
        } else {
            assessment.kind = assessment.kind.max(single.kind);
            assessment.tier = assessment.tier.max(single.tier);
        }
    }
    let mut judged = Judged { assessment, hunks };
    judged.lift();
    judged
}

/// The judgement on one passage alone.
fn single(case: Case<'_>, index: usize) -> Assessment {
    let hunk = case.comparison.hunks[index].clone();
    let comparison = Comparison {
        hunks: vec![hunk],
        date_lines: case.comparison.date_lines.clone(),
        noise: case.comparison.noise.clone(),
        ..Comparison::default()
    };
    judge_with(Case { comparison: &comparison, ..case }, MODEL.as_ref())
}
