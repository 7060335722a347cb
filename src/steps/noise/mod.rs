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
//! | `section_numbers` | numbers that all headings of a document got or lost | [`section_numbers`] |
//! | `footnote_marks` | marks of footnotes that are counted anew | [`footnote_marks`] |
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
//! | `untranslated` | the notice that the page is not there in a language yet | [`untranslated`] |
//! | `related_articles` | entries under "Related articles" and the like | [`related_articles`] |
//! | `contents_list` | entries under "On this page" and the like | [`contents_list`] |
//! | `choices` | questions to choose from | [`choices`] |
//! | `buttons` | lines that are labels of buttons | [`buttons`] |
//! | `copyright` | "© 2026 Example Inc." | [`copyright`] |
//! | `footer_list` | a footer as a list of short lines | [`footer_list`] |
//! | `survey` | the invitation to a survey | [`survey`] |
//! | `invitation` | the page asks for an opinion or an address | [`invitation`] |
//! | `courtesy` | thanks and calls to have fun | [`courtesy`] |
//! | `said_twice` | words that stood twice in a row, once | [`said_twice`] |
//! | `style_sheet` | a style sheet that leaked into the text | [`style_sheet`] |
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
mod courtesy;
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
mod footnote_marks;
mod footnotes;
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
mod rules;
mod said_twice;
mod same_day;
mod same_number;
mod segments;
pub(super) mod shifted_date;
mod section_numbers;
mod signature;
mod spaces;
mod style_sheet;
pub(super) mod surroundings;
mod survey;
mod title_again;
pub(super) mod translation;
mod untranslated;
mod version_line;

pub(super) use differing_blocks::DifferingBlocks;
pub(super) use labels::only_numbers_differ;
pub use rules::class_of;
pub(in crate::steps) use rules::{bounds_another_day, is_another_day_of_effect, only_dates};
pub(super) use rules::{is_told_with_others, of_the_whole, rule};
