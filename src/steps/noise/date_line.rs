//! Rule: nothing differs but the date (or counter) of a line that does nothing but date the document, or such a line came.
//!
//! Evidence: a date, a word that says what it is for, few other words, none of them of a rule, no table; the other words
//! of both sides are the same. A line that comes or goes must say when the document was last updated: one that says from
//! when it holds is news, and so is another day in it, unless it goes with the day of the last update. A date without any word must stand at the top or be one of several, and nothing may lead to
//! it. A line that names anything but the document stands near its beginning or its end and is no item of a list: within
//! the text it dates what it names. Verdict: a date, told beside other changes where it says from when they hold.

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::dating::{DateLine, LONGEST};
use super::surroundings::Surroundings;
use crate::steps::text::dates::find_dates;

/// A date without any word dates the document among so many blocks at its top. Chosen on the pages of corpus 2026.
const TOP: usize = 10;
/// So many such dates are a list of its versions. Chosen on the pages of corpus 2022.
const VERSIONS: usize = 2;

/// Whether a line only dates the document, on both sides.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let (old, new) = (DateLine::read(before), DateLine::read(after));
    let is_bare = old.words.is_empty() && new.words.is_empty();
    if difference.blocks().any(|block| block.is_data() || is_bare && !stands_for_the_document(block)) {
        return false;
    }
    match (before.is_empty(), after.is_empty()) {
        (true, _) => new.is_note(),
        (_, true) => old.is_note(),
        _ if old.words == new.words && old.counts_alike(&new) => {
            old.dates_the_document()
                && new.dates_the_document()
                && (new.is_of_the_document_alone() || difference.blocks().all(is_at_an_end))
                && (!new.says_only_from_when() || goes_with_the_update(difference, around))
        }
        _ => {
            old.is_note() && new.is_note()
                || old.numbers == new.numbers && old.says_when_updated() && new.says_when_updated()
        }
    }
}

/// Whether a line stands near the beginning or the end of the document, and in no list.
fn is_at_an_end(block: BlockAt<'_>) -> bool {
    !block.is_item() && (block.entry < TOP || block.side.entries.len() - block.entry <= TOP)
}

/// Whether a day of effect is, on both sides, the day on which the document says that it was last updated.
fn goes_with_the_update(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    [difference.before(), difference.after()].into_iter().zip(&around.updates).all(|(text, updates)| {
        let dates = find_dates(text);
        !dates.is_empty() && dates.iter().all(|(_, date)| updates.contains(date))
    })
}

/// Whether a date without any word can only be the document's: it stands at the top, or is one of a list of versions.
fn stands_for_the_document(block: BlockAt<'_>) -> bool {
    let is_date = |entry: usize| {
        let other = BlockAt { entry, ..block };
        other.is_short() && DateLine::read(other.text()).is_bare()
    };
    let all = 0..block.side.entries.len();
    !block.is_introduced()
        && (block.entry < TOP || all.filter(|entry| is_date(*entry)).take(VERSIONS).count() == VERSIONS)
}
