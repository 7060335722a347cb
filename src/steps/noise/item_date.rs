//! Rule: the day on which an item of a feed came out is another one, and its title stays: the feed was built anew.
//!
//! Evidence: a heading on each side, written as the reader of feeds writes them (day, dot, title), with the same title.
//! Verdict: a date.

use jiff::civil::Date;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::surroundings::Surroundings;

/// What the reader of feeds puts between the day and the title.
const DOT: &str = " · ";

/// Whether nothing differs but the days before the titles.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let titles = |text: &str| text.lines().map(|line| title(line).map(str::to_owned)).collect::<Option<Vec<_>>>();
    let (old, new) = (titles(difference.before()), titles(difference.after()));
    old.is_some_and(|old| !old.is_empty() && new == Some(old)) && difference.blocks().all(BlockAt::is_heading)
}

/// The title behind a day.
fn title(line: &str) -> Option<&str> {
    let (day, title) = line.split_once(DOT)?;
    day.parse::<Date>().ok().map(|_| title)
}
