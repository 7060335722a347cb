//! Rule: nothing differs but how long ago a document was updated ("Updated yesterday", "last reviewed 3 months ago").
//!
//! Evidence: a line, or a piece of text of its own, has an age in words at its beginning or its end, or ends in a word that
//! says what the age is of; beside it stand a few words at most, one of which says so, and none that names anything but the
//! document: posts that were published some days ago are what a rule is about. It is no item, in no table, and nothing leads
//! to it or names it. An age without any word is a line of its own at the top. What is left of both sides is the same. Verdict: a date.

use std::sync::LazyLock;

use regex::Regex;

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::dating::{LONGEST, is_label};
use super::day_labels::is_note;
use super::labels::normal;
use super::segments::{segments, without};
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages::{either, union};
use crate::steps::text::stopwords::is_small;

/// Beside its age such a line has no more words, unless it calls the document by what it is.
const FEW: usize = 3;
const LINE: usize = 8;
/// Among so many words at its beginning a line names what it speaks of.
const BEGINNING: usize = 3;

/// An age without any word dates the document among so many blocks at its top, as a date does.
const TOP: usize = 10;

static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let spans = either(|words| &words.ago.spans);
    Regex::new(&format!(r"\b(?:{spans})(?:\W|$)")).ok()
});

/// What such a line calls the document.
static DOCUMENT: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.ago.document));

/// Whether both sides are the same without the ages in them.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let is_named_above = |block: BlockAt<'_>| (block.is_introduced() || block.is_named()) && !names_itself(block);
    if difference.blocks().any(|block| block.is_data() || block.is_item() || is_named_above(block)) {
        return false;
    }
    let is_at_the_top = || difference.blocks().all(is_at_the_top);
    let has_age = |text: &str| segments(text).any(|segment| AgeLine::read(segment).is_some_and(|line| line.says_age()));
    let is_one = |segment: &str| AgeLine::read(segment).is_some_and(|line| line.says_age()) || is_note(segment);
    if before.is_empty() || after.is_empty() {
        // A bare age that comes or goes may be anything.
        let text = if before.is_empty() { after } else { before };
        let is_labelled = |line: &AgeLine| line.says_age() && !line.words.is_empty();
        return text.lines().all(|line| AgeLine::read(line).is_some_and(|line| is_labelled(&line)));
    }
    if before.lines().count() == 1 && after.lines().count() == 1 && is_bare(before) && is_bare(after) && is_at_the_top()
    {
        return true;
    }
    let (Some((old, ages)), Some((new, others))) = (without(before, is_one), without(after, is_one)) else {
        return false;
    };
    ages > 0 && ages == others && (has_age(before) || has_age(after)) && normal(&old) == normal(&new)
}

/// Whether the line says by its own words, and by nothing above it, what its age is of: under the heading "Restricted goods"
/// "Last updated: 2 days ago" is no restriction, while "Last reviewed more than 30 days ago" is one
/// of what is hidden. What a sentence with a colon leads to is a part of that sentence.
fn names_itself(block: BlockAt<'_>) -> bool {
    let is_below_heading = block.entry.checked_sub(1).is_some_and(|entry| BlockAt { entry, ..block }.is_heading());
    let is_labelled = || block.text().contains([':', '：']);
    is_below_heading && is_labelled() && AgeLine::read(block.text()).is_some_and(|line| line.says_age())
}

/// Whether no heading but the title stands above a block near the top.
fn is_at_the_top(block: BlockAt<'_>) -> bool {
    let above = (0..block.entry).map(|entry| BlockAt { entry, ..block });
    block.entry < TOP && above.filter(|other| other.is_heading()).count() <= 1
}

/// Whether a line says how long ago something was, and nothing else.
pub(super) fn is_bare(text: &str) -> bool {
    AgeLine::read(text).is_some_and(|line| line.words.is_empty())
}

/// A piece of text that has an age.
struct AgeLine {
    /// The words beside it.
    words: Vec<String>,
    /// Whether the age stands at the beginning or at the end.
    is_at_an_end: bool,
}

impl AgeLine {
    /// None where there is no age, or a rule.
    fn read(segment: &str) -> Option<Self> {
        let text = segment.trim();
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let lower = text.to_lowercase();
        let age = AGE.as_ref()?.find(&lower)?;
        let (before, after) = (&lower[..age.start()], &lower[age.end()..]);
        let words = |text: &str| {
            let mut words = Vec::new();
            text::each_word(text, |word, _| words.push(word.to_owned()));
            words
        };
        let (first, last) = (words(before), words(after));
        let is_at_an_end = first.is_empty() || last.is_empty();
        let words: Vec<String> = first.into_iter().chain(last).collect();
        (!rules_something(&words.join(" "))).then_some(Self { words, is_at_an_end })
    }

    /// Whether it says how old the document is, and nothing else.
    fn says_age(&self) -> bool {
        let names_document = || self.words.iter().take(BEGINNING).any(|word| DOCUMENT.contains(&word.as_str()));
        let ends_in_label = || self.words.last().is_some_and(|word| is_label(word));
        let is_its_own = |word: &String| is_small(word) || DOCUMENT.contains(&word.as_str());
        self.words.iter().any(|word| is_label(word))
            && (names_document() || self.words.iter().take_while(|word| !is_label(word)).all(is_its_own))
            && (self.is_at_an_end || ends_in_label())
            && (self.words.len() <= FEW || self.words.len() <= LINE && names_document())
    }
}
