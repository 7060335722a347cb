//! Rule: nothing differs but the date (or counter) of a line that does nothing but date the document, or such a line came.
//!
//! Evidence: a date, a word that says what it is for, few other words, none of them of a rule, no table; the other words
//! of both sides are the same. Of several dates each that differs has such a word of its own ([`day_labels`](super::day_labels)).
//! A line that comes or goes must say when the document was last updated: one that says from
//! when it holds is news, and so is another day in it, whatever else is said of it ("updated terms effective …"), unless it goes
//! with the day of the last update. A date without any word must stand at the top or be one of several, nothing may lead to
//! it, and no line right above may name another day. A line that names anything but the document stands near its beginning or
//! its end and is no item of a list: within the text it dates what it names. Verdict: a date, told beside other changes where it says from when they hold.

use jiff::civil::Date;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::counter::goes_on;
use super::dating::{DateLine, LONGEST, names_another_day};
use super::day_labels::{DayLabel, Says, day_labels, is_note, month_label};
use super::surroundings::Surroundings;

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
    if old.is_another_version(&new) || (old.only_counts() || new.only_counts()) && !goes_on(difference) {
        return false;
    }
    let is_bare = old.words.is_empty() && new.words.is_empty();
    if difference.blocks().any(|block| block.is_data() || is_bare && !stands_for_the_document(block)) {
        return false;
    }
    match (before.is_empty(), after.is_empty()) {
        (true, _) => is_note(after),
        (_, true) => is_note(before),
        _ if old.words == new.words && old.counts_alike(&new) => {
            old.dates_the_document()
                && new.dates_the_document()
                && (new.is_of_the_document_alone() || difference.blocks().all(is_at_an_end))
                && only_updates_differ([before, after], is_bare, around)
        }
        _ => {
            is_note(before) && is_note(after)
                || old.numbers == new.numbers && old.says_when_updated() && new.says_when_updated()
        }
    }
}

/// Whether a line stands near the beginning or the end of the document, and in no list.
fn is_at_an_end(block: BlockAt<'_>) -> bool {
    !block.is_item() && (block.entry < TOP || block.side.entries.len() - block.entry <= TOP)
}

/// Whether each day that differs is, on both sides, that of the last update, or a day of effect that goes with it.
fn only_updates_differ(sides: [&str; 2], is_bare: bool, around: &Surroundings) -> bool {
    let labels = sides.map(day_labels);
    let updates = [0, 1].map(|side| {
        let own = labels[side].iter().filter(|label| label.says == Says::Updated).map(|label| label.day);
        own.chain(around.updates[side].iter().copied()).collect::<Vec<Date>>()
    });
    let is_update = |labels: [&DayLabel; 2]| match labels.map(|label| label.says) {
        [Says::Updated | Says::Both, Says::Updated | Says::Both] => true,
        [Says::Nothing, Says::Nothing] => is_bare,
        [Says::Effect, Says::Effect] => (0..2).all(|side| updates[side].contains(&labels[side].day)),
        _ => false,
    };
    let [old, new] = &labels;
    if old.is_empty() || old.len() != new.len() {
        let says = sides.map(month_label);
        return is_bare || says.iter().all(|says| matches!(says, Says::Updated | Says::Both));
    }
    old.iter().zip(new).filter(|(old, new)| old.day != new.day).all(|(old, new)| is_update([old, new]))
}

/// Whether a date without any word can only be the document's: it stands at the top, or is one of a list of versions.
fn stands_for_the_document(block: BlockAt<'_>) -> bool {
    let is_date = |entry: usize| {
        let other = BlockAt { entry, ..block };
        other.is_short() && DateLine::read(other.text()).is_bare()
    };
    let all = 0..block.side.entries.len();
    !block.is_introduced()
        && !is_named(block)
        && (block.entry < TOP || all.filter(|entry| is_date(*entry)).take(VERSIONS).count() == VERSIONS)
}

/// Whether the line right above says that a date is that of something else: a heading below the title, or a short line that
/// names a day.
fn is_named(block: BlockAt<'_>) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    let Some(above) = block.entry.checked_sub(1).map(at).filter(|above| above.is_short() && !above.is_link()) else {
        return false;
    };
    let title = (0..=above.entry).find(|entry| at(*entry).is_heading());
    let is_below_the_title = above.is_heading() && title != Some(above.entry);
    let line = DateLine::read(above.text());
    let is_of_the_document = || line.words.is_empty() || line.is_of_the_document_alone();
    names_another_day(above.text()) || is_below_the_title && !is_of_the_document()
}
