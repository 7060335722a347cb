//! What is said of a watchlist: in English, and in German what people who edit one meet often.

use std::fmt;

use crate::model::Language;

/// A phrase in the languages of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    english: String,
    german: String,
}

impl Spoken {
    /// The same in both languages.
    pub(super) const fn both(english: String, german: String) -> Self {
        Self { english, german }
    }

    /// The phrase in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::German => &self.german,
        }
    }

    /// The phrase behind the name of what it is about.
    pub(super) fn of(self, who: &Self) -> Self {
        if who.english.is_empty() {
            return self;
        }
        Self::both(format!("{}: {}", who.english, self.english), format!("{}: {}", who.german, self.german))
    }
}

/// What is said in English alone stays so.
impl From<String> for Spoken {
    fn from(english: String) -> Self {
        Self { german: english.clone(), english }
    }
}

impl From<&str> for Spoken {
    fn from(english: &str) -> Self {
        Self::from(english.to_owned())
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.english)
    }
}

/// A phrase: the English one, the German one, and what goes into both.
macro_rules! said {
    ($english:literal, $german:literal $(, $part:expr)* $(,)?) => {
        $crate::steps::watchlist::said::Spoken::both(format!($english $(, $part)*), format!($german $(, $part)*))
    };
}
pub(super) use said;
