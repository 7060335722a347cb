//! Rule: the number of the document's version in a line that does nothing but name it ("Version 3.2.1", "Rev. 14").
//!
//! Evidence: one line on each side, in which a word for versions, numbers, words for documents and small words are all there
//! is; the words are the same, and the number grew, but for the first of several: that is a new edition; or "Version:" with a
//! day on one side and without one on the other. Its own day may stand behind it. It is no item of a list, in no table, and
//! nothing leads to it or names it: under "Supported" it is the version of something else.
//! Verdict: a date, told beside nothing.

use std::ops::Range;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::rules_something;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::union;
use crate::steps::text::stopwords::is_small;

/// Such a line has no more words beside its numbers.
const LINE: usize = 5;

/// What versions are called.
static VERSIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.versions));
/// What documents are called.
static DOCUMENTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let sorts = union(|words| &words.sorts);
    sorts.into_iter().chain(union(|words| &words.ago.document)).collect()
});

/// What stands between a version and its day.
static OF_THE_DAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.version_of));

/// Whether a line names a later version than before, and nothing else.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let is_elsewhere = difference
        .blocks()
        .any(|block| block.is_data() || block.is_item() || block.is_introduced() || block.is_named());
    let read = |text| VersionLine::read(text);
    if !is_elsewhere && is_filled_in(difference.before(), difference.after()) {
        return true;
    }
    !is_elsewhere
        && read(difference.before()).zip(read(difference.after())).is_some_and(|(old, new)| {
            let is_edition = old.numbers.len() > 1 && old.numbers.first() != new.numbers.first();
            let is_later = old.numbers < new.numbers || old.numbers == new.numbers && old.has_day && new.has_day;
            old.words == new.words && old.has_day == new.has_day && is_later && !is_edition
        })
}

/// Whether "Version:" has a day behind it now, or had one, and on the other side what stands there until a script fills it in.
fn is_filled_in(before: &str, after: &str) -> bool {
    let value = |text: &'_ str| -> Option<String> {
        let (label, value) = text.split_once(':')?;
        let is_line = !text.contains('\n') && value.split_whitespace().count() <= LINE && !rules_something(text);
        (is_line && VERSIONS.contains(&label.trim().to_lowercase().as_str())).then(|| value.to_owned())
    };
    let days = |text: &str| find_dates(text).len();
    value(before).zip(value(after)).is_some_and(|(old, new)| days(&old) + days(&new) == 1)
}

struct VersionLine {
    words: Vec<String>,
    numbers: Vec<u32>,
    /// Whether its day stands behind it.
    has_day: bool,
}

impl VersionLine {
    /// None where it says anything else.
    fn read(text: &str) -> Option<Self> {
        let mut line = Self { words: Vec::new(), numbers: Vec::new(), has_day: !find_dates(text).is_empty() };
        let mut is_version = false;
        let mut all = !text.contains('\n');
        let days = find_dates(text);
        text::each_word(text, |word, at| {
            let is_of_the_day = |day: &Range<usize>| day.contains(&at.start);
            if days.iter().any(|(day, _)| is_of_the_day(day)) || !days.is_empty() && OF_THE_DAY.contains(&word) {
                return;
            }
            let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
            let is_name = VERSIONS.contains(&letters);
            match word[letters.len()..].parse() {
                // "v3" is such a word with its number.
                Ok(number) if letters.is_empty() || is_name => line.numbers.push(number),
                Ok(_) => all = false,
                Err(_) => all &= is_name || is_small(word) || DOCUMENTS.contains(&word),
            }
            if !letters.is_empty() {
                is_version |= is_name;
                line.words.push(letters.to_owned());
            }
        });
        (all && is_version && line.words.len() <= LINE && !line.numbers.is_empty()).then_some(line)
    }
}
