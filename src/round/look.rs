//! One look at one page: fetched, read, settled, and looked at again where the words are new.

use std::sync::Arc;

use jiff::Timestamp;

use super::{House, Looked, lock, pause, proposals, sight};
use crate::io::evidence;
use crate::io::fetch::{Browser, Fetched, Fetcher, Request};
use crate::io::store::{PageState, StoreResult};
use crate::model::{Evidence, Outcome, Page, Render, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Reading};

/// Looks at a page, and a second time in the same round where it shows new words.
pub async fn look(house: &House, watch: &Watch, page: &Page) -> StoreResult<Looked> {
    let mut looked = look_once(house, watch, page, false).await?;
    if looked.outcome == Outcome::Candidate {
        pause(house.watchlist.settings.confirm_after).await;
        looked = look_once(house, watch, page, true).await?;
    }
    if let Some(evidence) = house.watchlist.settings.evidence
        && matches!(looked.outcome, Outcome::First | Outcome::Changed { .. })
    {
        picture(house, watch, page, evidence).await?;
    }
    Ok(looked)
}

/// Takes pictures of a page with new words; that there are none is no trouble with the page.
async fn picture(house: &House, watch: &Watch, page: &Page, evidence: Evidence) -> StoreResult<()> {
    let (version, folder) = {
        let store = lock(&house.store);
        (store.last_version(&watch.id, &page.part)?, store.folder().to_owned())
    };
    let Some(version) = version else { return Ok(()) };
    let request = request(watch, page, None, true);
    let kept = match house.browser.pictures(&request, evidence, house.clock.now()).await {
        Ok(pictures) => {
            let snapshot = (version.snapshot.as_str(), version.seen_at);
            evidence::keep(&folder, &watch.id, snapshot, &pictures).map_err(|error| error.to_string())
        }
        Err(trouble) => Err(trouble.key().to_owned()),
    };
    if let Err(why) = kept {
        tracing::warn!("no picture of watch `{}` was kept: {why}", watch.id);
    }
    Ok(())
}

/// Fetches the page and takes what came through the steps.
async fn look_once(house: &House, watch: &Watch, page: &Page, fresh: bool) -> StoreResult<Looked> {
    let state = lock(&house.store).page(&watch.id, &page.part)?;
    let request = request(watch, page, state.as_ref(), fresh);
    let answer = fetch(&house.fetcher, &house.browser, watch.render, &request, house.clock.now()).await;
    let house = house.clone();
    let (watch, page) = (watch.clone(), page.clone());
    let work = move || take(&house, &watch, &page, state, answer);
    match tokio::task::spawn_blocking(work).await {
        Ok(looked) => looked,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// Gets a page in the way that its watch asks for.
///
/// # Errors
/// A named trouble.
pub async fn fetch(
    fetcher: &Fetcher,
    browser: &Browser,
    render: Render,
    request: &Request,
    now: Timestamp,
) -> Result<Fetched, Trouble> {
    let rendered = async || browser.render(request, now).await.map(|page| Fetched::Page(Box::new(page)));
    match render {
        Render::Http => fetcher.fetch(request, now).await,
        Render::Browser => rendered().await,
        Render::Auto => match fetcher.fetch(request, now).await {
            Ok(Fetched::Page(snapshot)) if has_text(&snapshot) => Ok(Fetched::Page(snapshot)),
            Ok(Fetched::NotModified) => Ok(Fetched::NotModified),
            // A refusal may be meant for plain clients only; where the browser fails too, its word counts.
            _ => rendered().await,
        },
    }
}

/// Whether a plain page holds anything to read.
fn has_text(snapshot: &Snapshot) -> bool {
    // No browser reads a PDF better.
    extract::is_pdf(snapshot)
        || extract::extract(snapshot, Reading::default())
            .is_ok_and(|extract| extract.document.word_count() >= FEWEST_WORDS)
}

/// Fewer words than this are a shell that scripts have yet to fill.
const FEWEST_WORDS: usize = 60;

/// What to ask for: conditionally only where an unchanged answer would tell us all we need.
pub(super) fn request(watch: &Watch, page: &Page, state: Option<&PageState>, fresh: bool) -> Request {
    let settled = state.filter(|state| state.settled_sha256.is_some() && !fresh);
    Request {
        url: page.url.clone(),
        language: watch.language.clone(),
        access: watch.access_to(page),
        allow_private_network: watch.allow_private_network,
        etag: settled.and_then(|state| state.etag.clone()),
        last_modified: settled.and_then(|state| state.last_modified.clone()),
        fresh,
    }
}

/// Takes an answer through the steps and records it.
fn take(
    house: &House,
    watch: &Watch,
    page: &Page,
    state: Option<PageState>,
    answer: Result<Fetched, Trouble>,
) -> StoreResult<Looked> {
    let now = house.clock.now();
    let seen = match (answer, state) {
        (Ok(Fetched::NotModified), Some(state)) => sight::Sight::Same(Box::new(state)),
        (Ok(Fetched::Page(snapshot)), state) => read(house, watch, page, state, snapshot),
        // A 304 to a request that asked for no such thing.
        (Ok(Fetched::NotModified), None) => sight::Sight::Failed(Trouble::Status { code: 304 }),
        (Err(trouble), _) => sight::Sight::Failed(trouble),
    };
    let mut store = lock(&house.store);
    let found = proposals::of(house, &store, watch, page, &seen)?;
    let looked = sight::sight(&mut store, house, watch, page, now, seen, true)?;
    found.keep(house, &mut store, watch, &looked)?;
    Ok(looked)
}

/// Reads a snapshot, unless its very bytes are known to say what the last version says.
fn read(house: &House, watch: &Watch, page: &Page, state: Option<PageState>, snapshot: Box<Snapshot>) -> sight::Sight {
    if let Some(state) = state
        && state.settled_sha256.as_deref() == Some(snapshot.sha256().as_str())
    {
        return sight::Sight::Same(Box::new(state));
    }
    let extract = super::read(&house.pdf, &snapshot, sight::reading(watch, page));
    sight::Sight::Page { snapshot: Arc::from(snapshot), extract: extract.map(Box::new) }
}
