//! What was decided, what is to be done, and which day comes nearer.

use super::days::number;
use crate::model::{Decided, Decision, Language};

/// What was decided, by whom and why; `day` is the one by which or until which, as the language writes it.
pub(super) fn decided(decided: &Decided, day: Option<&str>, language: Language) -> String {
    let what = match (decided.decision, day, language) {
        (Decision::None, _, Language::English) => "does not concern us".to_owned(),
        (Decision::None, _, Language::German) => "betrifft uns nicht".to_owned(),
        (Decision::Watch, _, Language::English) => "we keep an eye on it".to_owned(),
        (Decision::Watch, _, Language::German) => "wird im Auge behalten".to_owned(),
        (Decision::Act, day, _) => to_be_done(day, language),
        (Decision::Done, _, Language::English) => "done".to_owned(),
        (Decision::Done, _, Language::German) => "erledigt".to_owned(),
        (Decision::Defer, None, Language::English) => "put off".to_owned(),
        (Decision::Defer, None, Language::German) => "zurückgestellt".to_owned(),
        (Decision::Defer, Some(day), _) => put_off_until(Some(day), language),
    };
    format!("{what}{}", noted(decided, language))
}

/// By whom it was written down, and their note.
fn noted(decided: &Decided, language: Language) -> String {
    let by = decided.by.as_deref().map_or_else(String::new, |by| {
        // No brackets within brackets.
        let by = by.strip_suffix(')').map_or_else(|| by.to_owned(), |open| open.replacen(" (", ", ", 1));
        match language {
            Language::English => format!(" (noted by {by})"),
            Language::German => format!(" (eingetragen von {by})"),
        }
    });
    let note = decided.note.as_deref().map_or_else(String::new, |note| format!(": {note}"));
    format!("{by}{note}")
}

/// What stands before a decision.
pub(super) const fn label(language: Language) -> &'static str {
    match language {
        Language::English => "Decided",
        Language::German => "Entschieden",
    }
}

/// Over what is to be done.
pub(super) fn title(count: usize, language: Language) -> String {
    match (count, language) {
        (1, Language::English) => "1 change needs something done".to_owned(),
        (_, Language::English) => format!("{count} changes need something done", count = number(count, language)),
        (1, Language::German) => "Bei 1 Änderung ist etwas zu erledigen".to_owned(),
        (_, Language::German) => {
            format!("Bei {count} Änderungen ist etwas zu erledigen", count = number(count, language))
        }
    }
}

/// Over what was decided since the last digest.
pub(super) const fn decided_title(language: Language) -> &'static str {
    match language {
        Language::English => "Decided since the last digest",
        Language::German => "Seit dem letzten Bericht entschieden",
    }
}

/// How it stands, in a line: open, to be done, overdue, done since the last digest.
pub(super) fn dashboard(open: usize, to_do: usize, overdue: usize, done: usize, language: Language) -> String {
    let late = match (overdue, language) {
        (0, _) => String::new(),
        (_, Language::English) => format!(" ({overdue} overdue)"),
        (_, Language::German) => format!(" ({overdue} überfällig)"),
    };
    let parts = match language {
        Language::English => [
            format!("{open} still open"),
            format!("{} to be done{late}", number(to_do, language)),
            format!("{done} done since the last digest"),
        ],
        Language::German => [
            format!("{open} noch offen"),
            format!("{to_do} zu erledigen{late}"),
            format!("{done} seit dem letzten Bericht erledigt"),
        ],
    };
    let parts = parts.into_iter().zip([open, to_do, done]).filter(|(_, count)| *count > 0);
    parts.map(|(part, _)| part).collect::<Vec<_>>().join(" · ")
}

/// What should have been done by a day that has passed.
pub(super) fn overdue(decided: &Decided, day: &str, language: Language) -> String {
    let noted = noted(decided, language);
    match language {
        Language::English => format!("overdue: was to be done by {day}{noted}"),
        Language::German => format!("überfällig: war bis zum {day} zu erledigen{noted}"),
    }
}

/// "to be done by 10 December 2026".
pub(super) fn to_be_done(day: Option<&str>, language: Language) -> String {
    match (day, language) {
        (None, Language::English) => "to be done".to_owned(),
        (None, Language::German) => "zu erledigen".to_owned(),
        (Some(day), Language::English) => format!("to be done by {day}"),
        (Some(day), Language::German) => format!("zu erledigen bis zum {day}"),
    }
}

/// Before the one change that is still open.
pub(super) const fn still_open(language: Language) -> &'static str {
    match language {
        Language::English => "Still open",
        Language::German => "Noch offen",
    }
}

/// That it is to be done on this very day.
pub(super) const fn due_today(language: Language) -> &'static str {
    match language {
        Language::English => "to be done today",
        Language::German => "heute zu erledigen",
    }
}

