//! A page that was printed from a browser: menus, notices and footers are printed with it, and are not its text.

use std::collections::{HashMap, HashSet};

use crate::model::{Block, Document};
use crate::steps::text::languages::union;
use crate::steps::text::{each_word, numbering};

/// So many words in a row tell whether a block is of the document.
const ROW: usize = 4;
/// What ends like a sentence and has so many words is no menu: around the known text it may be a new rule.
const SENTENCE: usize = 8;

/// So many entries in a row are a menu or a table of contents, whatever else is called like one of them.
const MENU: usize = 3;
/// A line of entries side by side has no more words, and an entry no more.
const LINE: usize = 120;
const ENTRY: usize = 20;

/// What of a printed page is the document: what lies within the text that is known, but not what stands `around` that text
/// on the page; and the sentences next to it, unless they stand before its title.
#[must_use]
pub fn within(known: &Document, around_it: &[String], mut printed: Document) -> Document {
    let rows_of = |blocks: &[Block]| -> HashSet<String> { blocks.iter().flat_map(|block| rows(&block.text)).collect() };
    let (text, title) = (rows_of(&known.blocks), rows_of(known.blocks.get(..1).unwrap_or_default()));
    let around: HashSet<String> =
        around_it.iter().flat_map(|text| rows(text)).filter(|row| !text.contains(row)).collect();
    let entries = Entries::of(around_it);
    let known_beginnings: HashSet<String> = known.blocks.iter().map(|block| beginning(&block.text)).collect();
    for block in &mut printed.blocks {
        without_drawn_number(block, &known_beginnings);
    }
    let mut stands: Vec<Stands> = printed.blocks.iter().map(|block| stands(block, &text, &around)).collect();
    entries.mark(&printed.blocks, &mut stands);
    let Some(first) = stands.iter().position(|block| *block == Stands::Known) else { return printed };
    let last = stands.iter().rposition(|block| *block == Stands::Known).unwrap_or(first);
    let begins = most(&rows(&printed.blocks[first].text), &title);
    // Before the title, and beyond the nearest piece of the page around the text, stands nothing that is of it.
    let before = stands[..first].iter().rposition(|block| *block == Stands::Around).map_or(0, |at| at + 1);
    let from = if begins { first } else { before };
    let to = stands[last..].iter().position(|block| *block == Stands::Around).map_or(stands.len(), |at| last + at);
    let mut index = 0;
    printed.blocks.retain(|block| {
        let here = index;
        index += 1;
        stands[here] != Stands::Around
            && ((first..=last).contains(&here) || (from..to).contains(&here) && is_sentence(block))
    });
    printed
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let mut words = Vec::new();
    each_word(text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or_default(), |word, _| {
        words.push(word.to_owned());
    });
    words.truncate(ROW);
    words.join(" ")
}

/// The first words of a text are looked for in so many bytes of it.
const BEGINNING: usize = 200;

/// Takes the number from an item to which the print alone gives one, as the screen does: the text of the page does not have it.
fn without_drawn_number(block: &mut Block, known: &HashSet<String>) {
    let Some((number, rest)) = block.text.split_once(' ') else { return };
    let bare = number.strip_suffix(['.', ')']);
    let is_number = bare.is_some_and(|bare| bare.len() <= 4 && bare.chars().all(|sign| sign.is_ascii_alphanumeric()));
    if (is_number || number == "•") && !known.contains(&beginning(&block.text)) && known.contains(&beginning(rest)) {
        block.text = rest.trim_start().to_owned();
    }
}

/// What stands around the text on the page, piece by piece, and what the buttons of cookie dialogues are called.
struct Entries(HashSet<String>);

impl Entries {
    fn of(around: &[String]) -> Self {
        let buttons = union(|words| &words.consent_buttons).into_iter().map(str::to_owned);
        let pieces = around.iter().map(|text| words(text));
        let short = pieces.filter(|words| (1..=ENTRY).contains(&words.len())).map(|words| words.join(" "));
        Self(short.chain(buttons).collect())
    }

    /// Marks what is nothing but such pieces and none of the text, or stands in a row of them and in the text below, as
    /// contents say what the headings do.
    fn mark(&self, blocks: &[Block], stands: &mut [Stands]) {
        let pieces: Vec<usize> = blocks.iter().map(|block| self.pieces(&block.text)).collect();
        let mut last: HashMap<String, usize> = HashMap::new();
        for (index, block) in blocks.iter().enumerate().filter(|(index, _)| pieces[*index] > 0) {
            last.insert(words(&block.text).join(" "), index);
        }
        // What the text says itself is printed there as well, below.
        let is_said_below = |index: usize| {
            let last = last.get(&words(&blocks[index].text).join(" "));
            last.is_some_and(|last| *last > index)
        };
        let mut start = 0;
        for row in pieces.chunk_by(|one, next| (*one > 0) == (*next > 0)) {
            let is_menu = row[0] > 0 && row.len() >= MENU;
            for (index, count) in row.iter().enumerate() {
                let stands = &mut stands[start + index];
                if *count > 0 && (*stands == Stands::New || is_menu && is_said_below(start + index)) {
                    *stands = Stands::Around;
                }
            }
            start += row.len();
        }
    }

    /// Of how many pieces a line is made; none where anything else is in it.
    fn pieces(&self, text: &str) -> usize {
        let words = words(text);
        if words.len() > LINE {
            return 0;
        }
        let (mut at, mut count) = (0, 0);
        while at < words.len() {
            let longest = (1..=ENTRY.min(words.len() - at)).rev();
            let Some(length) = longest.into_iter().find(|length| self.0.contains(&words[at..at + length].join(" ")))
            else {
                return 0;
            };
            at += length;
            count += 1;
        }
        count
    }
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// Where a block of a print belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Known,
    Around,
    New,
}

fn stands(block: &Block, text: &HashSet<String>, around: &HashSet<String>) -> Stands {
    let rows = rows(&block.text);
    match () {
        () if most(&rows, text) => Stands::Known,
        () if most(&rows, around) => Stands::Around,
        () => Stands::New,
    }
}

fn most(rows: &[String], known: &HashSet<String>) -> bool {
    rows.iter().filter(|row| known.contains(*row)).count() * 2 > rows.len()
}

/// Every few words in a row of a text; of a shorter one all its words.
fn rows(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(&text[numbering(text)..], |word, _| words.push(word.to_owned()));
    if words.len() < ROW {
        return vec![words.join(" ")];
    }
    words.windows(ROW).map(|row| row.join(" ")).collect()
}

fn is_sentence(block: &Block) -> bool {
    block.text.ends_with(['.', '!', '?', ';', ':']) && block.text.split(' ').count() >= SENTENCE
}
