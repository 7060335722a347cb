//! That an announced day became another one.

use crate::model::Language;

/// "takes effect later: 15 January 2027 (was 20 December)".
pub(super) fn headline(later: bool, is: &str, was: &str, language: Language) -> String {
    match (language, later) {
        (Language::English, true) => format!("takes effect later: {is} (was {was})"),
        (Language::English, false) => format!("takes effect earlier: {is} (was {was})"),
        (Language::German, true) => format!("Stichtag verschoben: {is} (bisher {was})"),
        (Language::German, false) => format!("Stichtag vorgezogen: {is} (bisher {was})"),
    }
}

/// Days in between that are named.
const NAMED: usize = 3;

/// Beside the day that took the place of this one; `between` came and went since.
pub(super) fn was(day: &str, between: &[String], language: Language) -> String {
    let named = between.iter().take(NAMED).cloned().chain((between.len() > NAMED).then(|| "…".to_owned()));
    let named = named.collect::<Vec<_>>().join(", ");
    match (language, between.is_empty()) {
        (Language::English, true) => format!("was {day}"),
        (Language::English, false) => format!("was {day}, in between {named}"),
        (Language::German, true) => format!("bisher {day}"),
        (Language::German, false) => format!("bisher {day}, zwischendurch {named}"),
    }
}

/// Before the change that announced the day first.
pub(super) const fn earlier(language: Language) -> &'static str {
    match language {
        Language::English => "Seen before",
        Language::German => "Zuvor bemerkt",
    }
}

/// Where a change takes an announced day back, and says nothing else.
pub(super) fn withdrawn(day: &str, language: Language) -> String {
    match language {
        Language::English => format!("no longer announced for {day}"),
        Language::German => format!("nicht mehr zum {day} angekündigt"),
    }
}

/// The same where it says more.
pub(super) fn no_longer(day: &str, language: Language) -> String {
    match language {
        Language::English => format!("no day any more; {day} was announced"),
        Language::German => format!("kein Tag mehr; angekündigt war der {day}"),
    }
}

/// Behind the headline of a change of which nothing stands any more.
pub(super) const fn overtaken(is_gone: bool, language: Language) -> &'static str {
    match (language, is_gone) {
        (Language::English, true) => "gone again",
        (Language::English, false) => "replaced since",
        (Language::German, true) => "wieder zurückgenommen",
        (Language::German, false) => "inzwischen ersetzt",
    }
}

/// Above what such a change told; `id` is the one of the change that did it.
pub(super) fn stands_no_more(is_gone: bool, day: &str, id: &str, language: Language) -> String {
    match (language, is_gone) {
        (Language::English, true) => {
            format!("Gone again since {day}: the page says what it said before (id {id}).")
        }
        (Language::English, false) => format!("Since {day} other words stand in its place (id {id})."),
        (Language::German, true) => {
            format!("Seit {day} wieder zurückgenommen: Dort steht dasselbe wie zuvor (Kennung {id}).")
        }
        (Language::German, false) => format!("Seit {day} steht dort ein anderer Wortlaut (Kennung {id})."),
    }
}

/// Below a letter with entries that take others out of a calendar.
pub(super) fn cancelled(count: usize, language: Language) -> &'static str {
    match (language, count) {
        (Language::English, 1) => "A calendar entry is attached that takes the withdrawn date out.",
        (Language::English, _) => "Calendar entries are attached that take the withdrawn dates out.",
        (Language::German, 1) => "Ein Kalendereintrag liegt bei, der den gestrichenen Termin löscht.",
        (Language::German, _) => "Kalendereinträge liegen bei, die die gestrichenen Termine löschen.",
    }
}
