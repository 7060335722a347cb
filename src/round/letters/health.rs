//! What could be read and what could not, for the letters.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::io::store::{Notice, Store, StoreResult};
use crate::model::{
    BlindSpot, Damage, Damaged, EditTaken, OtherEdition, Outcome, Page, Silence, Trouble, Watch, Watchlist,
    platform_name,
};
use crate::round::edits;

/// What notices tell of pages.
#[derive(Default)]
pub(super) struct Spots {
    /// That cannot be read now.
    pub blind: Vec<BlindSpot>,
    /// On which another edition stands and is followed.
    pub editions: Vec<OtherEdition>,
    /// That can be read again.
    pub back: Vec<BlindSpot>,
    /// From when to when nothing ran at all.
    pub silences: Vec<Silence>,
    /// Edits of the watchlist that were taken.
    pub edits: Vec<EditTaken>,
    /// Rows of the history that cannot be read.
    pub damages: Vec<Damaged>,
}

/// What is to be told of each page: its last notice counts, and that another edition stands there is never left out.
pub(super) fn spots(watchlist: &Watchlist, store: &Store, notices: &[Notice]) -> StoreResult<Spots> {
    let mut last: BTreeMap<(&str, &str), &Notice> = BTreeMap::new();
    let mut editions: BTreeMap<(&str, &str), &Notice> = BTreeMap::new();
    for notice in notices.iter().filter(|notice| notice.is_of_page()) {
        last.insert((&notice.watch, &notice.part), notice);
        if notice.instead.is_some() {
            editions.insert((&notice.watch, &notice.part), notice);
        }
    }
    let silent = notices.iter().filter(|notice| notice.is_silence);
    let silences = silent.map(|notice| Silence { since: notice.since, until: notice.at }).collect();
    let damages = notices.iter().filter_map(|notice| notice.damage.as_ref()).map(|damage| damaged(watchlist, damage));
    let mut found =
        Spots { silences, damages: damages.collect(), edits: edits::among(watchlist, notices), ..Spots::default() };
    for notice in last.into_values().filter(|notice| notice.instead.is_none()) {
        let Some((watch, page)) = page_of(watchlist, notice) else { continue };
        let spot = BlindSpot {
            trouble: notice.trouble.clone().unwrap_or(Trouble::Empty { scripts: false }),
            since: notice.since,
            until: notice.trouble.is_none().then_some(notice.at),
            ..spot(watch, page)
        };
        if notice.trouble.is_some() {
            found.blind.push(BlindSpot { last_read: last_read(watch, page, store)?, ..spot });
        } else {
            found.back.push(spot);
        }
    }
    for notice in editions.into_values() {
        let (Some((watch, page)), Some(instead)) = (page_of(watchlist, notice), &notice.instead) else { continue };
        found.editions.push(OtherEdition {
            watch: watch.id.clone(),
            platform: watch.platform.clone(),
            document: watch.document.clone(),
            url: page.url.to_string(),
            instead: instead.clone(),
            since: notice.since,
        });
    }
    Ok(found)
}

/// A damaged row, and the document that it is about.
fn damaged(watchlist: &Watchlist, damage: &Damage) -> Damaged {
    let document = watchlist.watch(&damage.watch);
    let document = document.map(|watch| format!("{}: {}", platform_name(&watch.platform), watch.document));
    Damaged { damage: damage.clone(), document: document.unwrap_or_else(|| damage.watch.clone()) }
}

/// The page that a notice is about.
fn page_of<'a>(watchlist: &'a Watchlist, notice: &Notice) -> Option<(&'a Watch, &'a Page)> {
    let watch = watchlist.watch(&notice.watch)?;
    let page = watch.pages.iter().find(|page| page.part == notice.part).or_else(|| watch.pages.first())?;
    Some((watch, page))
}

/// The pages that are blind spots now, in the order of the watchlist.
pub(super) fn blind_now(watchlist: &Watchlist, store: &Store) -> StoreResult<Vec<BlindSpot>> {
    let mut found = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            let Some(state) = store.page(&watch.id, &page.part)? else { continue };
            if let (Outcome::Unreadable { trouble }, Some(_)) = (state.outcome, state.blind_since) {
                found.push(BlindSpot {
                    last_read: state.read_at,
                    since: state.unreadable_since.unwrap_or(state.looked_at),
                    trouble,
                    ..spot(watch, page)
                });
            }
        }
    }
    Ok(found)
}

/// When a page that cannot be read was read last.
fn last_read(watch: &Watch, page: &Page, store: &Store) -> StoreResult<Option<Timestamp>> {
    Ok(store.page(&watch.id, &page.part)?.and_then(|state| state.read_at))
}

/// A page as a spot of which nothing is known yet.
fn spot(watch: &Watch, page: &Page) -> BlindSpot {
    BlindSpot {
        watch: watch.id.clone(),
        platform: watch.platform.clone(),
        document: watch.document.clone(),
        url: page.url.to_string(),
        trouble: Trouble::Empty { scripts: false },
        since: Timestamp::UNIX_EPOCH,
        last_read: None,
        until: None,
    }
}
