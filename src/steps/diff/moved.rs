//! Blocks that left one place and stand at another, as they were or a little changed.

use std::collections::{HashMap, HashSet, VecDeque};

use super::side::Side;
use crate::model::{BETWEEN_CELLS, BlockKind};
use crate::steps::text;

/// Blocks without an answer at their place, each with the entry of the new document at which it stands or stood.
#[derive(Debug, Default)]
pub(super) struct Lone {
    pub old: Vec<(usize, usize)>,
    pub new: Vec<(usize, usize)>,
}

/// Pairs of entries, old and new.
type Pairs = Vec<(usize, usize)>;

/// Shorter blocks are too alike to be told apart once changed.
const LEAST_WORDS: usize = 6;
/// A word in more blocks than that tells nothing of which block it is.
const COMMON: usize = 12;

impl Lone {
    /// Takes out the blocks that are elsewhere on the other side: equal ones, and those of which most words are.
    pub fn match_up(&mut self, old: &Side<'_>, new: &Side<'_>) -> (Pairs, Pairs) {
        let moved = self.equal(old, new);
        self.take_out(&moved);
        let rewritten = self.alike(old, new);
        self.take_out(&rewritten);
        (moved, rewritten)
    }

    fn take_out(&mut self, pairs: &Pairs) {
        let gone_old: HashSet<_> = pairs.iter().map(|pair| pair.0).collect();
        let gone_new: HashSet<_> = pairs.iter().map(|pair| pair.1).collect();
        self.old.retain(|(entry, _)| !gone_old.contains(entry));
        self.new.retain(|(entry, _)| !gone_new.contains(entry));
    }

    fn equal(&self, old: &Side<'_>, new: &Side<'_>) -> Pairs {
        let mut waiting: HashMap<u32, VecDeque<usize>> = HashMap::new();
        for (entry, _) in &self.new {
            waiting.entry(new.entries[*entry].key).or_default().push_back(*entry);
        }
        let partner = |(entry, _): &(usize, usize)| {
            let found = waiting.get_mut(&old.entries[*entry].key).and_then(VecDeque::pop_front);
            found.map(|found| (*entry, found))
        };
        self.old.iter().filter_map(partner).collect()
    }

    fn alike(&self, old: &Side<'_>, new: &Side<'_>) -> Pairs {
        let mut blocks_with: HashMap<u32, Vec<usize>> = HashMap::new();
        for (entry, _) in &self.new {
            for word in distinct(new, *entry) {
                blocks_with.entry(word).or_default().push(*entry);
            }
        }
        let mut scored = Vec::new();
        for (entry, _) in &self.old {
            let words = distinct(old, *entry);
            let mut shared: HashMap<usize, usize> = HashMap::new();
            let telling = words.iter().filter_map(|word| blocks_with.get(word)).filter(|blocks| blocks.len() <= COMMON);
            for other in telling.flatten() {
                *shared.entry(*other).or_default() += 1;
            }
            for other in shared.into_iter().filter(|(_, count)| count * 4 >= words.len()).map(|(other, _)| other) {
                let share = likeness(old, new, *entry, other);
                if share >= 0.6 && !are_other_rows(old, new, *entry, other) {
                    scored.push((share, *entry, other));
                }
            }
        }
        scored.sort_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)).then(one.2.cmp(&two.2)));
        let (mut used_old, mut used_new) = (HashSet::new(), HashSet::new());
        let free = |(_, from, to): &(f64, usize, usize)| {
            !used_old.contains(from) && !used_new.contains(to) && used_old.insert(*from) && used_new.insert(*to)
        };
        scored.into_iter().filter(free).map(|(_, from, to)| (from, to)).collect()
    }
}

/// Whether both are rows of tables that their first cells name, and name another way: what went with the one says nothing of the
/// other, however alike the rest is. A number names no row.
fn are_other_rows(old: &Side<'_>, new: &Side<'_>, from: usize, to: usize) -> bool {
    let name = |side: &Side<'_>, entry: usize| {
        let block = side.block(entry);
        let named = block.text.split(BETWEEN_CELLS).next().filter(|_| matches!(block.kind, BlockKind::Row))?;
        let words = text::words(named);
        words.iter().any(|word| word.chars().any(char::is_alphabetic)).then_some(words)
    };
    name(old, from).zip(name(new, to)).is_some_and(|(one, other)| one != other)
}

/// The different words of a block, sorted; none for a short one.
fn distinct(side: &Side<'_>, entry: usize) -> Vec<u32> {
    let mut words = side.words[side.entries[entry].words.clone()].to_vec();
    if words.len() < LEAST_WORDS {
        return Vec::new();
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The share of words that two blocks have in common (Dice).
#[expect(clippy::cast_precision_loss, reason = "a block has fewer words than a float has digits")]
fn likeness(old: &Side<'_>, new: &Side<'_>, from: usize, to: usize) -> f64 {
    let (one, two) = (distinct(old, from), distinct(new, to));
    let shared = one.iter().filter(|word| two.binary_search(word).is_ok()).count();
    2.0 * shared as f64 / (one.len() + two.len()).max(1) as f64
}
