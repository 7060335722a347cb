//! Tells which edition of its text a page shows, where it has shown several: each is compared with itself.

use jiff::{SignedDuration, Timestamp};

use crate::model::{Document, Edition, Memory, Version};
use crate::steps::confirm::difference::Differences;

/// Editions that are remembered beside the last version.
const MOST: usize = 3;
/// Texts that differ in fewer words are one edition.
const APART: usize = 60;
/// An edition whose return was told is told again when it has stayed so long.
const STAYS: (u32, SignedDuration) = (6, SignedDuration::from_hours(14 * 24));

/// What a page that shows another edition comes to.
#[derive(Debug)]
pub(in crate::steps) enum Shown {
    /// The edition of the last version.
    Base,
    /// Another one, of that index.
    Other(usize),
}

/// The edition to which a text is nearest.
pub(in crate::steps) fn shown(memory: &Memory, base: &Document, document: &Document) -> Shown {
    let distance = Differences::between(base, document).words();
    if distance < APART {
        return Shown::Base;
    }
    let distances = memory.editions.iter().map(|edition| Differences::between(&edition.document, document).words());
    match distances.enumerate().min_by_key(|(_, words)| *words) {
        Some((index, words)) if words * 2 < distance => Shown::Other(index),
        _ => Shown::Base,
    }
}

/// Counts a look that showed this edition (or that of the last version); says whether its return is to be told now.
pub(in crate::steps) fn count(memory: &mut Memory, shown: &Shown, snapshot: &str, now: Timestamp) -> bool {
    let mut returns = false;
    for (index, edition) in memory.editions.iter_mut().enumerate() {
        if !matches!(shown, Shown::Other(other) if *other == index) {
            edition.looks = 0;
            continue;
        }
        if edition.looks == 0 {
            edition.since = now;
            snapshot.clone_into(&mut edition.snapshot);
        }
        edition.looks = edition.looks.saturating_add(1);
        let (looks, time) = if edition.told { STAYS } else { (2, SignedDuration::ZERO) };
        returns = edition.looks >= looks && now.duration_since(edition.since) >= time;
    }
    returns
}

/// Keeps the last version as an edition, now that another text takes its place.
///
/// Where the page went back, the text that it left is known from now on, unless it had stood for long.
pub(in crate::steps) fn keep(memory: &mut Memory, base: &Version, next: &Document, went_back: bool, now: Timestamp) {
    let told = went_back && now.duration_since(base.seen_at) < STAYS.1;
    if Differences::between(&base.document, next).words() < APART {
        return;
    }
    let (first_seen, snapshot) = (base.seen_at, base.snapshot.clone());
    let edition = Edition { document: base.document.clone(), first_seen, told, looks: 0, since: first_seen, snapshot };
    memory.editions.retain(|known| Differences::between(&known.document, &edition.document).words() >= APART);
    memory.editions.insert(0, edition);
    memory.editions.truncate(MOST);
}
