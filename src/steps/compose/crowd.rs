//! Many changes at once: none hides another, and every platform is named.

use std::collections::HashMap;

use super::headline::platform;
use super::limits::{NAMED_IN_CHAT, weight};
use super::scene::Scene;
use super::words::Words;
use crate::model::{Change, DocumentKind, HookShape, Recipient, Tier, Watch, platform_key};
use crate::steps::import;

/// Changes that one letter tells by mail: each has its place in the comparison beside it.
const BY_MAIL: usize = 1000;
/// Changes in one body of our own JSON.
const AS_JSON: usize = 200;
/// Platforms that one letter has a line for.
const PLATFORMS: usize = 150;

/// What is alike for readers: a platform's documents of one kind.
pub(super) type Crowd = (String, DocumentKind);

/// Which changes stand in one letter, the weightiest first; letter by letter, so that each one can name all of its own.
///
/// The first of each platform and kind come before the second of any.
#[must_use]
pub fn batches<'a>(recipient: &Recipient, changes: &[&'a Change], watches: &[Watch]) -> Vec<Vec<&'a Change>> {
    let mut left: Vec<&Change> = changes.iter().copied().filter(|change| super::concerns(recipient, change)).collect();
    left.sort_by_cached_key(|change| weight(change));
    let most = match recipient.webhook.as_ref().map(|webhook| webhook.shape) {
        None => BY_MAIL,
        Some(HookShape::Json) => AS_JSON,
        Some(HookShape::Slack | HookShape::Teams | HookShape::Mattermost) => NAMED_IN_CHAT,
    };
    let kinds = Kinds::of(watches);
    let mut batches = Vec::new();
    while !left.is_empty() {
        let (mut chosen, mut others) = chosen(&kinds, &left, most, usize::MAX);
        let mut platforms: Vec<String> = Vec::new();
        let mut beyond = Vec::new();
        chosen.retain(|change| {
            let key = platform_key(&change.platform);
            let fits = platforms.contains(&key) || platforms.len() < PLATFORMS;
            if !fits {
                beyond.push(*change);
            } else if !platforms.contains(&key) {
                platforms.push(key);
            }
            fits
        });
        batches.push(chosen);
        others.extend(beyond);
        others.sort_by_cached_key(|change| weight(change));
        left = others;
    }
    batches
}

/// The kinds of documents by watch.
pub(super) struct Kinds<'a>(HashMap<&'a str, DocumentKind>);

impl<'a> Kinds<'a> {
    pub(super) fn of(watches: &'a [Watch]) -> Self {
        Self(watches.iter().map(|watch| (watch.id.as_str(), watch.kind)).collect())
    }

    /// The kind that the watchlist gives the document, else that of which its name speaks.
    fn kind(&self, change: &Change) -> DocumentKind {
        let listed = self.0.get(change.watch.as_str()).copied().filter(|kind| *kind != DocumentKind::Other);
        listed.or_else(|| import::kind_of_name(&change.document)).unwrap_or_default()
    }

    fn crowd(&self, change: &Change) -> Crowd {
        (platform_key(&change.platform), self.kind(change))
    }
}

/// So many of the changes, and the others, both in the order given: of each crowd the first before the second of any, and no
/// more than so many of one.
pub(super) fn chosen<'a>(
    kinds: &Kinds<'_>,
    changes: &[&'a Change],
    most: usize,
    of_one: usize,
) -> (Vec<&'a Change>, Vec<&'a Change>) {
    let mut counts: HashMap<(Tier, Crowd), usize> = HashMap::new();
    let mut ranked: Vec<(Tier, usize, usize)> = Vec::with_capacity(changes.len());
    for (index, change) in changes.iter().enumerate() {
        let tier = change.assessment.tier;
        let rank = counts.entry((tier, kinds.crowd(change))).or_default();
        ranked.push((tier, *rank, index));
        *rank += 1;
    }
    ranked.retain(|(_, rank, _)| *rank < of_one);
    ranked.sort_unstable_by_key(|(tier, rank, index)| (std::cmp::Reverse(*tier), *rank, *index));
    ranked.truncate(most);
    let mut is_chosen = vec![false; changes.len()];
    for (_, _, index) in ranked {
        is_chosen[index] = true;
    }
    let (mut chosen, mut others) = (Vec::new(), Vec::new());
    for (change, is_chosen) in changes.iter().zip(is_chosen) {
        if is_chosen { chosen.push(*change) } else { others.push(*change) }
    }
    (chosen, others)
}

/// A platform, and what changed there: "200 important changes: terms 120, advertising 80".
pub(super) fn by_platform(scene: Scene<'_>, kinds: &Kinds<'_>, changes: &[&Change]) -> Vec<(String, String)> {
    let mut platforms: Vec<(String, Vec<&Change>)> = Vec::new();
    for change in changes {
        let key = platform_key(&change.platform);
        match platforms.iter_mut().find(|(known, _)| *known == key) {
            Some((_, own)) => own.push(change),
            None => platforms.push((key, vec![change])),
        }
    }
    let line = |(key, own): (String, Vec<&Change>)| {
        let (important, rest): (Vec<&Change>, Vec<&Change>) =
            own.iter().partition(|change| change.assessment.tier == Tier::Alert);
        let parts = [(important.as_slice(), true), (rest.as_slice(), false)].into_iter();
        let parts = parts.filter(|(part, _)| !part.is_empty());
        let parts = parts.map(|(part, is_important)| {
            let count = if is_important {
                scene.words.title_changes(part.len(), 0)
            } else {
                scene.words.title_changes(0, part.len())
            };
            format!("{count}: {}", counted(scene.words, kinds, part))
        });
        let parts = parts.chain(in_the_words_of_others(scene, changes, &key));
        (platform(own[0]), parts.collect::<Vec<_>>().join("; "))
    };
    platforms.into_iter().map(line).collect()
}

/// "27 more in the same words as Instagram": documents of a platform whose words changed as those of another platform did.
fn in_the_words_of_others(scene: Scene<'_>, changes: &[&Change], key: &str) -> Vec<String> {
    let mut others: Vec<(String, Vec<&str>)> = Vec::new();
    for same in scene.news.same_words.iter().filter(|same| platform_key(&same.platform) == key) {
        let first = changes.iter().find(|change| change.id == same.change);
        let is_shown = changes.iter().any(|change| change.watch == same.watch);
        let Some(first) = first.filter(|first| !is_shown && platform_key(&first.platform) != key) else { continue };
        let first = platform(first);
        match others.iter_mut().find(|(known, _)| *known == first) {
            Some((_, watches)) if watches.contains(&same.watch.as_str()) => {}
            Some((_, watches)) => watches.push(&same.watch),
            None => others.push((first, vec![&same.watch])),
        }
    }
    others.into_iter().map(|(first, watches)| scene.words.in_the_words_of(watches.len(), &first)).collect()
}

/// "terms 120, advertising 80", the most first.
fn counted(words: &dyn Words, kinds: &Kinds<'_>, changes: &[&Change]) -> String {
    let mut counts: Vec<(DocumentKind, usize)> = Vec::new();
    for change in changes {
        let kind = kinds.kind(change);
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let counts = counts.iter().map(|(kind, count)| format!("{} {}", words.kind(*kind), words.number(*count)));
    counts.collect::<Vec<_>>().join(", ")
}
