//! Holds differences against what a page has shown before, and keeps the memory small.

use jiff::{SignedDuration, Timestamp};

use super::difference::Differences;
use crate::model::{Memory, Pending, Undoing, Variant};
use crate::steps::diff::ranges::Difference;

/// As much of each kind is remembered.
const MOST: usize = 300;
/// A variant that stays so long is no longer one.
const STAYS: (u32, SignedDuration) = (4, SignedDuration::from_hours(3 * 24 - 6));
/// The same where both sides were told before.
const STAYS_TOLD: (u32, SignedDuration) = (6, SignedDuration::from_hours(14 * 24));
/// Words that are gone at so many looks in a row have changed, whatever now stands in their place.
const GONE: u32 = 3;

/// What becomes of each difference.
#[derive(Debug, Default)]
pub(in crate::steps) struct Decision {
    /// The differences that stood the test.
    pub confirmed: Vec<Standing>,
    /// Indices of those that were told for another document of the host.
    pub passed: Vec<usize>,
    /// Whether those only changed their language.
    pub translated: bool,
    /// Whether some must be seen once more.
    pub waiting: bool,
}

/// A difference that was seen before.
#[derive(Debug)]
pub(in crate::steps) struct Standing {
    pub index: usize,
    pub first_seen: Timestamp,
    pub snapshot: String,
}

/// Decides on each difference of a look.
pub(super) fn decide(memory: &mut Memory, differences: &Differences<'_>, snapshot: &str, now: Timestamp) -> Decision {
    let mut decision = Decision::default();
    let pending = std::mem::take(&mut memory.pending);
    let list = &differences.list;
    for (index, difference) in list.iter().enumerate() {
        if memory.passed.contains(&difference.key) {
            decision.passed.push(index);
        } else if let Some(variant) = memory.variants.iter_mut().find(|variant| variant.key == difference.key) {
            if variant.looks == 0 {
                variant.since = now;
                snapshot.clone_into(&mut variant.snapshot);
            }
            variant.looks = variant.looks.saturating_add(1);
            variant.last_seen = now;
            if stays(variant, now) {
                decision.confirm(index, variant.since, &variant.snapshot);
            }
        } else if let Some(known) = pending.iter().find(|known| known.key == difference.key) {
            decision.confirm(index, known.first_seen, &known.snapshot);
        } else if let Some(known) = still_gone(&pending, difference).filter(|_| !differences.is_links(difference)) {
            if known.looks + 1 >= GONE && !memory.restless.contains(&difference.anchor) {
                decision.confirm(index, known.first_seen, &known.snapshot);
                memory.restless.push(difference.anchor);
            } else {
                memory.pending.push(Pending { key: difference.key, looks: known.looks + 1, ..known.clone() });
            }
        } else {
            let (key, before) = (difference.key, difference.before);
            memory.pending.push(Pending { key, before, snapshot: snapshot.to_owned(), first_seen: now, looks: 1 });
        }
    }
    came_and_went(memory, pending, list, now);
    decision.waiting = !memory.pending.is_empty();
    decision
}

/// Notes what was told: its way back, and where it was one itself, that both sides are known from now on.
pub(super) fn told(
    memory: &mut Memory,
    differences: &Differences<'_>,
    decision: &Decision,
    base_seen: Timestamp,
    back: bool,
) {
    for standing in &decision.confirmed {
        let difference = &differences.list[standing.index];
        let was_variant = memory.variants.iter().any(|variant| variant.key == difference.key);
        if back || was_variant {
            for key in [difference.key, difference.undoing] {
                memory.variants.retain(|variant| variant.key != key);
                let variant = Variant {
                    key,
                    last_seen: base_seen,
                    looks: 0,
                    since: base_seen,
                    snapshot: String::new(),
                    told: true,
                };
                memory.variants.insert(0, variant);
            }
        }
        memory.undoings.retain(|undoing| undoing.key != difference.undoing);
        memory.undoings.insert(0, Undoing { key: difference.undoing, first_seen: base_seen });
    }
    bound(memory);
}

impl Decision {
    fn confirm(&mut self, index: usize, first_seen: Timestamp, snapshot: &str) {
        self.confirmed.push(Standing { index, first_seen, snapshot: snapshot.to_owned() });
    }

    /// The first sight of what was confirmed.
    pub fn first(&self) -> Option<&Standing> {
        self.confirmed.iter().min_by_key(|standing| standing.first_seen)
    }

    /// When all that was confirmed leads back to words of before: when those were first seen.
    pub fn back_to(&self, memory: &Memory, differences: &Differences<'_>) -> Option<Timestamp> {
        let ways = self.confirmed.iter().map(|standing| undoing(memory, &differences.list[standing.index]));
        ways.collect::<Option<Vec<_>>>()?.into_iter().min()
    }
}

/// Whether a variant has become the page's text.
fn stays(variant: &Variant, now: Timestamp) -> bool {
    let (looks, time) = if variant.told { STAYS_TOLD } else { STAYS };
    variant.looks >= looks && now.duration_since(variant.since) >= time
}

/// The words before were missing at the last look too, with others in their place.
fn still_gone<'a>(pending: &'a [Pending], difference: &Difference) -> Option<&'a Pending> {
    pending.iter().find(|known| known.before != 0 && known.before == difference.before)
}

/// What was pending and is not there any more is a variant; variants that are absent begin anew.
fn came_and_went(memory: &mut Memory, pending: Vec<Pending>, list: &[Difference], now: Timestamp) {
    for variant in &mut memory.variants {
        if !list.iter().any(|difference| difference.key == variant.key) {
            variant.looks = 0;
        }
    }
    for gone in pending {
        if list.iter().all(|difference| difference.key != gone.key) {
            let Pending { key, snapshot, first_seen, .. } = gone;
            let variant = Variant { key, last_seen: now, looks: 0, since: first_seen, snapshot, told: false };
            memory.variants.insert(0, variant);
        }
    }
    bound(memory);
}

fn undoing(memory: &Memory, difference: &Difference) -> Option<Timestamp> {
    memory.undoings.iter().find(|undoing| undoing.key == difference.key).map(|undoing| undoing.first_seen)
}

/// The oldest is forgotten first.
fn bound(memory: &mut Memory) {
    memory.variants.sort_by_key(|variant| std::cmp::Reverse(variant.last_seen));
    memory.variants.truncate(MOST);
    memory.undoings.truncate(MOST);
    let surplus = memory.restless.len().saturating_sub(MOST);
    memory.restless.drain(..surplus);
    memory.pending.truncate(MOST * 4);
    let surplus = memory.passed.len().saturating_sub(MOST);
    memory.passed.drain(..surplus);
}
