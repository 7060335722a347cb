//! One document of one platform that we look at.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use url::Url;

use super::{Access, Schedule};

/// A line of the watchlist, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    pub id: String,
    /// The platform's key (see [`super::platform_key`]).
    pub platform: String,
    /// The document's name, as people know it.
    pub document: String,
    pub kind: DocumentKind,
    /// The addresses that make up the document; never empty, the first one is the watch's own.
    pub pages: Vec<Page>,
    /// The language in which the page is asked for (BCP 47), if the watch names one.
    pub language: Option<String>,
    pub render: Render,
    /// What to read; empty: the main text is found without help.
    pub select: Vec<Selection>,
    /// What to leave out.
    pub remove: Vec<Selection>,
    pub schedule: Schedule,
    pub access: Access,
    pub allow_private_network: bool,
    /// How long the watch may be unreadable before it is a blind spot.
    pub patience: Duration,
    /// The watch of the same document in another language.
    pub same_as: Option<String>,
    /// Where collections of Open Terms Archive keep the document: `SERVICE/TERMS TYPE`.
    pub ota: Vec<String>,
    /// Whether the shipped catalogue brought it.
    pub catalogue: bool,
    /// The line of the watchlist on which it begins, from 1.
    pub line: usize,
}

impl Watch {
    /// What is added to requests for one of its pages: secrets stay with the origin of the watch's own address.
    #[must_use]
    pub fn access_to(&self, page: &Page) -> Access {
        let is_own = self.pages.first().is_some_and(|own| own.url.origin() == page.url.origin());
        if is_own { self.access.clone() } else { self.access.without_secrets() }
    }
}

/// One address of a watch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Page {
    /// Empty for the watch's own address, else the address: what the store files the page under.
    pub part: String,
    pub url: Url,
    /// Selections of this page alone; empty: those of the watch.
    pub select: Vec<Selection>,
    pub remove: Vec<Selection>,
}

/// A part of a page, named by CSS selectors.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Selection {
    /// Every element that matches.
    Css(String),
    /// Everything between two elements, in the order of the document.
    Range { start: String, start_inclusive: bool, end: String, end_inclusive: bool },
}

/// How a page's content comes to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Render {
    /// The answer to a plain request holds the text.
    #[default]
    Http,
    /// Scripts write the text: a browser is needed.
    Browser,
    /// Plain first, a browser only when the plain page has no text.
    Auto,
}

/// What a document is about as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Terms,
    Community,
    Developer,
    Ads,
    Privacy,
    Pages,
    Promotions,
    BrandedContent,
    Commercial,
    Monetization,
    Music,
    Brand,
    Copyright,
    Changelog,
    /// A page that leads to the platform's rules: its new links are told.
    Hub,
    #[default]
    Other,
}

impl DocumentKind {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: [Self; 16] = [
        Self::Terms,
        Self::Community,
        Self::Developer,
        Self::Ads,
        Self::Privacy,
        Self::Pages,
        Self::Promotions,
        Self::BrandedContent,
        Self::Commercial,
        Self::Monetization,
        Self::Music,
        Self::Brand,
        Self::Copyright,
        Self::Changelog,
        Self::Hub,
        Self::Other,
    ];

    /// The name as written in `watchlist.yaml`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Community => "community",
            Self::Developer => "developer",
            Self::Ads => "ads",
            Self::Privacy => "privacy",
            Self::Pages => "pages",
            Self::Promotions => "promotions",
            Self::BrandedContent => "branded_content",
            Self::Commercial => "commercial",
            Self::Monetization => "monetization",
            Self::Music => "music",
            Self::Brand => "brand",
            Self::Copyright => "copyright",
            Self::Changelog => "changelog",
            Self::Hub => "hub",
            Self::Other => "other",
        }
    }

    /// The kind of that key, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
