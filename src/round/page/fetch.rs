//! One look at one page: fetched, read, confirmed, and looked at again where the words are new.

use std::sync::Arc;
use std::time::Duration;

use super::outcome::record;
use super::request::{fetch, is_chosen, request};
use super::seen::Observed;
use crate::io::evidence;
use crate::io::fetch::Fetched;
use crate::io::store::{PageState, StoreResult};
use crate::model::{Evidence, Outcome, Page, Snapshot, Trouble, Watch};
use crate::round::house::{House, lock};
use crate::round::looked::Looked;
use crate::round::proposals;

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
    let answer =
        fetch(&house.fetcher, &house.browser, watch.render, &request, is_chosen(watch, page), house.clock.now()).await;
    let house = house.clone();
    let (watch, page) = (watch.clone(), page.clone());
    let work = move || take(&house, &watch, &page, state, answer);
    match tokio::task::spawn_blocking(work).await {
        Ok(looked) => looked,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
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
        (Ok(Fetched::NotModified), Some(state)) => Observed::Same(Box::new(state)),
        (Ok(Fetched::Page(snapshot)), state) => read_page(house, watch, page, state, snapshot),
        // A 304 to a request that asked for no such thing.
        (Ok(Fetched::NotModified), None) => Observed::Failed(Trouble::Status { code: 304 }),
        (Err(trouble), _) => Observed::Failed(trouble),
    };
    let mut store = lock(&house.store);
    let found = proposals::of(house, &store, watch, page, &seen)?;
    let looked = record(&mut store, house, watch, page, now, seen, true)?;
    found.keep(house, &mut store, watch, &looked)?;
    Ok(looked)
}

/// Reads a snapshot, unless its very bytes are known to say what the last version says.
fn read_page(house: &House, watch: &Watch, page: &Page, state: Option<PageState>, snapshot: Box<Snapshot>) -> Observed {
    if let Some(state) = state
        && state.settled_sha256.as_deref() == Some(snapshot.sha256().as_str())
    {
        return Observed::Same(Box::new(state));
    }
    let extract = house.reader(watch, page).read(&snapshot);
    Observed::Page { snapshot: Arc::from(snapshot), extract: extract.map(Box::new) }
}

/// A pause that takes no time where none is wanted.
async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}
