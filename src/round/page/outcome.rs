//! From what a look saw to what it leaves behind: identified, confirmed, judged, recorded.

use jiff::Timestamp;

use super::judge::Told;
use super::recorder::{Found, Look, Recorder};
use super::seen::Observed;
use crate::io::store::{NewChange, PageState, Sighting, Store, StoreResult};
use crate::model::{
    DocumentKind, Edition, HostMemory, ListEdit, Loss, Memory, Noise, Origin, Outcome, Page, Rung, Snapshot, Trouble,
    Version, Wanted, Watch,
};
use crate::round::house::House;
use crate::round::looked::Looked;
use crate::round::renamed;
use crate::steps::changelog;
use crate::steps::confirm::{self, Confirmed, Settled, Verdict};
use crate::steps::extract::{self, Extract};
use crate::steps::identity;

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
        Observed::Same { state, by } => recorder.same(store, *state, by),
        Observed::Failed(trouble) => recorder.unreadable(store, trouble, None, None),
        Observed::Page { snapshot, extract: Err(trouble) } => {
            recorder.unreadable(store, trouble, Some(&snapshot), None)
        }
        Observed::Page { snapshot, extract: Ok(extract) } => recorder.page(store, &snapshot, *extract, false),
        Observed::Anew { snapshot, extract } => recorder.page(store, &snapshot, *extract, true),
    }
}

