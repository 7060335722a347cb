//! That another edition stands under a page's address and is followed, and in which documents the same words stand.

use super::super::plain::sentence;
use super::days::number;
use super::{languages, regions};
use crate::model::{Language, Trouble};

/// Over the pages that show another edition.
pub(super) fn title(count: usize, all_in_another_language: bool, language: Language) -> String {
    let (english, german) = if all_in_another_language {
        ("another language", "eine andere Sprache")
    } else {
        ("another text", "einen anderen Text")
    };
    match (count, language) {
        (1, Language::English) => format!("1 page shows {english}"),
        (_, Language::English) => format!("{count} pages show {english}", count = number(count, language)),
        (1, Language::German) => format!("1 Seite zeigt {german}"),
        (_, Language::German) => format!("{count} Seiten zeigen {german}", count = number(count, language)),
    }
}

/// What stands there: "German instead of English".
pub(super) fn what(instead: &Trouble, language: Language) -> String {
    match (instead, language) {
        (Trouble::WrongLanguage { expected, found }, _) => languages::instead(found, expected, language),
        (Trouble::WrongRegion { expected, found }, Language::English) => {
            let [found, expected] = [found, expected].map(|key| regions::name(key, language));
            format!("the text for {found} instead of {expected}")
        }
        (Trouble::WrongRegion { expected, found }, Language::German) => {
            let [found, expected] = [found, expected].map(|key| regions::name(key, language));
            format!("den Text für {found} statt für {expected}")
        }
        (Trouble::OtherDocument { title }, Language::English) => format!("another document (“{}”)", sentence(title)),
        (Trouble::OtherDocument { title }, Language::German) => format!("ein anderes Dokument („{}“)", sentence(title)),
        (_, Language::English) => "another text".to_owned(),
        (_, Language::German) => "einen anderen Text".to_owned(),
    }
}

/// Since when it stands there, and that it is followed.
pub(super) fn followed(instead: &Trouble, day: &str, language: Language) -> String {
    let what = what(instead, language);
    match language {
        Language::English => {
            format!("Since {day} the page shows {what}. hausrecht reads this text now and tells what changes in it.")
        }
        Language::German => format!(
            "Seit dem {day} zeigt die Seite {what}. hausrecht liest jetzt diesen Text und meldet, was sich darin ändert."
        ),
    }
}

/// What stands before the other documents that say the same.
pub(super) const fn same_words(language: Language) -> &'static str {
    match language {
        Language::English => "The same words also in",
        Language::German => "Gleicher Wortlaut auch in",
    }
}
