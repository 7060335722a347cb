//! What is left of a difference once spelling, inflection and small words are taken away.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::list::Features;
use crate::model::{Edit, Hunk};
use crate::steps::text::languages::union;
use crate::steps::text::spelling::{plain, share};
use crate::steps::text::stopwords::is_small;
use crate::steps::text::tokens::{joined, words};

/// Of longer words only the beginning counts: what follows is mostly inflection.
const STEM: usize = 6;

/// Endings of shorter words that are inflection, the longest first.
static ENDINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut endings = union(|words| &words.endings);
    endings.sort_by_key(|ending| Reverse(ending.len()));
    endings
});

/// Forms of address and the like: who says du for Sie changes no rule.
static FILLERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| union(|words| &words.stopwords.fillers).into_iter().collect());

/// Small words that turn a rule round.
static WEIGHTY: LazyLock<HashSet<&str>> =
    LazyLock::new(|| union(|words| &words.stopwords.weighty).into_iter().collect());

type Bag = HashMap<String, usize>;

/// Counts the stems that came and went, hunk by hunk and over the whole.
pub(super) fn put(features: &mut Features, hunks: &[Hunk]) {
    let (mut gained, mut lost, mut all, mut equal) = (0, 0, 0, 0);
    let (mut came, mut went) = (Bag::new(), Bag::new());
    for hunk in hunks {
        let [added, removed] = edited(hunk).map(|text| joined(&text));
        let (more, less) = (bag(&added), bag(&removed));
        let (up, down) = (surplus(&more, &less), surplus(&less, &more));
        gained += up;
        lost += down;
        all += words(&added).count() + words(&removed).count();
        equal += usize::from(up + down == 0);
        for (whole, part) in [(&mut came, more), (&mut went, less)] {
            for (stem, times) in part {
                *whole.entry(stem).or_default() += times;
            }
        }
    }
    features.count("kernel_gained", gained);
    features.count("kernel_lost", lost);
    features.count("kernel_both", gained + lost);
    features.put("kernel_rate", share(gained + lost, all + 2));
    features.flag("kernel_none", gained + lost == 0);
    features.put("kernel_equal", share(2 * equal, 2 * hunks.len() + 1));
    let (up, down) = (surplus(&came, &went), surplus(&went, &came));
    features.count("kernel_gained_at_all", up);
    features.count("kernel_lost_at_all", down);
    features.put("kernel_rate_at_all", share(up + down, all + 2));
}

/// The added and the removed words of a hunk.
fn edited(hunk: &Hunk) -> [String; 2] {
    let mut sides = [String::new(), String::new()];
    for edit in &hunk.edits {
        let (side, words) = match edit {
            Edit::Kept(_) => continue,
            Edit::Added(words) => (0, words),
            Edit::Removed(words) => (1, words),
        };
        sides[side].push_str(words);
        sides[side].push(' ');
    }
    sides
}

fn bag(joined: &str) -> Bag {
    let mut bag = Bag::new();
    let weighty = |word: &&str| WEIGHTY.contains(*word) || !is_small(word) && !FILLERS.contains(word);
    for word in plain(words(joined).filter(weighty)).split_whitespace() {
        *bag.entry(stem(word)).or_default() += 1;
    }
    bag
}

fn stem(word: &str) -> String {
    let length = word.chars().count();
    if length > STEM {
        return word.chars().take(STEM).collect();
    }
    let ending = ENDINGS.iter().find(|ending| length > 3 + ending.len() - 1 && word.ends_with(*ending));
    ending.and_then(|ending| word.strip_suffix(*ending)).unwrap_or(word).to_owned()
}

/// How many more stems one bag holds than another.
fn surplus(one: &Bag, other: &Bag) -> usize {
    one.iter().map(|(stem, times)| times.saturating_sub(other.get(stem).copied().unwrap_or_default())).sum()
}
