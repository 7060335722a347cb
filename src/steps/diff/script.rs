//! A short readable way from one sequence to another, within a budget of comparisons.
//!
//! The budget is counted in what is compared and not in time: the same texts give the same way, on any machine and under
//! any load.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Where one side times the other is more than that, the search is cut into pieces of a bounded size first: a rewriting of
/// 20,000 words by 20,000 others takes about a second within it, and no page of the corpora comes near it.
const BUDGET: usize = 400_000_000;
/// The size of such a piece on either side.
const PIECE: usize = 20_000;

/// A stretch of both sequences that is the same or was replaced (by nothing or from nothing, too).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditStep {
    pub same: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The steps from one sequence to the other; no two of a sort in a row.
///
/// Beyond the budget the ends that both share are found all the same, and what lies between is compared piece by piece.
pub(super) fn script<T: Eq + Hash + Ord>(old: &[T], new: &[T]) -> Vec<EditStep> {
    let mut steps: Vec<EditStep> = Vec::new();
    if old.len().saturating_mul(new.len()) <= BUDGET {
        search(&mut steps, old, new, (0, 0));
        return steps;
    }
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = (&old[head..], &new[head..]);
    let tail = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    push(&mut steps, EditStep { same: true, old: 0..head, new: 0..head });
    let mut at = (head, head);
    while at.0 < old_end || at.1 < new_end {
        let end = ((at.0 + PIECE).min(old_end), (at.1 + PIECE).min(new_end));
        search(&mut steps, &old[at.0..end.0], &new[at.1..end.1], at);
        at = end;
    }
    push(&mut steps, EditStep { same: true, old: old_end..old.len(), new: new_end..new.len() });
    steps.retain(|step| !step.old.is_empty() || !step.new.is_empty());
    steps
}

/// Adds the steps from one stretch to the other; `at` is where they begin.
fn search<T: Eq + Hash + Ord>(steps: &mut Vec<EditStep>, old: &[T], new: &[T], at: (usize, usize)) {
    let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        let same = matches!(op, DiffOp::Equal { .. });
        push(steps, EditStep { same, old: moved(op.old_range(), at.0), new: moved(op.new_range(), at.1) });
    }
}

/// What each piece of a sequence weighs, summed up from the start.
#[derive(Debug)]
pub(super) struct Weights(Vec<usize>);

impl Weights {
    pub fn of(weights: impl Iterator<Item = usize>) -> Self {
        let mut sum = 0;
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    fn weigh(&self, range: &Range<usize>) -> usize {
        self.0.get(range.end).zip(self.0.get(range.start)).map_or(0, |(end, start)| end - start)
    }
}

/// Drops sameness that is only chance: runs that weigh less than the replaced runs on both sides of them.
pub(super) fn smooth(steps: Vec<EditStep>, old: &Weights, new: &Weights) -> Vec<EditStep> {
    let weigh = |step: &EditStep| old.weigh(&step.old).max(new.weigh(&step.new));
    let mut smoothed: Vec<EditStep> = Vec::new();
    let mut steps = steps.into_iter().peekable();
    while let Some(mut step) = steps.next() {
        let before = smoothed.last().filter(|last| !last.same).map(weigh);
        let after = steps.peek().filter(|next| !next.same).map(weigh);
        if step.same
            && let (Some(before), Some(after)) = (before, after)
        {
            let weight = old.weigh(&step.old);
            step.same = !(weight == 0 || weight < before && weight < after);
        }
        push(&mut smoothed, step);
    }
    smoothed
}

fn push(steps: &mut Vec<EditStep>, step: EditStep) {
    match steps.last_mut() {
        Some(last) if last.same == step.same => {
            last.old.end = step.old.end;
            last.new.end = step.new.end;
        }
        _ => steps.push(step),
    }
}
