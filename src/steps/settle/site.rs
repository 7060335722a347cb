//! Tells changes of the site around the documents from changes of a document: what a site adds to the end of twenty
//! pages at once is told for one of them.
//!
//! Nothing is passed over unseen: a clause that several documents share is told when it changes, once for the host.

use jiff::{SignedDuration, Timestamp};

use super::difference::{Difference, Differences};
use super::remembered::Decision;
use crate::model::{HostMemory, Shared};
use crate::steps::imprint;

/// A block that so many documents show belongs to the site.
const DOCUMENTS: usize = 3;
/// So much of a difference, in words, and of what stands between it and the edge of the page, in blocks.
const SHARE: f64 = 0.6;
/// The same difference in another document is news again after so long.
const FRESH: SignedDuration = SignedDuration::from_hours(30 * 24);
/// As many blocks are remembered of a host.
const MOST: usize = 6000;

/// Notes which blocks a document shows.
pub(super) fn learn(host: &mut HostMemory, watch: &str, blocks: &[u64], now: Timestamp) {
    let watch = imprint::of(watch);
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
    let confirmed = std::mem::take(&mut decision.confirmed);
    for standing in confirmed {
        let Some(site) = of_the_site(host, differences, &differences.list[standing.index]) else {
            decision.confirmed.push(standing);
            continue;
        };
        if host.told.contains_key(&site) {
            decision.passed.push(standing.index);
        } else {
            decision.told_for_site.push(site);
            decision.confirmed.push(standing);
        }
    }
    for &site in &decision.told_for_site {
        host.told.insert(site, now);
    }
}

/// What stands for a difference in every document that shows it, if it lies in the furniture of the site.
fn of_the_site(host: &HostMemory, differences: &Differences<'_>, difference: &Difference) -> Option<u64> {
    let is_shared = |block: u64| host.blocks.get(&block).is_some_and(|shared| shared.watches.len() >= DOCUMENTS);
    let [old, new] = differences.stand_ins(difference);
    let (mut shared, mut words, mut known) = (0_usize, 0_usize, Vec::new());
    for (block, count) in old.iter().chain(&new) {
        words += count;
        if is_shared(*block) {
            shared += count;
            known.push(*block);
        }
    }
    let at_edge = differences.to_the_edges(difference).into_iter().any(|side| mostly(side, &is_shared));
    #[expect(clippy::cast_precision_loss, reason = "a share of words")]
    let is_site = words > 0 && shared as f64 >= SHARE * words as f64 && at_edge;
    is_site.then(|| imprint::of(&known))
}

/// Whether most of what stands between a difference and an edge of the page belongs to the site.
fn mostly(side: &[u64], is_shared: &impl Fn(u64) -> bool) -> bool {
    let shared = side.iter().filter(|block| is_shared(**block)).count();
    #[expect(clippy::cast_precision_loss, reason = "a share of blocks")]
    let share = shared as f64 / side.len().max(1) as f64;
    side.is_empty() || share >= SHARE
}
