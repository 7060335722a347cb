//! The languages that pages are written in, as the reader calls them.

use super::super::plain::capital;
use crate::model::Language;

/// The tag (BCP 47), the code (ISO 639-3), the English adjective, the German one without its ending.
const LANGUAGES: [(&str, &str, &str, &str); 28] = [
    ("ar", "ara", "Arabic", "arabisch"),
    ("bg", "bul", "Bulgarian", "bulgarisch"),
    ("cs", "ces", "Czech", "tschechisch"),
    ("da", "dan", "Danish", "dänisch"),
    ("de", "deu", "German", "deutsch"),
    ("el", "ell", "Greek", "griechisch"),
    ("en", "eng", "English", "englisch"),
    ("es", "spa", "Spanish", "spanisch"),
    ("fi", "fin", "Finnish", "finnisch"),
    ("fr", "fra", "French", "französisch"),
    ("he", "heb", "Hebrew", "hebräisch"),
    ("hu", "hun", "Hungarian", "ungarisch"),
    ("id", "ind", "Indonesian", "indonesisch"),
    ("it", "ita", "Italian", "italienisch"),
    ("ja", "jpn", "Japanese", "japanisch"),
    ("ko", "kor", "Korean", "koreanisch"),
    ("nl", "nld", "Dutch", "niederländisch"),
    ("no", "nob", "Norwegian", "norwegisch"),
    ("pl", "pol", "Polish", "polnisch"),
    ("pt", "por", "Portuguese", "portugiesisch"),
    ("ro", "ron", "Romanian", "rumänisch"),
    ("ru", "rus", "Russian", "russisch"),
    ("sv", "swe", "Swedish", "schwedisch"),
    ("th", "tha", "Thai", "thailändisch"),
    ("tr", "tur", "Turkish", "türkisch"),
    ("uk", "ukr", "Ukrainian", "ukrainisch"),
    ("vi", "vie", "Vietnamese", "vietnamesisch"),
    ("zh", "cmn", "Chinese", "chinesisch"),
];

/// The adjectives of a language, in English and in German, its region and script left aside.
pub(super) fn adjectives(tag: &str) -> Option<(&'static str, &'static str)> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let is_called = |known: &str| primary.eq_ignore_ascii_case(known);
    let found = LANGUAGES.iter().find(|(tag, code, ..)| is_called(tag) || is_called(code));
    found.map(|(_, _, english, german)| (*english, *german))
}

/// "German instead of English", "Deutsch statt Englisch".
pub(super) fn instead(found: &str, expected: &str, language: Language) -> String {
    let (found, expected) = (adjectives(found), adjectives(expected));
    match language {
        Language::English => format!(
            "{} instead of {}",
            found.map_or("another language", |(english, _)| english),
            expected.map_or("the usual one", |(english, _)| english)
        ),
        Language::German => {
            let name =
                |known: Option<(&str, &str)>, other: &str| known.map_or(other.to_owned(), |(_, name)| capital(name));
            format!("{} statt {}", name(found, "eine andere Sprache"), name(expected, "der gewohnten"))
        }
    }
}
