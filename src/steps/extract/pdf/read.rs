//! From lines with their places to blocks.

use super::lines::{self, Line};
use super::{boilerplate, columns, paragraphs, tables};
use crate::model::Trouble;
use crate::steps::extract::draft::Draft;

/// Letters that no reader could make out, in a hundred: then the file's fonts do not say what their shapes mean.
const UNREADABLE: usize = 10;

/// The blocks of a PDF.
///
/// # Errors
/// Where its pages are pictures, or their text means nothing.
pub(in crate::steps::extract) fn read(source: &str) -> Result<Vec<Draft>, Trouble> {
    let pages = lines::parse(source);
    if is_unreadable(&pages.lines) {
        return Err(Trouble::PdfWithoutText);
    }
    let (mut lines, dated) = boilerplate::left_out(pages);
    lines.iter_mut().for_each(tables::numbers_first);
    let mut drafts = paragraphs::of(&tables::rows(columns::parted(lines)))?;
    drafts.extend(paragraphs::of(&dated)?);
    if drafts.iter().all(|draft| !draft.text.chars().any(char::is_alphabetic)) {
        return Err(Trouble::PdfWithoutText);
    }
    Ok(drafts)
}

/// What stands on each line, and in each cell of it.
pub(in crate::steps::extract) fn texts(source: &str) -> Vec<String> {
    let lines = lines::parse(source).lines;
    let cells = lines.iter().flat_map(|line| &line.cells).map(|cell| cell.text.clone());
    lines.iter().filter(|line| line.cells.len() > 1).map(Line::text).chain(cells).collect()
}

fn is_unreadable(lines: &[Line]) -> bool {
    let (mut all, mut lost) = (0_usize, 0_usize);
    for letter in lines.iter().flat_map(|line| &line.cells).flat_map(|cell| cell.text.chars()) {
        all += usize::from(!letter.is_whitespace());
        lost += usize::from(matches!(letter, '\u{fffd}' | '\u{e000}'..='\u{f8ff}'));
    }
    lost * 100 > all * UNREADABLE
}
