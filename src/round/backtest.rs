//! A rule tested before it is trusted: the present rules over all recorded changes and all that is held back, against
//! what was told.

use std::mem;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use jiff::tz::TimeZone;

use super::page::JUDGEMENT;
use crate::io::store::{Filter, Store, StoreResult};
use crate::model::{Assessment, Change, Comparison, DocumentKind, Kind, Noise, Tier, Watchlist};
use crate::steps::judge::{self, Case, Grounds, Subject, Team};

/// A change, or a passage that is held back, that would be judged otherwise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtested {
    pub change: Change,
    pub now: Assessment,
    /// The key of the rule that holds it back; none for a change.
    pub held_by: Option<String>,
}

impl Backtested {
    /// Whether it would be an alert now and was none.
    #[must_use]
    pub fn is_gained(&self) -> bool {
        self.now.tier == Tier::Alert && self.change.assessment.tier != Tier::Alert
    }

    /// Whether it was an alert and would be none now.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.now.tier != Tier::Alert && self.change.assessment.tier == Tier::Alert
    }
}

/// What a backtest found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Backtest {
    /// How many changes were judged again.
    pub judged: usize,
    /// How many passages that are held back were judged again.
    pub held: usize,
    /// Those whose tier, kind, topics or assets differ, oldest first, the changes before what is held back.
    pub otherwise: Vec<Backtested>,
}

/// How many changes may wait between the store and the judges, so that a long history needs little memory.
const WAITING: usize = 64;

/// One for a judge, at its place among all: a change, or a passage and the rule that holds it back.
type Handed = (usize, Change, Option<String>);

/// Judges the recorded changes, and what is held back, again with a watchlist's rules and assets.
///
/// # Errors
/// Of the store.
pub fn backtest(watchlist: &Watchlist, store: &Store, filter: &Filter) -> StoreResult<Backtest> {
    let judges = std::thread::available_parallelism().map_or(1, NonZero::get);
    let (hand, taken) = mpsc::sync_channel::<Handed>(WAITING);
    // Only the judges hold this end: where none is left, handing on fails instead of waiting for ever.
    let taken = Arc::new(Mutex::new(taken));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..judges)
            .map(|_| {
                let taken = Arc::clone(&taken);
                let next = move || taken.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
                let judge = |(at, change, held_by)| Some((at, judged(watchlist, change, held_by)?));
                scope.spawn(move || std::iter::from_fn(next).filter_map(judge).collect::<Vec<_>>())
            })
            .collect();
        drop(taken);
        let (mut count, mut held) = (0, 0);
        // Handing on fails only where all judges are gone; joining them says why.
        let read = store
            .each_change(filter, |change| {
                let _ = hand.send((count, change, None));
                count += 1;
            })
            .and_then(|()| {
                store.each_held(filter, |row| {
                    let rule = row.rule().to_owned();
                    let _ = hand.send((count + held, row.change, Some(rule)));
                    held += 1;
                })
            });
        drop(hand);
        let joined = threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        let mut found: Vec<_> = joined.flatten().collect();
        found.sort_by_key(|(at, _)| *at);
        let otherwise = found.into_iter().map(|(_, tested)| tested).collect();
        read.map(|()| Backtest { judged: count, held, otherwise })
    })
}

fn judged(watchlist: &Watchlist, mut change: Change, held_by: Option<String>) -> Option<Backtested> {
    // What only the judgement held back is judged anew; what another rule did, only a rule of the team brings back.
    let is_settled = held_by.as_ref().is_some_and(|rule| rule != JUDGEMENT);
    let was = change.assessment.clone();
    let is_rewritten = change.rewriting.is_some();
    let is_same = |now: &Assessment| {
        let kind = if is_rewritten { now.kind.max(Kind::Editorial) } else { now.kind };
        now.tier == was.tier && kind == was.kind && now.topics == was.topics && now.assets == was.assets
    };
    let now = again(Some(watchlist), &mut change, is_settled, |case| judge::judge_again(case, is_same))?;
    let now = if is_rewritten { now.at_least_told() } else { now }.assessment;
    (!is_same(&now)).then_some(Backtested { change, now, held_by })
}

/// What the tier of a recorded change rests on by today's rules, for the team of a watchlist or, without one, for nobody.
#[must_use]
pub fn grounds(watchlist: Option<&Watchlist>, change: &Change) -> Grounds {
    let mut change = change.clone();
    let grounds = again(watchlist, &mut change, false, judge::grounds);
    let is_rewritten = change.rewriting.is_some();
    Grounds { judged: if is_rewritten { grounds.judged.at_least_told() } else { grounds.judged }, ..grounds }
}

/// Does something with the case that a recorded change is.
fn again<T>(
    watchlist: Option<&Watchlist>,
    change: &mut Change,
    is_settled: bool,
    judge: impl FnOnce(Case<'_>) -> T,
) -> T {
    let comparison = Comparison {
        hunks: mem::take(&mut change.hunks),
        date_lines: mem::take(&mut change.date_lines),
        day_order: change.day_order,
        overall: change.overall.or(is_settled.then_some(Noise::Boilerplate)),
        moved: change.moved,
        words_added: change.words_added,
        words_removed: change.words_removed,
        noise: change.assessment.noise.clone(),
        ..Comparison::default()
    };
    let watch = watchlist.and_then(|list| list.watch(&change.watch));
    let subject = Subject {
        platform: &change.platform,
        document: &change.document,
        watch: &change.watch,
        is_rewritten: change.rewriting.is_some(),
        kind: watch.map_or(DocumentKind::Other, |watch| watch.kind),
    };
    let team = watchlist.map_or_else(Team::default, Team::of);
    let zone = watchlist.map_or(TimeZone::UTC, |list| list.settings.timezone.clone());
    let seen_on = judge::noticed_on(&comparison, change.detected_at, &zone);
    let done = judge(judge::case(subject, team, &comparison, seen_on));
    change.hunks = comparison.hunks;
    change.date_lines = comparison.date_lines;
    done
}
