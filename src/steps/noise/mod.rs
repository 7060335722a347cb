//! The rules by which a difference in words says nothing of the rules of a house, in order; each is one file.
//!
//! What a rule holds back is kept as a row under the rule's key. No rule rests on a word list alone, nor on a date being
//! earlier, nor on what an attribute of the main text is called.

mod address;
mod buttons;
mod choices;
pub(super) mod cosmetic;
mod date_line;
mod headings_alone;
mod language_flip;
mod language_menu;
mod related_articles;
mod repetition;
pub(super) mod shifted_date;
mod spaces;
pub(super) mod surroundings;
mod title;
pub(super) mod translation;

use surroundings::Surroundings;

use crate::model::{Comparison, Hunk, Noise};
use crate::steps::diff::group::Group;
use crate::steps::diff::hunk::WordCount;
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

/// A rule that holds a difference back.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps) struct Rule {
    /// Stored with whatever it decided.
    pub key: &'static str,
    pub class: Noise,
    holds: fn(&DifferingBlocks<'_>, &Surroundings) -> bool,
}

const fn rule_of(key: &'static str, class: Noise, holds: fn(&DifferingBlocks<'_>, &Surroundings) -> bool) -> Rule {
    Rule { key, class, holds }
}

/// The rules for single differences; the first that holds decides.
const RULES: [Rule; 11] = [
    rule_of("spaces", Noise::Markup, |difference, _| spaces::holds(difference.before(), difference.after())),
    rule_of("address", Noise::Links, |difference, _| {
        address::differ_only_in_addresses(difference.before(), difference.after())
    }),
    rule_of("date_line", Noise::Date, |difference, _| date_line::is_date_line(difference.before(), difference.after())),
    rule_of("same_day", Noise::Date, surroundings::is_same_day),
    rule_of("language_menu", Noise::Language, |difference, _| {
        language_menu::is_language_line(difference.before(), difference.after())
    }),
    rule_of("date_label", Noise::Language, |difference, _| {
        date_line::is_label_in_another_language(difference.before(), difference.after())
    }),
    rule_of("related_articles", Noise::Boilerplate, |difference, _| related_articles::is_boilerplate(difference)),
    rule_of("choices", Noise::Boilerplate, choices::is_boilerplate),
    rule_of("buttons", Noise::Boilerplate, |difference, _| {
        buttons::is_boilerplate(difference.before(), difference.after())
    }),
    rule_of("site_in_title", Noise::Boilerplate, |difference, _| {
        title::differ_only_in_site(difference.before(), difference.after())
    }),
    rule_of("surroundings", Noise::Boilerplate, surroundings::is_boilerplate),
];

/// A rule that speaks of all that differs at once.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps) struct WholeRule {
    /// Stored with whatever it decided.
    pub key: &'static str,
    pub class: Noise,
}

/// Whether a difference that is noise by itself is to be told where other words differ, too.
pub(super) fn is_told_with_others(hunk: &Hunk, class: Noise) -> bool {
    class == Noise::Date && hunk.after.as_deref().is_some_and(date_line::says_from_when)
}

/// The rule that holds a difference in words back, if there is one.
pub(in crate::steps) fn rule(difference: &DifferingBlocks<'_>, around: &Surroundings) -> Option<&'static Rule> {
    RULES.iter().find(|rule| (rule.holds)(difference, around))
}

/// The rule that holds back all that no other rule does; `words` are all that differ.
pub(in crate::steps) fn of_the_whole(
    comparison: &Comparison,
    around: &Surroundings,
    words: WordCount,
) -> Option<WholeRule> {
    let hunks = comparison.hunks.as_slice();
    if hunks.is_empty() {
        None
    } else if language_flip::holds(hunks) {
        Some(WholeRule { key: "language_flip", class: Noise::Language })
    } else if repetition::holds(around, words) {
        Some(WholeRule { key: "repetition", class: Noise::Markup })
    } else if headings_alone::holds(hunks) {
        Some(WholeRule { key: "headings_alone", class: Noise::Markup })
    } else {
        None
    }
}
