//! What a change is about: words with their context, in the changed text, its headings and the document's name.

use std::sync::LazyLock;

use super::model::Model;
use crate::model::{Comparison, Topic};
use crate::steps::judge::features::list::Features;
use crate::steps::judge::why::passages_of::ChangedWords;
use crate::steps::text::lexicon::{Lexicon, TOPIC_WORDS};
use crate::steps::text::tokens;

/// The most topics that a change is said to be about.
const MOST: usize = 4;

/// From which likelihood on a learned topic is named.
const LIKELY: f32 = 0.35;

/// Phrases that name a topic by themselves. The model does not count them: of texts in some languages it has seen few.
static TOLD: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_groups(&TOLD_TOPICS, |words| &words.told_topics));
const TOLD_TOPICS: [&str; 2] = ["fees", "data_privacy"];
/// A passage of more words names much in passing.
const SENTENCES: usize = 60;
/// So many passages are read for such phrases: where more differ, their words are many enough.
const FEW: usize = 3;

/// The topics of a change, the strongest first.
pub(super) fn topics(reading: &ChangedWords, features: &Features, model: Option<&Model>) -> Vec<Topic> {
    let mut learned = model.map(|model| model.topics(features)).unwrap_or_default();
    if !speaks_of_money(reading) {
        // A number of days that became another one looks much like a fee that did.
        learned.retain(|(topic, _)| *topic != Topic::Fees);
    }
    let mut by_words = by_words(reading);
    by_words.extend(told(reading));
    choose(&learned, &by_words)
}

/// The topics that a few sentences name by a phrase of their own.
fn told(reading: &ChangedWords) -> impl Iterator<Item = (Topic, f32)> {
    let few = reading.passages.len() <= FEW;
    let is_short = |text: &&String| tokens::words(text).count() <= SENTENCES;
    let mut counts = vec![0; TOLD_TOPICS.len()];
    for passage in reading.passages.iter().filter(|_| few) {
        let changed = [&passage.added, &passage.removed];
        // Where a number alone became another one, its sentence says of what it is.
        let texts =
            if changed.iter().all(|text| says_nothing(text)) { [&passage.around, &passage.removed] } else { changed };
        for text in texts.into_iter().filter(is_short) {
            let has_number = text.contains(|letter: char| letter.is_ascii_digit());
            for (group, count) in TOLD.count(text).into_iter().enumerate() {
                let least = if group == 0 && !has_number { 2 } else { 1 };
                counts[group] += usize::from(count >= least);
            }
        }
    }
    let named = TOLD_TOPICS.iter().zip(counts).filter(|(_, count)| *count > 0);
    named.filter_map(|(topic, _)| Some((Topic::from_key(topic)?, STRONG)))
}

/// Whether a text has no words but numbers.
fn says_nothing(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
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
    reading.signs_of_currency || texts.iter().any(names) || told(reading).any(|(topic, _)| topic == Topic::Fees)
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
