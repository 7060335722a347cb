//! What happened to whose rules, in three or four words.

use super::plain::{self, capital};
use super::scene::Scene;
use super::{holds, put_off, withdrawn};
use crate::model::{Change, Kind, Topic};

/// The platform as its owner spells it.
pub(super) fn platform(change: &Change) -> String {
    plain::platform(&change.platform)
}

/// What happened, in three or four words, and whether it stands any more.
pub(super) fn headline(scene: Scene<'_>, change: &Change) -> String {
    let happened = happened(scene, change);
    match scene.overtaken(change) {
        Some(overtaken) => format!("{happened}, {}", scene.words.overtaken(overtaken.is_gone)),
        None => happened,
    }
}

fn happened(scene: Scene<'_>, change: &Change) -> String {
    if let Some(moved) = put_off::headline(scene, change).or_else(|| withdrawn::headline(scene, change)) {
        return moved;
    }
    let words = scene.words;
    let judged = &change.assessment;
    if judged.kind == Kind::Substantive {
        // That terms change on a day is no rule on changes of the terms.
        let subject = judged.topics.iter().copied().find(|topic| *topic != Topic::NoticeOfChange);
        match subject.or_else(|| judged.topics.first().copied()) {
            Some(Topic::NoticeOfChange) if judged.effective_date.is_some() && !holds::is_of_one_rule(change) => {
                words.new_terms().to_owned()
            }
            topic => words.headline(topic, judged.direction),
        }
    } else if change.rewriting.is_some() {
        words.rewritten().to_owned()
    } else {
        words.reworded().to_owned()
    }
}

/// "Facebook: contest rules stricter" as a headline.
pub(super) fn full_headline(scene: Scene<'_>, change: &Change) -> String {
    format!("{}: {}", platform(change), headline(scene, change))
}

/// The headline alone where the platform stands beside it.
pub(super) fn bare_headline(scene: Scene<'_>, change: &Change) -> String {
    capital(&headline(scene, change))
}
