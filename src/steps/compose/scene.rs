//! What every part of a letter needs to know.

use jiff::Timestamp;
use jiff::civil::Date;

use super::news::{Desk, News};
use super::plain;
use super::words::{self, Words, words};
use crate::model::{Asset, Change, Language, Overtaken, Reason, Recipient};

/// What every part of a letter needs to know.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub news: &'a News<'a>,
    pub recipient: &'a Recipient,
    pub desk: &'a Desk<'a>,
    pub words: &'static dyn Words,
    pub now: Timestamp,
    pub today: Date,
}

impl<'a> Scene<'a> {
    pub(super) fn new(news: &'a News<'a>, recipient: &'a Recipient, desk: &'a Desk<'a>, now: Timestamp) -> Self {
        let today = now.to_zoned(desk.zone.clone()).date();
        Self { news, recipient, desk, words: words(recipient.language), now, today }
    }

    pub(super) fn language(&self) -> Language {
        self.recipient.language
    }

    pub(super) fn moment(&self, time: Timestamp) -> String {
        self.words.moment(time, self.desk.zone)
    }

    /// A reason on one line; page text and names in it are as long as a letter can bear.
    pub(super) fn reason(&self, reason: &Reason) -> String {
        plain::sentence(&words::reason(reason, self.language()))
    }

    /// "Touches: Adventskalender, Facebook-Seite".
    pub(super) fn touches(&self, change: &Change) -> Option<String> {
        let names: Vec<String> = self.touched(change).into_iter().map(|asset| plain::name(&asset.name)).collect();
        (!names.is_empty()).then(|| format!("{}: {}", self.words.assets(), names.join(", ")))
    }

    /// Whether nobody needs to look at a change any more: what it told is gone, or another important change speaks for it.
    pub(super) fn is_settled(&self, change: &Change) -> bool {
        self.overtaken(change).is_some_and(|overtaken| overtaken.is_gone || overtaken.is_important)
    }

    /// What later changes made of a change of which nothing stands any more.
    pub(super) fn overtaken(&self, change: &Change) -> Option<&'a Overtaken> {
        self.news.overtaken.iter().find(|one| one.change == change.id)
    }

    /// The assets of ours that a change touches.
    pub(super) fn touched(&self, change: &Change) -> Vec<&'a Asset> {
        let assets = self.news.assets.iter();
        assets.filter(|asset| change.assessment.assets.contains(&asset.id)).collect()
    }
}
