//! What a document says in its other language, in a phrase and in a sentence.

use jiff::Timestamp;

use super::super::plain::{capital, name};
use super::languages::adjectives;
use crate::model::{Counterpart, Elsewhere, Language};

/// What stands before the phrase.
pub(super) const fn label(language: Language) -> &'static str {
    match language {
        Language::English => "Other language",
        Language::German => "Andere Sprache",
    }
}

/// "not yet in the German text (facebook-terms-de, last seen …)".
pub(super) fn phrase(other: &Counterpart, language: Language, moment: &dyn Fn(Timestamp) -> String) -> String {
    let watch = name(&other.watch);
    let known = other.language.as_deref().and_then(adjectives);
    match language {
        Language::English => {
            let text = known.map_or_else(|| "other text".to_owned(), |(english, _)| format!("{english} text"));
            match &other.elsewhere {
                Elsewhere::Changed { id } => format!("also in the {text} ({watch}, change {})", name(id)),
                Elsewhere::Unchanged { last_seen } => {
                    format!("not yet in the {text} ({watch}, last seen {})", moment(*last_seen))
                }
                Elsewhere::Unread => format!("the {text} could not be read ({watch})"),
            }
        }
        Language::German => {
            let stem = known.map_or("ander", |(_, german)| german);
            match &other.elsewhere {
                Elsewhere::Changed { id } => format!("auch im {stem}en Text ({watch}, Änderung {})", name(id)),
                Elsewhere::Unchanged { last_seen } => {
                    format!("noch nicht im {stem}en Text ({watch}, zuletzt gesehen am {})", moment(*last_seen))
                }
                Elsewhere::Unread => format!("der {stem}e Text war nicht lesbar ({watch})"),
            }
        }
    }
}

/// The phrase as a sentence: "The change is not yet in the German text (facebook-terms-de, last seen …)."
pub(super) fn sentence(other: &Counterpart, language: Language, moment: &dyn Fn(Timestamp) -> String) -> String {
    let phrase = phrase(other, language, moment);
    match (&other.elsewhere, language) {
        (Elsewhere::Unread, _) => format!("{}.", capital(&phrase)),
        (_, Language::English) => format!("The change is {phrase}."),
        (_, Language::German) => format!("Die Änderung steht {phrase}."),
    }
}
