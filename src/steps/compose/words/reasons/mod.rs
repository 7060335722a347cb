//! Why a change is judged as it is, in a plain sentence that quotes the page's own words.

mod english;
mod german;
mod quotes;

use crate::model::{Because, Language};

/// The sentence in the reader's language.
pub(super) fn sentence(because: &Because, language: Language) -> String {
    match language {
        Language::English => english::sentence(because),
        Language::German => german::sentence(because),
    }
}
