//! Names in a row, as many as people read.

use crate::model::Language;

/// As many are named.
const MOST: usize = 5;

/// "Terms, Privacy and 12 more".
pub(super) fn some(names: &[String], between: &str, language: Language, number: &dyn Fn(usize) -> String) -> String {
    // "And 1 more" takes the room of the name itself.
    let most = if names.len() == MOST + 1 { MOST + 1 } else { MOST };
    let first = names.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(between);
    let more = names.len().saturating_sub(most);
    match (more, language) {
        (0, _) => first,
        (_, Language::English) => format!("{first} and {} more", number(more)),
        (_, Language::German) => format!("{first} und {} weitere", number(more)),
    }
}
