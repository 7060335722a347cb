//! What a change is about: words with their context, in the changed text, its headings and the document's name.

use std::sync::LazyLock;

use super::Case;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::tokens;
use crate::model::Topic;

/// The words that betray a topic.
pub(super) static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("data/topics.txt")));

/// The most topics that a change is said to be about.
const MOST: usize = 4;

/// The topics of a change, the strongest first.
pub(super) fn topics(case: &Case<'_>, reading: &Reading) -> Vec<Topic> {
    let changed = WORDS.count(&format!("{}{}", reading.added, reading.removed));
    let around = WORDS.count(&reading.around);
    let headings = WORDS.count(&reading.headings);
    let name = WORDS.count(&tokens::joined(case.document));
    let score = |group: usize| {
        let of = |counts: &[u16]| f64::from(counts.get(group).copied().unwrap_or_default());
        let title = of(&name).min(2.0);
        2.0 * of(&changed) + 0.5 * of(&around) + of(&headings) + 2.0 * title
    };
    let mut scored: Vec<_> = (0..WORDS.groups.len())
        .filter_map(|group| Some((score(group), Topic::from_key(WORDS.groups[group])?)))
        .filter(|(score, _)| *score >= 3.0)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.into_iter().filter(|(score, _)| *score >= 0.4 * best).map(|(_, topic)| topic).take(MOST).collect()
}

/// A word of the changed text that betrays the topic, as it stands there.
pub(super) fn telling_word(reading: &Reading, topic: Topic) -> Option<String> {
    let group = WORDS.group(topic.key())?;
    let mut best: Option<(u16, String)> = None;
    for text in [&reading.added, &reading.removed, &reading.around] {
        for (found, weight, words) in WORDS.hits(text) {
            if found == group && best.as_ref().is_none_or(|(known, _)| *known < weight) {
                best = Some((weight, tokens::words(words).collect::<Vec<_>>().join(" ")));
            }
        }
        if best.is_some() {
            break;
        }
    }
    best.map(|(_, words)| words)
}
