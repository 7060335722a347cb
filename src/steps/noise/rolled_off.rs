//! Rule: the oldest entry of a list of dated entries drops off its end, as in a log of changes that shows the latest ones.
//!
//! Evidence: every section of the document but its head has a day in its heading, or every item one at its beginning; the
//! days go down; what went is the last of them, without another in its place, and several stay; no sentence with a colon leads
//! up to them. Verdict: boilerplate.

use jiff::civil::Date;

use super::block_at::BlockAt;
use super::surroundings::Surroundings;
use crate::steps::diff::side::Side;
use crate::steps::text::dates::find_dates;

/// So many entries stay at least.
const STAY: usize = 3;
/// A day stands among so many bytes at the beginning of its entry.
const LEADS: usize = 30;

/// Whether a block that went is of the oldest entry.
pub(super) fn holds(block: BlockAt<'_>, around: &Surroundings) -> bool {
    let entries = dated(block.side);
    let days: Vec<Date> = entries.iter().map(|(_, day)| *day).collect();
    let goes_down = days.windows(2).all(|pair| pair[0] >= pair[1]) && days.first() > days.last();
    let Some(own) = entries.iter().rposition(|(entry, _)| *entry <= block.entry) else { return false };
    let is_gone = |entry: usize| around.gone.contains(&block.side.entries[entry].key);
    let (stay, went) = entries.split_at(own);
    goes_down
        && !is_led_up_to(block)
        && is_gone(block.entry)
        && went.iter().all(|(entry, _)| is_gone(*entry))
        && stay.iter().filter(|(entry, _)| !is_gone(*entry)).count() >= STAY
}

/// Whether a sentence with a colon leads up to the list of an item: what it names is no log.
fn is_led_up_to(block: BlockAt<'_>) -> bool {
    let above = (0..block.entry).rev().map(|entry| BlockAt { entry, ..block }).find(|above| !above.is_item());
    block.is_item() && above.is_some_and(|above| above.text().trim_end().ends_with([':', '：']))
}

/// The entries that begin with a day, and their days.
fn dated(side: &Side<'_>) -> Vec<(usize, Date)> {
    let at = |entry| BlockAt { side, entry, outside: false };
    let first = |entry: usize| {
        let text = at(entry).text();
        find_dates(text).first().filter(|(range, _)| range.start <= LEADS).map(|(_, day)| *day)
    };
    let all = |is_one: &dyn Fn(BlockAt<'_>) -> bool| {
        let found = (0..side.entries.len()).filter(|entry| is_one(at(*entry)));
        found.filter_map(|entry| Some((entry, first(entry)?))).collect::<Vec<_>>()
    };
    let headings = all(&|block| block.is_heading());
    if headings.len() > STAY { headings } else { all(&|block| block.is_item()) }
}
