//! One look at one page: fetched, read, confirmed, and looked at again where the words are new.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::outcome::record;
use super::request::{FAR_LESS, fetch, is_chosen, request};
use super::seen::Observed;
use super::work::worked;
use super::{mend, validators};
use crate::io::evidence;
use crate::io::fetch::Fetched;
use crate::io::store::{PageState, Store, StoreResult};
use crate::model::{Evidence, Loss, Outcome, Page, Render, Rung, Snapshot, Trouble, Version, Watch};
use crate::round::house::{House, lock};
use crate::round::looked::Looked;
use crate::round::proposals;
use crate::steps::extract::{self, Extract, Unseen};

/// A page that shows so many of a hundred words of the last version is there, edited at most here and there.
const NEARLY_ALL: usize = 95;

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

/// Records that a look did not come to its end.
///
/// # Errors
/// Of the store.
pub fn failed(house: &House, watch: &Watch, page: &Page, trouble: Trouble) -> StoreResult<Looked> {
    let now = house.clock.now();
    let mut store = lock(&house.store);
    let recorded = record(&mut store, house, watch, page, now, Observed::Failed(trouble.clone()), true);
    let recorded = store.in_spite_of_damage(recorded)?;
    // Where even that cannot be written down, the round says it at least.
    Ok(recorded.unwrap_or_else(|| Looked::failed(watch, page, trouble)))
}

/// Takes pictures of a page with new words; that there are none is no trouble with the page.
async fn picture(house: &House, watch: &Watch, page: &Page, evidence: Evidence) -> StoreResult<()> {
    let folder = lock(&house.store).folder().to_owned();
    let Some(version) = last_version(house, watch, page)? else { return Ok(()) };
    let request = request(watch, page, true);
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

/// The last version, where there is one that can be read.
fn last_version(house: &House, watch: &Watch, page: &Page) -> StoreResult<Option<Version>> {
    let store = lock(&house.store);
    let found = store.unless_damaged(&watch.id, Loss::Rest, store.last_version(&watch.id, &page.part))?;
    Ok(found.flatten())
}

/// Fetches the page and takes what came through the steps.
async fn look_once(house: &House, watch: &Watch, page: &Page, fresh: bool) -> StoreResult<Looked> {
    let state = mend::known(house, watch, page).await?;
    let now = house.clock.now();
    let request = request(watch, page, fresh);
    let asked = validators::asked(watch, &request, &house.reader(watch, page).mark());
    let request = validators::conditional(request, state.as_ref(), &asked, now);
    let base = if watch.render == Render::Http { None } else { last_version(house, watch, page)? };
    let share = |snapshot: &Snapshot| share_of(base.as_ref(), &house.reader(watch, page).read(snapshot));
    let answer =
        fetch(&house.fetcher, &house.browser, watch.render, &request, is_chosen(watch, page), now, share).await;
    let size = match &answer {
        Ok(Fetched::Page(snapshot)) => snapshot.body.len(),
        _ => 0,
    };
    // Given back when the look ends or is cut, whatever the work comes to.
    let _held = house.fetcher.in_hand().hold(size).await;
    let _hand = house.room.to_read().await;
    let known = Known { state, base, asked };
    let look = Look { house: house.clone(), watch: watch.clone(), page: page.clone(), now: house.clock.now() };
    let reading = look.clone();
    let seen = match worked(house, move || reading.seen(known, answer), || {}).await {
        Ok(seen) => seen,
        Err(trouble) => return failed(house, watch, page, trouble),
    };
    let _turn = house.room.to_judge().await;
    let (mut store, give_up) = lock(&house.store).another()?;
    match worked(house, move || look.recorded(&mut store, seen), || give_up.now()).await {
        Ok(looked) => looked,
        Err(trouble) => failed(house, watch, page, trouble),
    }
}

/// What was known of a page before it was asked for, and what it was asked.
struct Known {
    state: Option<PageState>,
    /// The last version, where a browser is to show the page.
    base: Option<Version>,
    /// Stands for the request.
    asked: String,
}

/// A look at a page, once it has its answer.
#[derive(Clone)]
struct Look {
    house: House,
    watch: Watch,
    page: Page,
    now: Timestamp,
}

impl Look {
    /// Reads what came.
    fn seen(&self, known: Known, answer: Result<Fetched, Trouble>) -> Observed {
        let Known { state, base, asked } = known;
        match (answer, state) {
            (Ok(Fetched::NotModified), Some(state)) => Observed::Same { state: Box::new(state), by: Rung::NotModified },
            (Ok(Fetched::Page(snapshot)), state) => {
                read_page(&self.house, &self.watch, &self.page, Known { state, base, asked }, snapshot)
            }
            // A 304 to a request that asked for no such thing.
            (Ok(Fetched::NotModified), None) => Observed::Failed(Trouble::Status { code: 304 }),
            (Err(trouble), _) => Observed::Failed(trouble),
        }
    }

    /// Takes it through the steps and records it.
    fn recorded(&self, store: &mut Store, seen: Observed) -> StoreResult<Looked> {
        let Self { house, watch, page, now } = self;
        let found = proposals::of(house, store, watch, page, &seen)?;
        let looked = record(store, house, watch, page, *now, seen, true)?;
        found.keep(house, store, watch, &looked)?;
        Ok(looked)
    }
}

/// Reads a snapshot, unless its very bytes, read in this very way, are known to say what the last version says.
fn read_page(house: &House, watch: &Watch, page: &Page, known: Known, snapshot: Box<Snapshot>) -> Observed {
    let Known { state, base, asked } = known;
    if let Some(state) = state
        && validators::belongs(&state, &asked)
        && state.settled_sha256.as_deref() == Some(snapshot.sha256().as_str())
    {
        let state = Box::new(validators::kept(state, &snapshot, page, &asked));
        return Observed::Same { state, by: Rung::Bytes };
    }
    let mut extract = house.reader(watch, page).read(&snapshot);
    if base.as_ref().is_some_and(|base| extract.as_ref().is_ok_and(|extract| is_on_its_way(base, extract))) {
        extract = Err(Trouble::Partial);
    }
    Observed::Page { snapshot: Arc::from(snapshot), extract: extract.map(Box::new) }
}

/// So many of a hundred words of the last version stand on a page; what lacks while something is under way is far less,
/// however much of it is menu and footer.
fn share_of(base: Option<&Version>, found: &Result<Extract, Trouble>) -> usize {
    let (Some(base), Ok(found)) = (base, found) else { return if base.is_some() { 0 } else { 100 } };
    let share = extract::share_that_stands(&base.document, &found.document);
    let is_loading = found.signs.unseen.contains(&Unseen::Loading);
    if is_loading && share < NEARLY_ALL { share.min(FAR_LESS - 1) } else { share }
}

/// Whether the text of the last version is missing because it has not come yet: that is no removal. A page that says as
/// much as before, in other words, has come.
fn is_on_its_way(base: &Version, found: &Extract) -> bool {
    let unseen = &found.signs.unseen;
    let share = extract::share_that_stands(&base.document, &found.document);
    let is_short = found.document.word_count() * 2 < base.document.word_count();
    unseen.contains(&Unseen::Hollow) && share < NEARLY_ALL
        || unseen.contains(&Unseen::Loading) && share < FAR_LESS && is_short
}

/// A pause that takes no time where none is wanted.
async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}
