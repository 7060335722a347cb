//! What a look leaves behind: settled against what is known, judged, and recorded in one transaction.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{House, Looked, reread, selectors};
use crate::io::store::{NewChange, Notice, PageState, Sighting, Store, StoreResult};
use crate::model::{
    Change, DocumentKind, HostMemory, Kind, Memory, Noise, Origin, Outcome, Page, Seen, Snapshot, Trouble, Version,
    Watch, sha256_hex,
};
use crate::steps::assess::{self, Case};
use crate::steps::changelog;
use crate::steps::compare;
use crate::steps::extract::{self, Extract, Reading};
use crate::steps::settle::{self, Confirmed, Verdict};

/// What a look saw.
#[derive(Debug)]
pub enum Sight {
    /// The very bytes (or, by the server's word, the very page) of the last version.
    Same(Box<PageState>),
    /// A page, and what could be read of it.
    Page { snapshot: Arc<Snapshot>, extract: Result<Box<Extract>, Trouble> },
    /// A page whose text was made in another way than the last version: there is nothing to compare it with.
    Anew { snapshot: Arc<Snapshot>, extract: Box<Extract> },
    /// No page at all.
    Failed(Trouble),
}

/// What to read of a page: its own selections, or those of its watch.
#[must_use]
pub fn reading<'a>(watch: &'a Watch, page: &'a Page) -> Reading<'a> {
    Reading {
        select: if page.select.is_empty() { &watch.select } else { &page.select },
        remove: if page.remove.is_empty() { &watch.remove } else { &page.remove },
    }
}

