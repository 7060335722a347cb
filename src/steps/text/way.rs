//! Which way a rule moved within a passage that stays: "may" that became "may not" binds, "must" that became "may" frees.

use std::sync::LazyLock;

use super::dates::without_dates;
use super::exchanges::fits;
use super::freeing::{frees, names_a_need, refuses};
use super::languages::union;
use super::words::words;
use crate::model::{Edit, Hunk};

/// Which way a rule moved for those who are bound by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::steps) enum Way {
    Binds,
    Frees,
    /// What was forbidden is demanded, or the other way round.
    Other,
}

static NEGATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.negations));
static MUST: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.must));
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));
static TELLERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.teller));

/// The way of a passage that stays; none where no word that allows, forbids or demands came or went, or where the house
/// binds itself.
pub(in crate::steps) fn way(hunk: &Hunk) -> Option<Way> {
    let (before, after) = (hunk.before.as_deref()?, hunk.after.as_deref()?);
    let (mut gone, mut come) = (Counts::default(), Counts::default());
    for edit in &hunk.edits {
        match edit {
            Edit::Kept(_) => {}
            Edit::Removed(text) => gone.add(text),
            Edit::Added(text) => come.add(text),
        }
    }
    // "May 27, 2026" allows nothing.
    for (counts, text) in [(&mut gone, before), (&mut come, after)] {
        if counts.may > 0 {
            counts.may = counts.may.min(Counts::of(&without_dates(text)).may);
        }
    }
    if binds_the_house(after) {
        return None;
    }
    if come.no != gone.no && ![before, after].into_iter().any(rules) {
        // What is said to be so, or not to be so, binds nobody.
        return None;
    }
    let demands = |text: &str| {
        let counts = Counts::of(text);
        counts.must > 0 && counts.may == 0
    };
    match (come.no - gone.no, (come.must - come.may) - (gone.must - gone.may)) {
        (1.., _) if frees(after) && !frees(before) => Some(Way::Frees),
        (1.., _) => Some(Way::Binds),
        (..=-1, _) if frees(before) && !frees(after) => Some(Way::Binds),
        (..=-1, _) if demands(before) && demands(after) => Some(Way::Other),
        (..=-1, _) => Some(Way::Frees),
        (0, 1..) => Some(Way::Binds),
        (0, ..=-1) => Some(Way::Frees),
        (0, 0) => None,
    }
}

/// Whether a passage that stays forbids now what it allowed: "may" that became "may not".
pub(in crate::steps) fn takes_leave(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (hunk.before.as_deref(), hunk.after.as_deref()) else { return false };
    let (old, new) = (Counts::of(before), Counts::of(after));
    way(hunk) == Some(Way::Binds) && old.may > 0 && new.may == old.may && old.no == 0 && new.no > 0
}

/// Whether a text allows, forbids, demands, or says what is needed.
fn rules(text: &str) -> bool {
    let counts = Counts::of(text);
    counts.may + counts.must + counts.ban > 0 || names_a_need(text)
}

/// How often a text says no, demands and allows.
#[derive(Debug, Default)]
struct Counts {
    no: i32,
    must: i32,
    may: i32,
    /// Words that forbid by themselves.
    ban: i32,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        counts.add(text);
        counts
    }

    fn add(&mut self, text: &str) {
        for word in words(text) {
            let says_no = NEGATIONS.iter().any(|entry| fits(entry, &word));
            self.no += i32::from(says_no);
            self.ban += i32::from(says_no && !refuses(&word));
            self.must += i32::from(MUST.contains(&word.as_str()));
            self.may += i32::from(MAY.contains(&word.as_str()));
        }
    }
}

/// Whether a text says of the house itself what it may do: "we may", right beside each other.
pub(in crate::steps) fn binds_the_house(text: &str) -> bool {
    let words = words(text);
    words.windows(2).any(|pair| {
        let [first, second] = pair else { return false };
        let is_teller = |word: &String| TELLERS.contains(&word.as_str());
        let rules = |word: &String| MUST.contains(&word.as_str()) || MAY.contains(&word.as_str());
        is_teller(first) && rules(second) || rules(first) && is_teller(second)
    })
}
