//! Waiting for a page's text to come to rest, instead of for a fixed time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::tab::Tab;
use crate::model::Trouble;

const MEASURE: &str = include_str!("measure.js");

/// Between two measurements.
const STEP: Duration = Duration::from_millis(100);

/// A page with less text than this may still be an empty frame that waits for its text.
const ENOUGH: u64 = 2000;

/// A main part with less text than this waits for it, however much stands around.
const ENOUGH_IN_MAIN: u64 = 300;

/// How long to wait for what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// Text that has not grown for so long, with nothing under way, is at rest.
    pub rest: Duration,
    /// The same for a page that shows little.
    pub little: Duration,
    /// For requests that are open; those that never end are not waited for any longer.
    pub loading: Duration,
    /// A page that never rests (a clock, a ticker) is read as it stands after so long.
    pub longest: Duration,
}

impl Patience {
    /// With a page that was just opened; `little` is for one that shows little text.
    pub(super) const fn usual(little: Duration) -> Self {
        Self {
            rest: Duration::from_millis(500),
            little,
            loading: Duration::from_secs(8),
            longest: Duration::from_secs(25),
        }
    }

    /// With one that shows far less than it did when it was last read.
    pub(super) const fn longer() -> Self {
        Self {
            rest: Duration::from_secs(4),
            little: Duration::from_secs(12),
            loading: Duration::from_secs(30),
            longest: Duration::from_secs(40),
        }
    }

    /// With text that a click or a scroll has asked for: it comes soon or not at all.
    pub(super) const fn after_asking() -> Self {
        Self {
            rest: Duration::from_millis(300),
            little: Duration::from_secs(1),
            loading: Duration::from_secs(5),
            longest: Duration::from_secs(8),
        }
    }
}

impl Tab<'_> {
    /// Waits until two measures agree and nothing is under way; says how much text there is then.
    pub(super) async fn settle(&self, patience: Patience) -> Result<u64, Trouble> {
        // What is still open when the waiting ends is not waited for again.
        let begun = Instant::now();
        let (mut length, mut same_since, mut quiet_since) = (None, begun, begun);
        while begun.elapsed() < patience.longest {
            sleep(STEP).await;
            let page = self.run(MEASURE, &[]).await?.unwrap_or_default();
            let (crashed, is_busy) = {
                let seen = self.watcher.seen();
                (seen.crashed, seen.is_busy())
            };
            if crashed {
                return Err(Trouble::Browser { detail: "the page crashed".into() });
            }
            let text = page["text"].as_u64();
            let now = Instant::now();
            if text != length || page["loading"] != false {
                (length, same_since) = (text, now);
            }
            if is_busy || page["busy"] == true {
                quiet_since = now;
            }
            let is_little = text.is_none_or(|text| text < ENOUGH)
                || page["main"].as_u64().is_some_and(|main| main < ENOUGH_IN_MAIN);
            let rest = if is_little { patience.little.max(patience.rest) } else { patience.rest };
            let (same, quiet) = (same_since.elapsed(), quiet_since.elapsed());
            // Between two requests of a chain it is quiet for a moment.
            if (same >= rest && quiet >= rest.min(patience.rest)) || same >= patience.loading.max(rest) {
                break;
            }
        }
        self.watcher.seen().give_up();
        Ok(length.unwrap_or_default())
    }

    /// Waits as after a click, unless nothing is under way and the text is still so long.
    pub(super) async fn look_again(&self, text: u64) -> Result<u64, Trouble> {
        let page = self.run(MEASURE, &[]).await?.unwrap_or_default();
        if page["text"].as_u64() == Some(text) && !self.watcher.seen().is_busy() {
            return Ok(text);
        }
        self.settle(Patience::after_asking()).await
    }
}