/// Settles what was seen and records it.
///
/// # Errors
/// Of the store; nothing was recorded then.
pub fn sight(
    store: &mut Store,
    house: &House,
    watch: &Watch,
    page: &Page,
    now: Timestamp,
    seen: Sight,
    to_tell: bool,
) -> StoreResult<Looked> {
    let recorder = Recorder { house, watch, page, now, to_tell };
    match seen {
        Sight::Same(state) => recorder.same(store, *state),
        Sight::Failed(trouble) => recorder.unreadable(store, trouble, None, None),
        Sight::Page { snapshot, extract: Err(trouble) } => recorder.unreadable(store, trouble, Some(&snapshot), None),
        Sight::Page { snapshot, extract: Ok(extract) } => recorder.page(store, &snapshot, *extract, false),
        Sight::Anew { snapshot, extract } => recorder.page(store, &snapshot, *extract, true),
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
            selectors::alike(store, &self.house.pdf, (self.watch, self.page), base, snapshot, extract)?;
        let (base, extract) = self.in_one_order(base, snapshot, extract);
        let is_fallback = extract.document.fallback;
        let sha256 = snapshot.sha256();
        let site = self.page.url.host_str().unwrap_or_default();
        let known: HostMemory = store.host(site)?.unwrap_or_default();
        let mut host = known.clone();
        let (verdict, memory) = settle::settle(settle::Look {
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
        let looked = self.settled(store, base, state, snapshot, verdict)?;
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
    fn settled(
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
                let (state, notice) = self.readable(settled(state, &sha256), Outcome::First);
                self.record(store, &state, Some(snapshot), Some(&version), None, &[], notice.as_ref())
            }
            Verdict::Unchanged => {
                let (state, notice) = self.readable(settled(state, &sha256), Outcome::Unchanged);
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
        let state = settled(state, sha256);
        if change.assessment.kind == Kind::Noise {
            let noise: &[Noise] =
                if change.assessment.noise.is_empty() { &[Noise::Furniture] } else { &change.assessment.noise };
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
        let (state, notice) = self.readable(settled(state, sha256), Outcome::First);
        self.record(store, &state, Some(snapshot), Some(&version), None, &[], notice.as_ref())
    }

    /// The last version, made again from its snapshot where the extractor or the selections are new.
    fn base(&self, store: &Store, memory: &Memory) -> StoreResult<Option<Version>> {
        let Some(base) = store.last_version(&self.watch.id, &self.page.part)? else { return Ok(None) };
        reread::upgraded(store, &self.house.pdf, self.watch, self.page, base, memory).map(Some)
    }

    /// Whether one of the two texts is of an archive and the other we read ourselves: what differs between them is how
    /// a page is read, so that the history goes on from the new one without a change.
    fn is_made_by_others(&self, store: &Store, base: Option<&Version>, snapshot: &Snapshot) -> StoreResult<bool> {
        let Some(base) = base else { return Ok(false) };
        let origin = store.origin(&self.watch.id, &self.page.part, &base.snapshot)?;
        let is_archived = |origin| origin == Origin::Archive;
        Ok(origin.is_some_and(|origin| is_archived(origin) != is_archived(snapshot.origin)))
    }

    fn version(&self, extract: &Extract, sha256: &str, seen_at: Timestamp) -> Version {
        Version {
            id: 0,
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            snapshot: sha256.to_owned(),
            seen_at,
            extractor: extract::mark(reading(self.watch, self.page)),
            fingerprint: compare::fingerprint(&extract.document),
            document: extract.document.clone(),
        }
    }

    /// The change from one version to the next, judged.
    fn change(&self, base: &Version, version: &Version, confirmed: Confirmed, by_hand: bool) -> Change {
        let seen_on = confirmed.first_seen.to_zoned(self.house.watchlist.settings.timezone.clone()).date();
        let language = self.watch.language.as_deref().or(version.document.language.as_deref());
        let assessment = assess::assess_confirmed(Case {
            platform: &self.watch.platform,
            document: &self.watch.document,
            watch: &self.watch.id,
            kind: self.watch.kind,
            language,
            comparison: &confirmed.comparison,
            seen_on,
            assets: &self.house.watchlist.assets,
            rules: &self.house.watchlist.rules,
        });
        let key = [
            self.watch.id.as_str(),
            &self.page.part,
            &base.fingerprint,
            &version.fingerprint,
            &confirmed.first_seen.to_string(),
        ];
        Change {
            id: sha256_hex(key.join("\n").as_bytes())[..10].to_owned(),
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            platform: self.watch.platform.clone(),
            document: self.watch.document.clone(),
            language: language.map(str::to_owned),
            url: self.page.url.to_string(),
            detected_at: confirmed.first_seen,
            confirmed_at: Some(version.seen_at),
            from: Seen { snapshot: base.snapshot.clone(), seen_at: base.seen_at, by_hand: false },
            to: Seen { snapshot: version.snapshot.clone(), seen_at: version.seen_at, by_hand },
            moved: confirmed.comparison.moved,
            words_added: confirmed.comparison.words_added,
            words_removed: confirmed.comparison.words_removed,
            hunks: confirmed.comparison.hunks,
            stamps: confirmed.comparison.stamps,
            overall: confirmed.comparison.overall,
            back_to: confirmed.back_to,
            assessment,
        }
    }

    /// The page's state after a look that got a page; readability is settled apart.
    fn fresh_state(&self, old: Option<PageState>, snapshot: &Snapshot, memory: Memory) -> PageState {
        // A validator says something about the address that gave it, and nothing about one that leads there (RFC 9110).
        let validator = |name| {
            let is_direct = snapshot.redirects.is_empty() && snapshot.url == self.page.url;
            snapshot.header(name).filter(|_| is_direct).map(str::to_owned)
        };
        PageState {
            etag: validator("etag"),
            last_modified: validator("last-modified"),
            settled_sha256: None,
            memory,
            ..old.unwrap_or_else(|| self.unknown())
        }
    }

    /// The state of a page that was never looked at.
    fn unknown(&self) -> PageState {
        PageState {
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            looked_at: self.now,
            outcome: Outcome::First,
            read_at: None,
            unreadable_since: None,
            blind_since: None,
            etag: None,
            last_modified: None,
            settled_sha256: None,
            memory: Memory::default(),
        }
    }

    /// The page was read: a blind spot ends here, and that is told once.
    fn readable(&self, state: PageState, outcome: Outcome) -> (PageState, Option<Notice>) {
        let notice = state.blind_since.map(|_| self.notice(state.unreadable_since, None));
        let state = PageState {
            looked_at: self.now,
            outcome,
            read_at: Some(self.now),
            unreadable_since: None,
            blind_since: None,
            ..state
        };
        (state, notice)
    }

    /// The page could not be read: past its patience it is a blind spot, and that is told once.
    fn unreadable(
        &self,
        store: &mut Store,
        trouble: Trouble,
        snapshot: Option<&Snapshot>,
        memory: Option<Memory>,
    ) -> StoreResult<Looked> {
        let old = store.page(&self.watch.id, &self.page.part)?.unwrap_or_else(|| self.unknown());
        let since = old.unreadable_since.unwrap_or(self.now);
        let patience = SignedDuration::try_from(self.watch.patience).unwrap_or(SignedDuration::MAX);
        let turns_blind = old.blind_since.is_none() && self.now.duration_since(since) >= patience;
        let is_news = !matches!(&old.outcome, Outcome::Unreadable { trouble: before } if before.key() == trouble.key());
        let notice = turns_blind.then(|| self.notice(Some(since), Some(trouble.clone())));
        let state = PageState {
            looked_at: self.now,
            outcome: Outcome::Unreadable { trouble },
            unreadable_since: Some(since),
            blind_since: if turns_blind { Some(self.now) } else { old.blind_since },
            memory: memory.unwrap_or(old.memory),
            ..old
        };
        if snapshot.is_some_and(|snapshot| snapshot.origin == Origin::Hand) {
            // Whoever handed it in is told at once; of the page itself it says nothing.
            return Ok(self.looked(&state));
        }
        self.record(store, &state, snapshot.filter(|_| is_news), None, None, &[], notice.as_ref())
    }

    fn notice(&self, since: Option<Timestamp>, trouble: Option<Trouble>) -> Notice {
        Notice {
            seq: 0,
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            at: self.now,
            since: since.unwrap_or(self.now),
            trouble,
            proposal: None,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one transaction needs all of it, and only this file calls it")]
    fn record(
        &self,
        store: &mut Store,
        state: &PageState,
        snapshot: Option<&Snapshot>,
        version: Option<&Version>,
        change: Option<NewChange<'_>>,
        noise: &[Noise],
        notice: Option<&Notice>,
    ) -> StoreResult<Looked> {
        store.record(&Sighting { state, snapshot, version, change, noise, notice, to_tell: self.to_tell })?;
        Ok(self.looked(state))
    }

    fn looked(&self, state: &PageState) -> Looked {
        Looked {
            watch: self.watch.id.clone(),
            platform: self.watch.platform.clone(),
            document: self.watch.document.clone(),
            part: self.page.part.clone(),
            outcome: state.outcome.clone(),
            change: None,
            blind_since: state.blind_since,
        }
    }
}

/// A state whose bytes need no second reading, unless something in them must still be seen once more.
fn settled(state: PageState, sha256: &str) -> PageState {
    let is_settled = state.memory.pending.is_empty() && state.memory.stranger.is_none();
    PageState { settled_sha256: is_settled.then(|| sha256.to_owned()), ..state }
}
