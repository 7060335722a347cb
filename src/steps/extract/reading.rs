//! What to read of a page, and what reading it comes to.

use super::reason::Reason;
use crate::model::{Document, Selection};

/// What to read of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// Empty: find the main text.
    pub select: &'a [Selection],
    pub remove: &'a [Selection],
    /// The language that is expected: old pages that name neither charset nor language are read as those in it are.
    pub language: Option<&'a str>,
}

/// A document and what the page around it looked like.
#[derive(Debug, Clone, Default)]
pub struct Extract {
    pub document: Document,
    pub signs: Signs,
}

/// Facts about a page by which it is told whether it is the document at all.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
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
    /// Labels of buttons that stand with what was read, in lower case.
    pub buttons_in_text: Vec<String>,
    /// What stands beside the dialog that holds most of what was read.
    pub beside_dialog: Option<BesideDialog>,
    /// Whether it is a page, in whose place a wall may stand, and no text as a person writes it down.
    pub is_page: bool,
    /// Whether the watch's own selectors chose what was read.
    pub is_chosen: bool,
    /// What stands on each line of the paper.
    pub printed_lines: Vec<String>,
    /// To how many pages the links of the text lead; what is read for want of anything else is not asked.
    pub pages_led_to: usize,
    /// What most of the text stands in.
    pub container: Container,
    /// Where the rest of the text may stand.
    pub elsewhere: Unread,
    /// What the browser could not read of the page.
    pub unseen: Vec<Unseen>,
    /// Whether it has scripts, and no browser has let them work.
    pub needs_scripts: bool,
}

/// What a page holds, or may hold, that a browser could not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// What stands on a page beside the dialog that holds most of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct BesideDialog {
    pub words: usize,
    /// Its first lines.
    pub first: Vec<String>,
}

/// The part of a page that holds the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Container {
    #[default]
    Page,
    Main,
    Dialog,
    /// What the watch's selectors chose.
    Chosen,
    /// A template that a script shows.
    Template,
}

/// Where on a page text may stand that was not read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Unread {
    /// The addresses, as they are written, of frames that could hold a document: those that are to be seen and large.
    pub frames: Vec<String>,
    /// The addresses of PDF files to which it leads outside of its menus.
    pub files: Vec<String>,
    /// To what addresses on the page are relative, where it says so.
    pub base: Option<String>,
    /// Words of prose in what scripts keep, which do not stand on the page.
    pub script_words: usize,
    /// Words of prose that are hidden.
    pub hidden_words: usize,
    /// Words of prose in what was left out as menus, footers and dialogs.
    pub left_out_words: usize,
    /// Whether an empty place beside the text waits for a script to fill it.
    pub has_place_to_fill: bool,
}

impl Container {
    /// The short name in tables.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Main => "main",
            Self::Dialog => "dialog",
            Self::Chosen => "select",
            Self::Template => "template",
        }
    }
}

/// One block of a page and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub text: String,
    /// Why it is kept or left out.
    pub reason: Reason,
    /// Whether it stands around the document.
    pub is_outside: bool,
}
