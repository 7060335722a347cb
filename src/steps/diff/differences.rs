//! Cuts what differs between two documents into differences that can be told, awaited or held back one by one.

use std::collections::HashSet;
use std::hash::{Hash as _, Hasher as _};
use std::ops::Range;

use super::ranges::Difference;
use super::recelled;
use super::script::script;
use crate::model::{Block, BlockKind, Document, count_words};
use crate::steps::text;
use crate::steps::text::hash::{self, StableHasher};

/// Stands before the words of entries that hang on another entry: "Wine" says another thing below "Never sold" than beside it.
const BELOW: u8 = 2;

/// What differs between two documents, in order.
#[derive(Debug)]
pub(in crate::steps) struct Differences<'a> {
    before: &'a [Block],
    after: Vec<Block>,
    /// What stands for each block after.
    pub new: Vec<u64>,
    old: Vec<u64>,
    pub list: Vec<Difference>,
}

impl<'a> Differences<'a> {
    pub fn between(before: &'a Document, after: &Document) -> Self {
        let old: Vec<_> = before.blocks.iter().map(stand_in).collect();
        let new: Vec<_> = after.blocks.iter().map(stand_in).collect();
        let mut list = Vec::new();
        if old != new {
            for step in script(&old, &new).into_iter().filter(|step| !step.same) {
                for (gone, come) in by_place(&before.blocks, &after.blocks, step.old, step.new) {
                    for (gone, come) in by_figures(&before.blocks, &after.blocks, gone, come) {
                        cut(&old, &new, gone, come, &mut list);
                    }
                }
            }
        }
        Self { before: &before.blocks, after: after.blocks.clone(), new, old, list }
    }

    /// How many words came and went.
    pub fn words(&self) -> usize {
        let of = |blocks: &[Block], range: &Range<usize>| {
            let blocks = blocks.get(range.clone()).unwrap_or_default();
            blocks.iter().map(|block| count_words(&block.text)).sum::<usize>()
        };
        self.list.iter().map(|one| of(self.before, &one.old) + of(&self.after, &one.new)).sum()
    }

    /// What stands for the blocks of a difference before and after, and how many words each has.
    pub fn stand_ins(&self, difference: &Difference) -> [Vec<(u64, usize)>; 2] {
        let of = |stand_ins: &[u64], blocks: &[Block], range: &Range<usize>| {
            let each = range.clone().filter_map(|at| Some((*stand_ins.get(at)?, blocks.get(at)?)));
            each.map(|(stand_in, block)| (stand_in, count_words(&block.text))).collect::<Vec<_>>()
        };
        [of(&self.old, self.before, &difference.old), of(&self.new, &self.after, &difference.new)]
    }

    /// The words of a difference before and after.
    pub fn texts(&self, difference: &Difference) -> (String, String) {
        let of = |blocks: &[Block], range: &Range<usize>| {
            let blocks = blocks.get(range.clone()).unwrap_or_default();
            blocks.iter().fold(String::new(), |text, block| text + &block.text + "\n")
        };
        (of(self.before, &difference.old), of(&self.after, &difference.new))
    }

    /// The text of each block of a difference, first those before.
    pub fn lines(&self, difference: &Difference) -> impl Iterator<Item = &str> {
        let (before, after) = self.blocks(difference);
        before.iter().chain(after).map(|block| block.text.as_str())
    }

    /// The blocks of a difference before and after.
    pub fn blocks(&self, difference: &Difference) -> (&[Block], &[Block]) {
        let before = self.before.get(difference.old.clone()).unwrap_or_default();
        (before, self.after.get(difference.new.clone()).unwrap_or_default())
    }

    /// What stands between a difference and the beginning and the end of the page.
    pub fn to_the_edges(&self, difference: &Difference) -> [&[u64]; 2] {
        let above = self.new.get(..difference.new.start).unwrap_or_default();
        [above, self.new.get(difference.new.end..).unwrap_or_default()]
    }

