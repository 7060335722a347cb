//! Differences that bear no words: what class they are of, and the rule on numbers before passages.
//!
//! Evidence for that rule: the same words in the same place or moved, and another number or bullet before them, which counts
//! sections or items on both sides ([`ordinals`](crate::steps::diff::ordinals)): any other number is a word. The passages are
//! kept as one row. Verdict: numbering.

use crate::model::{Block, BlockKind, Edit, Hunk, Noise};
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

/// The blocks in which nothing differs but the number before them, as one passage; none where there are none.
pub(in crate::steps) fn renumbered(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> Option<Hunk> {
    let pairs = alignment.same.iter().chain(&alignment.moved);
    let blocks = pairs.map(|(from, to)| (old.block(*from), new.block(*to)));
    let renumbered = blocks.filter(|(before, after)| between(before, after) == Some(Noise::Numbering));
    let (before, after): (Vec<&str>, Vec<&str>) =
        renumbered.map(|(before, after)| (before.text.as_str(), after.text.as_str())).unzip();
    if before.is_empty() {
        return None;
    }
    let (before, after) = (before.join("\n"), after.join("\n"));
    let edits = vec![Edit::Removed(before.clone()), Edit::Added(after.clone())];
    let rule = Some("numbering".to_owned());
    Some(Hunk { before: Some(before), after: Some(after), edits, held_by: rule, ..Hunk::default() })
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
