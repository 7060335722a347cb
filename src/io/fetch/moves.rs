//! Where addresses have moved for good, as servers said in this round (RFC 9110: 301 and 308).

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use url::Url;

/// So many moves are remembered; a round has some hundred pages.
const MOST: usize = 10_000;

/// Longer ways lead nowhere.
const HOPS: usize = 20;

/// Which address leads to which.
#[derive(Debug, Default)]
pub(super) struct Moves(Mutex<HashMap<Url, Url>>);

impl Moves {
    /// Takes note of one permanent redirect.
    pub(super) fn note(&self, from: &Url, to: &Url) {
        let mut moves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if moves.len() < MOST {
            moves.insert(from.clone(), to.clone());
        }
    }

    /// Where permanent redirects alone lead to from there, if they lead away.
    pub(super) fn of(&self, url: &Url) -> Option<Url> {
        let moves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut here = url;
        for _ in 0..HOPS {
            let Some(next) = moves.get(here) else { break };
            here = next;
        }
        (here != url).then(|| here.clone())
    }
}

/// Whether a status says that the address has moved for good.
pub(super) const fn is_permanent(status: u16) -> bool {
    matches!(status, 301 | 308)
}
