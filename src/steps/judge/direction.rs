//! Which way the rules moved for those who are bound by them.

use crate::model::{Direction, Hunk, Kind};
use crate::steps::judge::rules::cap;
use crate::steps::judge::rules::rule_alone::PASSAGES;
use crate::steps::judge::why::passages_of::ChangedWords;
use crate::steps::judge::why::signs::Net;
use crate::steps::text::amounts::amounts;
use crate::steps::text::way::{Way, way};

/// The direction of a change of that kind.
pub(super) fn direction(kind: Kind, reading: &ChangedWords, hunks: &[Hunk]) -> Direction {
    if kind != Kind::Substantive {
        return Direction::Neutral;
    }
    if hunks.len() <= PASSAGES && cap::comes(hunks) {
        return Direction::Stricter;
    }
    if let Some(direction) = of_small_words(hunks) {
        return direction;
    }
    let counted = Net::of(&reading.added, &reading.removed);
    let net = |group| counted.get(group);
    let binding = net("ban") + net("duty") + net("enforce");
    let freeing = net("leave");
    let (added, removed) = sentences(reading);
    if binding.abs() + freeing.abs() >= 2 {
        return match (binding, freeing) {
            (1.., _) if removed > 2 && removed * 2 > added => Direction::Mixed,
            (1.., _) if binding >= freeing => Direction::Stricter,
            (..=-1, ..=0) if added == 0 => Direction::Removed,
            (..=0, 1..) | (..=-1, _) => Direction::Looser,
            _ => Direction::Mixed,
        };
    }
    match (added, removed) {
        (1.., 0) => Direction::New,
        (0, 1..) => Direction::Removed,
        (1.., 1..) => Direction::Mixed,
        (0, 0) => Direction::Neutral,
    }
}

/// The direction where passages only stay, and small words turn them or their numbers became others.
fn of_small_words(hunks: &[Hunk]) -> Option<Direction> {
    if hunks.iter().any(|hunk| hunk.before.is_none() || hunk.after.is_none()) {
        return None;
    }
    let mut ways = hunks.iter().filter_map(|hunk| way(hunk).or_else(|| amounts(hunk)));
    let first = ways.next()?;
    Some(match first {
        _ if ways.any(|way| way != first) => Direction::Mixed,
        Way::Binds => Direction::Stricter,
        Way::Frees => Direction::Looser,
        Way::Other => Direction::Mixed,
    })
}

/// Whether more is forbidden or required than before.
pub(super) fn binds_more(reading: &ChangedWords) -> bool {
    let net = Net::of(&reading.added, &reading.removed);
    net.get("ban") > 0 || net.get("duty") > 0
}

/// How many passages came or went as a whole.
fn sentences(reading: &ChangedWords) -> (usize, usize) {
    let whole = |here: bool, there: bool| {
        reading.passages.iter().filter(|passage| passage.has_after == here && passage.has_before == there).count()
    };
    (whole(true, false), whole(false, true))
}
