//! From changes to letters: one per recipient, in their language, with an HTML and a text part.
//!
//! [`alert`], [`digest`], [`health`] and [`test()`] make a [`Letter`] out of [`News`]; [`concerns`] says which changes a
//! recipient wants to know of. A letter made again from the same news has the same Message-ID.

mod anew;
mod audience;
mod calendar;
mod card;
mod clauses;
mod hook;
mod identity;
mod limits;
mod outlook;
mod page;
mod pieces;
mod plain;
mod render;
mod same_words;
mod subject;
mod summary;
mod words;
mod wrap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

pub use audience::concerns;
pub use hook::by_every_way;

use crate::model::{
    Asset, BlindSpot, Change, Counterpart, Duty, HeldSummary, Language, Letter, LetterKind, OtherEdition, Proposal,
    Reason, Recipient, RefusedAddress, SameWords, Tier, Trouble,
};
use words::{Words, words};

/// Everything that there is to tell; the letter takes what concerns its reader.
#[derive(Debug, Clone, Copy, Default)]
pub struct News<'a> {
    /// Changes not told before, in any order.
    pub changes: &'a [&'a Change],
    /// Changes told before that nobody has dealt with.
    pub open: &'a [&'a Change],
    /// What the ids in assessments mean.
    pub assets: &'a [Asset],
    pub duties: &'a [Duty],
    /// What the changes' documents say in other languages.
    pub counterparts: &'a [Counterpart],
    /// In which other documents the changes' words came or went too.
    pub same_words: &'a [SameWords],
    /// Pages that cannot be read now.
    pub blind: &'a [BlindSpot],
    /// Pages that cannot be read now and were told before; they never make a letter by themselves.
    pub still_blind: &'a [BlindSpot],
    /// Pages on which another edition stands since lately and is followed.
    pub editions: &'a [OtherEdition],
    /// Pages that could not be read and can be again.
    pub back: &'a [BlindSpot],
    /// What the watchlist could say better.
    pub proposals: &'a [Proposal],
    /// Letters that did not arrive.
    pub refused: &'a [RefusedAddress],
    /// Watches looked at in this span, and how many of them could be read at the last look.
    pub looked_at: usize,
    pub readable: usize,
    /// What was held back from readers in this span.
    pub held_back: Option<&'a HeldSummary>,
    /// Message-ID of an earlier letter to this reader that these changes follow up.
    pub follows: Option<&'a str>,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// In whose name letters are written.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The sender, `Name <address>`.
    pub from: &'a str,
    pub zone: &'a TimeZone,
    /// Whom a reader asks to be left out; the sender where there is nobody else.
    pub contact: Option<&'a str>,
    /// Whether a digest with nothing to tell is sent all the same.
    pub all_quiet: bool,
}

/// What every part of a letter needs to know.
#[derive(Clone, Copy)]
struct Scene<'a> {
    news: &'a News<'a>,
    recipient: &'a Recipient,
    desk: &'a Desk<'a>,
    words: &'static dyn Words,
    now: Timestamp,
    today: Date,
}

/// The letter that goes out at once; none where no important change concerns the recipient.
#[must_use]
pub fn alert(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    let scene = Scene::new(news, recipient, desk, now);
    let mut changes = scene.concerning(news.changes);
    changes.retain(|change| change.assessment.tier == Tier::Alert);
    if changes.is_empty() {
        return None;
    }
    let (shown, named) = same_words::folded(changes);
    Some(render::letter(scene, LetterKind::Alert, &shown, &named))
}

/// The letter that gathers; none where there is nothing to say, unless quiet weeks are to be told too.
#[must_use]
pub fn digest(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    let scene = Scene::new(news, recipient, desk, now);
    let changes = scene.concerning(news.changes);
    // An alert that nobody has decided on comes back with every digest; alone, once a week.
    let reminds = scene.concerning(news.open).iter().any(|change| is_weekday_of(change, news));
    let silent = changes.is_empty() && !reminds && !has_news_of_health(news);
    if silent && !desk.all_quiet {
        return None;
    }
    let (shown, named) = same_words::folded(changes);
    Some(render::letter(scene, LetterKind::Digest, &shown, &named))
}

/// The letter to the operator on pages that cannot be read, or can be again; none where all is well.
#[must_use]
pub fn health(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    if !has_news_of_health(news) {
        return None;
    }
    Some(render::letter(Scene::new(news, recipient, desk, now), LetterKind::Health, &[], &[]))
}

/// Whether another full week since a change was seen ends in the span of these news.
fn is_weekday_of(change: &Change, news: &News<'_>) -> bool {
    let weeks = |time: Timestamp| time.duration_since(change.detected_at).as_hours().div_euclid(7 * 24);
    weeks(news.until) > weeks(news.from).max(0)
}

/// Whether there is news of what could be read and of what arrived.
const fn has_news_of_health(news: &News<'_>) -> bool {
    !news.blind.is_empty()
        || !news.editions.is_empty()
        || !news.back.is_empty()
        || !news.refused.is_empty()
        || !news.proposals.is_empty()
}

/// Why a change is judged as it is, in a plain sentence.
#[must_use]
pub fn reason(reason: &Reason, language: Language) -> String {
    words(language).reason(reason)
}

/// What stands under an address where another edition does: "German instead of English".
#[must_use]
pub fn edition(instead: &Trouble, language: Language) -> String {
    words::edition(instead, language)
}

/// The letter of `mail test`.
#[must_use]
pub fn test(recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Letter {
    let news = News { from: now, until: now, ..News::default() };
    render::letter(Scene::new(&news, recipient, desk, now), LetterKind::Test, &[], &[])
}

impl<'a> Scene<'a> {
    fn new(news: &'a News<'a>, recipient: &'a Recipient, desk: &'a Desk<'a>, now: Timestamp) -> Self {
        let today = now.to_zoned(desk.zone.clone()).date();
        Self { news, recipient, desk, words: words(recipient.language), now, today }
    }

    /// Those that the recipient wants to know of, the weightiest first.
    fn concerning(&self, changes: &[&'a Change]) -> Vec<&'a Change> {
        let mut wanted: Vec<_> = changes.iter().copied().filter(|change| concerns(self.recipient, change)).collect();
        wanted.sort_by_cached_key(|change| limits::weight(change));
        wanted
    }

    fn language(&self) -> Language {
        self.recipient.language
    }

    fn moment(&self, time: Timestamp) -> String {
        self.words.moment(time, self.desk.zone)
    }

    /// A reason on one line; page text and names in it are as long as a letter can bear.
    fn reason(&self, reason: &Reason) -> String {
        plain::sentence(&self.words.reason(reason))
    }

    /// The assets of ours that a change touches.
    fn touched(&self, change: &Change) -> Vec<&'a Asset> {
        let assets = self.news.assets.iter();
        assets.filter(|asset| change.assessment.assets.contains(&asset.id)).collect()
    }
}

/// Calendar days from one day to another; negative where the other lies before.
fn days_between(from: Date, until: Date) -> i64 {
    from.until((Unit::Day, until)).map_or(0, |span| i64::from(span.get_days()))
}
