//! The editions beside the reader's own: which of them stand, which return, and which are kept.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};

use crate::model::{Document, Edition, Hunk, Memory, Passages, Trouble, Version, Younger};
use crate::steps::diff::differences::Differences;
use crate::steps::identity::APART;
use crate::steps::text::hash;

/// Editions that are remembered beside the reader's own.
const MOST: usize = 5;
/// An edition that returns is told at the second look; where its return was told before, when it has stayed so long.
const RETURNS: (u32, SignedDuration) = (2, SignedDuration::ZERO);
const RETURNS_AGAIN: (u32, SignedDuration) = (6, SignedDuration::from_hours(14 * 24));
/// A text for another region, or on another subject, that stands so long is the document now: servers that mistake our
/// whereabouts do so for weeks.
const IN_ITS_PLACE: (u32, SignedDuration) = (6, SignedDuration::from_hours(45 * 24 - 6));

/// How long an edition has stood, at this look and those right before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    /// Nothing follows from it.
    Shown,
    /// Its return is to be told.
    Returns,
    /// It has taken the document's place.
    InItsPlace,
}

/// Counts a look that showed this edition, or with none the reader's own.
pub(super) fn count(memory: &mut Memory, shown: Option<usize>, now: Timestamp) -> Stay {
    let mut standing = Stay::Shown;
    for (index, edition) in memory.editions.iter_mut().enumerate() {
        if shown != Some(index) {
            edition.looks = 0;
            continue;
        }
        if edition.looks == 0 {
            edition.since = now;
        }
        edition.looks = edition.looks.saturating_add(1);
        let has_stood =
            |(looks, time): (u32, SignedDuration)| edition.looks >= looks && now.duration_since(edition.since) >= time;
        standing = match &edition.instead {
            Some(Trouble::WrongLanguage { .. }) => Stay::Shown,
            Some(_) if has_stood(IN_ITS_PLACE) => Stay::InItsPlace,
            None if has_stood(if edition.told { RETURNS_AGAIN } else { RETURNS }) => Stay::Returns,
            Some(_) | None => Stay::Shown,
        };
    }
    standing
}

/// Keeps the reader's own edition, as its last version has it, as one beside it, now that another text takes its place;
/// `passages` is what it has shown.
///
/// Where the page went back, the text that it left is known from now on, unless it had stood for long.
pub(super) fn keep(
    memory: &mut Memory,
    own: &Version,
    next: &Document,
    passages: Passages,
    went_back: bool,
    now: Timestamp,
) {
    let told = went_back && now.duration_since(own.seen_at) < RETURNS_AGAIN.1;
    if Differences::between(&own.document, next).words() < APART {
        return;
    }
    let edition = Edition {
        number: 0,
        instead: None,
        document: own.document.clone(),
        first_seen: own.seen_at,
        told,
        looks: 0,
        since: own.seen_at,
        snapshot: own.snapshot.clone(),
        passages,
        younger: Vec::new(),
    };
    let is_another = |known: &Edition| {
        known.instead.is_some() || Differences::between(&known.document, &edition.document).words() >= APART
    };
    memory.editions.retain(is_another);
    add(memory, edition);
}

/// So many lines of an edition are dated by themselves.
const DATED: usize = 400;

/// Notes which lines came into an edition by a change of its own, and when.
pub(super) fn grew(edition: &mut Edition, hunks: &[Hunk], seen_at: Timestamp) {
    for hunk in hunks {
        let first_seen = hunk.first_seen.unwrap_or(seen_at);
        let lines = hunk.after.iter().flat_map(|after| after.lines());
        edition.younger.extend(lines.map(|line| Younger { line: hash::of(line), first_seen }));
    }
    let old = edition.younger.len().saturating_sub(DATED);
    edition.younger.drain(..old);
}

/// When each passage of an edition that takes the document's place was first seen: with the edition, with the change within
/// it that brought its youngest line, or at this very look.
pub(super) fn date(hunks: &mut [Hunk], edition: &Edition, now: Timestamp) {
    let known: HashSet<u64> = edition.document.blocks.iter().map(|block| hash::of(block.text.as_str())).collect();
    let came: HashMap<u64, Timestamp> =
        edition.younger.iter().map(|younger| (younger.line, younger.first_seen)).collect();
    for hunk in hunks {
        let lines = hunk.after.iter().flat_map(|after| after.lines()).map(hash::of);
        let of_line = |line: u64| came.get(&line).copied().or_else(|| (!known.contains(&line)).then_some(now));
        if let Some(youngest) = lines.filter_map(of_line).max() {
            hunk.first_seen = Some(youngest);
        }
    }
}

/// Adds an edition; the one that was not seen for longest goes where there are too many.
pub(super) fn add(memory: &mut Memory, edition: Edition) {
    memory.editions.insert(0, edition);
    while memory.editions.len() > MOST {
        let last_seen = |edition: &Edition| edition.passages.last_seen.unwrap_or(edition.since);
        let Some(oldest) = (1..memory.editions.len()).min_by_key(|index| last_seen(&memory.editions[*index])) else {
            return;
        };
        memory.editions.remove(oldest);
    }
}
