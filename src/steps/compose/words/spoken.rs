//! The languages that letters speak.

use super::english::English;
use super::german::German;
use super::messages::Words;
use super::{editions, reasons, rules};
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

/// A rule that holds passages back, in the words of the reader: "link with a new address".
pub(in super::super) fn rule(key: &str, language: Language) -> String {
    rules::counted(key, 1, "", language).trim_start().to_owned()
}

/// Why a change is judged as it is.
pub(in super::super) fn reason(reason: &Reason, language: Language) -> String {
    reasons::sentence(&reason.because, language)
}
