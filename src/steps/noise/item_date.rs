//! Rule: the day on which an item of a feed came out is another one, and its title stays: the feed was built anew.
//!
//! Evidence: a heading on each side, written as the reader of feeds writes them (day, dot, title), with the same title, in
//! documents whose every heading is written so.
//! Verdict: a date.

use jiff::civil::Date;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::surroundings::Surroundings;
use crate::model::BlockKind;

/// What the reader of feeds puts between the day and the title.
const DOT: &str = " · ";

/// Whether nothing differs but the days before the titles.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let titles = |text: &str| text.lines().map(|line| title(line).map(str::to_owned)).collect::<Option<Vec<_>>>();
    let (old, new) = (titles(difference.before()), titles(difference.after()));
    old.is_some_and(|old| !old.is_empty() && new == Some(old))
        && difference.blocks().all(|block| block.is_heading() && is_feed(block))
}

/// Whether all headings of the document are written so.
fn is_feed(block: BlockAt<'_>) -> bool {
    let mut headings = block.side.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    headings.all(|heading| title(&heading.text).is_some())
}

/// The title behind a day.
fn title(line: &str) -> Option<&str> {
    let (day, title) = line.split_once(DOT)?;
    day.parse::<Date>().ok().map(|_| title)
}
