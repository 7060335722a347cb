//! What could be read and what could not, for the letters.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::io::store::{Notice, Store, StoreResult};
use crate::model::{BlindSpot, Outcome, Page, Trouble, Watch, Watchlist};

/// Notices as blind spots and pages that are back; the last notice of a page counts.
pub(super) fn spots(watchlist: &Watchlist, notices: &[Notice]) -> (Vec<BlindSpot>, Vec<BlindSpot>) {
    let mut last: BTreeMap<(&str, &str), &Notice> = BTreeMap::new();
    for notice in notices.iter().filter(|notice| notice.proposal.is_none()) {
        last.insert((&notice.watch, &notice.part), notice);
    }
    let (mut blind, mut back) = (Vec::new(), Vec::new());
    for notice in last.into_values() {
        let Some(watch) = watchlist.watch(&notice.watch) else { continue };
        let Some(page) = watch.pages.iter().find(|page| page.part == notice.part).or_else(|| watch.pages.first())
        else {
            continue;
        };
        let spot = BlindSpot {
            trouble: notice.trouble.clone().unwrap_or(Trouble::Empty),
            since: notice.since,
            until: notice.trouble.is_none().then_some(notice.at),
            ..spot(watch, page)
        };
        if notice.trouble.is_some() { blind.push(spot) } else { back.push(spot) }
    }
    (blind, back)
}

/// How far the watchlist could be read.
pub(super) struct Coverage {
    pub looked_at: usize,
    pub readable: usize,
    pub blind: Vec<BlindSpot>,
}

/// How many pages the watchlist has, how many of them could be read at their last look, and which are blind spots.
pub(super) fn coverage(watchlist: &Watchlist, store: &Store) -> StoreResult<Coverage> {
    let mut found = Coverage { looked_at: 0, readable: 0, blind: Vec::new() };
    for watch in &watchlist.watches {
        for page in &watch.pages {
            found.looked_at += 1;
            let Some(state) = store.page(&watch.id, &page.part)? else { continue };
            match state.outcome {
                Outcome::Unreadable { trouble } if state.blind_since.is_some() => found.blind.push(BlindSpot {
                    last_read: state.read_at,
                    since: state.unreadable_since.unwrap_or(state.looked_at),
                    trouble,
                    ..spot(watch, page)
                }),
                Outcome::Unreadable { .. } => {}
                _ => found.readable += 1,
            }
        }
    }
    Ok(found)
}

/// When a page that cannot be read was read last.
pub(super) fn last_read(watchlist: &Watchlist, store: &Store, spot: &BlindSpot) -> StoreResult<Option<Timestamp>> {
    let Some(watch) = watchlist.watch(&spot.watch) else { return Ok(None) };
    let Some(page) = watch.pages.iter().find(|page| page.url.as_str() == spot.url) else { return Ok(None) };
    Ok(store.page(&watch.id, &page.part)?.and_then(|state| state.read_at))
}

/// A page as a spot of which nothing is known yet.
fn spot(watch: &Watch, page: &Page) -> BlindSpot {
    BlindSpot {
        watch: watch.id.clone(),
        platform: watch.platform.clone(),
        document: watch.document.clone(),
        url: page.url.to_string(),
        trouble: Trouble::Empty,
        since: Timestamp::UNIX_EPOCH,
        last_read: None,
        until: None,
    }
}
