//! Finds the names of countries and regions in a text, and tells for whom a sentence says that something holds.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::tokens;

/// What places are called, by their codes.
static NAMES: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("languages/places/countries.yaml")).unwrap_or_default());

/// What sentences and headings say of places.
static MANNERS: LazyLock<Manners> = LazyLock::new(|| {
    let mut manners: Manners = serde_yaml::from_str(include_str!("languages/places/manners.yaml")).unwrap_or_default();
    let Manners { holds_for, not_for, everywhere, .. } = &mut manners;
    for phrase in holds_for.iter_mut().chain(not_for).chain(everywhere) {
        *phrase = tokens::joined(phrase);
    }
    manners
});

/// A line of more words is no heading.
const LABEL: usize = 8;

/// By what words a text says that something holds in a place, or does not.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Manners {
    /// The members of regions, by the region's code.
    members: BTreeMap<String, Vec<String>>,
    /// In a sentence: it says for whom something holds.
    holds_for: Vec<String>,
    /// Right before a place: it is only where something goes or what is left out.
    not_for: Vec<String>,
    /// In the same text: it holds everywhere.
    everywhere: Vec<String>,
}

/// What is wrong with the built-in files; nothing, or a test fails.
#[must_use]
pub fn faults() -> Vec<String> {
    let names = serde_yaml::from_str::<BTreeMap<String, Vec<String>>>(include_str!("languages/places/countries.yaml"));
    let manners = serde_yaml::from_str::<Manners>(include_str!("languages/places/manners.yaml"));
    [names.err(), manners.err()].into_iter().flatten().map(|error| error.to_string()).collect()
}

/// Whether that is the code of a place whose names are known.
pub(in crate::steps) fn is_code(code: &str) -> bool {
    NAMES.contains_key(code)
}

/// The code of a place by one of its names, or by another code in use.
pub(in crate::steps) fn code_of(name: &str) -> Option<&'static str> {
    let joined = tokens::joined(name);
    let found = SEARCH.search.as_ref()?.find(&joined).filter(|hit| hit.start() == 0)?;
    SEARCH.codes.get(found.pattern().as_usize())?.first().copied()
}

/// The names of all places, ready to search with.
struct Search {
    search: Option<AhoCorasick>,
    /// The codes that each pattern stands for.
    codes: Vec<Vec<&'static str>>,
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let mut patterns: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for (code, names) in &*NAMES {
        for name in names {
            let mut pattern = tokens::joined(name);
            if name.ends_with('*') {
                pattern.pop();
            }
            patterns.entry(pattern).or_default().push(code);
        }
    }
    let (patterns, codes): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
    Search { search: AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok(), codes }
});

/// A place that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mention {
    codes: &'static [&'static str],
    /// The whole words, in lower case.
    words: String,
    /// Whether what is said is only that something goes there, or that it is left out.
    is_aside: bool,
}

fn mentions(joined: &str) -> Vec<Mention> {
    let Some(search) = &SEARCH.search else { return Vec::new() };
    let found = search.find_iter(joined).filter_map(|hit| {
        let end = joined[hit.end()..].find(' ').map_or(joined.len(), |more| hit.end() + more);
        // A pattern ends with the space behind its name, but where a longer word may go on.
        let end = if joined[..hit.end()].ends_with(' ') { hit.end() } else { end };
        let before = &joined[..hit.start()];
        let is_aside = MANNERS.not_for.iter().any(|phrase| before.ends_with(phrase));
        let codes = SEARCH.codes.get(hit.pattern().as_usize())?;
        Some(Mention { codes, words: single_spaced(&joined[hit.start()..end]), is_aside })
    });
    found.collect()
}

fn single_spaced(joined: &str) -> String {
    tokens::words(joined).collect::<Vec<_>>().join(" ")
}

/// Whether a text names any place.
pub(in crate::steps) fn names_any(text: &str) -> bool {
    SEARCH.search.as_ref().is_some_and(|search| search.is_match(&tokens::joined(text)))
}

/// For whom a text says that something holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::steps) enum Governs {
    /// It says nothing of that.
    Nobody,
    /// For people of ours, or for everybody.
    Ours,
    /// Only in these places, as the text calls them.
    Elsewhere(Vec<String>),
}

/// For whom a heading says that its section holds, for a team in those places.
pub(in crate::steps) fn of_heading(heading: &str, ours: &[String]) -> Governs {
    governs(heading, ours)
}

/// Whether a line is a heading in all but its mark-up: a few words without an end.
pub(in crate::steps) fn is_label(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(char::is_uppercase)
        && line.ends_with(|letter: char| letter.is_alphanumeric() || letter == ')')
        && (1..=LABEL).contains(&line.split_whitespace().count())
}

/// For whom a sentence says that something holds; one that only names a place says nothing.
pub(in crate::steps) fn of_sentence(sentence: &str, ours: &[String]) -> Governs {
    if is_label(sentence) {
        return of_heading(sentence, ours);
    }
    let joined = tokens::joined(sentence);
    let says_for_whom = MANNERS.holds_for.iter().any(|phrase| joined.contains(phrase));
    let is_label = || {
        let label = sentence.split_once(':').map(|(label, _)| tokens::joined(label)).unwrap_or_default();
        mentions(&label).first().is_some_and(|mention| single_spaced(&label) == mention.words)
    };
    if says_for_whom || is_label() { governs(sentence, ours) } else { Governs::Nobody }
}

fn governs(text: &str, ours: &[String]) -> Governs {
    let joined = tokens::joined(text);
    let found: Vec<_> = mentions(&joined).into_iter().filter(|mention| !mention.is_aside).collect();
    if found.is_empty() {
        return Governs::Nobody;
    }
    let home = home(ours);
    let is_home = |mention: &Mention| mention.codes.iter().any(|code| home.contains(*code));
    let is_everywhere = MANNERS.everywhere.iter().any(|phrase| joined.contains(phrase));
    if is_everywhere || found.iter().any(is_home) {
        return Governs::Ours;
    }
    let mut names: Vec<String> = Vec::new();
    for mention in found {
        if !names.contains(&mention.words) {
            names.push(mention.words);
        }
    }
    Governs::Elsewhere(as_written(text, names))
}

/// The names as the text writes them.
fn as_written(text: &str, names: Vec<String>) -> Vec<String> {
    let written = |name: String| {
        let lower = text.to_lowercase();
        let same_length = lower.len() == text.len();
        let found = lower.find(&name).filter(|_| same_length).and_then(|at| text.get(at..at + name.len()));
        found.map_or(name.clone(), str::to_owned)
    };
    names.into_iter().map(written).collect()
}

/// The codes by which a team in those places is addressed: its own, the members of its regions, and the regions of which
/// it is a member.
fn home(ours: &[String]) -> HashSet<&str> {
    let mut home: HashSet<&str> = ours.iter().map(String::as_str).collect();
    for (region, members) in &MANNERS.members {
        if ours.contains(region) {
            home.extend(members.iter().map(String::as_str));
        } else if members.iter().any(|member| ours.contains(member)) {
            home.insert(region);
        }
    }
    home
}
