//! In which language the terminal speaks to people; what programs read (JSON, CSV) is the same in every language.

use std::sync::OnceLock;

use crate::model::Language;

static SPOKEN: OnceLock<Language> = OnceLock::new();

/// Speaks that language from now on; where none is asked for, that of the environment.
pub fn speak(asked: Option<Language>) {
    // The first word holds: it is said once, when the program begins.
    let _ = SPOKEN.set(asked.unwrap_or_else(of_environment));
}

/// The language in which the terminal speaks.
pub fn spoken() -> Language {
    SPOKEN.get().copied().unwrap_or(Language::English)
}

/// The language of the environment, where hausrecht speaks it; else English.
pub fn of_environment() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    let is_german = |named: &str| named.split(['_', '.', '@']).next() == Some("de");
    if named.as_deref().is_some_and(is_german) { Language::German } else { Language::English }
}

/// A language by its tag, for the command line.
pub fn by_tag(tag: &str) -> Result<Language, String> {
    match tag {
        "en" => Ok(Language::English),
        "de" => Ok(Language::German),
        _ => Err("en or de".to_owned()),
    }
}
