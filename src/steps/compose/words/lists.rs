//! Names in a row, as many as people read.

use crate::model::Language;

/// As many are named.
const MOST: usize = 5;

/// "Terms, Privacy and 12 more".
pub(super) fn some(names: &[String], between: &str, language: Language, number: &dyn Fn(usize) -> String) -> String {
    let first = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(between);
    let more = names.len().saturating_sub(MOST);
    match (more, language) {
        (0, _) => first,
        (_, Language::English) => format!("{first} and {} more", number(more)),
        (1, Language::German) => format!("{first} und 1 weitere"),
        (_, Language::German) => format!("{first} und {} weitere", number(more)),
    }
}
