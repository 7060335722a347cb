//! What a difference is by the blocks around it: entries of a table of contents, titles said twice, menus of links.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::title::is_title;
use super::{DifferingBlocks, choices, date_line};
use crate::model::{Block, BlockKind};
use crate::steps::diff::group::{Alignment, Group};
use crate::steps::diff::side::Side;
use crate::steps::text::modal_verbs::has_modal_verb;

/// Longer text is not an entry or a label.
const SHORT: usize = 12;
/// Said that often in one change, a text belongs to the page around each section.
const OFTEN: usize = 4;

/// How often a text comes or goes in one change, and under how many headings.
#[derive(Debug, Default)]
struct Times {
    count: usize,
    headings: HashSet<Option<usize>>,
}

impl Times {
    fn see(&mut self, side: &Side<'_>, entry: usize) {
        self.count += 1;
        self.headings.insert(side.section(entry));
    }

    /// Whether a block said so often belongs to the page around each section. What rules is said as often as it holds,
    /// and so is what is listed under many headings.
    fn make_boilerplate(&self, block: &Block) -> bool {
        self.count >= OFTEN
            && !has_modal_verb(&block.text)
            && (!is_plain_item(block) || self.headings.len() * OFTEN <= self.count)
    }
}

/// What stands in both documents, and what comes or goes more than once.
#[derive(Debug, Default)]
pub(in crate::steps) struct Surroundings {
    /// Whether each block that stands in both is a heading.
    standing: HashMap<u32, bool>,
    dates: [HashSet<Date>; 2],
    /// Whether much of the change is buttons to choose from.
    pub(super) choices: bool,
    /// Words that came or went in blocks that stand in both documents all the same.
    pub(in crate::steps) repeated: usize,
    times: HashMap<u32, Times>,
    pairs: HashMap<(Vec<u32>, Vec<u32>), Times>,
}

impl Surroundings {
    pub fn of<'a>(
        old: &Side<'_>,
        new: &Side<'_>,
        alignment: &Alignment,
        differences: impl Iterator<Item = DifferingBlocks<'a>>,
    ) -> Self {
        let choices = differences.filter(choices::is_choice).count();
        let mut around = Self { choices: choices >= 2 && choices * 3 >= alignment.changed.len(), ..Self::default() };
        for (entry, _) in alignment.same.iter().chain(&alignment.moved) {
            *around.standing.entry(old.entries[*entry].key).or_default() |= is_heading(old, *entry);
        }
        around.dates = [old, new]
            .map(|side| side.document.blocks.iter().flat_map(|block| date_line::dates(&block.text)).collect());
        for group in &alignment.changed {
            for (side, entry) in lone(group, old, new) {
                let block = &side.entries[entry];
                if around.standing.contains_key(&block.key) {
                    around.repeated += block.words.len();
                }
                around.times.entry(side.entries[entry].key).or_default().see(side, entry);
            }
            let pair = around.pairs.entry(keys(group, old, new)).or_default();
            match (group.new.first(), group.old.first()) {
                (Some(entry), _) => pair.see(new, *entry),
                (None, Some(entry)) => pair.see(old, *entry),
                (None, None) => {}
            }
        }
        around
    }
}

fn keys(group: &Group, old: &Side<'_>, new: &Side<'_>) -> (Vec<u32>, Vec<u32>) {
    let keys = |side: &Side<'_>, entries: &[usize]| entries.iter().map(|entry| side.entries[*entry].key).collect();
    (keys(old, &group.old), keys(new, &group.new))
}

/// The blocks of a difference that is only an addition or only a removal.
fn lone<'a>(group: &'a Group, old: &'a Side<'a>, new: &'a Side<'a>) -> Vec<(&'a Side<'a>, usize)> {
    match (group.old.is_empty(), group.new.is_empty()) {
        (false, true) => group.old.iter().map(|entry| (old, *entry)).collect(),
        (true, false) => group.new.iter().map(|entry| (new, *entry)).collect(),
        _ => Vec::new(),
    }
}

