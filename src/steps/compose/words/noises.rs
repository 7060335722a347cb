//! What was held back, in a word or two.

use crate::model::{Language, Noise};

/// The class of noise as a list names it.
pub(super) const fn name(noise: Noise, language: Language) -> &'static str {
    let (en, de) = match noise {
        Noise::Bytes => ("invisible parts of the page", "unsichtbare Seitenteile"),
        Noise::Links => ("link targets", "Linkziele"),
        Noise::Markup => ("layout", "Gestaltung"),
        Noise::Typography => ("punctuation and spelling of letters", "Zeichensetzung und Schreibweise"),
        Noise::Order => ("order of paragraphs", "Reihenfolge der Absätze"),
        Noise::Moved => ("moved text", "verschobener Text"),
        Noise::Numbering => ("numbering", "Nummerierung"),
        Noise::Date => ("dates that moved alone", "bloße Datumsangaben"),
        Noise::Boilerplate => ("menus and banners", "Menüs und Banner"),
        Noise::Variant => ("texts that come and go", "wechselnde Textfassungen"),
        Noise::Language => ("another language", "andere Sprache"),
        Noise::Broken => ("pages broken or cut off", "gestörte oder abgeschnittene Seiten"),
        Noise::OtherDocument => ("another document in its place", "ein anderes Dokument an seiner Stelle"),
        Noise::OtherCopy => ("another copy of the document", "eine andere Ausgabe des Dokuments"),
        Noise::Unconfirmed => ("gone at the second look", "beim zweiten Blick verschwunden"),
        Noise::Upgrade => ("our own update", "eigene Aktualisierung"),
    };
    match language {
        Language::English => en,
        Language::German => de,
    }
}
