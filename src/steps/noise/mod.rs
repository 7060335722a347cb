//! The rules by which a difference in words says nothing of the rules of a house, in order; each is one file.
//!
//! What a rule holds back is kept as a row under the rule's key. No rule rests on a word list alone, nor on a date being
//! earlier, nor on what an attribute of the main text is called; and nothing that allows, forbids, demands or limits is
//! ever a part of the page around the document ([`block_at::rules_something`]), nor is an answer, sign, currency or country
//! that gave way to another ([`turns_a_rule`]).
//!
//! | key | holds back | where |
//! |---|---|---|
//! | `numbering` | the number of a section or item before a passage that is otherwise the same | [`cosmetic`] |
//! | `spaces` | words run together or parted | [`spaces`] |
//! | `same_number` | a number in digits that stood there in words, or the other way round | [`same_number`] |
//! | `contraction` | words drawn together or written out | [`contraction`] |
//! | `other_letters` | letters written as two | [`other_letters`] |
//! | `other_gender` | people called in another form of gender | [`other_gender`] |
//! | `address` | other web addresses in the same words | [`address`] |
//! | `hidden_mail` | mail addresses hidden from robots | [`hidden_mail`] |
//! | `date_line` | the date in a line that does nothing but date the document | [`date_line`] |
//! | `date_in_passing` | the date behind "last updated" within longer text | [`date_in_passing`] |
//! | `version_line` | the number of the document's version in a line that only names it | [`version_line`] |
//! | `age_line` | how long ago the document was updated | [`age_line`] |
//! | `item_date` | another day of an item in a feed with the same title | [`item_date`] |
//! | `same_day` | a dating line that says the same day as one on the other side | [`same_day`] |
//! | `date_label` | the label of a date in another language | [`date_label`] |
//! | `language_menu` | names of languages | [`language_menu`] |
//! | `language_offer` | the offer to read the page in other languages | [`language_offer`] |
//! | `related_articles` | entries under "Related articles" and the like | [`related_articles`] |
//! | `contents_list` | entries under "On this page" and the like | [`contents_list`] |
//! | `choices` | questions to choose from | [`choices`] |
//! | `buttons` | lines that are labels of buttons | [`buttons`] |
//! | `copyright` | "© 2026 Example Inc." | [`copyright`] |
//! | `footer_list` | a footer as a list of short lines | [`footer_list`] |
//! | `survey` | the invitation to a survey | [`survey`] |
//! | `invitation` | the page asks for an opinion or an address | [`invitation`] |
//! | `readers_comments` | what readers wrote below the document | [`readers_comments`] |
//! | `notices` | notices of the page within a text | [`notices`] |
//! | `cookie_notice` | a notice on cookies in the page around the text | [`cookie_notice`] |
//! | `outside_the_text` | teasers in the page around the text | [`outside_the_text`] |
//! | `contact_line` | another number to call, house or postcode in a line on how the house is reached | [`contact_line`] |
//! | `rolled_off` | the oldest entry at the end of a list of dated entries | [`rolled_off`] |
//! | `counter` | how often the page was read | [`counter`] |
//! | `signature` | a signature of machines, new at each look | [`signature`] |
//! | `damaged_letters` | letters that were lost on the way | [`damaged_letters`] |
//! | `probe` | a word said again and again, for machines | [`probe`] |
//! | `moved_under_another_heading` | longer passages that moved from one heading to another | `compare.rs` |
//! | `moved_within_the_text` | passages at another place of the text, where nothing says that their order counts | `diff/reordered.rs` |
//! | `exchanged_in_each_section` | the same text in the place of the same text around several sections | [`exchanged_in_each_section`] |
//! | `above_the_document` | the menu before a document | [`above_the_document`] |
//! | `row_of_links` | several links in a row at the edge of a page | [`row_of_links`] |
//! | `heading_again` | a heading said once more, as in a table of contents | [`heading_again`] |
//! | `dated_cards` | cards that lead to other articles, a heading and a day each | [`dated_cards`] |
//! | `menu_of_links` | entries of a menu at the edge of a page, each a link | [`menu_of_links`] |
//! | `around_each_section` | the same text around several sections | [`around_each_section`] |
//! | `title_again` | the title of the document | [`title_again`] |
//! | `language_flip` | all that differs: a page that changed its language | [`language_flip`] |
//! | `repetition` | all that differs: a document that is there twice | [`repetition`] |
//! | `headings_alone` | all that differs: headings without text | [`headings_alone`] |
//! | `shifted_date` | the date of a label that moved by a day | [`shifted_date`], asked by `confirm` |
//! | `translation` | all that stood the second look: the same in another language | [`translation`], asked by `confirm` |
//! | `around_other_documents` | what stands around the text of several documents of a host | [`around_other_documents`], asked by `confirm` |
//! | `comes_and_goes` | words that come and go, unless they go with a text that changed (`confirm/alternating.rs`) | `confirm/seen_twice.rs` |
//! | `other_words_at_every_look` | a place with other words at every look | `confirm/seen_twice.rs` |
//! | `told_in_another_edition` | what was told in another edition of the same language | `confirm/seen_twice.rs` |
//! | `told_for_another_document` | what a site adds to many documents, told for one | `confirm/site_wide.rs` |
//! | `edition_in_another_language` | a text in another language than the reader's | `identity/language.rs` |
//! | `edition_for_another_region` | a text for another region than the reader's | `identity/region.rs` |
//! | `another_document` | a text on another subject | `identity/title.rs` |
//! | `judgement` | what the model finds to be no change of the rules | `judge/by_passage.rs` |

