//! The words of a comparison, sorted into added, removed and what stands around them.

use std::collections::HashMap;

use crate::model::{Comparison, Edit, Hunk};
use crate::steps::text::tokens::{self, words};

/// One hunk in joined words (see [`tokens::joined`]).
#[derive(Debug, Default)]
pub(in crate::steps::judge) struct Passage {
    pub(in crate::steps::judge) added: String,
    pub(in crate::steps::judge) removed: String,
    /// The whole text of the hunk as it is now, or as it was where nothing is left.
    pub(in crate::steps::judge) around: String,
    pub(super) heading: String,
    pub(in crate::steps::judge) has_before: bool,
    pub(in crate::steps::judge) has_after: bool,
}

/// A comparison in joined words.
#[derive(Debug, Default)]
pub(in crate::steps::judge) struct ChangedWords {
    pub(in crate::steps::judge) passages: Vec<Passage>,
    /// All added, removed, surrounding and heading words.
    pub(in crate::steps::judge) added: String,
    pub(in crate::steps::judge) removed: String,
    pub(in crate::steps::judge) around: String,
    pub(in crate::steps::judge) headings: String,
    /// Whether a sign for money stands in a changed passage; a percentage can be one of anything.
    pub(in crate::steps::judge) signs_of_currency: bool,
    /// Words that were added and nowhere removed, and the other way round, with how often.
    pub(super) gained: HashMap<String, usize>,
    pub(super) lost: HashMap<String, usize>,
}

impl ChangedWords {
    pub(in crate::steps::judge) fn of(comparison: &Comparison) -> Self {
        let mut reading = Self::default();
        for passage in comparison.hunks.iter().map(Passage::of) {
            reading.added.push_str(&passage.added);
            reading.removed.push_str(&passage.removed);
            reading.around.push_str(&passage.around);
            if !reading.headings.ends_with(&passage.heading) {
                reading.headings.push_str(&passage.heading);
            }
            reading.passages.push(passage);
        }
        let sides = comparison.hunks.iter().flat_map(|hunk| [&hunk.before, &hunk.after]).flatten();
        reading.signs_of_currency =
            sides.flat_map(|text| text.chars()).any(|letter| matches!(letter, '€' | '$' | '£' | '¥' | '₹' | '₩'));
        reading.gained = count(&reading.added);
        reading.lost = count(&reading.removed);
        for (word, gained) in &mut reading.gained {
            if let Some(lost) = reading.lost.get_mut(word) {
                let both = (*gained).min(*lost);
                *gained -= both;
                *lost -= both;
            }
        }
        reading.gained.retain(|_, times| *times > 0);
        reading.lost.retain(|_, times| *times > 0);
        reading
    }
}

impl Passage {
    fn of(hunk: &Hunk) -> Self {
        let text = hunk.after.as_deref().or(hunk.before.as_deref()).unwrap_or_default();
        let mut passage = Self {
            around: tokens::joined(text),
            heading: hunk.heading.last().map(|heading| tokens::joined(heading)).unwrap_or_default(),
            has_before: hunk.before.is_some(),
            has_after: hunk.after.is_some(),
            ..Self::default()
        };
        for edit in &hunk.edits {
            match edit {
                Edit::Kept(_) => {}
                Edit::Removed(words) => passage.removed.push_str(&tokens::joined(words)),
                Edit::Added(words) => passage.added.push_str(&tokens::joined(words)),
            }
        }
        passage
    }
}

fn count(joined: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in words(joined) {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}