    /// Whether a difference begins with an entry of a list that a sentence leads: "You may:" and "You must not:" make two rules
    /// of the same words.
    pub fn hangs_on_a_lead(&self, difference: &Difference) -> bool {
        let (blocks, at) = if difference.old.is_empty() {
            (self.after.as_slice(), difference.new.start)
        } else {
            (self.before, difference.old.start)
        };
        let is_item = |block: &Block| matches!(block.kind, BlockKind::Item(_));
        let above = || blocks.get(..at)?.iter().rev().find(|block| !is_item(block));
        let leads = |block: &Block| block.kind == BlockKind::Paragraph && block.text.trim_end().ends_with([':', '：']);
        blocks.get(at).is_some_and(is_item) && above().is_some_and(leads)
    }

    /// Whether all that came is links: such lists change by themselves at every look.
    pub fn is_links(&self, difference: &Difference) -> bool {
        let come = self.after.get(difference.new.clone()).unwrap_or_default();
        come.iter()
            .all(|block| block.links.iter().map(|link| link.text.len()).sum::<usize>() * 10 >= block.text.len() * 8)
    }

    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The document of before with these differences made and no others, and for each of its blocks the difference that
    /// it is of, if it is of one.
    pub fn applied(&self, chosen: &HashSet<usize>) -> (Document, Vec<Option<usize>>) {
        let mut blocks: Vec<Block> = Vec::with_capacity(self.after.len());
        let mut made_by = Vec::with_capacity(self.after.len());
        let (mut at, mut now_at) = (0, 0);
        let mut take = |taken: Option<&[Block]>, by: Option<usize>, shown: Option<&[Block]>| {
            let from = blocks.len();
            blocks.extend_from_slice(taken.unwrap_or_default());
            // Words that stay are where the page shows them today.
            for (block, shown) in blocks[from..].iter_mut().zip(shown.unwrap_or_default()) {
                block.outside = shown.outside;
            }
            made_by.resize(blocks.len(), by);
        };
        for (index, difference) in self.list.iter().enumerate() {
            take(self.before.get(at..difference.old.start), None, self.after.get(now_at..difference.new.start));
            if chosen.contains(&index) {
                take(self.after.get(difference.new.clone()), Some(index), None);
            } else {
                take(self.before.get(difference.old.clone()), Some(index), None);
            }
            (at, now_at) = (difference.old.end, difference.new.end);
        }
        take(self.before.get(at..), None, self.after.get(now_at..));
        (Document { blocks, ..Document::default() }, made_by)
    }
}

/// Text that only came or only went is cut into its blocks up to so many: each stands or flickers by itself. More than
/// that comes and goes as a whole.
const BLOCK_BY_BLOCK: usize = 40;

/// Parts what stands around the text at the beginning or the end of a changed stretch from the text itself. What gave way
/// to something around the text stood there, too.
fn by_place(
    before: &[Block],
    after: &[Block],
    gone: Range<usize>,
    come: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let is_outside = |blocks: &[Block], index: usize| blocks.get(index).is_some_and(|block| block.outside);
    let all_outside = |blocks: &[Block], range: &Range<usize>| range.clone().all(|index| is_outside(blocks, index));
    if gone.is_empty() || come.is_empty() || all_outside(after, &come) {
        return vec![(gone, come)];
    }
    let leading = |blocks: &[Block], range: &Range<usize>| {
        range.start + range.clone().take_while(|index| is_outside(blocks, *index)).count()
    };
    let trailing = |blocks: &[Block], range: &Range<usize>| {
        range.end - range.clone().rev().take_while(|index| is_outside(blocks, *index)).count()
    };
    let (first, second) = (leading(before, &gone), leading(after, &come));
    let (third, fourth) = (trailing(before, &gone).max(first), trailing(after, &come).max(second));
    let parts =
        [(gone.start..first, come.start..second), (first..third, second..fourth), (third..gone.end, fourth..come.end)];
    parts.into_iter().filter(|(gone, come)| !gone.is_empty() || !come.is_empty()).collect()
}

