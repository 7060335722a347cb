//! What a change does, whatever it is about: duties, bans, exceptions, announcements, buttons, error pages.

use std::sync::LazyLock;

use crate::steps::text::lexicon::Lexicon;

/// What is shown, as the model knows it.
const GROUPS: [&str; 26] = [
    "duty",
    "ban",
    "leave",
    "exception",
    "announce",
    "updated",
    "broken",
    "button",
    "business",
    "region",
    "europe",
    "harm",
    "young",
    "consumer",
    "brandlike",
    "enforce",
    "party",
    "law",
    "example",
    "meaning",
    "money",
    "time",
    "data",
    "new",
    "gone",
    "content",
];

/// The words that show it.
pub(in crate::steps::judge) static SIGNS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::of_groups(&GROUPS, |words| &words.signs));

/// Whether words of any of these groups stand in a joined text.
pub(in crate::steps::judge) fn any(groups: &[&str], joined: &str) -> bool {
    SIGNS.hits(joined).any(|(group, ..)| SIGNS.groups.get(group).is_some_and(|name| groups.contains(name)))
}

/// How many more of each sign stand in one joined text than in another.
#[derive(Debug)]
pub(in crate::steps::judge) struct Net(Vec<i32>);

impl Net {
    /// What was added over what was removed.
    pub(in crate::steps::judge) fn of(added: &str, removed: &str) -> Self {
        let counts = SIGNS.count(added).into_iter().zip(SIGNS.count(removed));
        Self(counts.map(|(more, less)| i32::from(more) - i32::from(less)).collect())
    }

    /// The difference for one group.
    pub(in crate::steps::judge) fn get(&self, group: &str) -> i32 {
        SIGNS.group(group).and_then(|index| self.0.get(index).copied()).unwrap_or_default()
    }
}
