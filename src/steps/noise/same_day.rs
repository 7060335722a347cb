//! Rule: a line that only dates the document came or went, and another one says the same day; or a day is written in
//! another way ("3 March", "03 March").
//!
//! Evidence: the line dates the document and tells nothing else, and each of its dates stands in such a line on the other
//! side; or both sides have the same days in the same order, and the same words around them. Verdict: a date.

use jiff::civil::Date;

use super::surroundings::Surroundings;
use super::{DifferingBlocks, dating};
use crate::steps::text::dates::find_dates;
use crate::steps::text::each_word;

/// Whether no other day is said than on the other side.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let (text, other) = match (difference.before(), difference.after()) {
        (before, "") => (before, 1),
        ("", after) => (after, 0),
        (before, after) => {
            let (old, new) = (Dated::read(before), Dated::read(after));
            return !old.days.is_empty() && old == new;
        }
    };
    let dates = dating::dates(text);
    !dates.is_empty() && dates.iter().all(|date| around.dates[other].contains(date))
}

/// A text as its days and the words around them.
#[derive(PartialEq, Eq)]
struct Dated {
    days: Vec<Date>,
    words: Vec<String>,
}

impl Dated {
    fn read(text: &str) -> Self {
        let dates = find_dates(text);
        let mut words = Vec::new();
        each_word(text, |word, at| {
            if !dates.iter().any(|(range, _)| range.contains(&at.start)) {
                words.push(word.to_owned());
            }
        });
        Self { days: dates.into_iter().map(|(_, day)| day).collect(), words }
    }
}
