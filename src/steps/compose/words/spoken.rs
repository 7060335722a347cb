//! The languages that letters speak.

use super::english::English;
use super::german::German;
use super::messages::Words;
use super::{editions, reasons};
use crate::model::{Language, Reason, Trouble};

/// The words of a language.
pub(in super::super) fn words(language: Language) -> &'static dyn Words {
    match language {
        Language::English => &English,
        Language::German => &German,
    }
}

/// What stands where another edition does, in a phrase: "German instead of English".
pub(in super::super) fn edition(instead: &Trouble, language: Language) -> String {
    editions::what(instead, language)
}

/// Why a change is judged as it is.
pub(in super::super) fn reason(reason: &Reason, language: Language) -> String {
    reasons::sentence(&reason.because, language)
}
