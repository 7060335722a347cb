//! Lays a print over the text that is known: which of its words stand for which, however the paper divides and moves them.

use std::collections::HashSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::menu_pieces::Pieces;
use super::word_row::WordRow;
use crate::model::Block;

/// Where one side times the other is more than that, a print is compared as it was read.
const BUDGET: usize = 400_000_000;
/// Letters that are divided into other words are looked for among so many words.
const STRETCH: usize = 400;
/// So many words on a line of their own are looked for in what is missing.
const SEVERAL: usize = 3;
/// So often what is missing is looked for in what there is more, at most.
const MOVES: usize = 250_000;
/// So many words of which only the beginning is printed, and which are words nowhere else, tell that the paper cuts off
/// the lines: of two prints that were cut off one had 24, the other 33.
const STUBS: usize = 3;

/// The lines of a print go on beyond the paper's edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutOff;

/// What a print and the text that is known have in common.
pub(super) struct Overlay<'a> {
    pub known: &'a [Block],
    pub printed: &'a [Block],
    pub old: WordRow,
    pub new: WordRow,
    pub steps: Vec<Stretch>,
    /// Lines that the print has in another order, and the words that they are.
    pub moved: Vec<Stretch>,
    /// Which printed blocks say anything that the known text does, at its place.
    pub is_matched: Vec<bool>,
}

impl<'a> Overlay<'a> {
    /// Compares the blocks of a print that may be of the known text with it; none where they are too much to compare.
    ///
    /// # Errors
    /// Where the paper cuts off lines.
    pub(super) fn of(
        known: &'a [Block],
        printed: &'a [Block],
        may_be: &[bool],
        pieces: &Pieces,
    ) -> Result<Option<Self>, CutOff> {
        let candidates = printed.iter().zip(may_be).map(|(block, may_be)| may_be.then_some(block));
        let (old, new) = (WordRow::of(known.iter().map(Some)), WordRow::of(candidates));
        if old.all.len().saturating_mul(new.all.len()) > BUDGET {
            return Ok(None);
        }
        let steps = steps(&old, &new);
        if is_cut(&steps, &old, &new) {
            return Err(CutOff);
        }
        let moved = moved(&steps, &old, &new, pieces);
        let mut is_matched = vec![false; printed.len()];
        for (block, _) in steps.iter().chain(&moved).filter(|step| step.same).flat_map(|step| &new.at[step.new.clone()])
        {
            is_matched[*block] = true;
        }
        Ok(Some(Self { known, printed, old, new, steps, moved, is_matched }))
    }
}

/// Words of both sides that are the same, or stand for each other.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub same: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The steps from the known words to the printed ones: whole blocks first, then the words between them; the same letters
/// are the same words, however they are divided.
fn steps(old: &WordRow, new: &WordRow) -> Vec<Stretch> {
    let (old_blocks, new_blocks) = (old.blocks(), new.blocks());
    let letters = |words: &WordRow, blocks: &[Range<usize>]| -> Vec<String> {
        blocks.iter().map(|block| words.letters(block.clone())).collect()
    };
    let all = |words: &WordRow, blocks: &[Range<usize>], range: Range<usize>| {
        let start = blocks.get(range.start).map_or(words.all.len(), |block| block.start);
        start..range.end.checked_sub(1).filter(|last| *last >= range.start).map_or(start, |last| blocks[last].end)
    };
    let mut steps = Vec::new();
    let sides = (letters(old, &old_blocks), letters(new, &new_blocks));
    for op in capture_diff_slices(Algorithm::Patience, &sides.0, &sides.1) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for offset in 0..len {
                let (old, new) = (old_blocks[old_index + offset].clone(), new_blocks[new_index + offset].clone());
                steps.push(Stretch { same: true, old, new });
            }
            continue;
        }
        let (from, to) = (all(old, &old_blocks, op.old_range()), all(new, &new_blocks, op.new_range()));
        for op in capture_diff_slices(Algorithm::Patience, &old.all[from.clone()], &new.all[to.clone()]) {
            let moved = |range: Range<usize>, by: usize| range.start + by..range.end + by;
            let same = matches!(op, DiffOp::Equal { .. });
            let step = Stretch { same, old: moved(op.old_range(), from.start), new: moved(op.new_range(), to.start) };
            if same || !divided(&step, old, new, &mut steps) {
                steps.push(step);
            }
        }
    }
    steps
}