impl Recorder<'_> {
    /// All is as before: only the time of the look is new.
    fn same(&self, store: &mut Store, state: PageState, by: Rung) -> StoreResult<Looked> {
        let mut state = state;
        state.memory.passages.last_seen = Some(self.now);
        let (state, notice) = self.read(state, Outcome::Unchanged);
        let looked = self.record(store, &Sighting { notice: notice.as_ref(), ..self.sighting(&state) })?;
        Ok(Looked { rung: by, ..looked })
    }

    /// Whether all that the steps are given of a page is as at the last look, which left nothing to be seen again.
    fn reads_as_before(&self, state: &PageState, snapshot: &Snapshot, read: &str) -> bool {
        let asked = (snapshot.origin == Origin::Live).then(|| self.asked());
        state.settled_sha256.is_some()
            && state.memory.is_settled()
            && state.memory.read.as_deref() == Some(read)
            && state.memory.answered.as_ref().map(|answered| &answered.to) == asked.as_ref()
    }

    /// A document: what is it against the last version?
    fn page(&self, store: &mut Store, snapshot: &Snapshot, extract: Extract, anew: bool) -> StoreResult<Looked> {
        let old = store.page(&self.watch.id, &self.page.part)?;
        let read = extract::digest(&extract, snapshot, self.watch.kind == DocumentKind::Hub);
        let sha256 = snapshot.sha256();
        if let Some(state) = old.as_ref().filter(|state| !anew && self.reads_as_before(state, snapshot, &read)) {
            let state = PageState { settled_sha256: Some(sha256), ..self.kept(state.clone(), snapshot) };
            return self.same(store, state, Rung::Words);
        }
        let mut memory = old.as_ref().map(|state| state.memory.clone()).unwrap_or_default();
        // Of a text that cannot be read was told before the look; what stands there now is the beginning.
        let base = self.base(store, &mut memory, snapshot, &extract);
        let base = store.unless_damaged(&self.watch.id, Loss::Base, base)?;
        let is_lost = base.is_none() || self.lacks_its_base(store, old.as_ref(), base.as_ref())?;
        let base = base.flatten();
        let (base, memory) = if anew || is_lost || self.is_made_by_others(store, base.as_ref(), snapshot)? {
            (None, Memory::default())
        } else {
            (base, memory)
        };
        let (base, extract) = self.reader().alike(store, base, snapshot, extract)?;
        let (base, extract) = self.in_one_order(base, snapshot, extract);
        let is_fallback = extract.document.fallback;
        let doubt = identity::in_part(&extract, snapshot).filter(|_| self.watch.kind != DocumentKind::Hub);
        let site = self.page.url.host_str().unwrap_or_default();
        let known = store.unless_damaged("", Loss::Rest, store.host::<HostMemory>(site))?.flatten().unwrap_or_default();
        let mut host = known.clone();
        let wanted = self.wanted();
        let known_wanted = memory.wanted.clone();
        let edit = self.edited(&memory, base.as_ref(), &extract);
        let settled = confirm::confirm(confirm::Look {
            edited: edit.is_some(),
            base: base.as_ref(),
            memory,
            host: &mut host,
            watch: &self.watch.id,
            snapshot: &sha256,
            seen_at: snapshot.fetched_at,
            extract,
        });
        let Settled { verdict, memory, held, instead } = settled;
        let (verdict, memory) = match verdict {
            // A wall has not the parts that the selectors name; that says nothing of them.
            Verdict::Unreadable(trouble) => (Verdict::Unreadable(absolute(trouble, snapshot)), memory),
            readable => {
                let fallback_since = is_fallback.then(|| memory.fallback_since.unwrap_or(self.now));
                // Until what was asked for is what stands there, the edit is not taken.
                let is_taken = edit.is_none() || instead.is_none();
                let wanted = if is_taken { Some(wanted) } else { known_wanted };
                (readable, Memory { fallback_since, wanted, doubt, ..memory })
            }
        };
        let state = self.fresh_state(old, snapshot, memory);
        let held = self.held(base.as_ref(), snapshot, &held, false);
        let learned = (host != known).then_some((site, &host));
        let edit = edit.filter(|_| base.is_some() && matches!(verdict, Verdict::First { .. }));
        let look = Look { snapshot, sha256: &sha256, read: &read, instead, edit, held, host: learned };
        self.came_to(store, base, state, look, verdict)
    }

    /// Whether the page was read before, and no text of it is left.
    fn lacks_its_base(
        &self,
        store: &Store,
        old: Option<&PageState>,
        base: Option<&Option<Version>>,
    ) -> StoreResult<bool> {
        let was_read = old.is_some_and(|state| state.read_at.is_some());
        if !was_read || base.is_some_and(Option::is_some) || store.has_versions(&self.watch.id, &self.page.part)? {
            return Ok(false);
        }
        store.passed_over("versions", &self.watch.id, &self.watch.id, Loss::Base, &"it is not there any more");
        Ok(true)
    }

    /// What the watchlist asks for now.
    fn wanted(&self) -> Wanted {
        Wanted { address: self.page.url.to_string(), language: self.watch.language.clone() }
    }

    /// Which edit of the watchlist bears on this look: it asks for another page, or another region of its language, than at
    /// the last look that could be read, or for the very language that the page has now and did not have then.
    fn edited(&self, memory: &Memory, base: Option<&Version>, extract: &Extract) -> Option<ListEdit> {
        let language = |tag: &str| tag.split('-').next().map(str::to_owned);
        let wanted = self.watch.language.as_deref().and_then(language);
        let now = identity::written_in(&extract.document);
        if wanted.is_some() && now.is_some() && wanted != now {
            return None;
        }
        let known = memory.wanted.as_ref();
        if known.is_some_and(|known| known.address != self.page.url.as_str()) {
            return Some(ListEdit::Address);
        }
        let before = base.and_then(|base| identity::written_in(&base.document));
        if wanted.is_some() && now.is_some() && before.is_some() && wanted != before {
            return Some(ListEdit::Language);
        }
        let tag = known.and_then(|known| known.language.as_deref());
        let is_region = tag.is_some_and(|tag| language(tag) == wanted) && tag != self.watch.language.as_deref();
        is_region.then_some(ListEdit::Region)
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
        look: Look<'_>,
        verdict: Verdict,
    ) -> StoreResult<Looked> {
        let snapshot = look.snapshot;
        match (verdict, base) {
            (Verdict::Unreadable(trouble), _) => self.unreadable(store, trouble, Some(snapshot), Some(state.memory)),
            // Nothing to differ from: the first sight, whatever the steps say.
            (Verdict::First { extract }, _) => self.first(store, state, look, &extract),
            (Verdict::Confirmed(confirmed), None) => self.first(store, state, look, &confirmed.extract),
            (Verdict::Confirmed(confirmed), Some(base)) => self.confirmed(store, &base, state, look, *confirmed),
            (Verdict::NewEdition { edition }, _) => self.new_edition(store, state, look, &edition),
            (Verdict::Unchanged, _) => {
                let outcome = if look.instead.is_some() {
                    Outcome::Variant { noise: Noise::Language }
                } else {
                    Outcome::Unchanged
                };
                let known = if look.instead.is_none() { known_again(state, &look) } else { state };
                self.stands(store, known, &look, outcome, Found::default())
            }
            (Verdict::Noise { noise }, _) => {
                let found = Found { noise: &[noise], ..Found::default() };
                self.stands(store, state, &look, Outcome::Variant { noise }, found)
            }
            (Verdict::Candidate, _) => {
                let found = Found { keeps_bytes: true, ..Found::default() };
                self.stands(store, state, &look, Outcome::Candidate, found)
            }
        }
    }

    /// New words that stood the second look: judged and recorded, told or held back.
    fn confirmed(
        &self,
        store: &mut Store,
        base: &Version,
        state: PageState,
        look: Look<'_>,
        confirmed: Confirmed,
    ) -> StoreResult<Looked> {
        let mut confirmed = confirmed;
        let (snapshot, sha256) = (look.snapshot, look.sha256);
        if self.is_log(snapshot) {
            let hunks = std::mem::take(&mut confirmed.comparison.hunks);
            confirmed.comparison.hunks = changelog::by_entry(hunks, &confirmed.extract.document);
        }
        let from = match confirmed.edition {
            0 => None,
            edition => {
                let found = store.last_version_of(&self.watch.id, &self.page.part, edition);
                store.unless_damaged(&self.watch.id, Loss::Rest, found)?.flatten()
            }
        };
        let from = from.as_ref().unwrap_or(base);
        let shown_since = confirmed.shown_since.max(from.seen_at);
        let edition = confirmed.edition;
        let version = Version { edition, ..self.version(&confirmed.extract, sha256, shown_since) };
        let stood_until = confirmed.stood_until;
        let Told { change, mut held } = self.told(store, from, &version, confirmed, snapshot)?;
        for row in &mut held {
            row.change.from.last_seen = stood_until;
        }
        let mut look = look;
        look.held.extend(held);
        let state = if edition == 0 { known_again(state, &look) } else { state };
        let Some(change) = change else {
            let noise = [Noise::Boilerplate];
            let found = Found { keeps_bytes: true, version: Some(&version), noise: &noise, ..Found::default() };
            return self.stands(store, state, &look, Outcome::Variant { noise: noise[0] }, found);
        };
        let new = NewChange { change: &change, from_version: from.id };
        let found = Found { keeps_bytes: true, version: Some(&version), change: Some(new), ..Found::default() };
        let mut looked = self.stands(store, state, &look, Outcome::Changed { change: change.id.clone() }, found)?;
        looked.change = Some(change);
        Ok(looked)
    }

    /// The first version.
    fn first(&self, store: &mut Store, state: PageState, look: Look<'_>, extract: &Extract) -> StoreResult<Looked> {
        let mut look = look;
        if state.read_at.is_none() && look.edit.is_none() {
            look.edit = self.beside_a_history(store, extract)?;
        }
        let version = self.version(extract, look.sha256, look.snapshot.fetched_at);
        let found = Found { keeps_bytes: true, version: Some(&version), ..Found::default() };
        self.stands(store, known_again(state, &look), &look, Outcome::First, found)
    }

    /// That a watch begins with the text of others that went, where somebody is to hear of it.
    fn beside_a_history(&self, store: &Store, extract: &Extract) -> StoreResult<Option<ListEdit>> {
        if !self.to_tell || !self.page.part.is_empty() {
            return Ok(None);
        }
        let unused = renamed::lying_unused(self.house, store, self.watch, extract);
        let histories = store.unless_damaged(&self.watch.id, Loss::Rest, unused)?.unwrap_or_default();
        Ok((!histories.is_empty()).then_some(ListEdit::Beside { histories }))
    }

    /// An edition beside the reader's own is followed from now on.
    fn new_edition(
        &self,
        store: &mut Store,
        state: PageState,
        look: Look<'_>,
        edition: &Edition,
    ) -> StoreResult<Looked> {
        let version =
            Version { edition: edition.number, ..self.version_of(&edition.document, look.sha256, edition.first_seen) };
        let mut look = look;
        let own = store.last_version(&self.watch.id, &self.page.part);
        let own = store.unless_damaged(&self.watch.id, Loss::Rest, own)?.flatten();
        look.held.extend(self.held_edition(own.as_ref(), &look, edition));
        let found = Found { keeps_bytes: true, version: Some(&version), announces: true, ..Found::default() };
        self.stands(store, state, &look, Outcome::Variant { noise: Noise::Language }, found)
    }

    /// The last version, made again from its snapshot where the extractor or the selections are new, and so are the
    /// editions beside it.
    fn base(
        &self,
        store: &Store,
        memory: &mut Memory,
        snapshot: &Snapshot,
        extract: &Extract,
    ) -> StoreResult<Option<Version>> {
        let Some(base) = store.last_version(&self.watch.id, &self.page.part)? else { return Ok(None) };
        let (reader, is_older) = (self.reader(), base.extractor != self.reader().mark());
        let base = reader.upgraded(store, base, memory)?;
        if is_older { reader.as_seen_now(store, base, snapshot, extract).map(Some) } else { Ok(Some(base)) }
    }

    /// Whether one of the two texts is of an archive and the other we read ourselves: what differs between them is how
    /// a page is read, so that the history goes on from the new one without a change.
    fn is_made_by_others(&self, store: &Store, base: Option<&Version>, snapshot: &Snapshot) -> StoreResult<bool> {
        let Some(base) = base else { return Ok(false) };
        let origin = store.origin(&self.watch.id, &self.page.part, &base.snapshot);
        let origin = store.unless_damaged(&self.watch.id, Loss::Rest, origin)?.flatten();
        let is_archived = |origin| origin == Origin::Archive;
        Ok(origin.is_some_and(|origin| is_archived(origin) != is_archived(snapshot.origin)))
    }
}

/// The address to which a page leads, as it is meant there.
fn absolute(trouble: Trouble, snapshot: &Snapshot) -> Trouble {
    match trouble {
        Trouble::Redirecting { to: Some(to) } => {
            let url = snapshot.url.join(&to).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
            Trouble::Redirecting { to: url.map(String::from) }
        }
        other => other,
    }
}

/// A state whose bytes need no second reading, and whose words no second comparison, unless something in them must still be
/// seen once more.
fn known_again(state: PageState, look: &Look<'_>) -> PageState {
    let known = |digest: &str| state.memory.is_settled().then(|| digest.to_owned());
    let (settled_sha256, read) = (known(look.sha256), known(look.read));
    PageState { settled_sha256, memory: Memory { read, ..state.memory }, ..state }
}
