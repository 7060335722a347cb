//! What a page shows only to those who ask: sections that open on a click, and those that come on scrolling.

use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, sleep};

use super::settle::Patience;
use super::tab::Tab;
use crate::model::Trouble;

const EXPAND: &str = include_str!("expand.js");
const SCROLL: &str = include_str!("scroll.js");
const BACK: &str = include_str!("back.js");

/// A page that grows each time when its end is reached is followed so often. A count and no time, so that an endless page is
/// read to the same place on a slow day.
const GROWTHS: usize = 12;

/// A call for scrolling takes no longer than this, since the browser must answer in between.
const ONE_CALL: u64 = 2500;

/// All scrolling and opening of one page takes no longer.
const LONGEST: Duration = Duration::from_secs(35);

/// Listeners that wait for the end of scrolling before they ask for more wait about so long.
const AFTER_SCROLLING: Duration = Duration::from_millis(250);

/// What is known of a page once it was opened and scrolled.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Unfolded {
    /// Whether it was still growing when we stopped.
    pub is_endless: bool,
}

impl Tab<'_> {
    /// Opens what can be opened and scrolls to the end and back; `text` is how much the page shows so far.
    pub(super) async fn unfold(&self, text: u64) -> Result<Unfolded, Trouble> {
        let begun = Instant::now();
        let mut text = self.expand(text).await?;
        let mut unfolded = Unfolded::default();
        let mut growths = 0;
        while let Some(scrolled) = self.run(SCROLL, &[json!(ONE_CALL)]).await? {
            if begun.elapsed() > LONGEST {
                unfolded.is_endless = true;
                break;
            }
            if scrolled["ended"] != true {
                continue;
            }
            if scrolled["moved"] != true {
                break;
            }
            sleep(AFTER_SCROLLING).await;
            let more = self.look_again(text).await?;
            if more != text {
                text = self.expand(more).await?;
            }
            growths += 1;
            if growths > GROWTHS {
                unfolded.is_endless = true;
                break;
            }
        }
        let back = self.run(BACK, &[]).await?;
        if back.is_some_and(|back| back["blank"].as_u64().is_some_and(|blank| blank > 0)) {
            self.look_again(text).await?;
        }
        Ok(unfolded)
    }

    /// Opens what can be opened now; says how much text there is then.
    async fn expand(&self, text: u64) -> Result<u64, Trouble> {
        match self.run(EXPAND, &[]).await? {
            Some(opened) if opened == json!(0) => Ok(text),
            _ => self.settle(Patience::after_asking()).await,
        }
    }
}
