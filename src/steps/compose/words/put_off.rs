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

/// Beside the day that took the place of this one.
pub(super) fn was(day: &str, language: Language) -> String {
    match language {
        Language::English => format!("was {day}"),
        Language::German => format!("bisher {day}"),
    }
}

/// Before the change that announced the day first.
pub(super) const fn earlier(language: Language) -> &'static str {
    match language {
        Language::English => "Seen before",
        Language::German => "Zuvor bemerkt",
    }
}
