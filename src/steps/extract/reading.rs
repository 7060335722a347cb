//! What to read of a page, and what reading it comes to.

use crate::model::{Document, Selection};

/// What to read of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// Empty: find the main text.
    pub select: &'a [Selection],
    pub remove: &'a [Selection],
}

/// A document and what the page around it looked like.
#[derive(Debug, Clone, Default)]
pub struct Extract {
    pub document: Document,
    pub signs: Signs,
}

/// Facts about a page by which it is told whether it is the document at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    pub password_fields: usize,
    pub buttons: usize,
    /// Whether a frame or script asks for proof of being human.
    pub bot_proof: bool,
    /// Words in dialogs and cookie notices.
    pub consent_words: usize,
    pub hidden_words: usize,
    /// Words that were left out.
    pub boilerplate_words: usize,
    /// What the browser could not read of the page.
    pub unseen: Vec<Unseen>,
}

/// What a page holds, or may hold, that a browser could not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// A list holds only the rows that are in view.
    Rows,
    /// A frame of another site may hold the text.
    Frame,
    /// The page goes on and on; what comes later was not asked for.
    Endless,
    /// Something that may bring text had not come when the waiting ended.
    Loading,
    /// The same, and the main part of the page is all but empty.
    Hollow,
}

impl Unseen {
    /// By the word with which the door of the browser marks the page.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "rows" => Some(Self::Rows),
            "frame" => Some(Self::Frame),
            "endless" => Some(Self::Endless),
            "loading" => Some(Self::Loading),
            "hollow" => Some(Self::Hollow),
            _ => None,
        }
    }
}

/// One block of a page and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub text: String,
    pub kept: bool,
    /// Why, in a few plain words.
    pub reason: String,
}
