//! What the store knows of the changes of a letter as it is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::both_texts::both_texts;
use super::counterparts::counterparts;
use super::same_words::same_words;
use crate::io::store::{Filter, Store, StoreResult, whatever_is_left};
use crate::model::{BothTexts, Change, Counterpart, Decided, Duty, Overtaken, SameWords, Watchlist};
use crate::steps::compose::{self, News};
use crate::steps::judge;

/// What stands beside the changes of a letter.
#[derive(Debug, Default)]
pub(super) struct About {
    duties: Vec<Duty>,
    counterparts: Vec<Counterpart>,
    same_words: Vec<SameWords>,
    texts: Vec<BothTexts>,
    announced: Vec<Change>,
    decisions: Vec<Decided>,
    overtaken: Vec<Overtaken>,
}

impl About {
    /// What is known of these changes now.
    ///
    /// # Errors
    /// Of the store.
    pub fn of(store: &Store, watchlist: &Watchlist, changes: &[&Change]) -> StoreResult<Self> {
        let mut others = Vec::new();
        for change in changes {
            others.extend(counterparts(store, watchlist, change)?);
        }
        Ok(Self {
            duties: duties(changes),
            counterparts: others,
            same_words: same_words(store, watchlist, changes)?,
            texts: both_texts(store, changes)?,
            announced: announced(store, changes)?,
            decisions: decisions(store, changes)?,
            overtaken: overtaken(store, changes)?,
        })
    }

    /// The same where a letter names these changes, too.
    ///
    /// # Errors
    /// Of the store.
    pub fn beside(self, store: &Store, changes: &[&Change]) -> StoreResult<Self> {
        Ok(Self { announced: announced(store, changes)?, overtaken: overtaken(store, changes)?, ..self })
    }

    /// News that say all of it, and nothing else.
    pub fn news(&self) -> News<'_> {
        News {
            duties: &self.duties,
            counterparts: &self.counterparts,
            same_words: &self.same_words,
            texts: &self.texts,
            announced: &self.announced,
            decisions: &self.decisions,
            overtaken: &self.overtaken,
            ..News::default()
        }
    }
}

/// What was decided last about each of these changes.
fn decisions(store: &Store, changes: &[&Change]) -> StoreResult<Vec<Decided>> {
    let mut found = Vec::new();
    for change in changes {
        found.extend(store.decisions(&change.id)?.pop());
    }
    Ok(found)
}

/// Those of the changes of which nothing stands any more.
///
/// # Errors
/// Of the store.
pub(super) fn overtaken(store: &Store, changes: &[&Change]) -> StoreResult<Vec<Overtaken>> {
    let mut found = Vec::new();
    for own in by_watch(changes) {
        let later = later(store, own[0])?;
        found.extend(own.iter().filter_map(|change| compose::overtaken(change, &later)));
    }
    Ok(found)
}

/// The changes as they stand: with the days that are named now.
///
/// # Errors
/// Of the store.
pub(super) fn as_moved(store: &Store, changes: &[&Change]) -> StoreResult<Vec<Change>> {
    let mut moved: HashMap<&str, Change> = HashMap::new();
    let dated: Vec<&Change> =
        changes.iter().copied().filter(|change| change.assessment.effective_date.is_some()).collect();
    for own in by_watch(&dated) {
        let later = later(store, own[0])?;
        moved.extend(own.into_iter().map(|change| (change.id.as_str(), compose::as_moved(change.clone(), &later))));
    }
    Ok(changes.iter().map(|change| moved.remove(change.id.as_str()).unwrap_or_else(|| (*change).clone())).collect())
}

/// The changes watch by watch, the oldest of each first.
fn by_watch<'a>(changes: &[&'a Change]) -> Vec<Vec<&'a Change>> {
    let mut found: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        found.entry(&change.watch).or_default().push(change);
    }
    let mut found: Vec<Vec<&Change>> = found.into_values().collect();
    for own in &mut found {
        own.sort_by_key(|change| change.detected_at);
    }
    found
}

/// What changed in the document of a change since, and the change itself.
fn later(store: &Store, change: &Change) -> StoreResult<Vec<Change>> {
    let since = Filter { watch: Some(change.watch.clone()), since: Some(change.detected_at), ..Filter::default() };
    store.changes(&since)
}

/// A change without the day that later changes of its document took back or put off.
///
/// # Errors
/// Of the store.
pub(super) fn as_it_stands(store: &Store, change: Change) -> StoreResult<Change> {
    if change.assessment.effective_date.is_none() {
        return Ok(change);
    }
    let later = later(store, &change)?;
    Ok(compose::as_it_stands(change, &later))
}

/// Earlier changes of the same documents that announced a day.
pub(super) fn announced(store: &Store, changes: &[&Change]) -> StoreResult<Vec<Change>> {
    let mut watches: Vec<&str> =
        changes.iter().filter(|change| compose::touches_a_day(change)).map(|change| change.watch.as_str()).collect();
    watches.sort_unstable();
    watches.dedup();
    let mut found = Vec::new();
    for watch in watches {
        let all = Filter { watch: Some(watch.to_owned()), ..Filter::default() };
        whatever_is_left(store.each_change(&all, |change| {
            if change.assessment.effective_date.is_some() {
                found.push(change);
            }
        }))?;
    }
    Ok(found)
}

/// The legal duties that the changes' assessments name.
fn duties(changes: &[&Change]) -> Vec<Duty> {
    let ids: BTreeSet<&str> = changes.iter().flat_map(|change| &change.assessment.duties).map(String::as_str).collect();
    ids.into_iter().filter_map(judge::duty).cloned().collect()
}
