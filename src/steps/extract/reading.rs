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
}

/// One block of a page and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub text: String,
    pub kept: bool,
    /// Why, in a few plain words.
    pub reason: String,
}