/// Whether a line that came or went only dates the document, and says the same day as one on the other side.
pub(super) fn is_same_day(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let (text, other) = match (difference.before(), difference.after()) {
        (before, "") => (before, 1),
        ("", after) => (after, 0),
        _ => return false,
    };
    let dates = date_line::dates(text);
    !dates.is_empty() && dates.iter().all(|date| around.dates[other].contains(date))
}

/// Whether every block of a difference is boilerplate where it stands.
pub(super) fn is_boilerplate(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let DifferingBlocks { old, new, group, .. } = *difference;
    let boilerplate = |times: &Times, side: &Side<'_>, entries: &[usize]| {
        entries.iter().all(|entry| times.make_boilerplate(side.block(*entry)))
    };
    let times = around.pairs.get(&keys(group, old, new));
    if times.is_some_and(|times| boilerplate(times, old, &group.old) && boilerplate(times, new, &group.new)) {
        return true;
    }
    let above = |side: &Side<'_>, entries: &[usize]| entries.iter().all(|entry| is_above_the_document(side, *entry));
    if above(old, &group.old) && above(new, &group.new) {
        return true;
    }
    let rows = |side: &Side<'_>, entries: &[usize]| entries.iter().all(|entry| is_row_of_links(side.block(*entry)));
    if rows(old, &group.old) && rows(new, &group.new) {
        return true;
    }
    let blocks = lone(group, old, new);
    let (pieces, others): (Vec<_>, Vec<_>) = blocks.iter().partition(|(side, entry)| is_piece(side, *entry, around));
    // A table of contents may have a line of its own among its entries, but no rule.
    let beside = |(side, entry): &(&Side<'_>, usize)| {
        side.entries[*entry].words.len() <= 30 && !has_modal_verb(&side.block(*entry).text)
    };
    !pieces.is_empty()
        && (others.is_empty()
            || blocks.len() >= 6 && pieces.len() >= others.len() * 4 && others.into_iter().all(beside))
}

fn is_piece(side: &Side<'_>, entry: usize, around: &Surroundings) -> bool {
    let (key, block) = (side.entries[entry].key, side.block(entry));
    let short = side.entries[entry].words.len() <= SHORT;
    // An entry of a table of contents repeats a heading; so does a heading that a reader found twice.
    let heading = around.standing.get(&key).is_some_and(|heading| *heading || is_heading(side, entry));
    let often = around.times.get(&key).is_some_and(|times| times.make_boilerplate(block));
    short && heading
        || often
        || short && is_menu_entry(block) && !is_introduced(side, entry)
        || entry <= 2 && is_title(block)
}

fn is_heading(side: &Side<'_>, entry: usize) -> bool {
    matches!(side.block(entry).kind, BlockKind::Heading(_))
}

/// Whether it is an item or a cell without a link: what is listed may well be listed in many places.
fn is_plain_item(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Item(_) | BlockKind::Row) && block.links.is_empty()
}

/// Whether a block is hardly more than several links in a row: a menu or footer.
fn is_row_of_links(block: &Block) -> bool {
    block.links.len() >= 4 && linked(block) * 10 >= block.text.len() * 7
}

fn linked(block: &Block) -> usize {
    block.links.iter().map(|link| link.text.len()).sum()
}

/// Whether an item is a link and nothing else.
fn is_menu_entry(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Item(_)) && !block.links.is_empty() && linked(block) + 2 >= block.text.len()
}

/// Whether a sentence that ends in a colon leads to the list that an item is in: then the list is part of the text.
fn is_introduced(side: &Side<'_>, entry: usize) -> bool {
    let above = (0..entry).rev().find(|above| !matches!(side.block(*above).kind, BlockKind::Item(_)));
    above.is_some_and(|above| side.block(above).text.trim_end().ends_with(':') && side.entries[above].words.len() > 3)
}

/// Whether a short item stands before the first heading and any sentence: the menu that comes before a document.
fn is_above_the_document(side: &Side<'_>, entry: usize) -> bool {
    let short = |entry: usize| side.entries[entry].words.len() <= SHORT;
    let item = |entry: usize| matches!(side.block(entry).kind, BlockKind::Item(_));
    item(entry)
        && side.section(entry).is_none()
        && (0..=entry).all(short)
        && (entry..side.entries.len()).any(|later| matches!(side.block(later).kind, BlockKind::Heading(_)))
}
