//! How a page stands after a look: read or not, a blind spot or its end; and the one transaction that keeps it.

use jiff::{SignedDuration, Timestamp};

use super::Recorder;
use crate::io::store::{NewChange, Notice, PageState, Sighting, Store, StoreResult};
use crate::model::{Memory, Noise, Origin, Outcome, Snapshot, Trouble, Version};
use crate::round::Looked;

impl Recorder<'_> {
    /// The page's state after a look that got a page; readability is decided apart.
    pub(super) fn fresh_state(&self, old: Option<PageState>, snapshot: &Snapshot, memory: Memory) -> PageState {
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
    pub(super) fn unknown(&self) -> PageState {
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
    pub(super) fn readable(&self, state: PageState, outcome: Outcome) -> (PageState, Option<Notice>) {
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
    pub(super) fn unreadable(
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

    pub(super) fn notice(&self, since: Option<Timestamp>, trouble: Option<Trouble>) -> Notice {
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
    pub(super) fn record(
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

    pub(super) fn looked(&self, state: &PageState) -> Looked {
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
