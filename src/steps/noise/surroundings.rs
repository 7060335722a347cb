//! What stands in both documents and what comes or goes more than once; what rules have in common, and no rule.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::block_at::rules_something;
use super::footnotes::Footnotes;
use super::{DifferingBlocks, dating, day_labels, questions};
use crate::model::BlockKind;
use crate::steps::diff::group::{Alignment, Group};
use crate::steps::diff::side::Side;
use crate::steps::hub;
use crate::steps::text::dates::find_dates;

/// So many questions to choose from, one in so many differences, make a helper. Chosen on the pages of corpus 2022.
const CHOICES: usize = 2;
const CHOICES_SHARE: usize = 3;

/// How often a text comes or goes in one change, and under how many headings.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub count: usize,
    pub headings: HashSet<Option<usize>>,
}

impl Times {
    fn see(&mut self, side: &Side<'_>, entry: usize) {
        self.count += 1;
        self.headings.insert(side.section(entry));
    }
}

/// What stands in both documents, and what comes or goes more than once.
#[derive(Debug, Default)]
pub(in crate::steps) struct Surroundings {
    /// Whether each block that stands in both is a heading.
    pub(super) standing: HashMap<u32, bool>,
    /// The days that dating lines say, in the old document and in the new one.
    pub(super) dates: [HashSet<Date>; 2],
    /// The days on which the old document and the new one say that they were last updated.
    pub(super) updates: [HashSet<Date>; 2],
    /// Whether much of the change is buttons to choose from.
    pub(super) choices: bool,
    /// Words that came or went in blocks that stand in both documents all the same.
    pub(in crate::steps) repeated: usize,
    /// Whether a block that came or went alone and stands nowhere else says what is no repetition: a rule, a day.
    pub(in crate::steps) says_more: bool,
    /// The blocks of the old document that went without another in their place.
    pub(super) gone: HashSet<u32>,
    /// Whether each document is little but links: then they are what it says, and no menu.
    pub(super) is_hub: bool,
    /// How often each block comes or goes alone, and each difference as it is.
    pub(super) times: HashMap<u32, Times>,
    pub(super) pairs: HashMap<(Vec<u32>, Vec<u32>), Times>,
    /// The footnotes of the old document and of the new one, once a difference asks for them.
    pub(super) notes: OnceCell<[Footnotes; 2]>,
}

impl Surroundings {
    pub fn of<'a>(
        old: &Side<'_>,
        new: &Side<'_>,
        alignment: &Alignment,
        differences: impl Iterator<Item = DifferingBlocks<'a>>,
    ) -> Self {
        let choices = differences.filter(questions::is_choice).count();
        let mut around = Self {
            choices: choices >= CHOICES && choices * CHOICES_SHARE >= alignment.changed.len(),
            ..Self::default()
        };
        for (entry, _) in alignment.same.iter().chain(&alignment.moved) {
            *around.standing.entry(old.entries[*entry].key).or_default() |= is_heading(old, *entry);
        }
        around.is_hub = [old, new].into_iter().all(|side| hub::is_hub(side.document));
        around.dates =
            [old, new].map(|side| side.document.blocks.iter().flat_map(|block| dating::dates(&block.text)).collect());
        around.updates = [old, new]
            .map(|side| side.document.blocks.iter().flat_map(|block| day_labels::updates(&block.text)).collect());
        for group in &alignment.changed {
            if group.new.is_empty() {
                around.gone.extend(group.old.iter().map(|entry| old.entries[*entry].key));
            }
            for (side, entry) in lone(group, old, new) {
                let block = &side.entries[entry];
                if around.standing.contains_key(&block.key) {
                    around.repeated += block.words.len();
                } else {
                    around.says_more |= is_news(&side.block(entry).text);
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

pub(super) fn keys(group: &Group, old: &Side<'_>, new: &Side<'_>) -> (Vec<u32>, Vec<u32>) {
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

/// Whether a text rules something or names a day.
fn is_news(text: &str) -> bool {
    rules_something(text) || !find_dates(text).is_empty()
}

fn is_heading(side: &Side<'_>, entry: usize) -> bool {
    matches!(side.block(entry).kind, BlockKind::Heading(_))
}
