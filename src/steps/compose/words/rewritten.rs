//! What stayed and what is new where a document was written anew.

use crate::model::Language;

/// For a headline, where no rule changed.
pub(super) const fn headline(language: Language) -> &'static str {
    match language {
        Language::English => "document written anew",
        Language::German => "Dokument neu geschrieben",
    }
}

/// That it was written anew, and how much of the old text is still there.
pub(super) fn opening(kept: u8, language: Language) -> String {
    match (kept, language) {
        (0, Language::English) => {
            "The document was written anew. Still there word for word: less than 1 % of the old text.".to_owned()
        }
        (0, Language::German) => {
            "Das Dokument wurde neu geschrieben. Wörtlich erhalten: weniger als 1 % des alten Textes.".to_owned()
        }
        (_, Language::English) => {
            format!("The document was written anew. Still there word for word: {kept} % of the old text.")
        }
        (_, Language::German) => {
            format!("Das Dokument wurde neu geschrieben. Wörtlich erhalten: {kept} % des alten Textes.")
        }
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
        Language::German => ["Gebliebene Überschriften", "Neue Überschriften", "Entfallene Überschriften"],
    }
}
