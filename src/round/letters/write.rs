//! Letters: composed for every reader who is due, and put into the outbox before anybody tries to send them.

use jiff::Timestamp;

use super::about::{About, as_moved};
use super::desk::{desk, made_key};
use super::health::{self, Spots};
use super::open::still_open;
use super::welcome::welcome;
use crate::io::store::{Filter, Notice, ReaderState, Store, StoreResult, Told};
use crate::model::{Change, Decision, Letter, Recipient, RefusedAddress, ReplyKey, Task, Tier, Watchlist};
use crate::round::coverage::coverage;
use crate::round::house::{House, lock};
use crate::round::proposals;
use crate::steps::compose::{self, Desk, News};
use crate::steps::schedule;

/// Composes what is due for every recipient and puts it into the outbox.
///
/// Everything untold is taken, whichever round found it: what a killed round left behind is told by the next one.
///
/// # Errors
/// Of the store.
pub fn compose_due(house: &House, due: Due) -> StoreResult<()> {
    let now = house.clock.now();
    let mut store = lock(&house.store);
    let mended = store.mend_outbox(now);
    store.in_spite_of_damage(mended)?;
    write_all(house, &mut store, due)?;
    // What was found damaged on the way is told by this round as well.
    let told = store.tell_damages(now);
    if store.in_spite_of_damage(told)? == Some(true) {
        write_all(house, &mut store, Due::AtOnce)?;
    }
    Ok(())
}

/// The letters of every reader who is due.
fn write_all(house: &House, store: &mut Store, due: Due) -> StoreResult<()> {
    let now = house.clock.now();
    let watchlist = &house.watchlist;
    let states = readers(store, watchlist, now)?;
    let told = store.tell_damages(now);
    store.in_spite_of_damage(told)?;
    let key = store.in_spite_of_damage(made_key(store, watchlist, now))?.flatten();
    let refused = store.in_spite_of_damage(store.untold_refusals())?.unwrap_or_default();
    for (recipient, state) in watchlist.recipients.iter().zip(states) {
        // A digest that is about its own way alone would be written for ever.
        let mine = |refused: &&RefusedAddress| recipient.operator || refused.reader != recipient.name;
        let refused: Vec<_> = refused.iter().filter(mine).cloned().collect();
        let writer = Writer { watchlist, recipient, refused: &refused, now, due, key: key.as_ref() };
        // What is damaged for one reader is no reason to write to nobody.
        let written = writer.write(store, &state);
        let Some(Written { letters, state, told }) = store.in_spite_of_damage(written)? else { continue };
        let letters: Vec<Letter> = letters.into_iter().flat_map(compose::by_every_way).collect();
        let put = store.put_letters(&letters, &state, told, now);
        store.in_spite_of_damage(put)?;
    }
    Ok(())
}

/// Makes every recipient known before anything new is recorded: whoever is new is told what comes from then on, and not
/// only from the end of the round that meets them first.
///
/// # Errors
/// Of the store.
pub fn know_readers(house: &House) -> StoreResult<()> {
    readers(&mut lock(&house.store), &house.watchlist, house.clock.now()).map(|_| ())
}

fn readers(store: &mut Store, watchlist: &Watchlist, now: Timestamp) -> StoreResult<Vec<ReaderState>> {
    let names: Vec<&str> = watchlist.recipients.iter().map(|recipient| recipient.name.as_str()).collect();
    store.readers(&names, now)
}

/// The digest of any time span for one recipient, told or not; it is composed to be looked at and goes nowhere.
///
/// # Errors
/// Of the store.
pub fn digest_of(house: &House, recipient: &Recipient, since: Timestamp) -> StoreResult<Option<Letter>> {
    let now = house.clock.now();
    let store = lock(&house.store);
    let key = store.reply_key()?;
    let writer = Writer { watchlist: &house.watchlist, recipient, refused: &[], now, due: Due::All, key: key.as_ref() };
    let changes = store.changes(&Filter { since: Some(since), ..Filter::default() })?;
    let changes: Vec<&Change> = changes.iter().collect();
    let notices: Vec<Notice> = store.notices_after(0)?.into_iter().filter(|notice| notice.at >= since).collect();
    let span =
        ReaderState { name: recipient.name.clone(), change_seq: 0, notice_seq: 0, digest_at: since, welcomed: true };
    writer.digest(&store, &span, &changes, &notices)
}

/// Which letters are composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// What is told at once: digests wait for the end of the round, lest they miss what it finds.
    AtOnce,
    All,
}

/// Letters to one recipient that follow one another where one cannot name all that changed.
const IN_A_ROW: usize = 3;

/// What one round has for one recipient.
struct Written<'a> {
    letters: Vec<Letter>,
    /// How far the recipient has been told with them.
    state: ReaderState,
    /// The refusals that they tell of.
    told: &'a [RefusedAddress],
}

