//! Word lists with context: phrases in groups, of which the longest wins.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::languages::{self, Groups, Sections};
use super::tokens;
use crate::model::Topic;

/// How much a word weighs that hardly ever means anything else.
const SURE: u16 = 2;

/// What sentences are about, as the model knows it.
const SUBJECT_GROUPS: [&str; 14] = [
    "harm",
    "politics",
    "office",
    "consumer",
    "america",
    "abroad",
    "europe",
    "contact",
    "how",
    "illustration",
    "figures",
    "brand",
    "claims",
    "binding",
];

/// The words that betray a topic.
pub(in crate::steps) static TOPIC_WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let topics = Topic::ALL.map(Topic::key);
    let of_topic = |topic: &'static str| {
        languages::all().filter_map(move |words| words.topics.get(topic)).flat_map(move |words| {
            let sure = words.sure.iter().map(move |phrase| (Some(topic), SURE, phrase));
            sure.chain(words.hints.iter().map(move |phrase| (Some(topic), 1, phrase)))
        })
    };
    let of_none = languages::all().flat_map(|words| &words.no_topic).map(|phrase| (None, 1, phrase));
    Lexicon::of(&topics, of_none.chain(topics.into_iter().flat_map(of_topic)))
});

/// The words that show what a sentence is to a brand.
pub(in crate::steps) static SUBJECTS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::of_groups(&SUBJECT_GROUPS, |words| &words.subjects));

/// Phrases in groups, ready to search with.
#[derive(Debug)]
pub(in crate::steps) struct Lexicon {
    /// The keys of the groups, in the order in which the model knows them.
    pub(in crate::steps) groups: Vec<&'static str>,
    search: Option<AhoCorasick>,
    /// What each pattern of `search` counts for: index of the group, weight.
    meanings: Vec<Vec<(usize, u16)>>,
}

impl Lexicon {
    /// The phrases of these groups in a section of all languages.
    pub(in crate::steps) fn of_groups(
        groups: &[&'static str],
        section: impl Fn(&'static Sections) -> &'static Groups,
    ) -> Self {
        let phrases = groups.iter().flat_map(|group| {
            languages::group(&section, group).into_iter().map(move |phrase| (Some(*group), 1, phrase))
        });
        Self::of(groups, phrases)
    }

    /// A lexicon of phrases with group and weight; a phrase of no group means nothing, and hides shorter ones that would.
    fn of(
        groups: &[&'static str],
        phrases: impl Iterator<Item = (Option<&'static str>, u16, impl AsRef<str>)>,
    ) -> Self {
        let mut patterns: HashMap<String, Vec<(usize, u16)>> = HashMap::new();
        for (group, weight, phrase) in phrases {
            let mut pattern = tokens::joined(phrase.as_ref());
            if phrase.as_ref().ends_with('*') {
                pattern.pop();
            }
            let meanings = patterns.entry(pattern).or_default();
            if let Some(group) = group.and_then(|group| groups.iter().position(|known| *known == group))
                && !meanings.iter().any(|(known, _)| *known == group)
            {
                meanings.push((group, weight));
            }
        }
        let (patterns, meanings): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok();
        Self { groups: groups.to_vec(), search, meanings }
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
