//! What lies between two documents.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{DayOrder, Edit, Hunk, Noise, count_words};

/// The difference between two documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Word-bearing differences only.
    pub hunks: Vec<Hunk>,
    /// For each of them the blocks that it stands in.
    pub spans: Vec<Span>,
    /// Word-bearing differences that a rule holds back; each names it.
    pub held: Vec<Hunk>,
    /// Blocks that only moved.
    pub moved: usize,
    pub words_added: usize,
    pub words_removed: usize,
    /// Classes of difference that were seen and bear no words, the commonest first.
    pub noise: Vec<Noise>,
    /// How often each class occurred.
    pub counts: BTreeMap<Noise, usize>,
    /// Set where the hunks as a whole say nothing of the rules: another language, a page that is broken or cut off.
    pub overall: Option<Noise>,
    /// Lines that only date the document; they are noise, but may say from when the rest holds.
    pub date_lines: Vec<Hunk>,
    /// How both texts write dates that are all numbers.
    pub day_order: DayOrder,
}

/// The blocks of both documents, by index, that a difference stands in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

impl Comparison {
    /// Whether nothing that differs is a change of the rules.
    #[must_use]
    pub const fn is_noise(&self) -> bool {
        self.hunks.is_empty() || self.overall.is_some()
    }

    /// Adds passages, and counts their words.
    pub fn add(&mut self, hunks: Vec<Hunk>) {
        for edit in hunks.iter().flat_map(|hunk| &hunk.edits) {
            match edit {
                Edit::Kept(_) => {}
                Edit::Added(text) => self.words_added += count_words(text),
                Edit::Removed(text) => self.words_removed += count_words(text),
            }
        }
        self.hunks.extend(hunks);
    }

    /// Counts differences of these classes, and puts the classes in order.
    pub fn count(&mut self, classes: impl IntoIterator<Item = Noise>) {
        for class in classes {
            *self.counts.entry(class).or_default() += 1;
        }
        self.noise = self.counts.keys().copied().collect();
        self.noise.sort_by_key(|class| (self.overall != Some(*class), Reverse(self.counts.get(class))));
    }
}
