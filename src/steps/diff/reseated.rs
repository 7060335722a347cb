//! Blocks with the same words that stand under another heading than before: "allowed" became "forbidden" without a word.

use std::collections::HashSet;

use super::group::Alignment;
use super::side::Side;
use crate::model::{Block, BlockKind, Edit, Hunk, Place};

/// A short block says what it says by the heading above it; a longer one speaks for itself.
const SHORT: usize = 12;

/// A block that stands under another heading, and whether its meaning hangs on that.
pub(in crate::steps) struct Reseated {
    pub hunk: Hunk,
    pub is_short: bool,
}

/// The blocks that went from one heading to another, where both headings stand in both documents.
pub(in crate::steps) fn reseated(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> Vec<Reseated> {
    let headings = |side: &Side<'_>| -> HashSet<String> {
        let blocks = side.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
        blocks.map(|block| block.text.clone()).collect()
    };
    let (before, after) = (headings(old), headings(new));
    let pairs = alignment.same.iter().chain(&alignment.moved);
    let found = pairs.filter_map(|(from, to)| {
        let block = new.block(*to);
        let (path, was) = (new.heading(*to), old.heading(*from));
        let (here, there) = (path.last()?, was.last()?);
        let is_reseated = here != there && after.contains(there) && before.contains(here);
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        let is_text = !is_heading(block) && !is_heading(old.block(*from));
        (is_reseated && is_text).then(|| Reseated {
            is_short: new.entries[*to].words.len() <= SHORT,
            hunk: Hunk {
                before: Some(format!("{there}\n{}", block.text)),
                after: Some(format!("{here}\n{}", block.text)),
                edits: vec![
                    Edit::Removed(there.clone()),
                    Edit::Added(here.clone()),
                    Edit::Kept(format!("\n{}", block.text)),
                ],
                place: Place::Item,
                heading: path.clone(),
                ..Hunk::default()
            },
        })
    });
    found.collect()
}