/// Until when a decision was put off; until today where no other day is named.
pub(super) fn put_off_until(day: Option<&str>, language: Language) -> String {
    match (day, language) {
        (None, Language::English) => "put off until today".to_owned(),
        (None, Language::German) => "zurückgestellt bis heute".to_owned(),
        (Some(day), Language::English) => format!("put off until {day}"),
        (Some(day), Language::German) => format!("zurückgestellt bis zum {day}"),
    }
}

/// That it holds from this very day.
pub(super) const fn applies_today(language: Language) -> &'static str {
    match language {
        Language::English => "applies from today",
        Language::German => "gilt ab heute",
    }
}

/// Over several days that come nearer.
pub(super) fn reminders(count: usize, language: Language) -> String {
    match language {
        Language::English => format!("{count} dates come nearer", count = number(count, language)),
        Language::German => format!("{count} Termine stehen bevor", count = number(count, language)),
    }
}

/// Before the one day that comes nearer, in a subject.
pub(super) const fn reminder(language: Language) -> &'static str {
    match language {
        Language::English => "Reminder",
        Language::German => "Erinnerung",
    }
}

/// "to be done by 20 December 2026, 3 days left".
pub(super) fn due(day: &str, left: &str, language: Language) -> String {
    match language {
        Language::English => format!("to be done by {day}, {left}"),
        Language::German => format!("zu erledigen bis zum {day}, {left}"),
    }
}

/// "applies from 15 December 2026, 14 days left".
pub(super) fn applies(day: &str, left: &str, language: Language) -> String {
    match language {
        Language::English => format!("applies from {day}, {left}"),
        Language::German => format!("gilt ab {day}, {left}"),
    }
}

/// Before the answers by mail.
pub(super) const fn decide(language: Language) -> &'static str {
    match language {
        Language::English => "Answer by mail",
        Language::German => "Per Mail antworten",
    }
}

/// An answer by mail, as the subject of one begins with it.
pub(super) const fn answer(decision: Decision, language: Language) -> &'static str {
    match (decision, language) {
        (Decision::Act, Language::English) => "We act",
        (Decision::Act, Language::German) => "Wir kümmern uns",
        (Decision::Done, Language::English) => "Dealt with",
        (Decision::Done, Language::German) => "Erledigt",
        (Decision::None, Language::English) => "Does not concern us",
        (Decision::None, Language::German) => "Betrifft uns nicht",
        (Decision::Watch, Language::English) => "We keep an eye on it",
        (Decision::Watch, Language::German) => "Wird im Auge behalten",
        (Decision::Defer, Language::English) => "Put off",
        (Decision::Defer, Language::German) => "Zurückgestellt",
    }
}

/// Where the codes of answers stand in the text part: each in a line below this one.
pub(super) fn decide_with(address: &str, language: Language) -> String {
    match language {
        Language::English => format!("Answer by mail to {address} with one of these codes:"),
        Language::German => format!("Antwort per Mail an {address} mit einem dieser Codes:"),
    }
}

/// What a reader does next to whom neither commands nor prepared answers say anything.
pub(super) fn tell_whom(contact: Option<&str>, language: Language) -> String {
    match (contact, language) {
        (Some(contact), Language::English) => format!(
            "Once you have decided about a change, tell {contact} its id: it is written down there, and no letter asks again."
        ),
        (Some(contact), Language::German) => format!(
            "Ist über eine Änderung entschieden, genügt eine Nachricht mit ihrer Kennung an {contact}: Dort wird es \
             festgehalten, und kein Brief fragt noch einmal danach."
        ),
        (None, Language::English) => {
            "Whoever runs hausrecht writes down what was decided about a change, by its id; then no letter asks again.".to_owned()
        }
        (None, Language::German) => {
            "Wer hausrecht betreibt, hält fest, was über eine Änderung entschieden ist, mit ihrer Kennung; danach fragt kein Brief \
             mehr."
                .to_owned()
        }
    }
}

/// What a reader must know of the answers.
pub(super) fn answers_note(until: &str, language: Language) -> String {
    match language {
        Language::English => format!(
            "To answer, send a mail with the code; what you write above it becomes a note. Each code is good once, until {until}. \
             Whoever holds this letter can decide with it: forward it only to those who may."
        ),
        Language::German => format!(
            "Zum Antworten genügt eine Mail mit dem Code; was darüber steht, wird als Notiz festgehalten. Jeder Code gilt einmal, \
             bis zum {until}. Wer diesen Brief hat, kann damit entscheiden: bitte nur an Leute weiterleiten, die das dürfen."
        ),
    }
}

/// Why somebody gets a reminder; `put_off` where all that it names was put off until now.
pub(super) const fn why(put_off: bool, language: Language) -> &'static str {
    match (language, put_off) {
        (Language::English, false) => "You get this because a day comes nearer that matters to what you own or follow.",
        (Language::English, true) => "You get this because the day has come until which a decision was put off.",
        (Language::German, false) => {
            "Grund für diesen Brief: Ein Termin rückt näher, der eigene Auftritte oder abonnierte Regeln betrifft."
        }
        (Language::German, true) => "Grund für diesen Brief: Die Frist der Zurückstellung ist abgelaufen.",
    }
}
