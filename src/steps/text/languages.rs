//! The one home for words of natural languages: a file for each language, and one way to take a section of them all.
//!
//! To add a language, write `languages/XX.yaml` and name it in the list below; the sections are those of `Sections`. A word
//! that belongs to two languages stands in both files, one that belongs to none stands in `any.yaml`.

mod words;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(in crate::steps) use words::{CountedDays, DateSigns, Groups, Sections};

/// The code of each language and its file; where the order of words matters they come in this order.
const FILES: [(&str, &str); 19] = [
    ("any", include_str!("languages/any.yaml")),
    ("en", include_str!("languages/en.yaml")),
    ("de", include_str!("languages/de.yaml")),
    ("fr", include_str!("languages/fr.yaml")),
    ("es", include_str!("languages/es.yaml")),
    ("it", include_str!("languages/it.yaml")),
    ("nl", include_str!("languages/nl.yaml")),
    ("pl", include_str!("languages/pl.yaml")),
    ("pt", include_str!("languages/pt.yaml")),
    // Only begun: what pages in these languages were met to say.
    ("sv", include_str!("languages/sv.yaml")),
    ("da", include_str!("languages/da.yaml")),
    ("no", include_str!("languages/no.yaml")),
    ("ru", include_str!("languages/ru.yaml")),
    ("tr", include_str!("languages/tr.yaml")),
    ("zh", include_str!("languages/zh.yaml")),
    ("ja", include_str!("languages/ja.yaml")),
    ("ko", include_str!("languages/ko.yaml")),
    ("vi", include_str!("languages/vi.yaml")),
    ("ar", include_str!("languages/ar.yaml")),
];

/// A language that cannot be read has no words; a test keeps that from being shipped.
static LANGUAGES: LazyLock<Vec<(&str, Sections)>> = LazyLock::new(|| {
    FILES.into_iter().map(|(code, file)| (code, serde_yaml::from_str(file).unwrap_or_default())).collect()
});

/// The codes of all languages that have a file.
pub fn codes() -> impl Iterator<Item = &'static str> {
    FILES.into_iter().map(|(code, _)| code)
}

/// What is wrong with the built-in files; nothing, or a test fails.
#[must_use]
pub fn faults() -> Vec<String> {
    let wrong = |(code, file)| serde_yaml::from_str::<Sections>(file).err().map(|error| format!("{code}: {error}"));
    FILES.into_iter().filter_map(wrong).collect()
}

/// The words of all languages.
pub(in crate::steps) fn all() -> impl Iterator<Item = &'static Sections> {
    LANGUAGES.iter().map(|(_, words)| words)
}

/// The files as they are written, to know which words stand in one of them, in whatever section.
pub(in crate::steps) fn sources() -> impl Iterator<Item = &'static str> {
    FILES.into_iter().map(|(_, file)| file)
}

/// The words of one language.
pub(in crate::steps) fn of(language: &str) -> Option<&'static Sections> {
    LANGUAGES.iter().find(|(code, _)| *code == language).map(|(_, words)| words)
}

/// A section of all languages, each word once.
pub(in crate::steps) fn union(section: impl Fn(&'static Sections) -> &'static [String]) -> Vec<&'static str> {
    let mut known = HashSet::new();
    all().flat_map(section).map(String::as_str).filter(|word| known.insert(*word)).collect()
}

/// The words under one key in all languages, each once.
pub(in crate::steps) fn group(groups: impl Fn(&'static Sections) -> &'static Groups, key: &str) -> Vec<&'static str> {
    union(|words| groups(words).get(key).map_or(&[], Vec::as_slice))
}

/// The patterns of a section as alternatives.
pub(in crate::steps) fn either(section: impl Fn(&'static Sections) -> &'static [String]) -> String {
    union(section).join("|")
}
