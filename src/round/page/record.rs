//! How a page stands after a look: read or not, a blind spot or its end; and the one transaction that keeps it.

use jiff::{SignedDuration, Timestamp};

use super::recorder::{Found, Look, Recorder};
use super::request::request;
use super::validators;
use crate::io::store::{LearnedHost, Notice, PageState, Sighting, Store, StoreResult};
use crate::model::{Memory, Origin, Outcome, Rung, Snapshot, Trouble};
use crate::round::looked::Looked;
use crate::steps::schedule;

/// A look that comes so late after its time comes after a pause.
const AWAY: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Recorder<'_> {
    /// The page's state after a look that got a page; readability is decided apart.
    pub(super) fn fresh_state(&self, old: Option<PageState>, snapshot: &Snapshot, memory: Memory) -> PageState {
        let memory = Memory { read: None, ..memory };
        let state = PageState { settled_sha256: None, memory, ..old.unwrap_or_else(|| self.unknown()) };
        self.kept(state, snapshot)
    }

    /// The page's state with the validators of an answer.
    pub(super) fn kept(&self, state: PageState, snapshot: &Snapshot) -> PageState {
        validators::kept(state, snapshot, self.page, &self.asked())
    }

    /// Stands for what is asked of the page, and how it is read.
    pub(super) fn asked(&self) -> String {
        validators::asked(self.watch, &request(self.watch, self.page, false), &self.reader().mark())
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

    /// The page was read, perhaps in part only: the text is followed, and a doubt that stands is told like a blind spot.
    pub(super) fn read(&self, state: PageState, outcome: Outcome) -> (PageState, Option<Notice>) {
        match state.memory.doubt.clone() {
            Some(doubt) => {
                let (state, notice) = self.not_read(state, doubt);
                (PageState { read_at: Some(self.now), ..state }, notice)
            }
            None => self.readable(state, outcome),
        }
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
        let is_news = !matches!(&old.outcome, Outcome::Unreadable { trouble: before } if before.key() == trouble.key());
        let memory = memory.unwrap_or_else(|| old.memory.clone());
        let (state, notice) = self.not_read(PageState { memory, ..old }, trouble);
        if snapshot.is_some_and(|snapshot| snapshot.origin == Origin::Hand) {
            // Whoever handed it in is told at once; of the page itself it says nothing.
            return Ok(self.looked(&state));
        }
        let state = if snapshot.is_some() { validators::forgotten(state) } else { state };
        let snapshot = snapshot.filter(|_| is_news);
        self.record(store, &Sighting { snapshot, notice: notice.as_ref(), ..self.sighting(&state) })
    }

    /// The state of a page that could not be read, and what is to be told of it.
    fn not_read(&self, old: PageState, trouble: Trouble) -> (PageState, Option<Notice>) {
        let since = old.unreadable_since.unwrap_or(self.now);
        // Of a watch that was switched off and on again its readers hear anew.
        let blind_since = old.blind_since.filter(|_| !self.was_away(old.looked_at));
        let patience = SignedDuration::try_from(self.watch.patience).unwrap_or(SignedDuration::MAX);
        let turns_blind = blind_since.is_none() && self.now.duration_since(since) >= patience;
        let notice = turns_blind.then(|| self.notice(Some(since), Some(trouble.clone())));
        let state = PageState {
            looked_at: self.now,
            outcome: Outcome::Unreadable { trouble },
            unreadable_since: Some(since),
            blind_since: if turns_blind { Some(self.now) } else { blind_since },
            ..old
        };
        (state, notice)
    }

    /// Whether looks were due since that time and far too late, as of a watch that was off the list meanwhile.
    fn was_away(&self, looked_at: Timestamp) -> bool {
        let zone = &self.house.watchlist.settings.timezone;
        let due = schedule::next(&self.watch.schedule, zone, looked_at);
        due.is_some_and(|due| self.now.duration_since(due) > AWAY)
    }

    /// Records a page on which a text of the document stands: the reader's own, or another edition that is followed.
    ///
    /// A text for another region, or on another subject, is followed, but the document itself is out of sight: that stays a
    /// blind spot. The same document in another language is none; it is told once that it stands there.
    pub(super) fn stands(
        &self,
        store: &mut Store,
        state: PageState,
        look: &Look<'_>,
        outcome: Outcome,
        found: Found<'_>,
    ) -> StoreResult<Looked> {
        let is_language = matches!(look.instead, Some(Trouble::WrongLanguage { .. }));
        let since = state.unreadable_since;
        let (state, mut notice) = match &look.instead {
            Some(trouble) if !is_language => self.not_read(state, trouble.clone()),
            _ => self.read(state, outcome),
        };
        if found.announces && is_language {
            notice = Some(Notice { instead: look.instead.clone(), ..self.notice(since, None) });
        }
        let sighting = Sighting {
            snapshot: found.keeps_bytes.then_some(look.snapshot),
            version: found.version,
            change: found.change,
            noise: found.noise,
            held: &look.held,
            notice: notice.as_ref(),
            edit: look.edit.as_ref(),
            instead: look.instead.as_ref(),
            host: look.host.map(|(name, memory)| LearnedHost { name, memory }),
            ..self.sighting(&state)
        };
        self.record(store, &sighting)
    }

    pub(super) fn notice(&self, since: Option<Timestamp>, trouble: Option<Trouble>) -> Notice {
        Notice {
            seq: 0,
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            at: self.now,
            since: since.unwrap_or(self.now),
            trouble,
            instead: None,
            is_silence: false,
            damage: None,
            edit: None,
            proposal: None,
        }
    }

    /// A look that leaves nothing behind but the page's state.
    pub(super) fn sighting<'b>(&self, state: &'b PageState) -> Sighting<'b> {
        Sighting {
            state,
            snapshot: None,
            version: None,
            change: None,
            noise: &[],
            held: &[],
            notice: None,
            edit: None,
            instead: None,
            host: None,
            to_tell: self.to_tell,
        }
    }

    pub(super) fn record(&self, store: &mut Store, sighting: &Sighting<'_>) -> StoreResult<Looked> {
        store.record(sighting)?;
        Ok(self.looked(sighting.state))
    }

    pub(super) fn looked(&self, state: &PageState) -> Looked {
        Looked {
            watch: self.watch.id.clone(),
            platform: self.watch.platform.clone(),
            document: self.watch.document.clone(),
            part: self.page.part.clone(),
            outcome: state.outcome.clone(),
            rung: Rung::Compared,
            change: None,
            blind_since: state.blind_since,
        }
    }
}
