//! What stands above a difference and says for whom it holds: the sentence that leads its list, and the first of its section.

use super::diff::group::Group;
use super::diff::side::Side;
use super::text::places;
use crate::model::{BETWEEN_CELLS, BlockKind, Document};

/// A list is looked through so far up for the sentence that leads it, and a section for that with which it begins.
const REACH: usize = 200;
/// A sentence that says for whom something holds has no more bytes.
const LONGEST: usize = 400;
/// Letters of a cell at the head of a column.
const HEAD: usize = 60;

/// The sentence that leads the list in which a difference stands, where it leads on to its items.
pub(super) fn of_list(old: &Side<'_>, new: &Side<'_>, group: &Group) -> Option<String> {
    let (document, at) = place(old, new, group)?;
    let lead = &document.blocks.get(paragraph_above_list(document, at)?)?.text;
    (lead.len() <= LONGEST && lead.trim_end().ends_with(':')).then(|| lead.clone())
}

/// The sentences above a difference that name a place: that which leads its list, and that with which its section begins.
pub(super) fn leads(old: &Side<'_>, new: &Side<'_>, group: &Group) -> Vec<String> {
    let Some((document, at)) = place(old, new, group) else { return Vec::new() };
    let first = section(document, at).last().filter(|index| is_paragraph(document, *index));
    let label = section(document, at).find(|index| places::is_label(&document.blocks[*index].text));
    let above = [paragraph_above_list(document, at), label, first].into_iter().flatten();
    let text = |index: usize| document.blocks.get(index).map(|block| &block.text);
    let fits = |text: &&String| text.len() <= LONGEST && places::names_any(text);
    let mut found: Vec<String> = above.filter_map(text).filter(fits).cloned().collect();
    found.dedup();
    found
}

/// What stands at the head of the columns of the table in which a row differs: its first row, where that has no number and as
/// many cells as the row has.
pub(super) fn columns(old: &Side<'_>, new: &Side<'_>, group: &Group) -> Vec<String> {
    let Some((document, at)) = place(old, new, group) else { return Vec::new() };
    let is_row = |index: usize| document.blocks.get(index).is_some_and(|block| block.kind == BlockKind::Row);
    let first = (at.saturating_sub(REACH)..at).rev().take_while(|index| is_row(*index)).last();
    let Some(first) = first.filter(|_| is_row(at)).filter(|first| *first == 0 || !is_row(first - 1)) else {
        return Vec::new();
    };
    let cells = |index: usize| document.blocks[index].text.split(BETWEEN_CELLS).map(str::to_owned).collect::<Vec<_>>();
    let head = cells(first);
    let is_head = head.len() > 1
        && head.len() == cells(at).len()
        && head.iter().all(|cell| cell.chars().count() <= HEAD && !cell.chars().any(char::is_numeric));
    if is_head { head } else { Vec::new() }
}

/// The document in which people read a difference, and the block with which it begins.
fn place<'a>(old: &Side<'a>, new: &Side<'a>, group: &Group) -> Option<(&'a Document, usize)> {
    let (side, entry) = match (group.new.first(), group.old.first()) {
        (Some(entry), _) => (new, entry),
        (None, Some(entry)) => (old, entry),
        (None, None) => return None,
    };
    Some((side.document, side.entries.get(*entry)?.block))
}

/// The blocks between a block and the heading above it, the nearest first.
fn section(document: &Document, at: usize) -> impl Iterator<Item = usize> + '_ {
    let is_heading = |index: &usize| matches!(document.blocks[*index].kind, BlockKind::Heading(_));
    (at.saturating_sub(REACH)..at).rev().take_while(move |index| !is_heading(index))
}

fn paragraph_above_list(document: &Document, at: usize) -> Option<usize> {
    let is_listed = matches!(document.blocks.get(at)?.kind, BlockKind::Item(_) | BlockKind::Row);
    section(document, at).find(|index| is_paragraph(document, *index)).filter(|_| is_listed)
}

fn is_paragraph(document: &Document, index: usize) -> bool {
    document.blocks[index].kind == BlockKind::Paragraph
}
