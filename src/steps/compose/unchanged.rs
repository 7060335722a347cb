//! What stayed between the passages that changed, for the comparison beside a letter.

use std::collections::HashSet;

use super::page::{Stayed, StayedLine};
use super::plain;
use super::words::Words;
use crate::model::{Block, BlockKind, BothTexts, Change};
use crate::steps::compare::compare;

/// Letters of one block that are shown.
const LINE: usize = 4000;

/// What stayed before each of the change's passages, and last what stayed behind them all; nothing where the passages do not
/// stand in the texts.
///
/// A block that stands in both texts word for word stayed; what differs in it without being told is left out.
pub(super) fn between(change: &Change, texts: &BothTexts, words: &dyn Words) -> Vec<Option<Stayed>> {
    let comparison = compare(&texts.before, &texts.after);
    let before: HashSet<&str> = texts.before.blocks.iter().map(|block| block.text.as_str()).collect();
    let differing: HashSet<usize> = comparison.spans.iter().flat_map(|span| span.new.iter().copied()).collect();
    let stayed = |from: usize, until: usize| {
        let blocks = texts.after.blocks.iter().enumerate().take(until).skip(from);
        let blocks = blocks.filter(|(index, block)| !differing.contains(index) && before.contains(block.text.as_str()));
        let lines: Vec<StayedLine> = blocks.map(|(_, block)| line(block)).collect();
        (!lines.is_empty()).then(|| Stayed { summary: words.unchanged(lines.len()), lines })
    };
    let mut used = vec![false; comparison.hunks.len()];
    let (mut folds, mut last, mut found) = (Vec::new(), 0, false);
    for hunk in &change.hunks {
        let same = comparison.hunks.iter().enumerate().find(|(index, other)| {
            !used[*index] && other.before == hunk.before && other.after == hunk.after && other.heading == hunk.heading
        });
        let span = same.and_then(|(index, _)| {
            used[index] = true;
            let span = comparison.spans.get(index)?;
            Some((*span.new.iter().min()?, *span.new.iter().max()?))
        });
        folds.push(match span.filter(|(start, _)| *start >= last) {
            Some((start, end)) => {
                found = true;
                let fold = stayed(last, start);
                last = end + 1;
                fold
            }
            None => None,
        });
    }
    if !found {
        return Vec::new();
    }
    folds.push(stayed(last, usize::MAX));
    folds
}

fn line(block: &Block) -> StayedLine {
    let text = block.text.lines().map(|line| plain::short(line, LINE)).collect::<Vec<_>>().join("\n");
    StayedLine { is_heading: matches!(block.kind, BlockKind::Heading(_)), text }
}
