//! The readable content of a page: blocks in order, each under its headings.

use serde::{Deserialize, Serialize};

/// What a person would read, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// The page's title, if it has one.
    pub title: Option<String>,
    /// The language that the page declares (BCP 47), if it does.
    pub language: Option<String>,
    pub blocks: Vec<Block>,
    /// Whether the watch's selectors failed and the main text was found without them.
    #[serde(default)]
    pub fallback: bool,
}

/// A heading, paragraph, list item, table row or piece of code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    /// One line, white space folded, in Unicode form NFC.
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Whether it stands in a part of the page of its own, beside what belongs to the site, and not in the part that holds
    /// the paragraphs. It is read all the same; the rules weigh it.
    #[serde(default, skip_serializing_if = "is_not")]
    pub outside: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_not(outside: &bool) -> bool {
    !*outside
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// 1 (document) to 6.
    Heading(u8),
    Paragraph,
    /// 1 for an outermost item.
    Item(u8),
    Row,
    Code,
}

/// Where some words of a block lead; kept apart so that a new target is not a new rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub text: String,
    pub target: String,
}

impl Document {
    /// How many words the document has.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.blocks.iter().map(|block| super::count_words(&block.text)).sum()
    }
}
