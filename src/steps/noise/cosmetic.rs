//! Differences that bear no words: what class they are of.

use crate::model::{Block, BlockKind, Noise};
use crate::steps::diff::group::Alignment;
use crate::steps::diff::side::{Side, bare};

/// The class of every wordless difference, once each time it occurs.
pub(in crate::steps) fn classes(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> Vec<Noise> {
    let mut classes = Vec::new();
    for (from, to) in alignment.same.iter().chain(&alignment.moved) {
        classes.extend(between(old.block(*from), new.block(*to)));
    }
    classes.extend(alignment.reflowed.iter().map(|_| Noise::Markup));
    let items = alignment.moved.iter().all(|(from, _)| matches!(old.block(*from).kind, BlockKind::Item(_)));
    let moved = if items && alignment.changed.is_empty() { Noise::Order } else { Noise::Moved };
    classes.extend(alignment.moved.iter().map(|_| moved));
    classes
}

/// How two blocks with the same words differ.
fn between(before: &Block, after: &Block) -> Option<Noise> {
    if before == after {
        None
    } else if before.text == after.text {
        Some(if before.kind == after.kind { Noise::Links } else { Noise::Markup })
    } else if bare(before) == bare(after) {
        Some(Noise::Numbering)
    } else {
        Some(Noise::Typography)
    }
}
