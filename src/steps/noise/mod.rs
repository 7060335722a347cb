//! Differences in words that say nothing of the rules, told apart by what they are made of.

mod address;
mod buttons;
mod choices;
pub(super) mod cosmetic;
mod date_line;
mod language_menu;
mod link;
mod related_articles;
pub(super) mod shifted_date;
pub(super) mod surroundings;
mod title;
pub(super) mod translation;

use surroundings::Surroundings;

use super::text;
use crate::model::{Hunk, Noise};
use crate::steps::diff::group::Group;
use crate::steps::diff::side::Side;

/// A difference and the blocks that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct DifferingBlocks<'a> {
    pub old: &'a Side<'a>,
    pub new: &'a Side<'a>,
    pub group: &'a Group,
    pub hunk: &'a Hunk,
}

impl<'a> DifferingBlocks<'a> {
    fn before(&self) -> &'a str {
        self.hunk.before.as_deref().unwrap_or_default()
    }

    fn after(&self) -> &'a str {
        self.hunk.after.as_deref().unwrap_or_default()
    }
}

/// Whether a difference that is noise by itself is to be told where other words differ, too.
pub(super) fn is_told_with_others(hunk: &Hunk, class: Noise) -> bool {
    class == Noise::Date && hunk.after.as_deref().is_some_and(date_line::says_from_when)
}

/// The class of noise that a difference in words is of, if it is of one.
pub(super) fn class(difference: &DifferingBlocks<'_>, around: &Surroundings) -> Option<Noise> {
    let (before, after) = (difference.before(), difference.after());
    if glued(before) == glued(after) {
        Some(Noise::Markup)
    } else if address::differ_only_in_addresses(before, after) || link::came_or_went(difference) {
        Some(Noise::Links)
    } else if date_line::is_date_line(before, after) || surroundings::is_same_day(difference, around) {
        Some(Noise::Date)
    } else if language_menu::is_language_line(before, after) || date_line::is_label_in_another_language(before, after) {
        Some(Noise::Language)
    } else if related_articles::is_boilerplate(difference)
        || choices::is_boilerplate(difference, around)
        || buttons::is_boilerplate(before, after)
        || title::differ_only_in_site(before, after)
        || surroundings::is_boilerplate(difference, around)
    {
        Some(Noise::Boilerplate)
    } else {
        None
    }
}

/// All words of a text run together: where a space got lost or came in, that alone is no change.
fn glued(text: &str) -> String {
    let mut glued = String::new();
    text::each_word(text, |word, _| {
        // Numbers stay apart: 1.5 is not 15.
        let numbers = glued.ends_with(|letter: char| letter.is_numeric()) && word.starts_with(char::is_numeric);
        if numbers {
            glued.push('.');
        }
        glued.push_str(word);
    });
    glued
}
