//! What a look leaves behind: confirmed against what is known, judged, and recorded in one transaction.

pub mod fetch;
mod judge;
mod record;
pub mod request;
pub mod seen;

use jiff::Timestamp;

use super::reading::{again, fallback};
use super::{House, Looked};
use crate::io::store::{NewChange, PageState, Store, StoreResult};
use crate::model::{DocumentKind, HostMemory, Kind, Memory, Noise, Origin, Outcome, Page, Snapshot, Version, Watch};
use crate::steps::changelog;
use crate::steps::confirm::{self, Confirmed, Verdict};
use crate::steps::extract::{self, Extract};
use seen::Observed;

/// Confirms and judges what was seen, and records it.
///
/// # Errors
/// Of the store; nothing was recorded then.
pub fn record(
    store: &mut Store,
    house: &House,
    watch: &Watch,
    page: &Page,
    now: Timestamp,
    seen: Observed,
    to_tell: bool,
) -> StoreResult<Looked> {
    let recorder = Recorder { house, watch, page, now, to_tell };
    match seen {
        Observed::Same(state) => recorder.same(store, *state),
        Observed::Failed(trouble) => recorder.unreadable(store, trouble, None, None),
        Observed::Page { snapshot, extract: Err(trouble) } => {
            recorder.unreadable(store, trouble, Some(&snapshot), None)
        }
        Observed::Page { snapshot, extract: Ok(extract) } => recorder.page(store, &snapshot, *extract, false),
        Observed::Anew { snapshot, extract } => recorder.page(store, &snapshot, *extract, true),
    }
}

/// The look that is being recorded.
struct Recorder<'a> {
    house: &'a House,
    watch: &'a Watch,
    page: &'a Page,
    now: Timestamp,
    to_tell: bool,
}

