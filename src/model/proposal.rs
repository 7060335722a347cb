//! What the watchlist could say better, found by looking: a page has moved, or a hub leads to a new one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Watch, sha256_hex};

/// Waits until a person takes it over or declines it; the watch goes on as it is meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Made of what is proposed, so that nothing is proposed twice.
    pub id: String,
    pub watch: String,
    pub platform: String,
    pub document: String,
    pub what: Suggestion,
    pub found_at: Timestamp,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Suggestion {
    /// One of the watch's addresses is another one now.
    Moved {
        /// See [`super::Page::part`].
        part: String,
        from: String,
        to: String,
        /// How much of the last version stands there, in percent; none where there was no version yet.
        alike: Option<u8>,
    },
    /// The hub leads to a page that is not watched.
    NewPage { url: String, title: String },
}

/// A link of a policy hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubLink {
    pub url: String,
    pub title: String,
}

impl Proposal {
    /// A proposal for a watch.
    #[must_use]
    pub fn new(watch: &Watch, what: Suggestion, found_at: Timestamp) -> Self {
        let key = match &what {
            Suggestion::Moved { from, to, .. } => ["moved", from, to].join("\n"),
            Suggestion::NewPage { url, .. } => ["new", url].join("\n"),
        };
        Self {
            id: sha256_hex(format!("{}\n{key}", watch.id).as_bytes())[..8].to_owned(),
            watch: watch.id.clone(),
            platform: watch.platform.clone(),
            document: watch.document.clone(),
            what,
            found_at,
        }
    }

    /// Whether the watchlist does not say it already.
    #[must_use]
    pub fn is_open_in(&self, watches: &[Watch]) -> bool {
        let Some(watch) = watches.iter().find(|watch| watch.id == self.watch) else { return false };
        let is_watched = |url: &str| {
            let mut pages = watches.iter().flat_map(|watch| &watch.pages);
            pages.any(|page| bare(page.url.as_str()) == bare(url))
        };
        match &self.what {
            Suggestion::Moved { from, .. } => watch.pages.iter().any(|page| page.url.as_str() == from),
            Suggestion::NewPage { url, .. } => !is_watched(url),
        }
    }
}

/// An address without what leads to the same page: the scheme, a fragment, a slash at the end.
fn bare(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or(url);
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}
