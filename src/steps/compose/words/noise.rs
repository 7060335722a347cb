//! How the classes of noise are called where only they changed.

use crate::model::{Language, Noise};

/// The class as the end of a sentence: "No rule changed, only link targets."
pub(super) const fn name(noise: Noise, language: Language) -> &'static str {
    let (english, german) = naming(noise);
    match language {
        Language::English => english,
        Language::German => german,
    }
}

const fn naming(noise: Noise) -> (&'static str, &'static str) {
    match noise {
        Noise::Bytes => ("bytes that nobody sees", "unsichtbare Bytes"),
        Noise::Links => ("link targets", "Linkziele"),
        Noise::Markup => ("layout", "das Layout"),
        Noise::Typography => ("quotes, dashes or capitals", "Anführungszeichen, Striche oder Großschreibung"),
        Noise::Order => ("the order", "die Reihenfolge"),
        Noise::Moved => ("the place of some text", "der Ort mancher Textstellen"),
        Noise::Numbering => ("numbering", "die Nummerierung"),
        Noise::Date => ("a “last updated” date", "ein Datum der letzten Aktualisierung"),
        Noise::Boilerplate => ("menus, buttons or related links", "Menüs, Schaltflächen oder verwandte Links"),
        Noise::Variant => ("a known text that came back", "ein bekannter Text, der zurückkam"),
        Noise::Language => ("the language of the page", "die Sprache der Seite"),
        Noise::Broken => ("that the page was broken or cut off", "dass die Seite gestört oder abgeschnitten war"),
        Noise::OtherDocument => ("which document was served", "welches Dokument ausgeliefert wurde"),
        Noise::OtherCopy => {
            ("which copy of the document was served", "welche Ausgabe des Dokuments ausgeliefert wurde")
        }
        Noise::Unconfirmed => {
            ("words that were gone at the second look", "Worte, die beim zweiten Blick wieder weg waren")
        }
        Noise::Upgrade => ("our own way of reading the page", "unsere eigene Lesart der Seite"),
    }
}
