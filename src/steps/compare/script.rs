//! The shortest readable way from one sequence to another, within a time budget.

use std::hash::Hash;
use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

/// How long a comparison may look for a short way; then it takes the one it has.
const BUDGET: Duration = Duration::from_millis(500);

/// When to stop looking.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// Begins the budget of one comparison.
    pub fn start() -> Self {
        Self(Instant::now().checked_add(BUDGET))
    }
}

/// A stretch of both sequences that is the same or was replaced (by nothing or from nothing, too).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub same: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The steps from one sequence to the other; no two of a sort in a row.
pub(super) fn script<T: Eq + Hash + Ord>(old: &[T], new: &[T], deadline: Deadline) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for op in capture_diff_slices_deadline(Algorithm::Patience, old, new, deadline.0) {
        push(&mut steps, Step { same: matches!(op, DiffOp::Equal { .. }), old: op.old_range(), new: op.new_range() });
    }
    steps
}

/// Drops sameness that is only chance: runs that weigh less than the replaced runs on both sides of them.
pub(super) fn smooth(
    steps: Vec<Step>,
    weight_old: impl Fn(Range<usize>) -> usize,
    weight_new: impl Fn(Range<usize>) -> usize,
) -> Vec<Step> {
    let weigh = |step: &Step| weight_old(step.old.clone()).max(weight_new(step.new.clone()));
    let mut smoothed: Vec<Step> = Vec::new();
    let mut steps = steps.into_iter().peekable();
    while let Some(mut step) = steps.next() {
        let before = smoothed.last().filter(|last| !last.same).map(&weigh);
        let after = steps.peek().filter(|next| !next.same).map(&weigh);
        if step.same
            && let (Some(before), Some(after)) = (before, after)
        {
            let weight = weight_old(step.old.clone());
            step.same = !(weight == 0 || weight < before && weight < after);
        }
        push(&mut smoothed, step);
    }
    smoothed
}

fn push(steps: &mut Vec<Step>, step: Step) {
    match steps.last_mut() {
        Some(last) if last.same == step.same => {
            last.old.end = step.old.end;
            last.new.end = step.new.end;
        }
        _ => steps.push(step),
    }
}
