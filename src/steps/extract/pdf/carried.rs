//! Writes down what a print says in the words of the text that is known, wherever it says the same: a print divides and
//! joins words, lines and paragraphs as the paper wants it, and none of that is a change of the text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::menu_pieces::Pieces;
use crate::model::Block;
use crate::steps::text::each_word;

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
    known: &'a [Block],
    printed: &'a [Block],
    old: WordRow,
    new: WordRow,
    steps: Vec<Stretch>,
    /// Lines that the print has in another order, and the words that they are.
    moved: Vec<Stretch>,
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

    /// The blocks of the print that are kept, as the known text writes them where it says the same, without the pieces of
    /// the page that stand among its lines.
    pub(super) fn carried(&self, is_kept: &[bool], pieces: &Pieces) -> Vec<Block> {
        Carrier::new(self, is_kept, pieces).blocks()
    }
}

/// The words of some blocks in a row.
struct WordRow {
    all: Vec<String>,
    /// Where each stands: in which block, and where in its text.
    at: Vec<(usize, Range<usize>)>,
    /// Which words are a block's.
    of: Vec<Range<usize>>,
}

impl WordRow {
    fn of<'a>(blocks: impl Iterator<Item = Option<&'a Block>>) -> Self {
        let mut words = Self { all: Vec::new(), at: Vec::new(), of: Vec::new() };
        for (index, block) in blocks.enumerate() {
            let start = words.all.len();
            each_word(block.map_or("", |block| &block.text), |word, at| {
                words.all.push(word.to_owned());
                words.at.push((index, at));
            });
            words.of.push(start..words.all.len());
        }
        words
    }

    /// The words of each block that has any.
    fn blocks(&self) -> Vec<Range<usize>> {
        self.of.iter().filter(|words| !words.is_empty()).cloned().collect()
    }

    /// Their letters, whatever stands between them.
    fn letters(&self, range: Range<usize>) -> String {
        self.all[range].concat()
    }
}

/// Words of both sides that are the same, or stand for each other.
#[derive(Debug, Clone)]
struct Stretch {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
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

/// What writes the blocks.
struct Carrier<'a> {
    known: &'a [Block],
    printed: &'a [Block],
    old: &'a WordRow,
    new: &'a WordRow,
    /// The first and the last printed word that each known one is.
    same: Vec<Option<(usize, usize)>>,
    /// What is printed before each known word, and after the last one, that is not known there.
    added: Vec<Vec<Range<usize>>>,
    /// The blocks that stand of their own before each known block, and after the last one.
    own: Vec<Vec<usize>>,
}

impl<'a> Carrier<'a> {
    fn new(alignment: &'a Overlay<'a>, is_kept: &[bool], pieces: &Pieces) -> Self {
        let Overlay { known, printed, old, new, steps, moved, is_matched } = alignment;
        let mut carrier = Self {
            known,
            printed,
            old,
            new,
            same: vec![None; old.all.len()],
            added: vec![Vec::new(); old.all.len() + 1],
            own: vec![Vec::new(); known.len() + 1],
        };
        let mut is_elsewhere = vec![false; new.all.len()];
        for step in moved {
            carrier.keep(step);
            is_elsewhere[step.new.clone()].fill(true);
        }
        // Behind which known word each printed block stands.
        let mut behind = vec![0; printed.len()];
        for step in steps {
            for (block, _) in &new.at[step.new.clone()] {
                behind[*block] = step.old.end;
            }
            if step.same {
                carrier.keep(step);
                continue;
            }
            let parts = new.by_block(step.new.clone()).into_iter().filter(|part| is_matched[new.at[part.start].0]);
            for part in parts.flat_map(|part| runs(part, &is_elsewhere)) {
                let words = &new.of[new.at[part.start].0];
                let before = part.start.checked_sub(1).filter(|before| words.contains(before));
                let (before, next) =
                    (before.map(|word| &new.all[word]), Some(part.end).filter(|next| words.contains(next)));
                if !pieces.are_glued(&new.all[part.clone()], before, next.map(|word| &new.all[word])) {
                    carrier.added[step.old.end].push(part);
                }
            }
        }
        let mut at = 0;
        for index in 0..printed.len() {
            at = at.max(behind[index]);
            if is_kept[index] && !is_matched[index] {
                let next = old.of.iter().position(|words| words.start >= at && !words.is_empty());
                carrier.own[next.unwrap_or(known.len())].push(index);
            }
        }
        carrier
    }