/// Parts blocks in which nothing but figures changed from what came or went beside them: a counter that moves every day says
/// nothing of a rule that stands below it.
fn by_figures(
    before: &[Block],
    after: &[Block],
    gone: Range<usize>,
    come: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let are_few = !gone.is_empty() && !come.is_empty() && gone.len().max(come.len()) <= BLOCK_BY_BLOCK;
    if !are_few || gone.len() == come.len() {
        return vec![(gone, come)];
    }
    let mut parts = Vec::new();
    let (mut old, mut new) = (gone.start, come.start);
    for at in gone.clone() {
        let Some(rest) = without_figures(&before[at]) else { continue };
        let Some(same) = (new..come.end).find(|there| without_figures(&after[*there]).as_ref() == Some(&rest)) else {
            continue;
        };
        parts.push((old..at, new..same));
        parts.push((at..at + 1, same..same + 1));
        (old, new) = (at + 1, same + 1);
    }
    parts.push((old..gone.end, new..come.end));
    parts.retain(|(gone, come)| !gone.is_empty() || !come.is_empty());
    parts
}

/// The words of a block that are no figures; none where it has no figure or little else.
fn without_figures(block: &Block) -> Option<Vec<String>> {
    let (mut rest, mut has_figures) = (Vec::new(), false);
    text::each_word(&block.text, |word, _| {
        if word.chars().any(char::is_numeric) {
            has_figures = true;
        } else {
            rest.push(word.to_owned());
        }
    });
    (has_figures && rest.len() > 1).then_some(rest)
}

/// Cuts a changed stretch block by block where as many came as went, and where blocks only came or only went.
fn cut(old: &[u64], new: &[u64], gone: Range<usize>, come: Range<usize>, list: &mut Vec<Difference>) {
    if gone.len() == come.len() && gone.len() > 1 {
        for (old_index, new_index) in gone.zip(come) {
            if old[old_index] != new[new_index] {
                list.push(difference(old, new, old_index..old_index + 1, new_index..new_index + 1));
            }
        }
    } else if gone.is_empty() && come.len() <= BLOCK_BY_BLOCK {
        list.extend(come.map(|index| difference(old, new, gone.clone(), index..index + 1)));
    } else if come.is_empty() && gone.len() <= BLOCK_BY_BLOCK {
        list.extend(gone.map(|index| difference(old, new, index..index + 1, come.clone())));
    } else {
        list.push(difference(old, new, gone, come));
    }
}

fn difference(old: &[u64], new: &[u64], gone: Range<usize>, come: Range<usize>) -> Difference {
    let (before, after) = (&old[gone.clone()], &new[come.clone()]);
    let anchor = gone.start.checked_sub(1).and_then(|above| old.get(above)).copied().unwrap_or_default();
    Difference {
        key: hash::of(&(before, after)),
        undoing: hash::of(&(after, before)),
        before: if before.is_empty() { 0 } else { hash::of(&before) },
        anchor,
        old: gone,
        new: come,
    }
}

/// Stands for the words of a block, whatever their dress, for whether it is an entry below another one, and for the cells of a
/// row in which they stand.
fn stand_in(block: &Block) -> u64 {
    let mut hasher = StableHasher::default();
    if matches!(block.kind, BlockKind::Item(2..)) {
        BELOW.hash(&mut hasher);
    }
    if block.kind == BlockKind::Row {
        recelled::cells(&block.text).hash(&mut hasher);
    }
    let mut found = false;
    text::each_word(&block.text, |word, _| {
        found = true;
        word.hash(&mut hasher);
    });
    if !found {
        block.text.hash(&mut hasher);
    }
    hasher.finish()
}
