//! Which blocks of one document answer which of the other.

use super::moved;
use super::script::{EditStep, script};
use super::segment::{Segment, segments};
use super::side::Side;
use crate::model::BlockKind;

/// Blocks (by entry) that answer each other; one side is empty where text was only added or removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::steps) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    /// Orders the groups as a reader meets them: the entry of the new document at or before which it stands.
    place: usize,
}

/// How two documents answer each other.
#[derive(Debug, Default)]
pub(in crate::steps) struct Alignment {
    /// Blocks with the same words at the same place, as pairs of entries.
    pub same: Vec<(usize, usize)>,
    /// Blocks with the same words elsewhere.
    pub moved: Vec<(usize, usize)>,
    /// The same words in other blocks, as runs of entries.
    pub reflowed: Vec<Group>,
    /// What differs in words, in reading order.
    pub changed: Vec<Group>,
}

/// Aligns two documents.
pub(in crate::steps) fn align(old: &Side<'_>, new: &Side<'_>) -> Alignment {
    let mut alignment = Alignment::default();
    let mut paired = Vec::new();
    let mut lone = moved::Lone::default();
    for step in steps(old, new) {
        if step.same {
            alignment.same.extend(step.old.zip(step.new));
            continue;
        }
        // Blocks without an answer that stand side by side share a place.
        let mut place = None;
        for segment in segments(old, new, &step) {
            let (before, after) = (old.run(segment.old.clone()), new.run(segment.new.clone()));
            if before != after && !is_pair(before, after, segment.shared) {
                let place = *place.get_or_insert(segment.new.start);
                lone.old.extend(segment.old.map(|entry| (entry, place)));
                lone.new.extend(segment.new.map(|entry| (entry, place)));
                continue;
            }
            place = None;
            if before != after {
                paired.push(Group::of(&segment));
            } else if segment.old.len() == 1 && segment.new.len() == 1 {
                alignment.same.push((segment.old.start, segment.new.start));
            } else {
                alignment.reflowed.push(Group::of(&segment));
            }
        }
    }
    let (moved, rewritten) = lone.match_up(old, new);
    alignment.moved = moved;
    paired.extend(rewritten.into_iter().map(|(from, to)| Group { old: vec![from], new: vec![to], place: to }));
    alignment.changed = in_order(paired, lone, old, new);
    alignment
}

/// The steps from block to block. The same words in other blocks are a single step, so that repeated blocks cannot
/// lead the search astray where no word differs.
fn steps(old: &Side<'_>, new: &Side<'_>) -> Vec<EditStep> {
    let keys = |side: &Side<'_>| side.entries.iter().map(|entry| entry.key).collect::<Vec<_>>();
    let (keys_old, keys_new) = (keys(old), keys(new));
    if keys_old != keys_new && old.words == new.words {
        return vec![EditStep { same: false, old: 0..keys_old.len(), new: 0..keys_new.len() }];
    }
    script(&keys_old, &keys_new)
}

/// Whether enough of a segment's words are on both sides for it to be one text that was changed.
fn is_pair(before: &[u32], after: &[u32], shared: usize) -> bool {
    let (less, more) = (before.len().min(after.len()), before.len().max(after.len()));
    shared > 0 && shared * 4 >= less && shared * 10 >= more
}

impl Group {
    fn of(segment: &Segment) -> Self {
        Self { old: segment.old.clone().collect(), new: segment.new.clone().collect(), place: segment.new.start }
    }

    const fn is_lone(&self) -> bool {
        self.old.is_empty() != self.new.is_empty()
    }
}

/// All that differs as a reader meets it; what stands alone is gathered by section.
fn in_order(paired: Vec<Group>, lone: moved::Lone, old: &Side<'_>, new: &Side<'_>) -> Vec<Group> {
    let mut groups = paired;
    groups.extend(lone.old.into_iter().map(|(entry, place)| Group { old: vec![entry], new: Vec::new(), place }));
    groups.extend(lone.new.into_iter().map(|(entry, place)| Group { old: Vec::new(), new: vec![entry], place }));
    groups.sort_by_key(|group| {
        (group.place, group.old.is_empty(), group.old.first().copied(), group.new.first().copied())
    });
    let mut gathered: Vec<Group> = Vec::new();
    for group in groups {
        match gathered.last_mut() {
            Some(last) if follows(last, &group, old, new) => {
                last.old.extend(group.old);
                last.new.extend(group.new);
            }
            _ => gathered.push(group),
        }
    }
    join_replaced(gathered, old, new)
}

/// Whether a lone block continues the lone run before it, in the same section.
fn follows(last: &Group, next: &Group, old: &Side<'_>, new: &Side<'_>) -> bool {
    let continues = |side: &Side<'_>, run: &[usize], next: &[usize]| {
        run.last()
            .zip(next.first())
            .is_some_and(|(last, next)| last + 1 == *next && side.section(*last) == side.section(*next))
    };
    last.is_lone()
        && next.is_lone()
        && (continues(old, &last.old, &next.old) || continues(new, &last.new, &next.new))
        && (stands_outside(old, &last.old) || stands_outside(new, &last.new))
            == (stands_outside(old, &next.old) || stands_outside(new, &next.new))
}

/// A removed run and the added run that took its place are one difference, unless they are sections of their own.
fn join_replaced(groups: Vec<Group>, old: &Side<'_>, new: &Side<'_>) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::new();
    for group in groups {
        match joined.last_mut() {
            Some(last)
                if last.is_lone()
                    && last.new.is_empty()
                    && group.old.is_empty()
                    && last.place == group.place
                    && !is_section(old, &last.old)
                    && (!stands_outside(old, &last.old) || stands_outside(new, &group.new))
                    && !is_section(new, &group.new) =>
            {
                last.new = group.new;
            }
            _ => joined.push(group),
        }
    }
    joined
}

/// Whether a run of blocks stands around the text; runs do not go over its border.
fn stands_outside(side: &Side<'_>, entries: &[usize]) -> bool {
    entries.last().is_some_and(|entry| side.block(*entry).outside)
}

/// Whether blocks begin with a heading that has text below it.
fn is_section(side: &Side<'_>, entries: &[usize]) -> bool {
    entries.len() > 1 && matches!(side.block(entries[0]).kind, BlockKind::Heading(_))
}