    fn keep(&mut self, step: &Stretch) {
        let is_even = step.old.len() == step.new.len();
        for (offset, at) in step.old.clone().enumerate() {
            let even = (step.new.start + offset, step.new.start + offset);
            self.same[at] = Some(if is_even { even } else { (step.new.start, step.new.end - 1) });
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let unsaid: HashMap<String, usize> = (0..self.known.len())
            .filter(|block| self.old.of[*block].clone().all(|word| self.same[word].is_none()))
            .map(|block| (self.old.letters(self.old.of[block].clone()), block))
            .collect();
        let mut out = Vec::new();
        let own = |out: &mut Vec<Block>, blocks: &[usize]| {
            for &index in blocks {
                let letters = self.new.letters(self.new.of[index].clone());
                // What only moved is the known block elsewhere.
                let moved = unsaid.get(&letters).filter(|_| !letters.is_empty()).map(|block| &self.known[*block]);
                out.push(moved.unwrap_or(&self.printed[index]).clone());
            }
        };
        for (index, block) in self.known.iter().enumerate() {
            own(&mut out, &self.own[index]);
            out.extend(self.block(index, block));
        }
        own(&mut out, &self.own[self.known.len()]);
        out
    }

    /// A known block as the print says it; none where it does not.
    fn block(&self, index: usize, block: &Block) -> Option<Block> {
        let words = self.old.of[index].clone();
        if words.is_empty() {
            return Some(block.clone());
        }
        let Some((_, printed_last)) = self.last(words.clone()) else {
            if block.outside {
                // A print does not show what the page folds away beside its text.
                return Some(block.clone());
            }
            // Other words stand in the place of all of it.
            let added = words.flat_map(|word| self.added[word].iter().filter(|part| !self.is_of_last(index, part)));
            let text: Vec<_> = added.map(|part| self.slice(part.clone())).collect();
            return (!text.is_empty()).then(|| Block { text: text.join(" "), links: Vec::new(), ..block.clone() });
        };
        let ends: Vec<_> = self.added[words.end].iter().filter(|part| self.is_after(part, printed_last)).collect();
        let begins: Vec<_> = self.added[words.start].iter().filter(|part| !self.is_of_last(index, part)).collect();
        let is_same = words.clone().all(|word| self.same[word].is_some());
        let has_more = words.clone().skip(1).any(|word| !self.added[word].is_empty());
        if is_same && !has_more && ends.is_empty() && begins.is_empty() {
            let printed = self.printed_text(words.clone());
            if figures(&block.text) == figures(&printed) {
                return Some(block.clone());
            }
            return Some(Block { text: printed, links: Vec::new(), ..block.clone() });
        }
        let mut writer = Writer { carrier: self, block, text: String::new(), last: Last::Nothing };
        for part in begins {
            writer.add(part.clone());
        }
        for word in words.clone() {
            if word > words.start {
                for part in &self.added[word] {
                    writer.add(part.clone());
                }
            }
            if let Some(printed) = self.same[word] {
                writer.keep(word, printed);
            }
        }
        for part in ends {
            writer.add(part.clone());
        }
        Some(Block { text: writer.finish(), links: Vec::new(), ..block.clone() })
    }

    fn first(&self, mut words: Range<usize>) -> Option<(usize, usize)> {
        words.find_map(|word| self.same[word].map(|(first, _)| (word, first)))
    }

    fn last(&self, words: Range<usize>) -> Option<(usize, usize)> {
        words.rev().find_map(|word| self.same[word].map(|(_, last)| (word, last)))
    }

    /// Whether added words end the printed block of a word before them.
    fn is_after(&self, part: &Range<usize>, printed_last: usize) -> bool {
        self.new.at[part.start].0 == self.new.at[printed_last].0
    }

    /// Whether words that stand before a known block end the one before it.
    fn is_of_last(&self, index: usize, part: &Range<usize>) -> bool {
        let before = self.old.of[..index].iter().rev().find(|words| !words.is_empty());
        let last = before.and_then(|words| self.last(words.clone()));
        last.is_some_and(|(_, printed)| self.is_after(part, printed))
    }

    /// Printed words with what stands between them.
    fn slice(&self, words: Range<usize>) -> &str {
        let (block, from) = &self.new.at[words.start];
        let (_, to) = &self.new.at[words.end - 1];
        &self.printed[*block].text[from.start..to.end]
    }

    /// What is printed for known words that are all there.
    fn printed_text(&self, words: Range<usize>) -> String {
        let (Some((_, first)), Some((_, last))) = (self.first(words.clone()), self.last(words)) else {
            return String::new();
        };
        let parts = self.new.by_block(first..last + 1);
        parts.into_iter().map(|part| self.slice(part)).collect::<Vec<_>>().join(" ")
    }

    /// What stands between two printed words.
    fn between(&self, one: usize, next: usize) -> &str {
        let ((block, from), (other, to)) = (&self.new.at[one], &self.new.at[next]);
        if block == other && next == one + 1 { &self.printed[*block].text[from.end..to.start] } else { " " }
    }
}

impl WordRow {
    /// Words in a row, those of each block apart.
    fn by_block(&self, words: Range<usize>) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        for word in words {
            match parts.last_mut() {
                Some(part) if self.at[part.start].0 == self.at[word].0 => part.end = word + 1,
                _ => parts.push(word..word + 1),
            }
        }
        parts
    }
}

