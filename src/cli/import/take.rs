//! Captures on their way into the history, and what they came to.

use crate::cli::{Exit, Failure, General, progress::Progress, setup};
use crate::io::store::{RoundLock, StoreError};
use crate::model::{Outcome, Watchlist};
use crate::round::{self, Capture, Looked};

/// Takes captures into the history and says what they came to; `chosen` is asked once the history is locked.
pub(super) fn take(
    general: &General,
    watchlist: Watchlist,
    chosen: impl FnOnce(&round::House) -> Result<Vec<Capture>, Failure>,
) -> Result<Exit, Failure> {
    let store = setup::store(general)?;
    let _lock = RoundLock::take(store.folder())?;
    let house = setup::house(watchlist, store)?;
    let captures = chosen(&house)?;
    let progress = Progress::new(general, captures.len(), "captures");
    let mut tally = Tally::default();
    let done = round::import(&house, captures, |looked| {
        progress.step(&looked.watch);
        tally.count(looked);
    });
    progress.finish();
    done.map_err(|error| match error.downcast::<StoreError>() {
        Ok(error) => Failure::from(error),
        Err(error) => Failure::trouble(error),
    })?;
    say!("{tally}");
    Ok(Exit::Fine)
}

/// What the captures came to.
#[derive(Debug, Default)]
struct Tally {
    captures: usize,
    changes: usize,
    unchanged: usize,
    unreadable: usize,
}

impl Tally {
    fn count(&mut self, looked: &Looked) {
        self.captures += 1;
        match &looked.outcome {
            Outcome::Changed { .. } => self.changes += 1,
            Outcome::Unreadable { .. } => self.unreadable += 1,
            _ => self.unchanged += 1,
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} captures taken in: {} changes, {} without news, {} unreadable",
            self.captures, self.changes, self.unchanged, self.unreadable
        )
    }
}
