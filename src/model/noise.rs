//! The ways in which a page differs without its rules having changed.

use serde::{Deserialize, Serialize};

/// A difference that was seen and held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noise {
    /// Bytes only: nonces, scripts, styles.
    Bytes,
    /// Targets of links, with the same words.
    Links,
    /// Tags, levels, bullets, white space.
    Markup,
    /// Quotes, dashes, punctuation marks, letter case.
    Typography,
    /// The same blocks in another order.
    Order,
    /// Blocks that moved to another place.
    Moved,
    /// Numbers of list items or sections.
    Numbering,
    /// A "last updated" date that moved by itself.
    Date,
    /// Menus, banners, footers, related articles.
    #[serde(rename = "furniture")]
    Boilerplate,
    /// A text that was there before and comes and goes.
    Variant,
    /// The same document in another language.
    Language,
    /// An error, a wall or a stub on one side, and the document on the other.
    Broken,
    /// Another document under the same address.
    OtherDocument,
    /// Another copy of the document: an older one, or another region's.
    OtherCopy,
    /// New words that were gone at the second look.
    Unconfirmed,
    /// A new extractor or changed selectors: our own doing.
    Upgrade,
}

impl Noise {
    /// Every class, in the order in which they are listed to people.
    pub const ALL: [Self; 16] = [
        Self::Bytes,
        Self::Links,
        Self::Markup,
        Self::Typography,
        Self::Order,
        Self::Moved,
        Self::Numbering,
        Self::Date,
        Self::Boilerplate,
        Self::Variant,
        Self::Language,
        Self::Broken,
        Self::OtherDocument,
        Self::OtherCopy,
        Self::Unconfirmed,
        Self::Upgrade,
    ];

    /// The name in JSON and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Links => "links",
            Self::Markup => "markup",
            Self::Typography => "typography",
            Self::Order => "order",
            Self::Moved => "moved",
            Self::Numbering => "numbering",
            Self::Date => "date",
            Self::Boilerplate => "furniture",
            Self::Variant => "variant",
            Self::Language => "language",
            Self::Broken => "broken",
            Self::OtherDocument => "other_document",
            Self::OtherCopy => "other_copy",
            Self::Unconfirmed => "unconfirmed",
            Self::Upgrade => "upgrade",
        }
    }

    /// The class of that key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noise| noise.key() == key)
    }
}