/// Writes the text of a block of which not all is as it was.
struct Writer<'a> {
    carrier: &'a Carrier<'a>,
    block: &'a Block,
    text: String,
    last: Last,
}

/// The runs of words that do not stand elsewhere.
fn runs(words: Range<usize>, is_elsewhere: &[bool]) -> Vec<Range<usize>> {
    let mut start = words.start;
    let mut runs = Vec::new();
    for row in is_elsewhere[words].chunk_by(|one, next| one == next) {
        if !row[0] {
            runs.push(start..start + row.len());
        }
        start += row.len();
    }
    runs
}

/// What was written last: a known word and its printed one, or a printed one alone.
enum Last {
    Nothing,
    Known(usize, usize),
    Printed(usize),
}

impl Writer<'_> {
    fn keep(&mut self, word: usize, (first, last): (usize, usize)) {
        let at = &self.carrier.old.at[word].1;
        match self.last {
            Last::Nothing if self.is_first(word) => self.text.push_str(&self.block.text[..at.end]),
            Last::Nothing => self.text.push_str(&self.block.text[at.clone()]),
            Last::Known(before, _) if before + 1 == word => {
                self.text.push_str(&self.block.text[self.carrier.old.at[before].1.end..at.end]);
            }
            Last::Known(_, printed) | Last::Printed(printed) => {
                self.text.push_str(self.carrier.between(printed, first));
                self.text.push_str(&self.block.text[at.clone()]);
            }
        }
        self.last = Last::Known(word, last);
    }

    fn add(&mut self, part: Range<usize>) {
        if let Last::Known(_, printed) | Last::Printed(printed) = self.last {
            self.text.push_str(self.carrier.between(printed, part.start));
        }
        self.last = Last::Printed(part.end - 1);
        self.text.push_str(self.carrier.slice(part));
    }

    fn is_first(&self, word: usize) -> bool {
        word.checked_sub(1).is_none_or(|before| self.carrier.old.at[before].0 != self.carrier.old.at[word].0)
    }

    fn is_last(&self, word: usize) -> bool {
        self.carrier.old.at.get(word + 1).is_none_or(|(next, _)| *next != self.carrier.old.at[word].0)
    }

    fn finish(mut self) -> String {
        match self.last {
            Last::Known(word, _) if self.is_last(word) => {
                self.text.push_str(&self.block.text[self.carrier.old.at[word].1.end..]);
            }
            Last::Known(_, word) | Last::Printed(word) => {
                let (block, at) = &self.carrier.new.at[word];
                let rest = &self.carrier.printed[*block].text[at.end..];
                let end = match self.carrier.new.at.get(word + 1) {
                    Some((next, to)) if next == block => to.start - at.end,
                    _ => rest.len(),
                };
                self.text.push_str(rest[..end].trim_end());
            }
            Last::Nothing => {}
        }
        self.text
    }
}

/// The numbers of a text with the signs within them, which no word shows: "1.000" is not "1,000".
fn figures(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        let is_within =
            matches!(letter, '.' | ',' | ':' | '/') && is_digit(index.checked_sub(1)) && is_digit(Some(index + 1));
        if letter.is_ascii_digit() || is_within {
            out.push(*letter);
        }
    }
    out
}
