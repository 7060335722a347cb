//! Blocks in the making: text, links and weight are gathered until a block ends.

use crate::model::{Block, BlockKind, Link, Trouble, count_words};
use crate::steps::text;
use crate::steps::text::dates::find_dates;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::turned::has_opposite;

/// No document says more; the longest of real ones has a tenth of it. What does is made to wear its reader out.
const MOST_TEXT: usize = 8 * 1024 * 1024;
const MOST_BLOCKS: usize = 60_000;
/// An address that is longer holds data; nobody follows it.
const LONGEST_TARGET: usize = 4096;
/// The label of a button is shorter; what is as long says something, and so does what rules something in a few words.
const LABEL: (usize, usize) = (8, 5);
/// A number with its unit has no more words.
const COUNTED: usize = 3;
/// An answer has no more words.
const FEW: usize = 3;
/// Links do not lie within links; where broken pages make them, the outer ones count no more.
const LINKS_WITHIN: usize = 4;

/// A block that was read but not yet judged.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub kind: BlockKind,
    pub text: String,
    /// How many words it has.
    pub words: usize,
    pub links: Vec<Link>,
    /// Whether all of its words are printed bold.
    pub strong: bool,
    /// The zone of the page in which it stands.
    pub zone: usize,
    /// Bytes of its text that are words of links.
    pub linked: usize,
    /// How near the root of the page the reader comes on the way from the block before.
    pub apart: usize,
    /// How many buttons stand before it.
    pub buttons: usize,
    /// How near the root of the page the reader comes on the way to the nearest of the buttons that follow it; 0 without any.
    pub to_button: usize,
    /// Whether it stands outside of the part of the page that holds the text.
    pub outside: bool,
    /// Whether it is for readers who cannot see the page as others do.
    pub aside: bool,
    /// Whether it says what the term before it means.
    pub defines: bool,
}

impl Draft {
    /// Whether (nearly) all of it is words of links.
    pub fn is_link(&self) -> bool {
        self.linked * 10 >= self.text.len() * 8
    }

    /// Whether it is nothing but links to other places of the same page.
    pub fn is_contents(&self) -> bool {
        self.is_link() && self.links.iter().all(|link| link.target.starts_with('#'))
    }

    /// Whether it reads like sentences, not like a label.
    pub fn is_prose(&self) -> bool {
        let words = self.words;
        words >= 25 && self.linked * 2 < self.text.len() || words >= 6 && !self.is_link() && ends_sentence(&self.text)
    }
}

/// Whether a text ends as sentences and list items of laws do.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', '“', '\'', '’', ')', ']', ' '])
        .ends_with(['.', ':', ';', '!', '?', '…', '。', '！', '？', '：', '；', '।', '؟'])
}

/// Whether a text allows, forbids, demands or sets a limit.
pub(super) fn rules(text: &str) -> bool {
    has_modal_verb(text) || has_limit(text)
}

/// Whether a few words say which of two or more holds, or rule: "Repealed", "In force", "Not allowed".
pub(super) fn says_which(text: &str) -> bool {
    let (mut words, mut others, mut answers) = (0, 0, 0);
    text::each_word(text, |word, _| {
        words += 1;
        let is_answer = !is_small(word) && has_opposite(word);
        answers += usize::from(is_answer);
        others += usize::from(!is_answer && !is_small(word));
    });
    words <= FEW && (answers == 1 && others == 0 || rules(text))
}

/// Whether the words of a button say more than what it does.
pub(super) fn is_more_than_a_label(text: &str) -> bool {
    let words = count_words(text);
    words >= LABEL.0 || words >= LABEL.1 && rules(text)
}

/// Whether a text gives a thing its number: "Minimum age: 18". Dates and addresses are none.
pub(super) fn counts(text: &str) -> bool {
    let Some((label, value)) = text.split_once([':', '：']) else { return false };
    let value = value.trim();
    value.contains(|letter: char| letter.is_ascii_digit())
        && label.contains(char::is_alphabetic)
        && count_words(value) <= COUNTED
        && !value.contains([':', '/', '@'])
        && find_dates(text).is_empty()
}

impl From<Draft> for Block {
    fn from(draft: Draft) -> Self {
        Self { kind: draft.kind, text: draft.text, links: draft.links, outside: draft.outside }
    }
}

