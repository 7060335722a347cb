//! What a look finds out for the watchlist: a page that has moved, a new page in a hub.

use jiff::Timestamp;
use url::Url;

use super::house::{House, lock};
use super::looked::Looked;
use super::page::request::{fetch, is_chosen, request};
use super::page::seen::Observed;
use crate::io::fetch::Fetched;
use crate::io::store::{Notice, Store, StoreResult};
use crate::model::{
    Document, DocumentKind, HubLink, Loss, Outcome, Page, Proposal, Snapshot, Suggestion, Trouble, Watch, Watchlist,
};
use crate::steps::{hub, identity};

/// A page with less of the text, in percent, is another one.
const SAME: u8 = 60;

/// So many addresses are tried for a page that has vanished.
const TRIED: usize = 5;

/// So many documents of the platform are searched for links to it, and so many of those that had one are asked again.
const DOCUMENTS: usize = 40;
const ASKED: usize = 3;

/// What one look found.
#[derive(Debug, Default)]
pub struct Found {
    moved: Option<Proposal>,
    hub: Hub,
}

/// What a hub showed.
#[derive(Debug, Default)]
enum Hub {
    /// The page is none.
    #[default]
    None,
    /// The very bytes of the last look.
    Same,
    Entries(Vec<HubLink>),
}

/// What is to be found in what was seen; to be kept once the look is known to have shown the document.
///
/// # Errors
/// Of the store.
pub fn of(house: &House, store: &Store, watch: &Watch, page: &Page, seen: &Observed) -> StoreResult<Found> {
    let hub = match seen {
        _ if watch.kind != DocumentKind::Hub => Hub::None,
        Observed::Same { .. } => Hub::Same,
        // A hub may have no text beside its links.
        Observed::Page { snapshot, extract: Ok(_) | Err(Trouble::Empty { .. }) } => {
            Hub::Entries(hub::entries(&house.reader(watch, page).links(snapshot), &snapshot.url))
        }
        _ => Hub::None,
    };
    let document = match seen {
        Observed::Same { .. } => None,
        Observed::Page { extract: Ok(extract), .. } => Some(&extract.document),
        _ => return Ok(Found { moved: None, hub }),
    };
    let Some(to) = house.fetcher.moved(&page.url) else { return Ok(Found { moved: None, hub }) };
    let alike = match document {
        None => Some(100),
        Some(now) => like_last_version(store, watch, page, now)?,
    };
    let is_same = alike.is_none_or(|alike| alike >= SAME);
    let moved = is_same.then(|| moved(watch, page, to.as_str(), alike, house.clock.now()));
    Ok(Found { moved, hub })
}

impl Found {
    /// Keeps what was found, where the look could read the document.
    ///
    /// # Errors
    /// Of the store.
    pub fn keep(self, house: &House, store: &mut Store, watch: &Watch, looked: &Looked) -> StoreResult<()> {
        match &looked.outcome {
            Outcome::Unreadable { trouble: Trouble::Empty { .. } | Trouble::InPart { .. } } => {}
            Outcome::Unreadable { trouble: Trouble::Redirecting { to: Some(to) } } => {
                let page = watch.pages.iter().find(|page| page.part == looked.part);
                if let Some(page) = page.filter(|page| page.url.as_str() != to) {
                    store.propose(&moved(watch, page, to, None, house.clock.now()), false)?;
                }
                return Ok(());
            }
            Outcome::Unreadable { .. } => return Ok(()),
            _ => {}
        }
        if let Some(proposal) = self.moved {
            store.propose(&proposal, false)?;
        }
        let now = house.clock.now();
        let new_page = |link: &HubLink| {
            let what = Suggestion::NewPage { url: link.url.clone(), title: link.title.clone() };
            Some(Proposal::new(watch, what, now)).filter(|proposal| proposal.is_open_in(&house.watchlist.watches))
        };
        match &self.hub {
            Hub::None => Ok(()),
            Hub::Same => store.note_same_hub(&watch.id, new_page),
            Hub::Entries(entries) if entries.is_empty() => Ok(()),
            Hub::Entries(entries) => store.note_hub(&watch.id, entries, now, new_page),
        }
    }
}

/// Looks for pages that have just vanished where earlier redirects or a hub of the platform lead to.
///
/// # Errors
/// Of the store.
pub async fn search(house: &House, looks: &[Looked]) -> StoreResult<()> {
    for looked in looks.iter().filter(|looked| is_gone(looked)) {
        let Some(watch) = house.watchlist.watch(&looked.watch) else { continue };
        let Some(page) = watch.pages.iter().find(|page| page.part == looked.part) else { continue };
        let Some((document, addresses)) = addresses(house, watch, page)? else { continue };
        if !stands_at(house, (watch, page), &document, addresses).await? {
            let led_to = led_to(house, watch, page).await?;
            stands_at(house, (watch, page), &document, led_to).await?;
        }
    }
    Ok(())
}

