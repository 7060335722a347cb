//! What the page itself showed around its text, piece by piece, so that a print that shows it again says nothing new.

use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;

use super::source_pieces::Source;
use crate::model::{Block, BlockKind};
use crate::steps::extract::draft::rules;
use crate::steps::text::languages::union;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::turned::has_opposite;
use crate::steps::text::words;

/// A row of entries side by side or one below the other has no more words, and an entry no more.
const LINE: usize = 120;
const ENTRY: usize = 20;
/// A label of which the end is not printed has at least so many words.
const CUT: usize = 3;

/// What ends like a sentence and has so many words is no menu: around the known text it may be a new rule.
const SENTENCE: usize = 8;

/// A page as it was read before it was printed, without its text.
#[derive(Debug, Default)]
pub struct PageAround {
    /// What stands around the text.
    pub around: Vec<String>,
    /// The pieces of its source.
    pub source: Source,
}

/// Where a block of a print belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    Known,
    Around,
    New,
}

/// What stands around the text on the page, piece by piece, each by its letters alone: a print glues labels together.
pub(super) struct Pieces {
    /// What was left out when the page was read, what stands between two tags of it, what the buttons of cookie dialogues
    /// are called, and what stands between two quotes unless it is one word.
    labels: BTreeSet<String>,
    /// The headings of the known text, which its contents name.
    headings: BTreeSet<String>,
    /// The blocks of the known text, and the cells of its rows.
    cells: BTreeSet<String>,
    /// What stands between two quotes. A word alone counts only where it is all that a block says.
    quoted: HashSet<String>,
    /// The lines of the print.
    lines: BTreeSet<String>,
    /// Each two words that stand side by side on one of them.
    pairs: HashSet<[String; 2]>,
}

impl Pieces {
    pub(super) fn of(page: &PageAround, lines: &[String], known: &[Block]) -> Self {
        let short = |text: &String| Some(words(text)).filter(|words| (1..=ENTRY).contains(&words.len()));
        let letters = |text: &String| short(text).map(|words| words.concat());
        let buttons = union(|words| &words.consent_buttons).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let labels = page.around.iter().chain(&page.source.texts).chain(&buttons).filter_map(letters);
        let several = page.source.quoted.iter().filter_map(|text| short(text).filter(|words| words.len() > 1));
        Self {
            labels: labels.chain(several.map(|words| words.concat())).collect(),
            headings: known
                .iter()
                .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
                .map(|block| words(&block.text).concat())
                .collect(),
            cells: known.iter().flat_map(|block| block.text.split(" | ")).map(|cell| words(cell).concat()).collect(),
            quoted: page.source.quoted.iter().filter_map(letters).collect(),
            lines: lines.iter().filter_map(letters).collect(),
            pairs: lines.iter().flat_map(|line| pairs(&words(line))).collect(),
        }
    }

    /// Which blocks of a print are nothing but such pieces, alone or with those beside them, and none of the text.
    pub(super) fn are_around(
        &self,
        blocks: &[Block],
        stands: &[Stands],
        is_matched: &[bool],
        is_known: impl Fn(&[String]) -> bool,
    ) -> Vec<bool> {
        let mut is_around: Vec<bool> = (0..blocks.len())
            .map(|index| {
                let words = words(&blocks[index].text);
                let is_label =
                    self.are_labels(&words) || !is_sentence(&blocks[index]) && !is_known(&words) && self.is_cut(&words);
                !is_matched[index] && (stands[index] == Stands::Around || is_label && !self.weighs(&words))
            })
            .collect();
        // A label may be printed on several lines.
        let mut start = 0;
        for row in is_matched.chunk_by(|one, next| one == next) {
            let row = start..start + row.len();
            start = row.end;
            let words: Vec<String> = blocks[row.clone()].iter().flat_map(|block| words(&block.text)).collect();
            if !is_matched[row.start] && self.are_labels(&words) && !self.weighs(&words) {
                is_around[row].fill(true);
            }
        }
        is_around
    }

    /// Whether words within a paragraph of the print, between these two, are lines of their own there and pieces of the page
    /// that stand beside it. A word that a line has between others is the rule's, whatever else is called like it.
    pub(super) fn are_glued(&self, words: &[String], before: Option<&String>, next: Option<&String>) -> bool {
        let is_beside = |one: Option<&String>, other: Option<&String>| match (one, other) {
            (Some(one), Some(other)) => self.pairs.contains(&[one.clone(), other.clone()]),
            _ => false,
        };
        let is_within_a_line = is_beside(before, words.first()) || is_beside(words.last(), next);
        !is_within_a_line && self.are_lines(words) && self.are_labels(words) && !self.weighs(words)
    }

    /// Whether words are whole lines of the print.
    pub(super) fn are_lines(&self, words: &[String]) -> bool {
        made_of(words, &self.lines)
    }

    /// Whether words are nothing but pieces of the page.
    fn are_labels(&self, words: &[String]) -> bool {
        made_of(words, &self.labels) || words.len() <= ENTRY && self.quoted.contains(&words.concat())
    }

    /// Whether words answer, rule or set a limit, and are pieces of the text itself, but not its contents: the cells of a
    /// table stand in the page's source, too, and another of them in a row is another rule.
    pub(super) fn weighs(&self, words: &[String]) -> bool {
        let text = words.join(" ");
        let answers = || words.iter().any(|word| !is_small(word) && has_opposite(word));
        (rules(&text) || answers()) && made_of(words, &self.cells) && !made_of(words, &self.headings)
    }

    /// Whether words are the beginning of a label.
    fn is_cut(&self, words: &[String]) -> bool {
        let letters = words.concat();
        let next = |pieces: &BTreeSet<String>| pieces.range(letters.clone()..).next().cloned();
        (CUT..=ENTRY).contains(&words.len()) && next(&self.labels).is_some_and(|label| label.starts_with(&letters))
    }
}

/// Whether words are nothing but pieces, the longest first, each of which begins or ends where a word does.
pub(super) fn made_of(words: &[String], pieces: &BTreeSet<String>) -> bool {
    if words.is_empty() || words.len() > LINE {
        return false;
    }
    let mut end = 0;
    let ends: HashSet<usize> = words
        .iter()
        .map(|word| {
            end += word.len();
            end
        })
        .chain([0])
        .collect();
    let letters = words.concat();
    let mut at = 0;
    while at < letters.len() {
        let Some(piece) = longest(&letters[at..], pieces) else { return false };
        let next = at + piece.len();
        if !ends.contains(&at) && !ends.contains(&next) {
            return false;
        }
        at = next;
    }
    true
}

/// The longest piece with which letters begin.
fn longest<'a>(letters: &str, pieces: &'a BTreeSet<String>) -> Option<&'a str> {
    let mut shared = letters;
    loop {
        let piece = pieces.range::<str, _>((Bound::Unbounded, Bound::Included(shared))).next_back()?;
        if shared.starts_with(piece.as_str()) {
            return Some(piece).filter(|piece| !piece.is_empty()).map(String::as_str);
        }
        let same = shared.bytes().zip(piece.bytes()).take_while(|(one, other)| one == other).count();
        shared = &shared[..shared.floor_char_boundary(same)];
        if shared.is_empty() {
            return None;
        }
    }
}

pub(super) fn is_sentence(block: &Block) -> bool {
    block.text.ends_with(['.', '!', '?', ';', ':']) && block.text.split(' ').count() >= SENTENCE
}

fn pairs(words: &[String]) -> Vec<[String; 2]> {
    words.windows(2).map(|pair| [pair[0].clone(), pair[1].clone()]).collect()
}
