//! Why a change is judged as it is, in a plain sentence that quotes the page's own words.

mod english;
mod german;

use crate::model::{Because, Language};

/// A quote that begins where its sentence does; none where it begins within one.
fn whole(quote: &str) -> Option<&str> {
    let quote = quote.trim();
    (!quote.is_empty() && !quote.starts_with('…')).then_some(quote)
}

/// The sentence in the reader's language.
pub(super) fn sentence(because: &Because, language: Language) -> String {
    match language {
        Language::English => english::sentence(because),
        Language::German => german::sentence(because),
    }
}
