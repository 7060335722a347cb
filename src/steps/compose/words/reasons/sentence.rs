//! The sentence in the reader's language.

use super::{english, german};
use crate::model::{Because, Language};

/// The sentence in the reader's language.
pub(in crate::steps::compose::words) fn sentence(because: &Because, language: Language) -> String {
    match language {
        Language::English => english::sentence(because),
        Language::German => german::sentence(because),
    }
}
