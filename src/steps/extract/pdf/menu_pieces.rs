//! What the page itself showed around its text, piece by piece, so that a print that shows it again says nothing new.

use std::collections::{BTreeSet, HashSet};

use super::printed::{Page, Stands, is_sentence, words};
use crate::model::Block;
use crate::steps::text::languages::union;

/// A row of entries side by side or one below the other has no more words, and an entry no more.
const LINE: usize = 120;
const ENTRY: usize = 20;
/// A label of which the end is not printed has at least so many words.
const CUT: usize = 3;

/// What stands around the text on the page, piece by piece.
pub(super) struct Pieces {
    /// What was left out when the page was read, what stands between two tags of it, and what the buttons of cookie
    /// dialogues are called.
    labels: HashSet<String>,
    /// What stands between two quotes. A word alone counts only where it is all that a block says.
    quoted: HashSet<String>,
    /// Both, in order.
    sorted: BTreeSet<String>,
    /// The lines of the print.
    lines: HashSet<String>,
}

impl Pieces {
    pub(super) fn of(page: &Page, lines: &[String]) -> Self {
        let short = |text: &String| {
            let words = words(text);
            (1..=ENTRY).contains(&words.len()).then(|| words.join(" "))
        };
        let buttons = union(|words| &words.consent_buttons).into_iter().map(str::to_owned);
        let around = page.around.iter().chain(&page.source.texts).filter_map(short);
        let labels: HashSet<String> = around.chain(buttons).collect();
        let quoted: HashSet<String> = page.source.quoted.iter().filter_map(short).collect();
        Self {
            sorted: labels.iter().chain(&quoted).cloned().collect(),
            labels,
            quoted,
            lines: lines.iter().filter_map(short).collect(),
        }
    }

    /// Which blocks of a print are nothing but such pieces, alone or with those beside them, and none of the text.
    pub(super) fn are_around(
        &self,
        blocks: &[Block],
        stands: &[Stands],
        is_matched: &[bool],
        is_known: impl Fn(&str) -> bool,
    ) -> Vec<bool> {
        let mut is_around: Vec<bool> = (0..blocks.len())
            .map(|index| {
                let words = words(&blocks[index].text);
                let is_label = self.is_made_of(&words) || !is_sentence(&blocks[index]) && self.is_cut(&words, &is_known);
                !is_matched[index] && (stands[index] == Stands::Around || is_label)
            })
            .collect();
        // A label may be printed on several lines.
        let mut start = 0;
        for row in is_matched.chunk_by(|one, next| one == next) {
            let row = start..start + row.len();
            start = row.end;
            let words: Vec<String> = blocks[row.clone()].iter().flat_map(|block| words(&block.text)).collect();
            if !is_matched[row.start] && self.is_made_of(&words) {
                is_around[row].fill(true);
            }
        }
        is_around
    }

    /// Whether words within a paragraph of the print are lines of their own, and pieces of the page that stand beside it.
    pub(super) fn are_glued(&self, words: &[String]) -> bool {
        self.are_lines(words) && self.is_made_of(words)
    }

    /// Whether words are whole lines of the print.
    pub(super) fn are_lines(&self, words: &[String]) -> bool {
        made_of(words, |piece, _| self.lines.contains(piece))
    }

    /// Whether words are nothing but pieces of the page.
    fn is_made_of(&self, words: &[String]) -> bool {
        let is_piece =
            |piece: &str, length: usize| self.labels.contains(piece) || length > 1 && self.quoted.contains(piece);
        self.quoted.contains(&words.join(" ")) || made_of(words, is_piece)
    }

    /// Whether words are the beginning of a label that is none of the text.
    fn is_cut(&self, words: &[String], is_known: impl Fn(&str) -> bool) -> bool {
        let text = words.join(" ");
        let label = self.sorted.range(text.clone()..).next();
        words.len() >= CUT && label.is_some_and(|label| label.starts_with(&text) && !is_known(label))
    }
}

/// Whether words are nothing but pieces, the longest first.
fn made_of(words: &[String], is_piece: impl Fn(&str, usize) -> bool) -> bool {
    let mut at = 0;
    while at < words.len() && words.len() <= LINE {
        let longest = (1..=ENTRY.min(words.len() - at)).rev();
        let found = longest.into_iter().find(|length| is_piece(&words[at..at + length].join(" "), *length));
        let Some(length) = found else { return false };
        at += length;
    }
    at > 0 && at == words.len()
}
