//! Every message that a letter can hold, once per language: what is missing in one does not compile.

mod days;
mod english;
mod german;
mod noises;
mod pairs;
mod regions;
mod topics;
mod troubles;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{Counterpart, Direction, Language, Noise, Tier, Topic, Trouble};

pub(super) use days::Days;
pub(super) use english::English;
pub(super) use german::German;

/// The words of a language.
pub(super) fn words(language: Language) -> &'static dyn Words {
    match language {
        Language::English => &English,
        Language::German => &German,
    }
}

/// What hausrecht says in its letters; page text and names go in as they are and are escaped where they are shown.
pub(super) trait Words: Days + Sync {
    fn language(&self) -> Language;

    // Names of things.
    fn topic(&self, topic: Topic) -> &'static str {
        topics::name(topic, self.language())
    }
    fn noise(&self, noise: Noise) -> &'static str {
        noises::name(noise, self.language())
    }
    fn trouble(&self, trouble: &Trouble) -> String {
        troubles::sentence(trouble, self.language())
    }
    fn other_language(&self) -> &'static str {
        pairs::label(self.language())
    }
    fn counterpart(&self, counterpart: &Counterpart, zone: &TimeZone) -> String {
        let moment = |time| self.moment(time, zone);
        pairs::phrase(counterpart, self.language(), &moment)
    }
    fn tier(&self, tier: Tier) -> &'static str;
    /// "contest rules stricter"; without a topic "rules stricter".
    fn headline(&self, topic: Option<Topic>, direction: Direction) -> String {
        topics::headline(topic, direction, self.language())
    }
    /// For a change of words that are no rules.
    fn reworded(&self) -> &'static str;

    // Subjects.
    fn since_when(&self, date: Date, days: i64, today: Date) -> String;
    fn hits(&self, names: &[&str]) -> String;
    fn and_more_changes(&self, more: usize) -> String;
    fn subject_digest(&self, important: usize, rest: usize) -> String;
    fn subject_quiet(&self, readable: usize, looked_at: usize) -> String;
    fn subject_blind(&self, blind: usize) -> String;
    fn subject_back(&self, back: usize) -> String;
    fn subject_test(&self) -> &'static str;

    // The top.
    fn title_changes(&self, important: usize, rest: usize) -> String;
    fn title_quiet(&self) -> &'static str;
    fn quiet_line(&self, readable: usize, looked_at: usize) -> String;
    fn next_date(&self, date: &str) -> String;
    fn todo(&self) -> &'static str;
    fn documents(&self, count: usize) -> String;
    fn when_unknown(&self) -> &'static str;
    fn by(&self, date: &str) -> String;
    fn in_force_since(&self, date: &str) -> String;

    // A change.
    fn applies_from(&self) -> &'static str;
    fn no_date(&self) -> &'static str;
    fn notice(&self) -> &'static str;
    fn notice_given(&self, days: i64) -> String;
    fn duty(&self) -> &'static str;
    fn duty_unknown(&self, id: &str) -> String;
    fn assets(&self) -> &'static str;
    fn asset_owner(&self, owner: &str) -> String;
    fn topics(&self) -> &'static str;
    fn seen(&self) -> &'static str;
    fn seen_line(&self, seen: &str, confirmed: Option<&str>, before: &str) -> String;
    fn back_to(&self, time: &str) -> String;
    fn before(&self) -> &'static str;
    fn after(&self) -> &'static str;
    fn only_after(&self) -> &'static str;
    fn only_before(&self) -> &'static str;
    fn marks(&self) -> &'static str;
    fn document_start(&self) -> &'static str;
    fn more_clauses(&self, more: usize) -> String;
    fn cut_words(&self, words: usize) -> String;
    fn show(&self) -> &'static str;
    fn acknowledge(&self) -> &'static str;
    fn open_page(&self) -> &'static str;

    // Below.
    fn brief_title(&self) -> &'static str;
    fn more_changes(&self, more: usize) -> String;
    fn open_title(&self) -> &'static str;
    fn health_title(&self) -> &'static str;
    fn blind_title(&self, count: usize) -> String;
    fn still_title(&self, count: usize) -> String;
    fn refused_title(&self, count: usize) -> String;
    fn undelivered(&self, subject: &str) -> String;
    fn server_said(&self, answer: &str) -> String;
    fn title_open(&self, count: usize) -> String;
    fn blind_since(&self, time: &str) -> String;
    fn last_read(&self, time: &str) -> String;
    fn blind_mend(&self) -> &'static str;
    fn back_title(&self, count: usize) -> String;
    fn back_after_hours(&self, hours: i64) -> String;
    fn back_after_days(&self, days: i64) -> String;
    fn proposals_title(&self, count: usize) -> String;
    fn moved(&self, to: &str, alike: Option<u8>) -> String;
    fn new_page(&self, title: &str) -> String;
    fn accept(&self, id: &str) -> String;
    fn read_of(&self, readable: usize, looked_at: usize) -> String;
    fn held_back(&self) -> &'static str;
    fn nothing_held_back(&self) -> &'static str;

    // Why this reader gets it, and the foot.
    fn you_own(&self, names: &str) -> String;
    fn you_follow(&self, what: &str) -> String;
    fn you_get_all(&self, tier: Tier) -> String;
    fn you_operate(&self) -> &'static str;
    fn zone(&self, zone: &str) -> String;
    fn automatic(&self) -> &'static str;
    fn leave(&self, contact: &str) -> String;
    fn calendar_attached(&self, count: usize) -> String;

    // Calendar and test letter.
    fn calendar_alarm(&self, days: i64) -> String;
    fn test_title(&self) -> &'static str;
    fn test_line(&self) -> &'static str;
}
