//! What a change does, whatever it is about: duties, bans, exceptions, announcements, buttons, error pages.

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// The words that show it.
pub(super) static SIGNS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("data/signs.txt")));

/// Whether words of any of these groups stand in a joined text.
pub(super) fn any(groups: &[&str], joined: &str) -> bool {
    SIGNS.hits(joined).any(|(group, ..)| SIGNS.groups.get(group).is_some_and(|name| groups.contains(name)))
}

/// How many more of each sign stand in one joined text than in another.
#[derive(Debug)]
pub(super) struct Net(Vec<i32>);

impl Net {
    /// What was added over what was removed.
    pub(super) fn of(added: &str, removed: &str) -> Self {
        let counts = SIGNS.count(added).into_iter().zip(SIGNS.count(removed));
        Self(counts.map(|(more, less)| i32::from(more) - i32::from(less)).collect())
    }

    /// The difference for one group.
    pub(super) fn get(&self, group: &str) -> i32 {
        SIGNS.group(group).and_then(|index| self.0.get(index).copied()).unwrap_or_default()
    }
}
