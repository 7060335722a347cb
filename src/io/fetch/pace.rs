//! Politeness: one request at a time and a pause for each host, and a bound over all hosts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as Lane, OwnedMutexGuard, Semaphore, SemaphorePermit};
use tokio::time::{Instant, sleep_until};

use super::in_hand::InHand;
use crate::model::Trouble;

/// So many hosts are remembered before those at rest are forgotten.
const HOSTS: usize = 1024;

/// Who may ask whom, and when.
#[derive(Debug)]
pub(super) struct Pace {
    pause: Duration,
    /// A host that asks to be left alone for longer is not waited for, so that a round ends.
    patience: Duration,
    at_once: Semaphore,
    in_hand: InHand,
    hosts: Mutex<HashMap<String, Arc<Lane<Gate>>>>,
}

/// When a host may be asked again.
#[derive(Debug, Default)]
struct Gate {
    opens: Option<Instant>,
    /// The status with which the host asked for a longer wait.
    closed_by: Option<u16>,
    /// How many attempts in a row it let pass without an answer.
    unanswered: u32,
}

/// So many attempts in a row without an answer, and a host is left alone for the rest of the round: a page that hangs by
/// itself is asked by turns with the others, one that takes all its host's turns would keep the round from its end.
const GIVES_UP: u32 = 6;

/// The right to send one request to a host; the pause begins when it is dropped.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    gate: OwnedMutexGuard<Gate>,
    pause: Duration,
    _permit: Option<SemaphorePermit<'a>>,
}

impl Pace {
    pub(super) fn new(pause: Duration, patience: Duration, at_once: usize) -> Self {
        let in_hand = InHand::default();
        let at_once = Semaphore::new(at_once.clamp(1, Semaphore::MAX_PERMITS));
        Self { pause, patience, at_once, in_hand, hosts: Mutex::default() }
    }

    /// Waits for a turn with that host.
    ///
    /// The host comes first and the bound over all hosts last: who waits for a host keeps nobody else waiting.
    ///
    /// # Errors
    /// The trouble where the host asked to be left alone for longer than we wait, or answers to nobody.
    pub(super) async fn turn(&self, host: &str) -> Result<Turn<'_>, Trouble> {
        let mut gate = self.lane(host).lock_owned().await;
        if gate.unanswered >= GIVES_UP {
            return Err(Trouble::LeftAlone { attempts: gate.unanswered });
        }
        if let Some(opens) = gate.opens {
            match gate.closed_by {
                Some(status) if opens > Instant::now() + self.patience => return Err(Trouble::Status { code: status }),
                _ => sleep_until(opens).await,
            }
        }
        gate.closed_by = None;
        let permit = self.at_once.acquire().await.ok();
        // Last of all: who has its turn already would fetch more beside all that waits to be read.
        self.in_hand.to_ask().await;
        Ok(Turn { gate, pause: self.pause, _permit: permit })
    }

    /// What was fetched and is not recorded yet; whoever holds some of it asks nobody.
    pub(super) const fn in_hand(&self) -> &InHand {
        &self.in_hand
    }

    fn lane(&self, host: &str) -> Arc<Lane<Gate>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= HOSTS {
            hosts.retain(|_, lane| Arc::strong_count(lane) > 1 || !is_at_rest(lane));
        }
        Arc::clone(hosts.entry(host.trim_end_matches('.').to_ascii_lowercase()).or_default())
    }
}

fn is_at_rest(lane: &Lane<Gate>) -> bool {
    lane.try_lock().is_ok_and(|gate| gate.opens.is_none_or(|opens| opens <= Instant::now()))
}

impl Turn<'_> {
    /// Whether the host gave an answer, be it a refusal.
    pub(super) fn answered(&mut self, is_answered: bool) {
        self.gate.unanswered = if is_answered { 0 } else { self.gate.unanswered.saturating_add(1) };
    }

    /// The host asked with that status to be left alone for so long; holds for everybody.
    pub(super) fn hold_off(&mut self, wait: Duration, status: u16) {
        self.gate.opens = Instant::now().checked_add(wait);
        self.gate.closed_by = Some(status);
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let rested = Instant::now() + self.pause;
        self.gate.opens = Some(self.gate.opens.map_or(rested, |opens| opens.max(rested)));
    }
}
