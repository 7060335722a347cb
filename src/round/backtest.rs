//! A rule tested before it is trusted: the present rules over all recorded changes, against what was told.

use std::num::NonZero;

use crate::model::{Assessment, Change, DocumentKind, Tier, Watchlist};
use crate::steps::assess::{self, Case};
use crate::steps::compare::Comparison;

/// A change that would be judged otherwise now.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtested {
    pub change: Change,
    pub now: Assessment,
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

/// Judges changes again with a watchlist's rules and assets; those whose tier, kind, topics or assets differ come back.
#[must_use]
pub fn backtest(watchlist: &Watchlist, changes: &[Change]) -> Vec<Backtested> {
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = changes.len().div_ceil(workers).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = changes
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().filter_map(|change| judged(watchlist, change)).collect::<Vec<_>>()))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

fn judged(watchlist: &Watchlist, change: &Change) -> Option<Backtested> {
    let comparison = Comparison {
        hunks: change.hunks.clone(),
        moved: change.moved,
        words_added: change.words_added,
        words_removed: change.words_removed,
        noise: change.assessment.noise.clone(),
        ..Comparison::default()
    };
    let now = assess::assess_confirmed(Case {
        platform: &change.platform,
        document: &change.document,
        watch: &change.watch,
        kind: watchlist.watch(&change.watch).map_or(DocumentKind::Other, |watch| watch.kind),
        language: change.language.as_deref(),
        comparison: &comparison,
        seen_on: change.detected_at.to_zoned(watchlist.settings.timezone.clone()).date(),
        assets: &watchlist.assets,
        rules: &watchlist.rules,
    });
    let was = &change.assessment;
    let is_same = now.tier == was.tier && now.kind == was.kind && now.topics == was.topics && now.assets == was.assets;
    (!is_same).then(|| Backtested { change: change.clone(), now })
}
