//! Writes down what a print says in the words of the text that is known, wherever it says the same: a print divides and
//! joins words, lines and paragraphs as the paper wants it, and none of that is a change of the text.

use std::collections::HashMap;
use std::ops::Range;

use super::menu_pieces::Pieces;
use super::overlay::{Overlay, Stretch};
use super::word_row::WordRow;
use crate::model::Block;

/// The blocks of the print that are kept, as the known text writes them where it says the same, without the pieces of
/// the page that stand among its lines.
pub(super) fn carried(overlay: &Overlay<'_>, is_kept: &[bool], pieces: &Pieces) -> Vec<Block> {
    Carrier::new(overlay, is_kept, pieces).blocks()
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
