//! In which language a text is written, as far as its words tell.

use crate::model::Document;

/// The languages of two texts, where both can be told and differ.
pub(super) fn other_language(base: &Document, document: &Document) -> Option<(String, String)> {
    let (expected, found) = (language(base)?, language(document)?);
    (expected != found).then_some((expected, found))
}

/// The language of a document's text, where it can be told.
fn language(document: &Document) -> Option<String> {
    let mut text = String::new();
    for block in document.blocks.iter().filter(|block| block.text.len() > 40) {
        text.push_str(&block.text);
        text.push(' ');
        if text.len() > 6000 {
            break;
        }
    }
    let found = whatlang::detect(&text)?;
    (found.is_reliable() && text.len() > 200).then(|| found.lang().code().to_owned())
}

/// The short code of the language in which a text is written, where it can be told.
#[must_use]
pub fn written_in(document: &Document) -> Option<String> {
    let code = language(document)?;
    let short = SHORT.iter().find(|(long, _)| *long == code);
    Some(short.map_or(code, |(_, short)| (*short).to_owned()))
}

/// The codes of three letters by which languages are detected, and those of two that people know.
const SHORT: [(&str, &str); 20] = [
    ("eng", "en"),
    ("deu", "de"),
    ("fra", "fr"),
    ("spa", "es"),
    ("ita", "it"),
    ("nld", "nl"),
    ("pol", "pl"),
    ("por", "pt"),
    ("swe", "sv"),
    ("dan", "da"),
    ("nob", "no"),
    ("fin", "fi"),
    ("rus", "ru"),
    ("ukr", "uk"),
    ("ces", "cs"),
    ("tur", "tr"),
    ("cmn", "zh"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("ara", "ar"),
];
