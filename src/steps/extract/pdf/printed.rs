//! A page that was printed from a browser: menus, notices and footers are printed with it, and are not its text.

use std::collections::{BTreeSet, HashSet};

use super::carried::carried;
pub use super::menu_pieces::PageAround;
use super::menu_pieces::{Pieces, Stands, is_sentence, made_of};
pub use super::overlay::CutOff;
use super::overlay::Overlay;
pub use super::source_pieces::Source;
use crate::model::{Block, Document};
use crate::steps::text::{numbering, words};

/// So many words in a row tell whether a block is of the document.
const ROW: usize = 4;
/// Where one in so many is known, a block may be of the document, with a piece of the page glued to it.
const MAY_BE: usize = 4;

/// What of a printed page, which has these lines, is the document: what lies within the text that is known, but not what
/// stands around that text on the page or as a piece in its source; and the sentences next to it, unless they stand before its title.
///
/// What the print says as the known text does is taken from there, word by word: where its lines end, what its columns
/// glue together and which hyphens are the line's are matters of the paper.
///
/// # Errors
/// Where the paper cuts off its lines.
pub fn within(
    known: &Document,
    page: &PageAround,
    lines: &[String],
    mut printed: Document,
) -> Result<Document, CutOff> {
    let rows_of = |blocks: &[Block]| -> HashSet<String> { blocks.iter().flat_map(|block| rows(&block.text)).collect() };
    let (text, title) = (rows_of(&known.blocks), rows_of(known.blocks.get(..1).unwrap_or_default()));
    let around: HashSet<String> =
        page.around.iter().flat_map(|text| rows(text)).filter(|row| !text.contains(row)).collect();
    let labels = Pieces::of(page, lines, &known.blocks);
    let known_beginnings: HashSet<String> = known.blocks.iter().map(|block| beginning(&block.text)).collect();
    for block in &mut printed.blocks {
        without_drawn_number(block, &known_beginnings);
    }
    let stands: Vec<Stands> = printed.blocks.iter().map(|block| stands(block, &text, &around)).collect();
    let short = rows_of_few(&known.blocks);
    let whole: BTreeSet<String> = known.blocks.iter().map(|block| words(&block.text).concat()).collect();
    let may_be = |block: &Block| {
        share(&rows(&block.text), &text, MAY_BE)
            || short.contains(&words(&block.text[numbering(&block.text)..]).join(" "))
            || made_of(&words(&block.text), &whole)
    };
    let may_be: Vec<bool> = printed.blocks.iter().map(may_be).collect();
    let Some(alignment) = Overlay::of(&known.blocks, &printed.blocks, &may_be, &labels)? else { return Ok(printed) };
    let is_matched = &alignment.is_matched;
    let is_around = labels.are_around(&printed.blocks, &stands, is_matched, |words| short.contains(&words.join(" ")));
    let Some(first) = is_matched.iter().position(|is_matched| *is_matched) else { return Ok(printed) };
    let last = is_matched.iter().rposition(|is_matched| *is_matched).unwrap_or(first);
    let begins = most(&rows(&printed.blocks[first].text), &title);
    // Before the title, and beyond the nearest piece of the page around the text, stands nothing that is of it.
    let before = is_around[..first].iter().rposition(|is_around| *is_around).map_or(0, |at| at + 1);
    let from = if begins { first } else { before };
    let to = is_around[last..].iter().position(|is_around| *is_around).map_or(is_around.len(), |at| last + at);
    let is_kept = |(index, block): (usize, &Block)| {
        let may_be_new = || is_sentence(block) || labels.weighs(&words(&block.text));
        let is_within = (first..=last).contains(&index) || (from..to).contains(&index) && may_be_new();
        !is_around[index] && is_within
    };
    let is_kept: Vec<bool> = printed.blocks.iter().enumerate().map(is_kept).collect();
    printed.blocks = carried(&alignment, &is_kept, &labels);
    Ok(printed)
}

/// Every row of fewer words than tell a block: the last line of a paragraph, a heading that stands within one.
fn rows_of_few(blocks: &[Block]) -> HashSet<String> {
    let mut rows = HashSet::new();
    for block in blocks {
        let words = words(&block.text);
        rows.extend((1..ROW).flat_map(|length| words.windows(length).map(|row| row.join(" "))));
    }
    rows
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let mut words = words(text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or_default());
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

fn stands(block: &Block, text: &HashSet<String>, around: &HashSet<String>) -> Stands {
    let rows = rows(&block.text);
    match () {
        () if most(&rows, text) => Stands::Known,
        () if most(&rows, around) => Stands::Around,
        () => Stands::New,
    }
}

fn most(rows: &[String], known: &HashSet<String>) -> bool {
    share(rows, known, 2)
}

/// Whether more than one in so many rows is known.
fn share(rows: &[String], known: &HashSet<String>, one_in: usize) -> bool {
    rows.iter().filter(|row| known.contains(*row)).count() * one_in > rows.len()
}

/// Every few words in a row of a text; of a shorter one all its words.
fn rows(text: &str) -> Vec<String> {
    let words = words(&text[numbering(text)..]);
    if words.len() < ROW {
        return vec![words.join(" ")];
    }
    words.windows(ROW).map(|row| row.join(" ")).collect()
}
