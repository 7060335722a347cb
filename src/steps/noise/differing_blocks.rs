//! A difference as rules see it: its words, and the blocks that it stands in; what rules have in common, and no rule.

use super::block_at::{BlockAt, rules_something};
use crate::model::Hunk;
use crate::steps::diff::group::Group;
use crate::steps::diff::side::Side;

/// A difference and the blocks that it stands in.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps) struct DifferingBlocks<'a> {
    pub old: &'a Side<'a>,
    pub new: &'a Side<'a>,
    pub group: &'a Group,
    pub hunk: &'a Hunk,
}

impl<'a> DifferingBlocks<'a> {
    pub(super) fn before(&self) -> &'a str {
        self.hunk.before.as_deref().unwrap_or_default()
    }

    pub(super) fn after(&self) -> &'a str {
        self.hunk.after.as_deref().unwrap_or_default()
    }

    /// The blocks of both sides.
    pub(super) fn blocks(&self) -> impl Iterator<Item = BlockAt<'a>> {
        let Self { old, new, group, .. } = *self;
        let is_outside = |side: &Side<'_>, entry: &usize| side.block(*entry).outside;
        let gave_way = !group.new.is_empty() && group.new.iter().all(|entry| is_outside(new, entry));
        let gone = group.old.iter().map(move |entry| {
            let outside = gave_way || is_outside(old, entry);
            BlockAt { side: old, entry: *entry, outside }
        });
        gone.chain(group.new.iter().map(move |entry| {
            let outside = is_outside(new, entry);
            BlockAt { side: new, entry: *entry, outside }
        }))
    }

    /// Whether blocks only came or only went.
    pub(super) const fn is_lone(&self) -> bool {
        self.group.old.is_empty() != self.group.new.is_empty()
    }

    /// Whether a part of it allows, forbids, demands or limits.
    pub(super) fn rules_something(&self) -> bool {
        self.blocks().any(|block| rules_something(block.text()))
    }
}
