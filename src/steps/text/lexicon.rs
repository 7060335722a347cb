//! Word lists with context: phrases under headings, of which the longest wins.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::steps::judge::features::tokens;

/// The heading of phrases that mean nothing here, and hide shorter ones that would.
const NOTHING: &str = "-";

/// The words that betray a topic.
pub(in crate::steps) static TOPIC_WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("data/topics.txt")));

/// The words that show what a sentence is to a brand.
pub(in crate::steps) static SUBJECTS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("data/subjects.txt")));

/// A data file of phrases, ready to search with.
#[derive(Debug)]
pub(in crate::steps) struct Lexicon {
    /// The headings of the file in its order.
    pub(in crate::steps) groups: Vec<&'static str>,
    search: Option<AhoCorasick>,
    /// What each pattern of `search` counts for: index of the group, weight.
    meanings: Vec<Vec<(usize, u16)>>,
}

impl Lexicon {
    /// Reads a data file (its form stands at the head of `data/topics.txt`).
    pub(in crate::steps) fn read(text: &'static str) -> Self {
        let mut groups = Vec::new();
        let mut group = None;
        let mut patterns: HashMap<String, Vec<(usize, u16)>> = HashMap::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                group = (name != NOTHING).then(|| {
                    groups.push(name);
                    groups.len() - 1
                });
                continue;
            }
            let (weight, phrase) = line.strip_prefix('!').map_or((1, line), |phrase| (2, phrase));
            let mut pattern = tokens::joined(phrase);
            if phrase.ends_with('*') {
                pattern.pop();
            }
            let meanings = patterns.entry(pattern).or_default();
            if let Some(group) = group
                && !meanings.iter().any(|(known, _)| *known == group)
            {
                meanings.push((group, weight));
            }
        }
        let (patterns, meanings): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok();
        Self { groups, search, meanings }
    }

    /// How often the phrases of each group stand in a joined text, by weight.
    pub(in crate::steps) fn count(&self, joined: &str) -> Vec<u16> {
        let mut counts = vec![0_u16; self.groups.len()];
        for (group, weight, _) in self.hits(joined) {
            counts[group] = counts[group].saturating_add(weight);
        }
        counts
    }

    /// Every phrase found: index of the group, weight, the words as they stand there.
    pub(in crate::steps) fn hits<'a>(&'a self, joined: &'a str) -> impl Iterator<Item = (usize, u16, &'a str)> {
        let found = self.search.iter().flat_map(move |search| search.find_iter(joined));
        found.flat_map(move |hit| {
            let words = joined.get(hit.range()).unwrap_or_default();
            let meanings = self.meanings.get(hit.pattern().as_usize());
            meanings.into_iter().flatten().map(move |(group, weight)| (*group, *weight, words))
        })
    }

    /// The index of a group.
    pub(in crate::steps) fn group(&self, name: &str) -> Option<usize> {
        self.groups.iter().position(|group| *group == name)
    }
}