impl Recorder<'_> {
    /// The same bytes as before: only the time of the look is new.
    fn same(&self, store: &mut Store, state: PageState) -> StoreResult<Looked> {
        let (state, notice) = self.readable(state, Outcome::Unchanged);
        self.record(store, &state, None, None, None, &[], notice.as_ref())
    }

    /// A document: what is it against the last version?
    fn page(&self, store: &mut Store, snapshot: &Snapshot, extract: Extract, anew: bool) -> StoreResult<Looked> {
        let old = store.page(&self.watch.id, &self.page.part)?;
        let memory = old.as_ref().map(|state| state.memory.clone()).unwrap_or_default();
        let base = self.base(store, &memory)?;
        let (base, memory) = if anew || self.is_made_by_others(store, base.as_ref(), snapshot)? {
            (None, Memory::default())
        } else {
            (base, memory)
        };
        let (base, extract) =
            fallback::alike(store, &self.house.pdf, (self.watch, self.page), base, snapshot, extract)?;
        let (base, extract) = self.in_one_order(base, snapshot, extract);
        let is_fallback = extract.document.fallback;
        let sha256 = snapshot.sha256();
        let site = self.page.url.host_str().unwrap_or_default();
        let known: HostMemory = store.host(site)?.unwrap_or_default();
        let mut host = known.clone();
        let (verdict, memory) = confirm::confirm(confirm::Look {
            base: base.as_ref(),
            memory,
            host: &mut host,
            watch: &self.watch.id,
            snapshot: &sha256,
            seen_at: snapshot.fetched_at,
            extract,
        });
        let memory = match verdict {
            // A wall has not the parts that the selectors name; that says nothing of them.
            Verdict::Unreadable(_) => memory,
            _ => Memory { fallback_since: is_fallback.then(|| memory.fallback_since.unwrap_or(self.now)), ..memory },
        };
        let state = self.fresh_state(old, snapshot, memory);
        let looked = self.came_to(store, base, state, snapshot, verdict)?;
        // After the look was recorded: what the host is said to have told must have been told.
        if host != known {
            store.keep_host(site, &host)?;
        }
        Ok(looked)
    }

    /// A log of changes is compared entry by entry, in whatever order they stand.
    fn in_one_order(&self, base: Option<Version>, snapshot: &Snapshot, extract: Extract) -> (Option<Version>, Extract) {
        let (Some(version), true) = (&base, self.is_log(snapshot)) else { return (base, extract) };
        match changelog::in_one_order(&version.document, &extract.document) {
            Some((then, document)) => {
                (Some(Version { document: then, ..version.clone() }), Extract { document, ..extract })
            }
            None => (base, extract),
        }
    }

    fn is_log(&self, snapshot: &Snapshot) -> bool {
        self.watch.kind == DocumentKind::Changelog || extract::is_feed(snapshot)
    }

    /// Records what a look at a page came to.
    fn came_to(
        &self,
        store: &mut Store,
        base: Option<Version>,
        state: PageState,
        snapshot: &Snapshot,
        verdict: Verdict,
    ) -> StoreResult<Looked> {
        let sha256 = snapshot.sha256();
        match verdict {
            Verdict::First { extract } => {
                let version = self.version(&extract, &sha256, snapshot.fetched_at);
                let (state, notice) = self.readable(known_by_bytes(state, &sha256), Outcome::First);
                self.record(store, &state, Some(snapshot), Some(&version), None, &[], notice.as_ref())
            }
            Verdict::Unchanged => {
                let (state, notice) = self.readable(known_by_bytes(state, &sha256), Outcome::Unchanged);
                self.record(store, &state, None, None, None, &[], notice.as_ref())
            }
            Verdict::Noise { noise } => {
                let (state, notice) = self.readable(state, Outcome::Variant { noise });
                self.record(store, &state, None, None, None, &[noise], notice.as_ref())
            }
            Verdict::Candidate => {
                let (state, notice) = self.readable(state, Outcome::Candidate);
                self.record(store, &state, Some(snapshot), None, None, &[], notice.as_ref())
            }
            Verdict::Confirmed(confirmed) => match base {
                Some(base) => self.confirmed(store, &base, state, snapshot, &sha256, *confirmed),
                // Nothing to differ from: the first sight, whatever the steps say.
                None => self.confirmed_first(store, state, snapshot, &sha256, &confirmed.extract),
            },
            Verdict::Unreadable(trouble) => self.unreadable(store, trouble, Some(snapshot), Some(state.memory)),
        }
    }

    /// New words that stood the second look: judged and recorded.
    fn confirmed(
        &self,
        store: &mut Store,
        base: &Version,
        state: PageState,
        snapshot: &Snapshot,
        sha256: &str,
        confirmed: Confirmed,
    ) -> StoreResult<Looked> {
        let mut confirmed = confirmed;
        if self.is_log(snapshot) {
            let hunks = std::mem::take(&mut confirmed.comparison.hunks);
            confirmed.comparison.hunks = changelog::by_entry(hunks, &confirmed.extract.document);
        }
        let version = self.version(&confirmed.extract, sha256, snapshot.fetched_at);
        let change = self.change(base, &version, confirmed, snapshot.origin == Origin::Hand);
        let state = known_by_bytes(state, sha256);
        if change.assessment.kind == Kind::Noise {
            let noise: &[Noise] =
                if change.assessment.noise.is_empty() { &[Noise::Boilerplate] } else { &change.assessment.noise };
            let (state, notice) = self.readable(state, Outcome::Variant { noise: noise[0] });
            return self.record(store, &state, Some(snapshot), Some(&version), None, noise, notice.as_ref());
        }
        let (state, notice) = self.readable(state, Outcome::Changed { change: change.id.clone() });
        let new = NewChange { change: &change, from_version: base.id };
        let mut looked = self.record(store, &state, Some(snapshot), Some(&version), Some(new), &[], notice.as_ref())?;
        looked.change = Some(change);
        Ok(looked)
    }

    /// A first version by way of a confirmation.
    fn confirmed_first(
        &self,
        store: &mut Store,
        state: PageState,
        snapshot: &Snapshot,
        sha256: &str,
        extract: &Extract,
    ) -> StoreResult<Looked> {
        let version = self.version(extract, sha256, snapshot.fetched_at);
        let (state, notice) = self.readable(known_by_bytes(state, sha256), Outcome::First);
        self.record(store, &state, Some(snapshot), Some(&version), None, &[], notice.as_ref())
    }

    /// The last version, made again from its snapshot where the extractor or the selections are new.
    fn base(&self, store: &Store, memory: &Memory) -> StoreResult<Option<Version>> {
        let Some(base) = store.last_version(&self.watch.id, &self.page.part)? else { return Ok(None) };
        again::upgraded(store, &self.house.pdf, self.watch, self.page, base, memory).map(Some)
    }

    /// Whether one of the two texts is of an archive and the other we read ourselves: what differs between them is how
    /// a page is read, so that the history goes on from the new one without a change.
    fn is_made_by_others(&self, store: &Store, base: Option<&Version>, snapshot: &Snapshot) -> StoreResult<bool> {
        let Some(base) = base else { return Ok(false) };
        let origin = store.origin(&self.watch.id, &self.page.part, &base.snapshot)?;
        let is_archived = |origin| origin == Origin::Archive;
        Ok(origin.is_some_and(|origin| is_archived(origin) != is_archived(snapshot.origin)))
    }
}

/// A state whose bytes need no second reading, unless something in them must still be seen once more.
fn known_by_bytes(state: PageState, sha256: &str) -> PageState {
    let is_settled = state.memory.pending.is_empty() && state.memory.candidate.is_none();
    PageState { settled_sha256: is_settled.then(|| sha256.to_owned()), ..state }
}
