//! Where a page sends its readers on by itself, and which pages it shows in frames: what a browser would follow.

use std::cell::LazyCell;

use url::Url;

use super::extract::{self, Reading};
use super::{hub, identity};
use crate::model::Snapshot;

/// Where a page leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onward {
    /// It sends its readers to another address.
    Page(Url),
    /// It says little itself, and shows pages of its own origin in frames: as they are written, and where they are.
    Frames(Vec<(String, Url)>),
}

/// At once: readers do not see the page itself.
const AT_ONCE: u32 = 1;
/// Soon, where the page says hardly more than that: it is an errand, no clock or ticker that shows itself anew.
const SOON: (u32, usize) = (10, 60);
/// A page that says more by itself is no frame for another.
const INTRODUCTION: usize = 400;
/// A page that only says that it leads elsewhere has no more bytes.
const NOTE: usize = 16 * 1024;
/// What a frame holds is the text where it has so many words, and as many as the page around it.
const TEXT: usize = 80;

/// Where a page leads, if it does; `is_chosen` where selectors say what to read of it.
#[must_use]
pub fn onward(snapshot: &Snapshot, is_chosen: bool) -> Option<Onward> {
    // Reading takes as long as all else: only where it matters.
    let page = LazyCell::new(|| extract::extract(snapshot, Reading::default()).ok());
    let words = || page.as_ref().map_or(0, |page| page.document.word_count());
    let sign = extract::signpost(snapshot)?;
    let base = sign.base.as_deref().and_then(|base| snapshot.url.join(base).ok());
    let base = base.as_ref().unwrap_or(&snapshot.url);
    let there = |written: &str| base.join(written).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    if let Some((seconds, written)) = &sign.refresh
        && let Some(url) = there(written).filter(|url| bare(url) != bare(&snapshot.url))
        && (*seconds <= AT_ONCE || *seconds <= SOON.0 && words() < SOON.1)
    {
        return Some(Onward::Page(url));
    }
    if snapshot.body.len() <= NOTE
        && let Some(page) = &*page
        && identity::only_leads_on(page)
        && let Some(url) = only_link(page).and_then(there)
        && hub::is_same_site(&url, &snapshot.url)
        && bare(&url) != bare(&snapshot.url)
    {
        return Some(Onward::Page(url));
    }
    if is_chosen {
        return None;
    }
    let frames = sign.frames.iter().filter_map(|written| Some((written.clone(), there(written)?)));
    let own: Vec<_> = frames.filter(|(_, url)| url.origin() == snapshot.url.origin()).collect();
    (!own.is_empty() && words() < INTRODUCTION).then_some(Onward::Frames(own))
}

/// A page with what one of its frames shows in the frame's place; none where that is not the page's text.
#[must_use]
pub fn with_frame(snapshot: &Snapshot, written: &str, framed: &Snapshot, language: Option<&str>) -> Option<Snapshot> {
    let count = |snapshot: &Snapshot| {
        extract::extract(snapshot, Reading::default()).map_or(0, |page| page.document.word_count())
    };
    let inside = count(framed);
    if inside < TEXT || inside < count(snapshot) {
        return None;
    }
    extract::with_frame(snapshot, written, framed, language)
}

/// The target of the only link of a page.
fn only_link(page: &extract::Extract) -> Option<&str> {
    let mut targets = page.document.blocks.iter().flat_map(|block| &block.links).map(|link| link.target.as_str());
    let first = targets.next()?;
    targets.all(|target| target == first).then_some(first)
}

fn bare(url: &Url) -> &str {
    url.as_str().split('#').next().unwrap_or_default()
}
