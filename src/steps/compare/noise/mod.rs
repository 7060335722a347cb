//! Differences in words that say nothing of the rules, told apart by what they are made of.

mod address;
mod choices;
mod endonyms;
mod label;
mod link;
mod page;
mod place;
mod related;
mod ruling;
mod stamp;
mod title;
mod whole;

pub(super) use place::Surroundings;
pub(super) use whole::whole;

use super::group::Group;
use super::side::Side;
use crate::model::{Hunk, Noise};
use crate::steps::wording;

/// A difference and the blocks that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference<'a> {
    pub old: &'a Side<'a>,
    pub new: &'a Side<'a>,
    pub group: &'a Group,
    pub hunk: &'a Hunk,
}

impl<'a> Difference<'a> {
    fn before(&self) -> &'a str {
        self.hunk.before.as_deref().unwrap_or_default()
    }

    fn after(&self) -> &'a str {
        self.hunk.after.as_deref().unwrap_or_default()
    }
}

/// Whether a difference that is noise by itself is to be told where other words differ, too.
pub(super) fn is_told_with_others(hunk: &Hunk, class: Noise) -> bool {
    class == Noise::Date && hunk.after.as_deref().is_some_and(stamp::says_from_when)
}

/// The class of noise that a difference in words is of, if it is of one.
pub(super) fn class(difference: &Difference<'_>, around: &Surroundings) -> Option<Noise> {
    let (before, after) = (difference.before(), difference.after());
    if glued(before) == glued(after) {
        Some(Noise::Markup)
    } else if address::differ_only_in_addresses(before, after) || link::came_or_went(difference) {
        Some(Noise::Links)
    } else if stamp::is_date_stamp(before, after) || place::is_same_day(difference, around) {
        Some(Noise::Date)
    } else if endonyms::is_language_line(before, after) || stamp::is_label_in_another_language(before, after) {
        Some(Noise::Language)
    } else if related::is_furniture(difference)
        || choices::is_furniture(difference, around)
        || label::is_furniture(before, after)
        || title::differ_only_in_site(before, after)
        || place::is_furniture(difference, around)
    {
        Some(Noise::Furniture)
    } else {
        None
    }
}

/// All words of a text run together: where a space got lost or came in, that alone is no change.
fn glued(text: &str) -> String {
    let mut glued = String::new();
    wording::each_word(text, |word, _| {
        // Numbers stay apart: 1.5 is not 15.
        let numbers = glued.ends_with(|letter: char| letter.is_numeric()) && word.starts_with(char::is_numeric);
        if numbers {
            glued.push('.');
        }
        glued.push_str(word);
    });
    glued
}
