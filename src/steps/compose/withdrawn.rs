//! An announced day that no longer stands there: the letter names it, and calendars are told to forget it.

use jiff::civil::Date;

use super::put_off::{self, stands_in, withdraws};
use super::scene::Scene;
use crate::model::{Change, Tier};

/// Words of a sentence that announces a day, and says little besides.
const SENTENCE: usize = 40;

/// An announced day that a change takes back.
pub(super) struct Withdrawn<'a> {
    pub day: Date,
    /// The change that announced the first of its days.
    pub first: &'a Change,
    /// How often it was moved before it went.
    pub times: usize,
    /// The change that announced the day itself.
    pub announced: &'a Change,
}

/// The announced day that a change takes back.
pub(super) fn withdrawn<'a>(scene: Scene<'a>, change: &Change) -> Option<Withdrawn<'a>> {
    let announced = withdraws(change, scene.news.announced)?;
    let texts = scene.news.texts.iter().find(|texts| texts.change == change.id);
    if texts.is_some_and(|texts| stands_in(&texts.after, announced)) {
        return None;
    }
    let place = put_off::place(announced, scene.news.announced);
    let day = announced.assessment.effective_date?;
    Some(Withdrawn { day, first: place.first, times: place.times, announced })
}

/// "No longer announced for 20 March 2026", where a change says that and nothing else.
pub(super) fn headline(scene: Scene<'_>, change: &Change) -> Option<String> {
    let day = withdrawn(scene, change)?.day;
    let is_sentence = |text: &String| text.split_whitespace().nth(SENTENCE).is_none();
    let mut told = change.hunks.iter().filter(|hunk| hunk.tier != Some(Tier::None)).peekable();
    let is_all = told.peek().is_some()
        && told.all(|hunk| {
            put_off::names(hunk.before.as_deref(), day) && hunk.before.iter().chain(&hunk.after).all(is_sentence)
        });
    is_all.then(|| scene.words.withdrawn(&scene.words.date(day)))
}