mod above_the_document;
mod address;
mod age_line;
mod around_each_section;
pub(super) mod around_other_documents;
mod block_at;
mod buttons;
mod choices;
mod contact_line;
mod contraction;
mod contents_list;
mod cookie_notice;
mod copyright;
pub(super) mod cosmetic;
mod counter;
mod damaged_letters;
mod date_in_passing;
mod date_label;
mod date_line;
mod dated_cards;
mod dating;
mod day_labels;
mod differing_blocks;
mod exchanged_in_each_section;
mod footer_list;
mod heading_again;
mod headings_alone;
mod hidden_mail;
mod invitation;
mod item_date;
mod labels;
mod language_flip;
mod language_menu;
mod language_offer;
mod menu_of_links;
mod notices;
mod other_gender;
mod other_letters;
mod outside_the_text;
mod probe;
mod questions;
mod readers_comments;
mod related_articles;
mod repetition;
mod rolled_off;
mod row_of_links;
mod same_day;
mod same_number;
mod segments;
pub(super) mod shifted_date;
mod signature;
mod spaces;
pub(super) mod surroundings;
mod survey;
mod title_again;
pub(super) mod translation;
mod version_line;

pub(super) use differing_blocks::DifferingBlocks;
pub(super) use labels::only_numbers_differ;

use block_at::{BlockAt, rules_something};
use surroundings::Surroundings;

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
const RULES: [Rule; 45] = [
    rule_of("spaces", Noise::Markup, Holds::Difference(spaces::holds)),
    rule_of("same_number", Noise::Typography, Holds::Difference(same_number::holds)),
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
    rule_of("date_label", Noise::Language, Holds::Difference(date_label::holds)),
    rule_of("related_articles", Noise::Boilerplate, Holds::Difference(related_articles::holds)),
    rule_of("contents_list", Noise::Boilerplate, Holds::Difference(contents_list::holds)),
    rule_of("choices", Noise::Boilerplate, Holds::Difference(choices::holds)),
    rule_of("copyright", Noise::Boilerplate, Holds::Difference(copyright::holds)),
    rule_of("buttons", Noise::Boilerplate, Holds::Difference(buttons::holds)),
    rule_of("footer_list", Noise::Boilerplate, Holds::Difference(footer_list::holds)),
    rule_of("survey", Noise::Boilerplate, Holds::Difference(survey::holds)),
    rule_of("invitation", Noise::Boilerplate, Holds::Difference(invitation::holds)),
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

/// Among so many blocks that rules hold, a fourth as many may stand that none does: a table of contents may have a line of
/// its own among its entries. Chosen on the pages of corpus 2022.
const MANY: usize = 6;
const AMONG: usize = 4;
/// Such a line has no more words. Chosen on the pages of corpus 2022.
const LINE: usize = 30;

/// Whether a difference that is noise by itself is to be told where other words differ, too.
pub(super) fn is_told_with_others(hunk: &Hunk, class: Noise) -> bool {
    class == Noise::Date && hunk.after.as_deref().is_some_and(dating::says_from_when)
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
