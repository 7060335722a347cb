//! The messages by name: what a language must have words for.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::days::Days;
use super::sightings::Sighting;
use super::{
    crowds, damages, editions, held, kinds, lists, noise, pairs, put_off, rewritten, sightings, tasks, topics,
    troubles, welcome,
};
use crate::model::{
    Cause, Counterpart, Decided, Decision, Direction, DocumentKind, HeldSummary, Language, ListEdit, Loss, Noise,
    StakedBy, Tier, Topic, Trouble,
};

/// What hausrecht says in its letters; page text and names go in as they are and are escaped where they are shown.
pub(in super::super) trait Words: Days + Sync {
    fn language(&self) -> Language;

    // Names of things.
    fn topic(&self, topic: Topic) -> &'static str {
        topics::name(topic, self.language())
    }
    fn noise(&self, noise: Noise) -> &'static str {
        noise::name(noise, self.language())
    }
    fn trouble(&self, trouble: &Trouble) -> String {
        troubles::sentence(trouble, self.language())
    }
    fn advice(&self, trouble: &Trouble) -> Option<&'static str> {
        troubles::advice(trouble, self.language())
    }
    fn since(&self, trouble: &Trouble, time: &str) -> String {
        match trouble {
            Trouble::InPart { .. } => troubles::in_part_since(time, self.language()),
            _ => self.blind_since(time),
        }
    }
    fn other_language(&self) -> &'static str {
        pairs::label(self.language())
    }
    fn counterpart(&self, counterpart: &Counterpart, zone: &TimeZone) -> String {
        let moment = |time| self.moment(time, zone);
        pairs::phrase(counterpart, self.language(), &moment)
    }
    /// The same as a sentence.
    fn beside(&self, counterpart: &Counterpart, zone: &TimeZone) -> String {
        let moment = |time| self.moment(time, zone);
        pairs::sentence(counterpart, self.language(), &moment)
    }
    fn kind(&self, kind: DocumentKind) -> &'static str {
        kinds::name(kind, self.language())
    }
    fn tier(&self, tier: Tier) -> &'static str;
    /// "contest rules stricter"; without a topic "rules stricter".
    fn headline(&self, topic: Option<Topic>, direction: Direction) -> String {
        topics::headline(topic, direction, self.language())
    }
    /// For terms that are announced for a day, whatever is in them.
    fn new_terms(&self) -> &'static str;
    /// For a change of words that are no rules.
    fn reworded(&self) -> &'static str;
    /// "Terms, Privacy and 12 more".
    fn some(&self, names: &[String], between: &str) -> String {
        lists::some(names, between, self.language(), &|count| self.number(count))
    }

    // What is to be done.
    fn decided(&self, decided: &Decided, day: Option<&str>) -> String {
        tasks::decided(decided, day, self.language())
    }
    fn decided_label(&self) -> &'static str {
        tasks::label(self.language())
    }
    fn tasks_title(&self, count: usize) -> String {
        tasks::title(count, self.language())
    }
    fn decided_title(&self) -> &'static str {
        tasks::decided_title(self.language())
    }
    fn dashboard(&self, open: usize, to_do: usize, overdue: usize, done: usize) -> String {
        tasks::dashboard(open, to_do, overdue, done, self.language())
    }
    fn overdue(&self, decided: &Decided, day: &str) -> String {
        tasks::overdue(decided, day, self.language())
    }
    fn to_be_done(&self, day: Option<&str>) -> String {
        tasks::to_be_done(day, self.language())
    }
    fn still_open(&self) -> &'static str {
        tasks::still_open(self.language())
    }
    fn reminders(&self, count: usize) -> String {
        tasks::reminders(count, self.language())
    }
    fn reminder(&self) -> &'static str {
        tasks::reminder(self.language())
    }
    fn due(&self, day: &str, left: &str) -> String {
        tasks::due(day, left, self.language())
    }
    fn due_today(&self) -> &'static str {
        tasks::due_today(self.language())
    }
    /// Until today, where no other day is named.
    fn put_off_until(&self, day: Option<&str>) -> String {
        tasks::put_off_until(day, self.language())
    }
    fn applies_today(&self) -> &'static str {
        tasks::applies_today(self.language())
    }
    fn applies(&self, day: &str, left: &str) -> String {
        tasks::applies(day, left, self.language())
    }
    fn decide(&self) -> &'static str {
        tasks::decide(self.language())
    }
    fn decide_with(&self, address: &str) -> String {
        tasks::decide_with(address, self.language())
    }
    fn answer(&self, decision: Decision) -> &'static str {
        tasks::answer(decision, self.language())
    }
    /// What a reader does next to whom neither commands nor prepared answers say anything; `contact` where it is somebody else.
    fn tell_whom(&self, contact: Option<&str>) -> String {
        tasks::tell_whom(contact, self.language())
    }
    fn answers_note(&self, until: &str) -> String {
        tasks::answers_note(until, self.language())
    }
    fn you_are_reminded(&self, put_off: bool) -> &'static str {
        tasks::why(put_off, self.language())
    }

    // A new reader.
    fn welcome_title(&self, documents: usize, platforms: usize, only: Option<&str>) -> String {
        welcome::title(documents, platforms, only, self.language())
    }
    fn welcome_lead(&self) -> &'static str {
        welcome::lead(self.language())
    }
    fn welcome_comes(&self) -> &'static str {
        welcome::titles(self.language())[0]
    }
    fn welcome_watched(&self) -> &'static str {
        welcome::titles(self.language())[1]
    }
    fn welcome_how(&self) -> &'static str {
        welcome::titles(self.language())[2]
    }
    fn welcome_when(&self, immediately: bool, digest: Option<&str>, only_alerts: bool) -> String {
        welcome::when(immediately, digest, only_alerts, self.language())
    }
    fn welcome_quiet(&self, all_quiet: bool) -> &'static str {
        welcome::quiet(all_quiet, self.language())
    }
    fn welcome_reminders(&self, days: &[i64]) -> String {
        welcome::reminders(days, self.language())
    }
    fn welcome_operator(&self) -> &'static str {
        welcome::operator(self.language())
    }
    fn welcome_answers(&self) -> &'static str {
        welcome::answers(self.language())
    }
    fn welcome_questions(&self, contact: &str) -> String {
        welcome::questions(contact, self.language())
    }
    fn welcome_assets(&self, names: &str) -> String {
        welcome::assets(names, self.language())
    }
    fn welcome_read(&self, read: usize, pages: usize, means: [usize; 4]) -> String {
        welcome::read(read, pages, means, self.language())
    }
    fn welcome_waiting(&self, count: usize) -> String {
        welcome::waiting(count, self.language())
    }
    fn welcome_no_doubt(&self) -> &'static str {
        welcome::no_doubt(self.language())
    }
    fn welcome_doubts(&self, unread: usize, in_part: usize) -> String {
        welcome::doubts(unread, in_part, self.language())
    }
    fn welcome_more(&self, count: usize) -> String {
        welcome::more(count, self.language())
    }

    // Subjects.
    fn since_when(&self, date: Date, days: i64, today: Date) -> String;
    /// "hits Adventskalender and 2 more".
    fn hits(&self, names: &str, more: usize) -> String;
    fn and_more_changes(&self, more: usize) -> String;
    fn subject_digest(&self, important: usize, rest: usize) -> String;
    fn subject_quiet(&self, readable: usize, looked_at: usize) -> String;
    fn subject_blind(&self, blind: usize) -> String;
    fn subject_back(&self, back: usize) -> String;
    fn subject_test(&self) -> &'static str;

    // The top.
    fn title_changes(&self, important: usize, rest: usize) -> String;
    fn title_quiet(&self) -> &'static str;
    fn quiet_line(&self, readable: usize, looked_at: usize, rarer: usize) -> String;
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
    /// Before the id by which a change is spoken of.
    fn id(&self) -> &'static str;
    /// Before the note that a person handed the page in.
    fn handed_in(&self) -> &'static str;
    fn handed_in_on(&self, time: &str) -> String;
    fn first_seen(&self) -> &'static str {
        sightings::label(self.language())
    }
    fn sighting(&self, seen: Sighting, zone: &TimeZone) -> String {
        sightings::phrase(self, self.language(), seen, zone)
    }
    fn passage_seen(&self, moment: &str) -> String {
        sightings::passage(moment, self.language())
    }
    fn rewritten(&self) -> &'static str {
        rewritten::headline(self.language())
    }
    fn written_anew(&self, kept: u8, is_one_page: bool) -> String {
        rewritten::opening(kept, is_one_page, self.language())
    }
    fn in_its_place(&self, instead: &Trouble) -> String {
        rewritten::in_its_place(&editions::what(instead, self.language()), self.language())
    }
    /// Before the headings that stayed, are new and are gone.
    fn headings(&self) -> [&'static str; 3] {
        rewritten::headings(self.language())
    }
    fn same_words(&self) -> &'static str {
        editions::same_words(self.language())
    }
    /// By what an asset is touched, where that says more than that it is.
    fn touched_by(&self, by: &StakedBy) -> Option<String>;
    /// "takes effect later: 15 January 2027 (was 20 December)".
    fn moved_day(&self, later: bool, is: &str, was: &str) -> String {
        put_off::headline(later, is, was, self.language())
    }
    /// "was 20 December 2026, in between 10 January 2027".
    fn was(&self, day: &str, between: &[String]) -> String {
        put_off::was(day, between, self.language())
    }
    fn withdrawn(&self, day: &str) -> String {
        put_off::withdrawn(day, self.language())
    }
    fn no_longer(&self, day: &str) -> String {
        put_off::no_longer(day, self.language())
    }
    fn overtaken(&self, is_gone: bool) -> &'static str {
        put_off::overtaken(is_gone, self.language())
    }
    fn stands_no_more(&self, is_gone: bool, day: &str, id: &str) -> String {
        put_off::stands_no_more(is_gone, day, id, self.language())
    }
    fn calendar_cancelled(&self, count: usize) -> &'static str {
        put_off::cancelled(count, self.language())
    }
    fn earlier(&self) -> &'static str {
        put_off::earlier(self.language())
    }
    fn back_to(&self, time: &str) -> String;
    fn before(&self) -> &'static str;
    fn after(&self) -> &'static str;
    fn only_after(&self) -> &'static str;
    fn only_before(&self) -> &'static str;
    fn marks(&self) -> &'static str;
    fn document_start(&self) -> &'static str;
    /// Clauses that are not shown, and minor ones, of which none is.
    fn more_clauses(&self, more: usize, minor: usize) -> String;
    /// The same where they stand in the attached comparison.
    fn more_in_comparison(&self, more: usize, minor: usize) -> String;
    fn cut_words(&self, words: usize) -> String;
    fn show(&self) -> &'static str;
    fn acknowledge(&self) -> &'static str;
    fn open_page(&self) -> &'static str;

    // Below.
    /// Over changes in short; whether important ones are among them, and others.
    fn brief_title(&self, important: bool, rest: bool) -> &'static str;
    fn open_title(&self) -> &'static str;
    fn health_title(&self) -> &'static str;
    fn blind_title(&self, count: usize) -> String;
    fn still_title(&self, count: usize) -> String;
    fn refused_title(&self, count: usize) -> String;
    /// What to do, and what comes of itself.
    fn refused_mend(&self) -> &'static str;
    fn undelivered(&self, subject: &str) -> String;
    fn server_said(&self, answer: &str) -> String;
    fn title_open(&self, count: usize) -> String;
    fn blind_since(&self, time: &str) -> String;
    fn last_read(&self, time: &str) -> String;
    fn never_read(&self) -> &'static str;
    fn blind_mend(&self, count: usize) -> &'static str;
    fn failed_title(&self) -> &'static str;
    fn failed(&self, unit: &str) -> String;
    /// Why rounds cannot do their work, about which file or folder, in whose words.
    fn halted(&self, cause: Cause, place: &str, detail: &str) -> String;
    /// For how long nothing was looked at; `in_all` where that was not in one go.
    fn silent_title(&self, hours: i64, in_all: bool) -> String;
    fn silent(&self, since: &str, until: &str) -> String;
    /// What becomes of what changed meanwhile, and what to look at.
    fn silent_mend(&self) -> &'static str;
    fn edits_title(&self, count: usize) -> String;
    /// An edit of the watchlist that was taken.
    fn edited(&self, document: &str, watch: &str, edit: &ListEdit) -> String;
    fn damaged_title(&self, count: usize) -> String;
    /// A damaged row, by its file, its table and its id.
    fn damaged(&self, row: [&str; 3], document: &str, loss: Loss) -> String;
    /// The command that helps, and what it does.
    fn damage_mend(&self, loss: Loss) -> Option<(&'static str, &'static str)> {
        damages::mend(loss, self.language())
    }
    fn back_title(&self, count: usize) -> String;
    fn back_after_hours(&self, hours: i64) -> String;
    fn back_after_days(&self, days: i64) -> String;
    fn proposals_title(&self, count: usize) -> String;
    fn moved(&self, to: &str, alike: Option<u8>) -> String;
    fn new_page(&self, title: &str) -> String;
    fn accept(&self, id: &str) -> String;
    /// How many pages were read in the last 24 hours, of how many; `rarer` are not due so often.
    fn read_of(&self, readable: usize, looked_at: usize, rarer: usize) -> String;
    /// Which were not, and how many besides.
    fn not_read(&self, names: &str, others: usize) -> String;
    fn edition_title(&self, count: usize, all_in_another_language: bool) -> String {
        editions::title(count, all_in_another_language, self.language())
    }
    fn edition_followed(&self, instead: &Trouble, day: &str) -> String {
        editions::followed(instead, day, self.language())
    }
    fn held_back(&self, held: &HeldSummary) -> String {
        held::line(held, self.language(), &|count| self.number(count))
    }

    // More changes than there is room for.
    fn one_rule(&self) -> &'static str {
        crowds::one_rule(self.language())
    }
    fn by_platform(&self) -> &'static str {
        crowds::by_platform(self.language())
    }
    /// Below the one place that is shown of a change.
    fn further_places(&self, count: usize) -> String {
        crowds::further_places(count, &self.number(count), self.language())
    }
    fn in_comparison(&self, count: usize) -> String {
        crowds::in_comparison(count, &self.number(count), self.language())
    }
    fn in_the_words_of(&self, count: usize, platform: &str) -> String {
        crowds::in_the_words_of(&self.number(count), platform, self.language())
    }
    fn comparison_cut(&self, count: usize) -> String {
        crowds::comparison_cut(count, &self.number(count), self.language())
    }
    fn comparison_index(&self) -> &'static str {
        crowds::index(self.language())
    }
    fn unchanged(&self, count: usize) -> String {
        crowds::unchanged(count, &self.number(count), self.language())
    }
    fn only_changed(&self) -> &'static str {
        crowds::only_changed(self.language())
    }
    fn named_below(&self, count: usize) -> String {
        crowds::named_below(count, &self.number(count), self.language())
    }
    fn and_more_changes_of(&self, more: usize, platforms: &str) -> String {
        crowds::also(&self.and_more_changes(more), platforms, self.language())
    }

    // Why this reader gets it, and the foot.
    fn you_own(&self, names: &[String]) -> String;
    fn you_follow(&self, what: &str) -> String;
    fn you_get_all(&self, tier: Tier) -> String;
    fn you_operate(&self) -> &'static str;
    /// Why a reader who does not look after hausrecht hears how it is.
    fn nobody_operates(&self) -> &'static str;
    fn zone(&self, zone: &str) -> String;
    fn automatic(&self) -> &'static str;
    fn leave(&self, contact: &str) -> String;
    /// How many places a change has; under which headings comes after it.
    fn places(&self, count: usize) -> String;
    /// That the whole comparison is attached.
    fn comparison_attached(&self) -> &'static str;
    /// What its file is called, without an ending.
    fn comparison_file(&self) -> &'static str;
    fn whole_comparison(&self) -> &'static str;
    /// How many days are attached as calendar entries, of how many.
    fn calendar_attached(&self, count: usize, all: usize) -> String;

    // Calendar and test letter.
    fn calendar_alarm(&self, days: i64) -> String;
    fn test_title(&self) -> &'static str;
    fn test_line(&self) -> &'static str;
}
