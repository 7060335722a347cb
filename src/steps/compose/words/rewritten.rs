//! What stayed and what is new where a document was written anew.

use crate::model::Language;

/// For a headline, where no rule changed.
pub(super) const fn headline(language: Language) -> &'static str {
    match language {
        Language::English => "document written anew",
        Language::German => "Dokument neu gefasst",
    }
}

/// Where at least so many of a hundred words of the old text are still there, only parts were written anew.
const PARTS: u8 = 45;

/// That it was written anew, and how much of the old text is still there; `is_one_page` where the document has several pages and
/// this is one of them.
pub(super) fn opening(kept: u8, is_one_page: bool, language: Language) -> String {
    let what = match (language, is_one_page, kept >= PARTS) {
        (Language::English, true, _) => "One page of this document was written anew; the others are as they were.",
        (Language::English, false, true) => "Parts of the document were written anew.",
        (Language::English, false, false) => "The document was written anew.",
        (Language::German, true, _) => "Eine Seite dieses Dokuments wurde neu gefasst, die übrigen nicht.",
        (Language::German, false, true) => "Teile des Dokuments wurden neu gefasst.",
        (Language::German, false, false) => "Das Dokument wurde neu gefasst.",
    };
    let share = match (kept, language) {
        (0, Language::English) => "less than 1%".to_owned(),
        (0, Language::German) => "weniger als 1\u{a0}%".to_owned(),
        (_, Language::English) => format!("{kept}%"),
        (_, Language::German) => format!("{kept}\u{a0}%"),
    };
    match (language, is_one_page) {
        (Language::English, true) => format!("{what} Still there word for word: {share} of its old text."),
        (Language::English, false) => format!("{what} Still there word for word: {share} of the old text."),
        (Language::German, true) => format!("{what} Wörtlich erhalten: {share} ihres alten Textes."),
        (Language::German, false) => format!("{what} Wörtlich erhalten: {share} des alten Textes."),
    }
}

/// What has stood there for so long that it has taken the document's place; `what` names it.
pub(super) fn in_its_place(what: &str, language: Language) -> String {
    match language {
        Language::English => format!("For more than six weeks the page has shown {what}. This is what differs."),
        Language::German => format!("Seit mehr als sechs Wochen zeigt die Seite {what}. Das ist der Unterschied."),
    }
}

/// What stands before the headings that stayed, are new and are gone.
pub(super) const fn headings(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["Headings that stayed", "New headings", "Headings that are gone"],
        Language::German => ["Unveränderte Überschriften", "Neue Überschriften", "Entfallene Überschriften"],
    }
}