/// Proposes the first address at which the text of a page that has vanished stands; whether there is one.
async fn stands_at(
    house: &House,
    (watch, page): (&Watch, &Page),
    document: &Document,
    addresses: Vec<Url>,
) -> StoreResult<bool> {
    for url in addresses {
        let there = Page { url: url.clone(), ..page.clone() };
        let Some(found) = read(house, watch, &there).await else { continue };
        let alike = identity::alike(document, &found);
        if alike >= SAME {
            let proposal = moved(watch, page, url.as_str(), Some(alike), house.clock.now());
            lock(&house.store).propose(&proposal, true)?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// The proposals among notices that the watchlist does not follow already.
#[must_use]
pub fn untold(notices: &[Notice], watchlist: &Watchlist) -> Vec<Proposal> {
    let proposals = notices.iter().filter_map(|notice| notice.proposal.clone());
    proposals.filter(|proposal| proposal.is_open_in(&watchlist.watches)).collect()
}

fn moved(watch: &Watch, page: &Page, to: &str, alike: Option<u8>, now: Timestamp) -> Proposal {
    let (part, from) = (page.part.clone(), page.url.to_string());
    Proposal::new(watch, Suggestion::Moved { part, from, to: to.to_owned(), alike }, now)
}

fn like_last_version(store: &Store, watch: &Watch, page: &Page, now: &Document) -> StoreResult<Option<u8>> {
    let base = store.unless_damaged(&watch.id, Loss::Rest, store.last_version(&watch.id, &page.part))?.flatten();
    Ok(base.map(|base| identity::alike(&base.document, now)))
}

fn is_gone(looked: &Looked) -> bool {
    let Outcome::Unreadable { trouble } = &looked.outcome else { return false };
    matches!(trouble, Trouble::Status { code: 404 | 410 } | Trouble::SoftError { .. })
}

/// The last text of a page, and where it may stand now; none where it was looked for before.
fn addresses(house: &House, watch: &Watch, page: &Page) -> StoreResult<Option<(Document, Vec<Url>)>> {
    let store = lock(&house.store);
    let Some(state) = store.page(&watch.id, &page.part)? else { return Ok(None) };
    // Once when it vanished, and once more when it became a blind spot: others may need time to link to it.
    let at = Some(state.looked_at);
    if state.unreadable_since != at && state.blind_since != at {
        return Ok(None);
    }
    let base = store.unless_damaged(&watch.id, Loss::Rest, store.last_version(&watch.id, &page.part))?.flatten();
    let Some(base) = base else { return Ok(None) };
    let stored = store.snapshot(&watch.id, &page.part, &base.snapshot);
    let stored = store.unless_damaged(&watch.id, Loss::Rest, stored)?.flatten();
    let mut found: Vec<Url> = stored.map(|stored| stored.snapshot.url).into_iter().collect();
    found.extend(house.fetcher.moved(&page.url));
    let mut links = Vec::new();
    let hubs = house.watchlist.watches.iter().filter(|hub| hub.kind == DocumentKind::Hub);
    for hub in hubs.filter(|hub| hub.platform == watch.platform) {
        links.extend(store.hub_links(&hub.id)?);
    }
    let likely = hub::likely(&links, &watch.document, &page.url, TRIED);
    found.extend(likely.iter().filter_map(|link| Url::parse(&link.url).ok()));
    let is_watched =
        |url: &Url| house.watchlist.watches.iter().flat_map(|watch| &watch.pages).any(|page| page.url == *url);
    found.retain(|url| *url != page.url && !is_watched(url));
    found.dedup();
    found.truncate(TRIED);
    Ok(Some((base.document, found)))
}

/// The platform's other documents whose last text leads to a page.
fn leading_to(house: &House, watch: &Watch, page: &Page) -> StoreResult<Vec<(Watch, Page)>> {
    let store = lock(&house.store);
    let mut found = Vec::new();
    let others =
        house.watchlist.watches.iter().filter(|other| other.platform == watch.platform && other.id != watch.id);
    for other in others.take(DOCUMENTS) {
        let Some(own) = other.pages.first() else { continue };
        let version = store.unless_damaged(&other.id, Loss::Rest, store.last_version(&other.id, &own.part))?;
        let Some(version) = version.flatten() else { continue };
        let mut links = version.document.blocks.iter().flat_map(|block| &block.links);
        if links.any(|link| own.url.join(&link.target).is_ok_and(|url| url == page.url)) {
            found.push((other.clone(), own.clone()));
        }
        if found.len() >= ASKED {
            break;
        }
    }
    Ok(found)
}

/// Where the platform's other documents lead now that led to a page which has vanished.
async fn led_to(house: &House, watch: &Watch, page: &Page) -> StoreResult<Vec<Url>> {
    let mut links = Vec::new();
    for (other, own) in leading_to(house, watch, page)? {
        let Some(document) = read(house, &other, &own).await else { continue };
        let leads: Vec<_> = document.blocks.into_iter().flat_map(|block| block.links).collect();
        links.extend(hub::entries(&leads, &own.url));
    }
    let likely = hub::likely(&links, &watch.document, &page.url, TRIED);
    let urls = likely.iter().filter_map(|link| Url::parse(&link.url).ok());
    let is_watched =
        |url: &Url| house.watchlist.watches.iter().flat_map(|watch| &watch.pages).any(|page| page.url == *url);
    Ok(urls.filter(|url| !is_watched(url)).collect())
}

/// What stands at an address, as the watch would read it.
async fn read(house: &House, watch: &Watch, page: &Page) -> Option<Document> {
    let request = request(watch, page, false);
    let (chosen, now) = (is_chosen(watch, page), house.clock.now());
    let answer = fetch(&house.fetcher, &house.browser, watch.render, &request, chosen, now, |_| 100).await;
    let Ok(Fetched::Page(snapshot)) = answer else { return None };
    document(house, *snapshot, watch, page).await
}

async fn document(house: &House, snapshot: Snapshot, watch: &Watch, page: &Page) -> Option<Document> {
    let (house, watch, page) = (house.clone(), watch.clone(), page.clone());
    let work = move || house.reader(&watch, &page).read(&snapshot).ok().map(|extract| extract.document);
    tokio::task::spawn_blocking(work).await.ok().flatten()
}