/// Divides a step in which all the letters of one side stand in a row on the other.
fn divided(step: &Stretch, old: &WordRow, new: &WordRow, steps: &mut Vec<Stretch>) -> bool {
    if step.old.is_empty() || step.new.is_empty() || step.old.len() > STRETCH || step.new.len() > STRETCH {
        return false;
    }
    let mut parts = |old: Range<usize>, new: Range<usize>| {
        steps.push(Stretch { same: false, old: step.old.start..old.start, new: step.new.start..new.start });
        steps.push(Stretch { same: true, old: old.clone(), new: new.clone() });
        steps.push(Stretch { same: false, old: old.end..step.old.end, new: new.end..step.new.end });
    };
    if let Some(found) = find(&old.letters(step.old.clone()), new, step.new.clone()) {
        parts(step.old.clone(), found);
        return true;
    }
    if let Some(found) = find(&new.letters(step.new.clone()), old, step.old.clone()) {
        parts(found, step.new.clone());
        return true;
    }
    false
}

/// What the print does not say of a known block where it is due, but on lines of their own elsewhere: a table's row goes on
/// on the next page column by column.
fn moved(steps: &[Stretch], old: &WordRow, new: &WordRow, pieces: &Pieces) -> Vec<Stretch> {
    let gaps = || steps.iter().filter(|step| !step.same);
    let mut missing: Vec<Range<usize>> = gaps().flat_map(|step| old.by_block(step.old.clone())).collect();
    // A block that is missing as a whole may have come to stand elsewhere.
    missing.retain(|part| *part != old.of[old.at[part.start].0] && part.len() <= STRETCH);
    let mut more: Vec<Range<usize>> = gaps().flat_map(|step| new.by_block(step.new.clone())).collect();
    if missing.len() * more.len() > MOVES {
        return Vec::new();
    }
    let mut moved = Vec::new();
    let mut rest = Vec::new();
    for part in missing {
        match among(&old.letters(part.clone()), new, &mut more, |found| pieces.are_lines(&new.all[found.clone()])) {
            Some(found) => moved.push(Stretch { same: true, old: part, new: found }),
            None => rest.push(part),
        }
    }
    // And what it says on lines of their own of what is missing.
    for part in more.into_iter().filter(|part| part.len() >= SEVERAL && pieces.are_lines(&new.all[part.clone()])) {
        if let Some(found) = among(&new.letters(part.clone()), old, &mut rest, |_| true) {
            moved.push(Stretch { same: true, old: found, new: part });
        }
    }
    moved
}

/// Takes words with just these letters from some stretches.
fn among(
    letters: &str,
    words: &WordRow,
    stretches: &mut Vec<Range<usize>>,
    is_right: impl Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let short = stretches.iter().enumerate().filter(|(_, part)| part.len() <= STRETCH);
    let mut found = short.filter_map(|(index, part)| find(letters, words, part.clone()).map(|found| (index, found)));
    let (index, found) = found.find(|(_, found)| is_right(found))?;
    let rest = stretches.swap_remove(index);
    stretches.extend([rest.start..found.start, found.end..rest.end].into_iter().filter(|part| !part.is_empty()));
    Some(found)
}

/// Whether words break off where no word ends.
fn is_cut(steps: &[Stretch], old: &WordRow, new: &WordRow) -> bool {
    let known: HashSet<&str> = old.all.iter().map(String::as_str).collect();
    let stub = |step: &Stretch| {
        let (whole, part) = (old.all.get(step.old.start)?, new.all.get(step.new.start)?);
        let is_one = !step.same && !step.old.is_empty() && step.new.len() == 1;
        (is_one && whole.len() > part.len() && whole.starts_with(part.as_str()) && !known.contains(part.as_str()))
            .then_some(part)
    };
    steps.iter().filter_map(stub).collect::<HashSet<_>>().len() >= STUBS
}

/// Which of some words in a row have just these letters.
fn find(letters: &str, words: &WordRow, among: Range<usize>) -> Option<Range<usize>> {
    among.clone().find_map(|start| {
        let mut rest = letters;
        for index in start..among.end {
            rest = rest.strip_prefix(words.all[index].as_str())?;
            if rest.is_empty() {
                return Some(start..index + 1);
            }
        }
        None
    })
}
