//! Which letter there is to write, if any.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::news::{Desk, News};
use super::plain::TIE;
use super::scene::Scene;
use super::words;
use super::{comparison, put_off, render, same_words};
use crate::model::{
    Asset, Change, Decided, EditTaken, Language, Letter, LetterKind, Noise, Reason, Recipient, Tier, Topic, Trouble,
};

/// The letter that goes out at once; none where no important change concerns the recipient.
#[must_use]
pub fn alert(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    let scene = Scene::new(news, recipient, desk, now);
    let mut changes = scene.concerning(news.changes);
    changes.retain(|change| change.assessment.tier == Tier::Alert);
    if changes.is_empty() {
        return None;
    }
    let (shown, named) = folded(scene, changes);
    Some(render::letter(scene, LetterKind::Alert, &shown, &named))
}

/// The letter that gathers; none where there is nothing to say, unless quiet weeks are to be told too.
#[must_use]
pub fn digest(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    let scene = Scene::new(news, recipient, desk, now);
    let changes = scene.concerning(news.changes);
    // An alert that nobody has decided on comes back with every digest; alone, once a week, all of them together.
    let is_mine = |change: &&Change| super::concerns(recipient, change);
    let tasks = news.tasks.iter().map(|task| &task.change).filter(is_mine);
    let oldest = scene.concerning(news.open).into_iter().chain(tasks).min_by_key(|change| change.detected_at);
    let reminds = oldest.is_some_and(|change| is_weekday_of(change, news));
    let silent = changes.is_empty() && !reminds && !news.has_health();
    if silent && !desk.all_quiet {
        return None;
    }
    let (shown, named) = folded(scene, changes);
    Some(render::letter(scene, LetterKind::Digest, &shown, &named))
}

/// The changes that are shown, and those that are only named beside another of them.
fn folded<'a>(scene: Scene<'_>, changes: Vec<&'a Change>) -> (Vec<&'a Change>, Vec<&'a Change>) {
    let (shown, mut named) = same_words::folded(changes);
    let (mut shown, moved) = put_off::folded(scene, shown);
    named.extend(moved);
    // What stands there no more comes behind what does.
    shown.sort_by_key(|change| (Reverse(change.assessment.tier), scene.overtaken(change).is_some()));
    (shown, named)
}

/// The letter to the operator on pages that cannot be read, or can be again; none where all is well.
#[must_use]
pub fn health(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    if !news.has_health() {
        return None;
    }
    Some(render::letter(Scene::new(news, recipient, desk, now), LetterKind::Health, &[], &[]))
}

/// The letter on days that come nearer; none where none does.
#[must_use]
pub fn reminder(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    if news.reminders.is_empty() {
        return None;
    }
    Some(render::letter(Scene::new(news, recipient, desk, now), LetterKind::Reminder, &[], &[]))
}

/// The letter to a new reader on what is watched; none where there is nothing to say of it.
#[must_use]
pub fn welcome(news: &News<'_>, recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Option<Letter> {
    news.welcome?;
    Some(render::letter(Scene::new(news, recipient, desk, now), LetterKind::Welcome, &[], &[]))
}

/// When something is written, and in which zone its times are.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub now: Timestamp,
    pub zone: &'a TimeZone,
}

/// One change as a page by itself: every place, old and new side by side, and under a title what became of it; none where it
/// cannot be drawn.
#[must_use]
pub fn sheet(
    change: &Change,
    assets: &[Asset],
    record: (&str, &[(String, String)]),
    language: Language,
    moment: Moment<'_>,
) -> Option<String> {
    let reader = Recipient::by_address("", language);
    let desk = Desk { from: "", zone: moment.zone, contact: None, all_quiet: false, reminders: &[], answers: None };
    let changes = [change];
    let (from, until) = (change.detected_at, moment.now);
    let news = News { changes: &changes, assets, from, until, ..News::default() };
    comparison::page(Scene::new(&news, &reader, &desk, moment.now), change, record)
}

/// Whether another full week since a change was seen ends in the span of these news.
fn is_weekday_of(change: &Change, news: &News<'_>) -> bool {
    let weeks = |time: Timestamp| time.duration_since(change.detected_at).as_hours().div_euclid(7 * 24);
    weeks(news.until) > weeks(news.from).max(0)
}

/// Why a change is judged as it is, in a plain sentence.
#[must_use]
pub fn reason(reason: &Reason, language: Language) -> String {
    untied(&words::reason(reason, language))
}

/// What stands under an address where another edition does: "German instead of English".
#[must_use]
pub fn edition(instead: &Trouble, language: Language) -> String {
    words::edition(instead, language)
}

/// A rule that holds passages back, by its key, in plain words.
#[must_use]
pub fn rule(key: &str, language: Language) -> String {
    words::rule(key, language)
}

/// Why a page could not be read, or not all of it.
#[must_use]
pub fn trouble(trouble: &Trouble, language: Language) -> String {
    words::words(language).trouble(trouble)
}

/// What was decided, by whom and why; `day` is the one by which or until which.
#[must_use]
pub fn decided(decided: &Decided, day: Option<&str>, language: Language) -> String {
    untied(&words::words(language).decided(decided, day))
}

/// That an edit of the watchlist was taken, and what begins with it.
#[must_use]
pub fn edited(taken: &EditTaken, language: Language) -> String {
    words::words(language).edited(&taken.document, &taken.watch, &taken.edit)
}

/// A day as letters write it.
#[must_use]
pub fn day(day: Date, language: Language) -> String {
    untied(&words::words(language).date(day))
}

/// A class of noise as letters call it.
#[must_use]
pub fn noise(noise: Noise, language: Language) -> &'static str {
    words::words(language).noise(noise)
}

/// Words for a terminal and for programs, where they are searched: with plain blanks alone.
fn untied(text: &str) -> String {
    text.replace(TIE, " ")
}

/// A tier as letters call it.
#[must_use]
pub fn tier(tier: Tier, language: Language) -> &'static str {
    words::words(language).tier(tier)
}

/// A topic as letters call it.
#[must_use]
pub fn topic(topic: Topic, language: Language) -> &'static str {
    words::words(language).topic(topic)
}

/// The letter of `mail test`.
#[must_use]
pub fn test(recipient: &Recipient, desk: &Desk<'_>, now: Timestamp) -> Letter {
    let news = News { from: now, until: now, ..News::default() };
    render::letter(Scene::new(&news, recipient, desk, now), LetterKind::Test, &[], &[])
}
