//! Waiting for a page's text to come to rest, instead of for a fixed time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::tab::Tab;
use crate::model::Trouble;

const MEASURE: &str = include_str!("measure.js");

/// Between two measurements.
const STEP: Duration = Duration::from_millis(100);

/// Text that has not grown for so long is at rest.
const REST: Duration = Duration::from_millis(500);

/// The same while requests are open; those that never end are not waited for any longer.
const REST_WHILE_LOADING: Duration = Duration::from_secs(3);

/// A page with less text than this may still be an empty frame that waits for its text.
const ENOUGH: u64 = 2000;

/// A page that never rests (a clock, a ticker) is read as it stands after so long.
const LONGEST: Duration = Duration::from_secs(25);

impl Tab<'_> {
    /// Waits until the text is at rest; `patience` is for a page that shows little.
    pub(super) async fn settle(&self, patience: Duration) -> Result<(), Trouble> {
        let begun = Instant::now();
        let (mut length, mut since) = (None, begun);
        while begun.elapsed() < LONGEST {
            sleep(STEP).await;
            let page = self.evaluate(MEASURE).await?.unwrap_or_default();
            let (crashed, busy) = {
                let seen = self.watcher.seen();
                (seen.crashed, !seen.in_flight.is_empty())
            };
            if crashed {
                return Err(Trouble::Browser { detail: "the page crashed".into() });
            }
            let text = page["text"].as_u64();
            if text != length || page["loading"] != false {
                (length, since) = (text, Instant::now());
            }
            let rest = match text {
                Some(text) if text >= ENOUGH && !busy => REST,
                Some(text) if text >= ENOUGH => REST_WHILE_LOADING,
                _ => patience.max(REST),
            };
            if since.elapsed() >= rest {
                return Ok(());
            }
        }
        Ok(())
    }
}
