//! What a change is about: words with their context, in the changed text, its headings and the document's name.

use super::model::Model;
use crate::model::{Comparison, Topic};
use crate::steps::judge::features::list::Features;
use crate::steps::judge::why::passages_of::ChangedWords;
use crate::steps::text::lexicon::TOPIC_WORDS;
use crate::steps::text::tokens;

/// The most topics that a change is said to be about.
const MOST: usize = 4;

/// From which likelihood on a learned topic is named.
const LIKELY: f32 = 0.35;

/// The topics of a change, the strongest first.
pub(super) fn topics(reading: &ChangedWords, features: &Features, model: Option<&Model>) -> Vec<Topic> {
    let mut learned = model.map(|model| model.topics(features)).unwrap_or_default();
    if !speaks_of_money(reading) {
        // A number of days that became another one looks much like a fee that did.
        learned.retain(|(topic, _)| *topic != Topic::Fees);
    }
    choose(&learned, &by_words(reading))
}

/// The topics that a model names for a comparison, for measuring.
#[must_use]
pub fn named(comparison: &Comparison, learned: &[(Topic, f32)]) -> Vec<Topic> {
    choose(learned, &by_words(&ChangedWords::of(comparison)))
}

/// Whether a word or sign of money stands in the changed text or around it.
fn speaks_of_money(reading: &ChangedWords) -> bool {
    let texts = [&reading.added, &reading.removed, &reading.around, &reading.headings];
    let group = TOPIC_WORDS.group(Topic::Fees.key());
    let names =
        |text: &&String| group.is_some_and(|group| TOPIC_WORDS.count(text).get(group).is_some_and(|count| *count > 0));
    reading.signs_of_currency || texts.iter().any(names)
}

/// Learned topics that are likely enough, and of the others those that the words name; the likeliest of all if none is.
fn choose(learned: &[(Topic, f32)], by_words: &[(Topic, f32)]) -> Vec<Topic> {
    let known = |topic: Topic| learned.iter().any(|(other, _)| *other == topic);
    let mut found: Vec<(Topic, f32)> = learned.iter().copied().filter(|(_, likely)| *likely >= LIKELY).collect();
    found.extend(
        by_words.iter().copied().filter(|(topic, share)| *share >= STRONG || (!known(*topic) && *share > 0.25)),
    );
    if found.is_empty() {
        found.extend(learned.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)));
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut topics: Vec<Topic> = Vec::new();
    for (topic, _) in found {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics.truncate(MOST);
    topics
}

/// Where this much of all that the words say is about one topic, the words alone are believed.
const STRONG: f32 = 0.6;

/// The share of each topic in what the words say, for topics that words name often enough.
fn by_words(reading: &ChangedWords) -> Vec<(Topic, f32)> {
    let changed = TOPIC_WORDS.count(&format!("{}{}", reading.added, reading.removed));
    let headings = TOPIC_WORDS.count(&reading.headings);
    let around = TOPIC_WORDS.count(&reading.around);
    let of = |counts: &[u16], group: usize| f32::from(counts.get(group).copied().unwrap_or_default());
    let score = |group: usize| 2.0 * of(&changed, group) + 0.25 * of(&around, group) + of(&headings, group).min(6.0);
    let sum: f32 = (0..TOPIC_WORDS.groups.len()).map(score).sum();
    let shares =
        (0..TOPIC_WORDS.groups.len()).filter(|group| of(&changed, *group) >= 2.0 || of(&headings, *group) >= 2.0);
    shares
        .filter_map(|group| Some((Topic::from_key(TOPIC_WORDS.groups[group])?, score(group) / sum.max(8.0))))
        .collect()
}

/// A word of the changed text that betrays the topic, as it stands there.
pub(super) fn telling_word(reading: &ChangedWords, topic: Topic) -> Option<String> {
    let group = TOPIC_WORDS.group(topic.key())?;
    let mut best: Option<(u16, String)> = None;
    for text in [&reading.added, &reading.removed, &reading.around] {
        for (found, weight, words) in TOPIC_WORDS.hits(text) {
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
