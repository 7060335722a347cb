//! A block where it stands, and what the blocks around it say of it; what rules have in common, and no rule.

use super::dating::DateLine;
use super::labels;
use crate::model::{Block, BlockKind};
use crate::steps::diff::side::Side;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;

/// Longer text is not an entry or a label. Chosen on the pages of corpus 2022.
const SHORT: usize = 12;
/// A colon behind fewer words ends the heading of a menu ("On this page:"). Chosen on the pages of corpus 2022.
const LEADS: usize = 4;

/// What names the line below it has no more words.
const NAME: usize = 8;

/// A menu has no more entries, so that no more blocks are looked at around an entry.
const FAR: usize = 400;
/// So many links of so many words, on average, are a list of rules: the entries of menus have fewer.
const SEVERAL: usize = 3;
const SAYS: usize = 4;
/// So many labels make a list a menu. Chosen with the list in footers.
const LABELS: usize = 2;

/// A block of one of the two documents.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockAt<'a> {
    pub side: &'a Side<'a>,
    pub entry: usize,
    /// Whether it is known to stand around the text; what gave way to something there stood there, too, however the page was
    /// laid out when it was read.
    pub outside: bool,
}

impl<'a> BlockAt<'a> {
    pub fn block(self) -> &'a Block {
        self.side.block(self.entry)
    }

    pub fn text(self) -> &'a str {
        self.block().text.trim_end()
    }

    /// Equal for blocks with equal words.
    pub fn key(self) -> u32 {
        self.side.entries[self.entry].key
    }

    pub fn words(self) -> usize {
        self.side.entries[self.entry].words.len()
    }

    pub fn is_short(self) -> bool {
        self.words() <= SHORT
    }

    pub fn is_heading(self) -> bool {
        matches!(self.block().kind, BlockKind::Heading(_))
    }

    pub fn is_item(self) -> bool {
        matches!(self.block().kind, BlockKind::Item(_))
    }

    /// Whether it is part of a table or of a program: what stands there is data, however short.
    pub fn is_data(self) -> bool {
        matches!(self.block().kind, BlockKind::Row | BlockKind::Code)
    }

    /// Whether it is a link and nothing else.
    pub fn is_link(self) -> bool {
        !self.block().links.is_empty() && linked(self.block()) + 2 >= self.block().text.len()
    }

    /// Whether the text above leads to it, so that it is part of that text: a sentence that ends in a colon, a question,
    /// a heading that rules something.
    pub fn is_introduced(self) -> bool {
        let above = (0..self.entry).rev().map(|entry| Self { entry, ..self }).find(|above| !above.is_item());
        above.is_some_and(|above| {
            let text = above.text();
            text.ends_with(':') && above.words() >= LEADS
                || text.ends_with('?') && !labels::is_known(text)
                || (text.ends_with(':') || above.is_heading()) && has_modal_verb(text)
        })
    }

    /// Whether the line right above it, or above its list, says what it is: a heading below the title, or a short line within
    /// the text that is no sentence, no label and names more than the document ("Oldest version that works").
    pub fn is_named(self) -> bool {
        let at = |entry| Self { entry, ..self };
        let above = (0..self.entry).rev().map(at).find(|above| !(self.is_item() && above.is_item()));
        let Some(above) =
            above.filter(|above| above.words() <= NAME && !above.is_item() && !above.is_data() && !above.is_linked())
        else {
            return false;
        };
        let text = above.text();
        let line = DateLine::read(text);
        let is_of_the_document = || line.words.is_empty() || line.is_of_the_document_alone() || labels::is_label(text);
        let is_below_the_title = || (0..above.entry).any(|entry| at(entry).is_heading());
        let is_within = || (0..above.entry).rev().take(FAR).map(at).any(Self::is_prose);
        let names = if above.is_heading() {
            is_below_the_title()
        } else {
            !text.ends_with(['.', ';', '!', '?', '。']) && is_within()
        };
        names && !is_of_the_document()
    }

    /// Whether most of it leads elsewhere, as the name of a card does.
    fn is_linked(self) -> bool {
        linked(self.block()) * 2 >= self.block().text.len()
    }

    /// Whether it is a text, and no menu: a sentence, or more words than a label has, that are no links.
    fn is_prose(self) -> bool {
        let is_sentence = || self.words() >= LEADS && self.text().ends_with(['.', ';', '!', '。']);
        (self.words() > SHORT || is_sentence()) && linked(self.block()) * 2 < self.block().text.len()
    }

    /// Whether no sentence stands behind it.
    pub fn is_at_the_end(self) -> bool {
        let behind = (self.entry + 1..self.side.entries.len()).take(FAR);
        !behind.map(|entry| Self { entry, ..self }).any(Self::is_prose)
    }

    /// Whether no sentence stands before it.
    pub fn is_at_the_beginning(self) -> bool {
        !(0..self.entry).rev().take(FAR).map(|entry| Self { entry, ..self }).any(Self::is_prose)
    }

    /// Whether it stands at the edge of the page, where menus are: no sentence stands before it, or none behind it. Below a
    /// heading of its own, or below the title, it stands there only if several of `entries` are labels that menus have.
    pub fn is_at_the_edge(self, mut entries: impl Iterator<Item = &'a str>) -> bool {
        let heading = self.side.section(self.entry).map(|block| self.side.document.blocks[block].text.as_str());
        // Under "Company" or "Help" a menu stands, and under any other heading what the heading says.
        let is_of_a_menu = heading.is_none_or(labels::is_known);
        (self.is_at_the_beginning() || self.is_at_the_end())
            && (is_of_a_menu || entries.by_ref().filter(|entry| labels::is_known(entry)).nth(LABELS - 1).is_some())
    }

    /// Whether it stands in a list of links each of which is more than a name: a list of rules.
    pub fn says_something(self) -> bool {
        let (mut links, mut words) = (0, 0);
        for other in self.list().take(FAR).filter(|other| other.is_link()) {
            links += 1;
            words += other.words();
        }
        links >= SEVERAL && words >= links * SAYS
    }

    /// The items of the list that it is one of.
    pub fn list(self) -> impl Iterator<Item = Self> {
        let at = move |entry| Self { entry, ..self };
        let before = (0..self.entry).rev().map(at).take_while(|other| other.is_item());
        before.chain((self.entry..self.side.entries.len()).map(at).take_while(|other| other.is_item()))
    }
}

/// How many bytes of a block are text of links.
pub(super) fn linked(block: &Block) -> usize {
    block.links.iter().map(|link| link.text.len()).sum()
}

/// Whether a text allows, forbids, demands or limits: then nothing makes it a part of the page around the document.
pub(super) fn rules_something(text: &str) -> bool {
    has_modal_verb(text) || has_limit(text)
}
