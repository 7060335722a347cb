//! Cuts what differs into the smallest runs of blocks that answer each other, whatever blocks the words stand in.

use std::ops::Range;

use super::script::{EditStep, Weights, script, smooth};
use super::side::Side;

/// Runs of entries on both sides that answer each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub old: Range<usize>,
    pub new: Range<usize>,
    /// How many words of it are on both sides, in order.
    pub shared: usize,
}

/// Cuts a stretch of replaced entries where a block ends on both sides.
pub(super) fn segments(old: &Side<'_>, new: &Side<'_>, gap: &EditStep) -> Vec<Segment> {
    if gap.old.is_empty() || gap.new.is_empty() {
        return vec![Segment { old: gap.old.clone(), new: gap.new.clone(), shared: 0 }];
    }
    let (words_old, words_new) = (old.run(gap.old.clone()), new.run(gap.new.clone()));
    let weights = |words: &[u32]| Weights::of(words.iter().map(|_| 1));
    let steps = smooth(script(words_old, words_new), &weights(words_old), &weights(words_new));
    let cuts = cuts(&ends(old, &gap.old), &ends(new, &gap.new), &steps);
    let mut segments = Vec::new();
    let mut from = (0, 0);
    let mut words = (0, 0);
    for cut in cuts {
        segments.push(Segment {
            old: gap.old.start + from.0..gap.old.start + cut.blocks.0,
            new: gap.new.start + from.1..gap.new.start + cut.blocks.1,
            shared: shared(&steps, words.0..cut.words.0),
        });
        (from, words) = (cut.blocks, cut.words);
    }
    segments
}

/// Where each block of a run ends, in words from the run's start, beginning with 0.
fn ends(side: &Side<'_>, run: &Range<usize>) -> Vec<usize> {
    let entries = &side.entries[run.clone()];
    let start = entries.first().map_or(0, |entry| entry.words.start);
    std::iter::once(0).chain(entries.iter().map(|entry| entry.words.end - start)).collect()
}

/// How many words of a stretch of the old run are the same in the new.
fn shared(steps: &[EditStep], words: Range<usize>) -> usize {
    let overlap = |step: &EditStep| step.old.end.min(words.end).saturating_sub(step.old.start.max(words.start));
    steps.iter().filter(|step| step.same).map(overlap).sum()
}

/// A place where a block ends on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    blocks: (usize, usize),
    words: (usize, usize),
}

/// Every place where the way from old to new passes a block's end on both sides; the last is the end of both.
fn cuts(old: &[usize], new: &[usize], steps: &[EditStep]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for step in steps {
        let ends_old = within(old, &step.old);
        let ends_new = within(new, &step.new);
        for (block_old, block_new) in meetings(old, new, step, ends_old, ends_new) {
            let cut = Cut { blocks: (block_old, block_new), words: (old[block_old], new[block_new]) };
            let last = cuts.last().map_or((0, 0), |cut| cut.blocks);
            if cut.blocks.0 >= last.0 && cut.blocks.1 >= last.1 && cut.blocks != last {
                cuts.push(cut);
            }
        }
    }
    cuts
}

/// The ends that lie in a stretch of words, its borders included.
fn within(ends: &[usize], words: &Range<usize>) -> Range<usize> {
    ends.partition_point(|end| *end < words.start)..ends.partition_point(|end| *end <= words.end)
}

/// Which ends of old blocks meet which ends of new ones within a step.
fn meetings(
    old: &[usize],
    new: &[usize],
    step: &EditStep,
    ends_old: Range<usize>,
    ends_new: Range<usize>,
) -> Vec<(usize, usize)> {
    if step.same {
        let meets = |block_old: usize| {
            let word = step.new.start + (old[block_old] - step.old.start);
            new.binary_search(&word).ok().map(|block_new| (block_old, block_new))
        };
        return ends_old.filter_map(meets).collect();
    }
    // Inside replaced words any end may meet any other. Where one side has a single end there, all of the other meet it;
    // else they meet in turn.
    let (count_old, count_new) = (ends_old.len(), ends_new.len());
    if count_old == 0 || count_new == 0 {
        return Vec::new();
    }
    (0..count_old.max(count_new))
        .map(|turn| (ends_old.start + turn.min(count_old - 1), ends_new.start + turn.min(count_new - 1)))
        .collect()
}
