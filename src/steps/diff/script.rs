//! The shortest readable way from one sequence to another, within a time budget.

use std::hash::Hash;
use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

/// How long a comparison may look for a short way; then it takes the one it has.
const BUDGET: Duration = Duration::from_millis(400);

/// When to stop looking.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps) struct Deadline(Option<Instant>);

impl Deadline {
    /// Begins the budget of one comparison.
    pub fn start() -> Self {
        Self(Instant::now().checked_add(BUDGET))
    }
}

/// A stretch of both sequences that is the same or was replaced (by nothing or from nothing, too).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditStep {
    pub same: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The steps from one sequence to the other; no two of a sort in a row.
pub(super) fn script<T: Eq + Hash + Ord>(old: &[T], new: &[T], deadline: Deadline) -> Vec<EditStep> {
    let mut steps: Vec<EditStep> = Vec::new();
    for op in capture_diff_slices_deadline(Algorithm::Patience, old, new, deadline.0) {
        push(
            &mut steps,
            EditStep { same: matches!(op, DiffOp::Equal { .. }), old: op.old_range(), new: op.new_range() },
        );
    }
    steps
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
