//! The rules in their order, and how they are asked.

use super::block_at::{BlockAt, rules_something};
use super::differing_blocks::DifferingBlocks;
use super::labels::only_numbers_differ;
use super::surroundings::Surroundings;
use super::{
    above_the_document, address, age_line, around_each_section, buttons, choices, contact_line, contents_list,
    contraction, cookie_notice, copyright, counter, courtesy, damaged_letters, date_in_passing, date_label, date_line,
    dated_cards, dating, day_labels, exchanged_in_each_section, footer_list, footnote_marks, heading_again,
    headings_alone, hidden_mail, invitation, item_date, language_flip, language_menu, language_offer, menu_of_links,
    notices, other_gender, other_letters, outside_the_text, probe, readers_comments, related_articles, repetition,
    rolled_off, row_of_links, said_twice, same_day, same_number, section_numbers, signature, spaces, style_sheet,
    survey, title_again, untranslated, version_line,
};
use crate::model::{Comparison, Hunk, Noise};
use crate::steps::diff::hunk::WordCount;
use crate::steps::text::turned::turns_a_rule;

/// A rule that holds differences back.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps) struct Rule {
    /// Stored with whatever it decided.
    pub key: &'static str,
    pub class: Noise,
    holds: Holds,
}

/// What a rule speaks of.
#[derive(Debug, Clone, Copy)]
enum Holds {
    /// Of one difference.
    Difference(fn(&DifferingBlocks<'_>, &Surroundings) -> bool),
    /// Of one block that came or went: where only blocks came or only went, or all stand outside of the text, and such rules
    /// hold each of them.
    Block(fn(BlockAt<'_>, &Surroundings) -> bool),
    /// Of all at once that no other rule holds back.
    Whole(fn(&Comparison, &Surroundings, WordCount) -> bool),
}

const fn rule_of(key: &'static str, class: Noise, holds: Holds) -> Rule {
    Rule { key, class, holds }
}

/// The rules; the first that holds decides.
const RULES: [Rule; 51] = [
    rule_of("spaces", Noise::Markup, Holds::Difference(spaces::holds)),
    rule_of("same_number", Noise::Typography, Holds::Difference(same_number::holds)),
    rule_of("section_numbers", Noise::Typography, Holds::Difference(section_numbers::holds)),
    rule_of("footnote_marks", Noise::Typography, Holds::Difference(footnote_marks::holds)),
    rule_of("said_twice", Noise::Typography, Holds::Difference(said_twice::holds)),
    rule_of("style_sheet", Noise::Markup, Holds::Difference(style_sheet::holds)),
    rule_of("contraction", Noise::Typography, Holds::Difference(contraction::holds)),
    rule_of("other_letters", Noise::Typography, Holds::Difference(other_letters::holds)),
    rule_of("other_gender", Noise::Typography, Holds::Difference(other_gender::holds)),
    rule_of("address", Noise::Links, Holds::Difference(address::holds)),
    rule_of("hidden_mail", Noise::Links, Holds::Difference(hidden_mail::holds)),
    rule_of("date_line", Noise::Date, Holds::Difference(date_line::holds)),
    rule_of("date_in_passing", Noise::Date, Holds::Difference(date_in_passing::holds)),
    rule_of("version_line", Noise::Date, Holds::Difference(version_line::holds)),
    rule_of("age_line", Noise::Date, Holds::Difference(age_line::holds)),
    rule_of("item_date", Noise::Date, Holds::Difference(item_date::holds)),
    rule_of("same_day", Noise::Date, Holds::Difference(same_day::holds)),
    rule_of("language_menu", Noise::Language, Holds::Difference(language_menu::holds)),
    rule_of("language_offer", Noise::Language, Holds::Difference(language_offer::holds)),
    rule_of("untranslated", Noise::Language, Holds::Difference(untranslated::holds)),
    rule_of("date_label", Noise::Language, Holds::Difference(date_label::holds)),
    rule_of("related_articles", Noise::Boilerplate, Holds::Difference(related_articles::holds)),
    rule_of("contents_list", Noise::Boilerplate, Holds::Difference(contents_list::holds)),
    rule_of("choices", Noise::Boilerplate, Holds::Difference(choices::holds)),
    rule_of("copyright", Noise::Boilerplate, Holds::Difference(copyright::holds)),
    rule_of("buttons", Noise::Boilerplate, Holds::Difference(buttons::holds)),
    rule_of("footer_list", Noise::Boilerplate, Holds::Difference(footer_list::holds)),
    rule_of("survey", Noise::Boilerplate, Holds::Difference(survey::holds)),
    rule_of("invitation", Noise::Boilerplate, Holds::Difference(invitation::holds)),
    rule_of("courtesy", Noise::Boilerplate, Holds::Difference(courtesy::holds)),
    rule_of("readers_comments", Noise::Boilerplate, Holds::Difference(readers_comments::holds)),
    rule_of("notices", Noise::Boilerplate, Holds::Difference(notices::holds)),
    rule_of("contact_line", Noise::Boilerplate, Holds::Difference(contact_line::holds)),
    rule_of("counter", Noise::Boilerplate, Holds::Difference(counter::holds)),
    rule_of("signature", Noise::Boilerplate, Holds::Difference(signature::holds)),
    rule_of("damaged_letters", Noise::Markup, Holds::Difference(damaged_letters::holds)),
    rule_of("exchanged_in_each_section", Noise::Boilerplate, Holds::Difference(exchanged_in_each_section::holds)),
    rule_of("above_the_document", Noise::Boilerplate, Holds::Difference(above_the_document::holds)),
    rule_of("row_of_links", Noise::Boilerplate, Holds::Difference(row_of_links::holds)),
    rule_of("probe", Noise::Boilerplate, Holds::Block(probe::holds)),
    rule_of("cookie_notice", Noise::Boilerplate, Holds::Block(cookie_notice::holds)),
    rule_of("outside_the_text", Noise::Boilerplate, Holds::Block(outside_the_text::holds)),
    rule_of("rolled_off", Noise::Boilerplate, Holds::Block(rolled_off::holds)),
    rule_of("heading_again", Noise::Boilerplate, Holds::Block(heading_again::holds)),
    rule_of("dated_cards", Noise::Boilerplate, Holds::Block(dated_cards::holds)),
    rule_of("menu_of_links", Noise::Boilerplate, Holds::Block(menu_of_links::holds)),
    rule_of("around_each_section", Noise::Boilerplate, Holds::Block(around_each_section::holds)),
    rule_of("title_again", Noise::Boilerplate, Holds::Block(title_again::holds)),
    rule_of("language_flip", Noise::Language, Holds::Whole(language_flip::holds)),
    rule_of("repetition", Noise::Markup, Holds::Whole(repetition::holds)),
    rule_of("headings_alone", Noise::Markup, Holds::Whole(headings_alone::holds)),
];

/// The class of differences of which a rule speaks; none for a rule that is asked elsewhere.
#[must_use]
pub fn class_of(key: &str) -> Option<Noise> {
    RULES.iter().find(|rule| rule.key == key).map(|rule| rule.class)
}

/// Among so many blocks that rules hold, a fourth as many may stand that none does: a table of contents may have a line of
/// its own among its entries. Chosen on the pages of corpus 2022.
const MANY: usize = 6;
const AMONG: usize = 4;
/// Such a line has no more words. Chosen on the pages of corpus 2022.
const LINE: usize = 30;

/// Whether a difference that is noise by itself is to be told where other words differ, too.
pub(in crate::steps) fn is_told_with_others(hunk: &Hunk, class: Noise) -> bool {
    class == Noise::Date && hunk.after.as_deref().is_some_and(dating::says_from_when)
}

/// Whether a difference is nothing but lines that date the document.
pub(in crate::steps) fn only_dates(hunk: &Hunk) -> bool {
    let mut sides = hunk.before.iter().chain(&hunk.after).peekable();
    sides.peek().is_some() && sides.all(|side| !dating::dates(side).is_empty())
}

/// Whether nothing differs but the day from which a document says that it holds.
pub(in crate::steps) fn is_another_day_of_effect(hunk: &Hunk) -> bool {
    hunk.before
        .as_deref()
        .zip(hunk.after.as_deref())
        .is_some_and(|(before, after)| day_labels::is_put_off(before, after))
}

/// Whether nothing differs but a day until or before which something is.
pub(in crate::steps) fn bounds_another_day(hunk: &Hunk) -> bool {
    hunk.before
        .as_deref()
        .zip(hunk.after.as_deref())
        .is_some_and(|(before, after)| day_labels::is_another_bound(before, after))
}

/// The rule that holds a difference in words back, if there is one.
pub(in crate::steps) fn rule(difference: &DifferingBlocks<'_>, around: &Surroundings) -> Option<&'static Rule> {
    let holds = |rule: &&Rule| matches!(rule.holds, Holds::Difference(holds) if holds(difference, around));
    let found = RULES.iter().find(holds).or_else(|| of_each_block(difference, around));
    // "Yes." that becomes "No." is no button.
    found.filter(|rule| rule.class != Noise::Boilerplate || !turns_a_rule(difference.hunk))
}

/// The rule that holds most of the blocks that came or went, where rules hold nearly all of them.
fn of_each_block(difference: &DifferingBlocks<'_>, around: &Surroundings) -> Option<&'static Rule> {
    let is_around = |block: BlockAt<'_>| block.outside || probe::holds(block, around);
    if !difference.is_lone()
        && (!difference.blocks().all(is_around) || only_numbers_differ(difference.before(), difference.after()))
    {
        return None;
    }
    let mut counts = [0_usize; RULES.len()];
    let mut others = 0;
    for block in difference.blocks() {
        let holds = |rule: &Rule| matches!(rule.holds, Holds::Block(holds) if holds(block, around));
        match RULES.iter().position(holds) {
            Some(index) => counts[index] += 1,
            None if block.words() <= LINE && !rules_something(block.text()) => others += 1,
            None => return None,
        }
    }
    let held: usize = counts.iter().sum();
    let few = others == 0 || held + others >= MANY && held >= others * AMONG;
    let most = (0..RULES.len()).rev().max_by_key(|index| counts[*index])?;
    (held > 0 && few).then(|| &RULES[most])
}

/// The rule that holds back all that no other rule does; `words` are all that differ.
pub(in crate::steps) fn of_the_whole(
    comparison: &Comparison,
    around: &Surroundings,
    words: WordCount,
) -> Option<&'static Rule> {
    let holds = |rule: &&Rule| matches!(rule.holds, Holds::Whole(holds) if holds(comparison, around, words));
    RULES.iter().find(holds).filter(|_| !comparison.hunks.is_empty())
}
