//! Why a block of a page is kept or left out.

use super::html::zone::Purpose;

/// Why a block is kept or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Text,
    /// Kept in spite of the part of the page in which it stands: that part holds (nearly) all there is to read.
    MostOfThePage(Purpose),
    /// Kept because it reads like sentences.
    Sentences(Purpose),
    /// The same in a menu with as many links as sentences.
    Teaser(Purpose),
    /// Kept because a script shows it: the page itself says far less.
    Template,
    Zone(Purpose),
    BeforeTitle,
    AfterText,
    AfterMain,
    LinkList,
    Contents,
    /// For readers who see less, and shown to all on the same page.
    Twice,
    FormLabel,
    Repeated,
}

impl Reason {
    pub const fn keeps(self) -> bool {
        matches!(self, Self::Text | Self::MostOfThePage(_) | Self::Sentences(_) | Self::Teaser(_) | Self::Template)
    }

    pub fn words(self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::MostOfThePage(purpose) => format!("{}, but it holds most of what there is to read", purpose.words()),
            Self::Sentences(purpose) | Self::Teaser(purpose) => {
                format!("{}, but it is written in sentences", purpose.words())
            }
            Self::Template => "text of a template that a script shows".to_owned(),
            Self::Zone(purpose) => purpose.words().to_owned(),
            Self::BeforeTitle => "before the title".to_owned(),
            Self::AfterText => "after the end of the text".to_owned(),
            Self::AfterMain => "a few words after the main text".to_owned(),
            Self::Contents => "table of contents".to_owned(),
            Self::Twice => "a second copy of what the page shows".to_owned(),
            Self::FormLabel => "label of a field".to_owned(),
            Self::Repeated => "a word said again and again, for machines".to_owned(),
            Self::LinkList => "a list of links".to_owned(),
        }
    }
}
