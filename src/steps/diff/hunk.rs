//! One difference as people read it.

use super::edits::edits;
use super::group::Group;
use super::script::script;
use super::side::Side;
use crate::model::{BlockKind, Hunk, Place};

/// How many words came and went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::steps) struct WordCount {
    pub added: usize,
    pub removed: usize,
}

/// Makes a hunk of a group.
pub(in crate::steps) fn hunk(old: &Side<'_>, new: &Side<'_>, group: &Group) -> (Hunk, WordCount) {
    let text = |side: &Side<'_>, entries: &[usize]| (!entries.is_empty()).then(|| side.text(entries));
    let (before, after) = (text(old, &group.old), text(new, &group.new));
    let (side, entry) = match (group.new.first(), group.old.first()) {
        (Some(entry), _) => (new, *entry),
        (None, Some(entry)) => (old, *entry),
        (None, None) => return (Hunk::default(), WordCount::default()),
    };
    let hunk = Hunk {
        heading: side.heading(entry),
        edits: edits(before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default()),
        before,
        after,
        place: place(side, entry),
        ..Hunk::default()
    };
    (hunk, words(old, new, group))
}

/// Counts words by their normal form, so that typography within a changed text does not count.
fn words(old: &Side<'_>, new: &Side<'_>, group: &Group) -> WordCount {
    let all = |side: &Side<'_>, entries: &[usize]| -> Vec<u32> {
        entries.iter().flat_map(|entry| side.words[side.entries[*entry].words.clone()].iter().copied()).collect()
    };
    let mut words = WordCount::default();
    for step in script(&all(old, &group.old), &all(new, &group.new)) {
        if !step.same {
            words.added += step.new.len();
            words.removed += step.old.len();
        }
    }
    words
}

/// In what kind of block a difference stands; an entry without others beside it is no list.
fn place(side: &Side<'_>, entry: usize) -> Place {
    let is_listed = |entry: usize| {
        side.entries.get(entry).is_some_and(|_| matches!(side.block(entry).kind, BlockKind::Item(_) | BlockKind::Row))
    };
    match side.block(entry).kind {
        BlockKind::Heading(_) => Place::Heading,
        BlockKind::Item(_) if !is_listed(entry + 1) && !entry.checked_sub(1).is_some_and(is_listed) => Place::Paragraph,
        BlockKind::Paragraph => Place::Paragraph,
        BlockKind::Item(_) => Place::Item,
        BlockKind::Row => Place::Row,
        BlockKind::Code => Place::Code,
    }
}
