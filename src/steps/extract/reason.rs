//! Why a block of a page is kept or left out.

use super::html::zone::Purpose;

/// Why a block is kept or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
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
    /// Whether the block is read.
    #[must_use]
    pub const fn keeps(self) -> bool {
        matches!(self, Self::Text | Self::MostOfThePage(_) | Self::Sentences(_) | Self::Teaser(_) | Self::Template)
    }
}
