//! The English of the letters.

use jiff::civil::Date;

use super::damages;
use super::days::{Days as _, grouped};
use super::edits;
use super::halts;
use super::messages::Words;
use crate::model::{Cause, Language, ListEdit, Loss, StakedBy, Tier};

/// Plain British English.
pub(in super::super) struct English;

/// "1 change", "12 changes".
fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(number, ',')) }
}

impl Words for English {
    fn language(&self) -> Language {
        Language::English
    }
    fn tier(&self, tier: Tier) -> &'static str {
        match tier {
            Tier::Alert => "Important",
            Tier::Fyi => "For information",
            Tier::None => "Minor",
        }
    }
    fn new_terms(&self) -> &'static str {
        "new terms"
    }
    fn reworded(&self) -> &'static str {
        "wording changed"
    }

    fn since_when(&self, date: Date, days: i64, today: Date) -> String {
        let day = self.short_date(date, today);
        match days {
            0 => "from today".to_owned(),
            1 => format!("from {day} (tomorrow)"),
            2.. => format!("from {day} ({days} days)"),
            _ => format!("since {day}"),
        }
    }
    fn hits(&self, names: &str, more: usize) -> String {
        match more {
            0 => format!("hits {names}"),
            _ => format!("hits {names} and {more} more"),
        }
    }
    fn touched_by(&self, by: &StakedBy) -> Option<String> {
        match by {
            StakedBy::Keyword(keyword) => Some(format!("in the text: “{keyword}”")),
            StakedBy::Topic { topic, .. } => Some(format!("topic: {}", self.topic(*topic))),
            StakedBy::Platform => None,
        }
    }
    fn and_more_changes(&self, more: usize) -> String {
        format!("(and {})", count(more, "more change", "more changes"))
    }
    fn subject_digest(&self, important: usize, rest: usize) -> String {
        self.title_changes(important, rest)
    }
    fn subject_quiet(&self, readable: usize, looked_at: usize) -> String {
        format!("House rules: all quiet, {} of {} pages read", self.number(readable), self.number(looked_at))
    }
    fn subject_blind(&self, blind: usize) -> String {
        format!("hausrecht cannot read {}", count(blind, "page", "pages"))
    }
    fn subject_back(&self, back: usize) -> String {
        format!("hausrecht can read {} again", count(back, "page", "pages"))
    }
    fn subject_test(&self) -> &'static str {
        "hausrecht: test letter"
    }

    fn title_changes(&self, important: usize, rest: usize) -> String {
        match (important, rest) {
            (0, rest) => count(rest, "change for information", "changes for information"),
            (important, 0) => count(important, "important change", "important changes"),
            _ => format!(
                "{}, {} of them important",
                count(important + rest, "change", "changes"),
                self.number(important)
            ),
        }
    }
    fn title_quiet(&self) -> &'static str {
        "All quiet"
    }
    fn quiet_line(&self, readable: usize, looked_at: usize, rarer: usize) -> String {
        format!("{} None of their rules changed.", self.read_of(readable, looked_at, rarer))
    }
    fn next_date(&self, date: &str) -> String {
        format!("next date {date}")
    }
    fn todo(&self) -> &'static str {
        "What needs a look, and by when"
    }
    fn documents(&self, count: usize) -> String {
        format!("{} documents", self.number(count))
    }
    fn when_unknown(&self) -> &'static str {
        "No date given"
    }
    fn by(&self, date: &str) -> String {
        format!("By {date}")
    }
    fn in_force_since(&self, date: &str) -> String {
        format!("In force since {date}")
    }

    fn applies_from(&self) -> &'static str {
        "Applies from"
    }
    fn no_date(&self) -> &'static str {
        "no date given"
    }
    fn notice(&self) -> &'static str {
        "Notice"
    }
    fn notice_given(&self, days: i64) -> String {
        if days < 0 {
            format!("none: first seen {} after it took effect", self.days(-days))
        } else {
            format!("{} from first sight", self.days(days))
        }
    }
    fn duty(&self) -> &'static str {
        "For counsel"
    }
    fn duty_unknown(&self, id: &str) -> String {
        format!("The notice is shorter than the duty “{id}” asks for.")
    }
    fn assets(&self) -> &'static str {
        "Touches"
    }
    fn asset_owner(&self, owner: &str) -> String {
        format!("owner {owner}")
    }
    fn topics(&self) -> &'static str {
        "Topics"
    }
    fn back_to(&self, time: &str) -> String {
        format!("These words are back as they were on {time}.")
    }
    fn before(&self) -> &'static str {
        "Before"
    }
    fn after(&self) -> &'static str {
        "Now"
    }
    fn only_after(&self) -> &'static str {
        "New"
    }
    fn only_before(&self) -> &'static str {
        "Removed"
    }
    fn marks(&self) -> &'static str {
        "[-…-] is gone, {+…+} is new."
    }
    fn document_start(&self) -> &'static str {
        "Start of the document"
    }
    fn more_clauses(&self, more: usize, minor: usize) -> String {
        match (more, minor) {
            (_, 0) => count(more, "more clause", "more clauses"),
            (0, _) => count(minor, "minor clause", "minor clauses"),
            _ => format!("{} and {}", self.more_clauses(more, 0), count(minor, "minor one", "minor ones")),
        }
    }
    fn more_in_comparison(&self, more: usize, minor: usize) -> String {
        format!("{} (in the attached comparison)", self.more_clauses(more, minor))
    }
    fn cut_words(&self, words: usize) -> String {
        format!("[{}]", count(words, "more word", "more words"))
    }
    fn show(&self) -> &'static str {
        "All of it"
    }
    fn acknowledge(&self) -> &'static str {
        "Dealt with"
    }
    fn open_page(&self) -> &'static str {
        "Page"
    }

    fn brief_title(&self, important: bool, rest: bool) -> &'static str {
        match (important, rest) {
            (true, false) => "More important changes",
            (true, true) => "More changes",
            (false, _) => "For information",
        }
    }
    fn open_title(&self) -> &'static str {
        "Told before and still open"
    }
    fn health_title(&self) -> &'static str {
        "What hausrecht could see"
    }
    fn blind_title(&self, count: usize) -> String {
        self::count(count, "page cannot be read", "pages cannot be read")
    }
    fn still_title(&self, count: usize) -> String {
        self::count(count, "page still cannot be read", "pages still cannot be read")
    }
    fn refused_title(&self, count: usize) -> String {
        self::count(count, "letter did not arrive", "letters did not arrive")
    }
    fn refused_mend(&self) -> &'static str {
        "Please check the address in the watchlist. For a week delivery is tried again every day, after that once a week where the \
         letter tells changes that nobody has got. These also come with the next letter."
    }
    fn undelivered(&self, subject: &str) -> String {
        format!("not delivered: “{subject}”")
    }
    fn server_said(&self, answer: &str) -> String {
        format!("the server said: {answer}")
    }
    fn title_open(&self, count: usize) -> String {
        self::count(count, "important change is still open", "important changes are still open")
    }
    fn blind_since(&self, time: &str) -> String {
        format!("unreadable since {time}")
    }
    fn last_read(&self, time: &str) -> String {
        format!("last read {time}")
    }
    fn never_read(&self) -> &'static str {
        "never read"
    }
    fn blind_mend(&self, count: usize) -> &'static str {
        match count {
            1 => "As long as that is so, changes there go unseen. Please look at the page by hand until then.",
            _ => "As long as that is so, changes there go unseen. Please look at the pages by hand until then.",
        }
    }
    fn failed_title(&self) -> &'static str {
        "hausrecht does not work at the moment"
    }
    fn failed(&self, unit: &str) -> String {
        format!(
            "{unit} ended with an error. Until it works again, nothing may be looked at or told; nothing that was recorded is \
             lost. What went wrong: journalctl -u {unit}"
        )
    }
    fn halted(&self, cause: Cause, place: &str, detail: &str) -> String {
        halts::english(cause, place, detail)
    }
    fn silent_title(&self, hours: i64, in_all: bool) -> String {
        let length = if hours >= 96 { self.days((hours + 12) / 24) } else { format!("{hours} hours") };
        let in_all = if in_all { " in all" } else { "" };
        format!("hausrecht looked at nothing for {length}{in_all}")
    }
    fn silent(&self, since: &str, until: &str) -> String {
        format!("hausrecht did not run between {since}, and {until}, though pages were due.")
    }
    fn silent_mend(&self) -> &'static str {
        "What changed meanwhile is told from now on. Is the timer switched on?"
    }
    fn edits_title(&self, count: usize) -> String {
        format!("Watchlist edited: {}", self::count(count, "entry", "entries"))
    }
    fn edited(&self, document: &str, watch: &str, edit: &ListEdit) -> String {
        edits::english(document, watch, edit)
    }
    fn damaged_title(&self, count: usize) -> String {
        self::count(count, "damaged row in the history", "damaged rows in the history")
    }
    fn damaged(&self, row: [&str; 3], document: &str, loss: Loss) -> String {
        damages::english(row, document, loss)
    }
    fn back_title(&self, count: usize) -> String {
        self::count(count, "page can be read again", "pages can be read again")
    }
    fn back_after_hours(&self, hours: i64) -> String {
        if hours == 1 {
            "readable again after 1 hour".to_owned()
        } else {
            format!("readable again after {hours} hours")
        }
    }
    fn back_after_days(&self, days: i64) -> String {
        format!("readable again after {}", self.days(days))
    }
    fn proposals_title(&self, count: usize) -> String {
        self::count(count, "proposal for the watchlist", "proposals for the watchlist")
    }
    fn moved(&self, to: &str, alike: Option<u8>) -> String {
        let alike = match alike {
            None => String::new(),
            Some(100..) => ", with the same text".to_owned(),
            Some(alike) => format!(", with {alike}% of the text the same"),
        };
        format!("moved to {to}{alike}")
    }
    fn new_page(&self, title: &str) -> String {
        format!("new page in the hub: “{title}”")
    }
    fn accept(&self, id: &str) -> String {
        format!("accept: hausrecht accept {id} · decline: hausrecht accept {id} --no")
    }
    fn read_of(&self, readable: usize, looked_at: usize, rarer: usize) -> String {
        let daily = format!(
            "{} of {} {} read in the last 24 hours",
            self.number(readable),
            self.number(looked_at),
            if looked_at == 1 { "page was" } else { "pages were" }
        );
        match rarer {
            0 => format!("{daily}."),
            1 => format!("{daily}; 1 more is looked at less often."),
            _ => format!("{daily}; {} more are looked at less often.", self.number(rarer)),
        }
    }
    fn not_read(&self, names: &str, others: usize) -> String {
        match others {
            0 => format!("Not read: {names}."),
            1 => format!("Not read: {names}, and 1 other."),
            _ => format!("Not read: {names}, and {} others.", self.number(others)),
        }
    }

    fn you_own(&self, names: &[String]) -> String {
        format!("You get this because you own: {}.", names.join(", "))
    }
    fn you_follow(&self, what: &str) -> String {
        format!("You get this because you follow: {what}.")
    }
    fn you_get_all(&self, tier: Tier) -> String {
        match tier {
            Tier::Alert => "You get this because you are told of every important change.".to_owned(),
            Tier::Fyi | Tier::None => "You get this because you are told of every change of the rules.".to_owned(),
        }
    }
    fn you_operate(&self) -> &'static str {
        "You get this because you look after hausrecht."
    }
    fn nobody_operates(&self) -> &'static str {
        "You get this because the watchlist names nobody who looks after hausrecht."
    }
    fn zone(&self, zone: &str) -> String {
        format!("Times are in {zone}.")
    }
    fn automatic(&self) -> &'static str {
        "Written by hausrecht, which reads the rules of the platforms. It states what changed and is no legal advice."
    }
    fn leave(&self, contact: &str) -> String {
        format!("Less of this, or none: {contact}")
    }
    fn places(&self, count: usize) -> String {
        format!("{} places changed, in:", self.number(count))
    }
    fn comparison_attached(&self) -> &'static str {
        "The whole comparison, place by place, is attached."
    }
    fn comparison_file(&self) -> &'static str {
        "comparison"
    }
    fn whole_comparison(&self) -> &'static str {
        "The whole comparison"
    }
    fn calendar_attached(&self, count: usize, all: usize) -> String {
        if all > count {
            format!("{} of the {} dates are attached as calendar entries.", self.number(count), self.number(all))
        } else if count == 1 {
            "The date is attached as a calendar entry.".to_owned()
        } else {
            format!("The {} dates are attached as calendar entries.", self.number(count))
        }
    }

    fn calendar_alarm(&self, days: i64) -> String {
        format!("In {}", self.days(days))
    }
    fn test_title(&self) -> &'static str {
        "This letter arrived"
    }
    fn test_line(&self) -> &'static str {
        "Letters from hausrecht reach you. Nothing else to do."
    }
    fn id(&self) -> &'static str {
        "Id"
    }
    fn handed_in(&self) -> &'static str {
        "Handed in"
    }
    fn handed_in_on(&self, time: &str) -> String {
        format!("a person saved this page in a browser on {time}, and handed it in")
    }
}
