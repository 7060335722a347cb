//! Rows with the same words in the same order, of which some stand in another cell: what is allowed stands in the column of
//! what is forbidden.

use super::group::Alignment;
use super::side::Side;
use crate::model::{BlockKind, Edit, Hunk, Place};
use crate::steps::text;

/// The rows whose words stand in other cells, with as many cells as before.
pub(in crate::steps) fn recelled(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> Vec<Hunk> {
    let pairs = alignment.same.iter().chain(&alignment.moved);
    let rows =
        pairs.filter(|(from, to)| old.block(*from).kind == BlockKind::Row && new.block(*to).kind == BlockKind::Row);
    let differ = rows.filter_map(|(from, to)| {
        let (before, after) = (&old.block(*from).text, &new.block(*to).text);
        let (was, is) = (cells(before), cells(after));
        (before != after && was.len() == is.len() && was != is).then(|| Hunk {
            before: Some(before.clone()),
            after: Some(after.clone()),
            edits: vec![Edit::Removed(before.clone()), Edit::Added(after.clone())],
            place: Place::Row,
            heading: new.heading(*to),
            ..Hunk::default()
        })
    });
    differ.collect()
}

/// How many words stand in each cell of a row, in their order.
pub(in crate::steps) fn cells(row: &str) -> Vec<usize> {
    row.split(" | ").map(|cell| text::words(cell).len()).collect()
}