/// Signs that stand before an item where no list is marked up.
const BULLETS: [char; 6] = ['•', '●', '◦', '▪', '‣', '·'];
/// Fewer letters beside a number may be part of it.
const WORD: usize = 3;

/// The text of the block that is being read.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    text: String,
    links: Vec<Link>,
    /// Links that are still open.
    open: Vec<OpenLink>,
    faint: bool,
    /// Links that are open beyond those.
    deeper: usize,
    /// Where the last link ended.
    link_end: Option<usize>,
    /// Whether anything but white space came since then.
    goes_on: bool,
    /// What a picture before any word says: part of the block only where words follow.
    picture: String,
    /// What stands before the words of the next block, whatever empty parts come first: the number of an item, its sign.
    lead: String,
    edge: Edge,
    /// Whether anything but white space was gathered.
    has_ink: bool,
    /// Bytes of text and addresses, and blocks, since the beginning.
    taken: usize,
    blocks: usize,
}

/// A link whose words are being read.
#[derive(Debug)]
struct OpenLink {
    target: String,
    /// Where its words in this block begin, and whether there are any.
    start: usize,
    has_words: bool,
}

/// The borders of elements within a line that were crossed since the last words.
#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    at: usize,
    opened: bool,
    closed: bool,
    link: bool,
}

impl Gatherer {
    /// Adds text as it stands in the source.
    pub fn text(&mut self, text: &str, strong: bool) {
        self.faint |= !strong && text.chars().any(char::is_alphanumeric);
        if self.edge.at == self.text.len() && self.is_apart(text) {
            self.gap();
        }
        self.has_ink |= !text.trim_start().is_empty();
        self.taken += text.len();
        self.push(text);
    }

    /// Adds text, and notes what is asked of it later: to look back each time would cost squares.
    fn push(&mut self, text: &str) {
        if self.open.iter().any(|link| !link.has_words) && text.contains(char::is_alphanumeric) {
            self.open.iter_mut().for_each(|link| link.has_words = true);
        }
        self.goes_on = self.goes_on || !text.trim_start().is_empty();
        self.text.push_str(text);
    }

    /// Notes that an element within the line begins or ends here.
    pub fn edge(&mut self, link: bool, opens: bool) {
        if self.edge.at != self.text.len() {
            self.edge = Edge { at: self.text.len(), ..Edge::default() };
        }
        self.edge.opened |= opens;
        self.edge.closed |= !opens;
        self.edge.link |= link;
    }

    /// Whether a style sets these words apart from those before although nothing stands between them in the source:
    /// "2026" and the link "Previous version" behind it. Words that are cut by mark-up ("Face" in bold, "Book") stay whole.
    fn is_apart(&self, text: &str) -> bool {
        let Edge { opened, closed, link, .. } = self.edge;
        let (Some(before), Some(after)) = (self.text.chars().next_back(), text.chars().next()) else { return false };
        let is_border = opened || closed;
        let is_new_word = || before.is_numeric() || before.is_lowercase() && (link || opened && closed);
        let is_bullet = is_border && after.is_alphanumeric() && BULLETS.contains(&before);
        is_bullet
            || after.is_uppercase() && is_border && is_new_word()
            || opened && closed && self.is_beside_a_number(text)
    }

    /// Whether a word ends and a number begins here, or the other way round: "Minimum age" and "18" in elements of their
    /// own. "CO" and "2", "10" and "th" are one.
    fn is_beside_a_number(&self, text: &str) -> bool {
        let is_digit = |letter: &char| letter.is_ascii_digit();
        let letters = |found: &mut dyn Iterator<Item = char>| {
            found.take(WORD).take_while(|letter| letter.is_alphabetic()).count()
        };
        match self.text.chars().next_back() {
            Some(before) if before.is_ascii_digit() => letters(&mut text.chars()) >= WORD,
            Some(_) => {
                text.chars().next().as_ref().is_some_and(is_digit) && letters(&mut self.text.chars().rev()) >= WORD
            }
            None => false,
        }
    }

    /// What a picture says that stands before the words of the block or among them.
    pub fn picture(&mut self, words: &str) {
        if self.is_blank() {
            self.picture.push_str(words);
            self.picture.push(' ');
        } else {
            self.gap();
            self.push(words);
            self.gap();
        }
    }

    /// What stands before the next words, if any come before the lead is dropped.
    pub fn lead(&mut self, words: &str) {
        self.taken += words.len();
        self.lead.push_str(words);
        self.lead.push(' ');
    }

