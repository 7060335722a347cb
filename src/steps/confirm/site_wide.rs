//! Tells changes of the site around the documents from changes of a document: what a site adds to the end of twenty
//! pages at once is told for one of them.
//!
//! Nothing is passed over unseen: a clause that several documents share is told when it changes, once for the host.

use jiff::{SignedDuration, Timestamp};

use super::difference::Differences;
use super::seen_twice::Decision;
use crate::model::{HostMemory, Shared};
use crate::steps::text::hash;

/// A block that so many documents show belongs to the site.
const DOCUMENTS: usize = 3;
/// So many in a hundred of a difference, in words, and of what stands between it and the edge of the page, in blocks.
const SHARE: usize = 60;
/// The same difference in another document is news again after so long.
const FRESH: SignedDuration = SignedDuration::from_hours(30 * 24);
/// As many blocks are remembered of a host.
const MOST: usize = 6000;

/// Notes which blocks a document shows.
pub(super) fn learn(host: &mut HostMemory, watch: &str, blocks: &[u64], now: Timestamp) {
    let watch = hash::of(watch);
    for &block in blocks {
        let shared = host.blocks.entry(block).or_insert_with(|| Shared { watches: Vec::new(), last_seen: now });
        shared.last_seen = now;
        if shared.watches.len() < DOCUMENTS && !shared.watches.contains(&watch) {
            shared.watches.push(watch);
        }
    }
    if host.blocks.len() > MOST {
        let mut times: Vec<_> = host.blocks.values().map(|shared| shared.last_seen).collect();
        times.sort_unstable();
        let oldest = times[times.len() - MOST * 3 / 4];
        host.blocks
            .retain(|_, shared| shared.last_seen >= oldest && (shared.last_seen > oldest || shared.watches.len() > 1));
    }
    host.told.retain(|_, at| now.duration_since(*at) < FRESH);
}

/// Moves the differences that were told for another document of the host from the confirmed to the passed over.
pub(super) fn pass_over(host: &mut HostMemory, decision: &mut Decision, differences: &Differences<'_>, now: Timestamp) {
    let mut told = Vec::new();
    for standing in std::mem::take(&mut decision.confirmed) {
        let difference = &differences.list[standing.index];
        let is_shared = |block: u64| host.blocks.get(&block).is_some_and(|shared| shared.watches.len() >= DOCUMENTS);
        let [old, new] = differences.stand_ins(difference);
        let blocks: Vec<_> = old.into_iter().chain(new).collect();
        let at_edge = differences
            .to_the_edges(difference)
            .into_iter()
            .any(|side| side.is_empty() || { mostly(side.iter().map(|block| (*block, 1)), is_shared) });
        let of_the_site = at_edge && mostly(blocks.iter().copied(), is_shared);
        if of_the_site && mostly(blocks.iter().copied(), |block| host.told.contains_key(&block)) {
            decision.passed.push(standing.index);
            continue;
        }
        if of_the_site {
            told.extend(blocks.iter().map(|(block, _)| *block).filter(|block| is_shared(*block)));
        }
        decision.confirmed.push(standing);
    }
    for block in told {
        host.told.insert(block, now);
    }
}

/// Whether most of some blocks, each of a weight, are such.
fn mostly(blocks: impl Iterator<Item = (u64, usize)>, are_such: impl Fn(u64) -> bool) -> bool {
    let (mut such, mut all) = (0_usize, 0_usize);
    for (block, weight) in blocks {
        all += weight;
        such += if are_such(block) { weight } else { 0 };
    }
    all > 0 && such * 100 >= all * SHARE
}
