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