    /// Forgets what was to stand before words that did not come.
    pub fn drop_lead(&mut self) {
        self.lead.clear();
    }

    /// Whether the words of a link are being read.
    pub fn is_in_link(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether words of a link stand right before: in the link that is being read, or in one that ended here.
    pub fn is_behind_words_of_a_link(&self) -> bool {
        match self.open.last() {
            Some(link) => link.has_words,
            None => self.link_end.is_some() && !self.goes_on,
        }
    }

    /// How long what was gathered is, and what came since it was so long.
    pub const fn length(&self) -> usize {
        self.text.len()
    }

    pub fn since(&self, length: usize) -> &str {
        self.text.get(length..).unwrap_or_default()
    }

    /// Whether a digit was gathered last.
    pub fn ends_in_a_digit(&self) -> bool {
        self.text.ends_with(|letter: char| letter.is_ascii_digit())
    }

    /// Adds white space.
    pub fn gap(&mut self) {
        self.taken += 1;
        self.text.push(' ');
    }

    /// Begins the words of a link.
    pub fn open_link(&mut self, target: &str) {
        if self.link_end == Some(self.text.len()) {
            // Links side by side are set apart by style, if by nothing else.
            self.gap();
        }
        if self.open.len() >= LINKS_WITHIN {
            self.deeper += 1;
            return;
        }
        let target = if target.len() > LONGEST_TARGET { "" } else { target };
        self.open.push(OpenLink { target: target.to_owned(), start: self.text.len(), has_words: false });
    }

    /// Ends the words of the innermost link.
    pub fn close_link(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(OpenLink { target, start, .. }) = self.open.pop() {
            self.taken += target.len();
            (self.link_end, self.goes_on) = (Some(self.text.len()), false);
            let text = text::tidy(self.text.get(start..).unwrap_or_default());
            if !text.is_empty() && !target.is_empty() {
                self.links.push(Link { text, target });
            }
        }
    }

    /// Whether nothing but white space was gathered.
    pub const fn is_blank(&self) -> bool {
        !self.has_ink
    }

    /// Whether there is still no more than a document can hold.
    ///
    /// # Errors
    /// Where there is.
    pub fn check(&self) -> Result<(), Trouble> {
        let too_much = |what: &str| Err(Trouble::TooIntricate { detail: what.to_owned() });
        match self {
            _ if self.taken > MOST_TEXT => too_much("more text than any document has"),
            _ if self.blocks > MOST_BLOCKS => too_much("more paragraphs than any document has"),
            _ => Ok(()),
        }
    }

    /// Ends the block; none where it has no words.
    pub fn finish(&mut self, kind: BlockKind) -> Option<Draft> {
        for OpenLink { target, start, has_words } in &mut self.open {
            // A link may span blocks: each of them gets its part.
            let text = text::tidy(self.text.get(*start..).unwrap_or_default());
            if !text.is_empty() && !target.is_empty() {
                self.taken += target.len() + text.len();
                self.links.push(Link { text, target: target.clone() });
            }
            (*start, *has_words) = (0, false);
        }
        let picture = std::mem::take(&mut self.picture);
        if self.is_blank() && matches!(kind, BlockKind::Heading(2..)) {
            // A section may be headed by a picture alone.
            self.has_ink = !picture.is_empty();
        }
        if !picture.is_empty() && !self.is_blank() {
            self.text.insert_str(0, &picture);
        }
        if !self.lead.is_empty() && !self.is_blank() {
            self.text.insert_str(0, &self.lead);
            self.lead.clear();
        }
        let text = text::tidy(&self.text);
        let links = std::mem::take(&mut self.links);
        let linked = links.iter().map(|link| link.text.len()).sum();
        let strong = !self.faint && text.chars().any(char::is_alphanumeric);
        self.text.clear();
        self.has_ink = false;
        self.blocks += usize::from(!text.is_empty());
        self.link_end = None;
        self.faint = false;
        self.edge = Edge::default();
        let words = count_words(&text);
        (!text.is_empty()).then_some(Draft {
            kind,
            text,
            words,
            links,
            strong,
            zone: 0,
            linked,
            apart: 0,
            buttons: 0,
            to_button: 0,
            outside: false,
            aside: false,
            defines: false,
        })
    }
}