/// The letters of one round to one recipient.
struct Writer<'a> {
    watchlist: &'a Watchlist,
    recipient: &'a Recipient,
    /// Letters that did not arrive, of which nobody was told yet.
    refused: &'a [RefusedAddress],
    now: Timestamp,
    due: Due,
    /// Of the codes with which readers answer.
    key: Option<&'a ReplyKey>,
}

impl Writer<'_> {
    /// The letters that are due.
    fn write(&self, store: &Store, state: &ReaderState) -> StoreResult<Written<'_>> {
        let untold = store.untold(&state.name, state.change_seq)?.into_iter();
        // What a server refused comes with the next letter, and makes none by itself: it would be refused as well.
        let (refused, untold): (Vec<_>, Vec<_>) = untold.partition(|told| told.again);
        let named = |told: Told| (told.seq, compose::under_todays_names(told.change, self.watchlist));
        let refused: Vec<Change> = refused.into_iter().map(|told| named(told).1).collect();
        let (places, untold): (Vec<i64>, Vec<Change>) = untold.into_iter().map(named).unzip();
        let notices = store.notices_after(state.notice_seq)?;
        let (newest_change, newest_notice) = store.newest()?;
        let digest_is_due = self.due == Due::All
            && self.recipient.digest.as_ref().is_some_and(|digest| {
                schedule::is_due(digest, &self.watchlist.settings.timezone, Some(state.digest_at), self.now)
            });
        let mut letters = Vec::new();
        let mut told: &[RefusedAddress] = &[];
        let mut after = state.clone();
        if self.due == Due::All && !state.welcomed {
            letters.extend(self.welcome(store, state)?);
            // Who switches it on later is no new reader.
            after.welcomed = !letters.is_empty() || !self.watchlist.settings.welcome;
        }
        let (mut at_once, mut later): (Vec<&Change>, Vec<&Change>) =
            untold.iter().partition(|change| self.is_told_at_once(change));
        let has_news = |changes: &[&Change]| changes.iter().any(|change| compose::concerns(self.recipient, change));
        if has_news(&at_once) {
            at_once.extend(&refused);
        } else if has_news(&later) {
            later.extend(&refused);
        }
        for batch in self.batches(&at_once) {
            letters.extend(self.on_changes(store, state, &batch)?);
        }
        if self.hears_of_health_at_once() {
            letters.extend(self.health(store, state, &notices)?);
            told = self.refused;
            after.notice_seq = newest_notice;
        }
        if digest_is_due {
            let heard: &[Notice] = if self.hears_of_health_in_digest() { &notices } else { &[] };
            let mut batches = self.batches(&later).into_iter();
            let first = batches.next().unwrap_or_default();
            letters.extend(self.digest(store, state, &first, heard)?);
            for batch in batches {
                letters.extend(self.on_changes(store, state, &batch)?);
            }
            told = if self.hears_of_health_in_digest() { self.refused } else { told };
            after = ReaderState { change_seq: newest_change, notice_seq: newest_notice, digest_at: self.now, ..after };
        } else if self.recipient.digest.is_none() {
            after.change_seq = newest_change;
        }
        // What no letter of these names is still to be told.
        let is_left = |change: &Change| {
            compose::concerns(self.recipient, change)
                && !letters.iter().any(|letter| letter.changes.contains(&change.id))
        };
        let left = places.iter().zip(&untold).find(|(_, change)| is_left(change));
        if let Some((place, _)) = left.filter(|(place, _)| **place <= after.change_seq) {
            after.change_seq = place - 1;
        }
        Ok(Written { letters, state: after, told })
    }

    /// The changes of each of the letters that tell them; what these have no room for waits for the next time.
    fn batches<'b>(&self, changes: &[&'b Change]) -> Vec<Vec<&'b Change>> {
        let mut batches = compose::batches(self.recipient, changes, &self.watchlist.watches);
        batches.truncate(IN_A_ROW);
        batches
    }

    /// The letter on what is watched, once something of it was read.
    fn welcome(&self, store: &Store, state: &ReaderState) -> StoreResult<Option<Letter>> {
        if !self.watchlist.settings.welcome {
            return Ok(None);
        }
        let Some(welcome) = welcome(store, self.watchlist, self.recipient, self.now)? else { return Ok(None) };
        let about = About::default();
        let news = News { welcome: Some(&welcome), ..self.news(state, &[], &about) };
        Ok(compose::welcome(&news, self.recipient, &self.desk(), self.now))
    }

    fn desk(&self) -> Desk<'_> {
        desk(self.watchlist, self.key)
    }

    fn news<'b>(&'b self, state: &ReaderState, changes: &'b [&'b Change], about: &'b About) -> News<'b> {
        News {
            changes,
            watches: &self.watchlist.watches,
            assets: &self.watchlist.assets,
            from: state.digest_at,
            until: self.now,
            ..about.news()
        }
    }

    /// Whoever is told at once and gets no digest is told everything at once, else only what is important.
    fn is_told_at_once(&self, change: &Change) -> bool {
        self.recipient.immediately && (self.recipient.digest.is_none() || change.assessment.tier == Tier::Alert)
    }

    /// A letter on these changes and nothing else; none of them is without concern to the reader.
    fn on_changes(&self, store: &Store, state: &ReaderState, changes: &[&Change]) -> StoreResult<Option<Letter>> {
        let changes = as_moved(store, changes)?;
        let changes: &[&Change] = &changes.iter().collect::<Vec<_>>();
        let follows = self.follows(store, changes)?;
        let about = About::of(store, self.watchlist, changes)?;
        let news = News { follows: follows.as_deref(), ..self.news(state, changes, &about) };
        if changes.iter().all(|change| change.assessment.tier == Tier::Alert) {
            return Ok(compose::alert(&news, self.recipient, &self.desk(), self.now));
        }
        // A quiet round is no reason to write.
        let desk = Desk { all_quiet: false, ..self.desk() };
        Ok(compose::digest(&news, self.recipient, &desk, self.now))
    }

    /// The letter that told an earlier change of the same document to this reader: mail programs show them together.
    fn follows(&self, store: &Store, changes: &[&Change]) -> StoreResult<Option<String>> {
        for change in changes {
            if let Some(message_id) = store.letter_before(&self.recipient.name, &change.watch)? {
                return Ok(Some(message_id));
            }
        }
        Ok(None)
    }

    fn digest(
        &self,
        store: &Store,
        state: &ReaderState,
        changes: &[&Change],
        notices: &[Notice],
    ) -> StoreResult<Option<Letter>> {
        let today = self.now.to_zoned(self.watchlist.settings.timezone.clone()).date();
        let changes = as_moved(store, changes)?;
        let changes: &[&Change] = &changes.iter().collect::<Vec<_>>();
        // What was taken back since the last digest is named once more, unless this one tells it.
        let open = still_open(store, today, Some(state.digest_at))?.into_iter();
        let open: Vec<Change> = open.map(|change| compose::under_todays_names(change, self.watchlist)).collect();
        let is_told = |open: &&Change| changes.iter().any(|change| change.id == open.id);
        let open: Vec<&Change> = open.iter().filter(|open| !is_told(open)).collect();
        let Spots { blind, editions, back, silences, damages, edits } = health::spots(self.watchlist, store, notices)?;
        let coverage = coverage(self.watchlist, Some(store), self.now)?;
        let mut still_blind =
            if self.hears_of_health_in_digest() { health::blind_now(self.watchlist, store)? } else { Vec::new() };
        still_blind.retain(|spot| !blind.iter().any(|new| new.url == spot.url && new.watch == spot.watch));
        // What was held back or decided on a quiet day is told with the next digest that is written.
        let last = store.last_digest(&state.name)?.unwrap_or(state.digest_at).min(state.digest_at);
        let held_back = store.held_since(last)?;
        let unread = coverage.not_read(!self.hears_of_health_in_digest());
        let proposals = proposals::untold(notices, self.watchlist);
        let about = About::of(store, self.watchlist, changes)?.beside(store, &[changes, &open].concat())?;
        let named = |task: Task| Task { change: compose::under_todays_names(task.change, self.watchlist), ..task };
        let tasks: Vec<Task> = store.decided_last(&[Decision::Act])?.into_iter().map(named).collect();
        let decided: Vec<Task> = store.decided_since(last)?.into_iter().map(named).collect();
        let news = News {
            tasks: &tasks,
            decided: &decided,
            proposals: &proposals,
            open: &open,
            blind: &blind,
            still_blind: &still_blind,
            editions: &editions,
            back: &back,
            silences: &silences,
            damages: &damages,
            edits: &edits,
            refused: if self.hears_of_health_in_digest() { self.refused } else { &[] },
            looked_at: coverage.due(),
            readable: coverage.read,
            rarer: coverage.rarer,
            unread: &unread,
            held_back: Some(&held_back),
            from: last,
            ..self.news(state, changes, &about)
        };
        Ok(compose::digest(&news, self.recipient, &self.desk(), self.now))
    }

    fn health(&self, store: &Store, state: &ReaderState, notices: &[Notice]) -> StoreResult<Option<Letter>> {
        let Spots { blind, editions, back, silences, damages, edits } = health::spots(self.watchlist, store, notices)?;
        let proposals = proposals::untold(notices, self.watchlist);
        let about = About::default();
        let news = News {
            blind: &blind,
            editions: &editions,
            back: &back,
            silences: &silences,
            damages: &damages,
            edits: &edits,
            refused: self.refused,
            proposals: &proposals,
            ..self.news(state, &[], &about)
        };
        Ok(compose::health(&news, self.recipient, &self.desk(), self.now))
    }

    /// Operators hear of blind spots at once; without one, those who get no digest do, if nobody gets one.
    fn hears_of_health_at_once(&self) -> bool {
        let recipients = &self.watchlist.recipients;
        self.recipient.operator || !recipients.iter().any(|other| other.operator || other.digest.is_some())
    }

    /// Without an operator, blind spots stand in the digests.
    fn hears_of_health_in_digest(&self) -> bool {
        !self.watchlist.recipients.iter().any(|other| other.operator)
    }
}
