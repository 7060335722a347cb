//! What a change does, whatever it is about: duties, bans, exceptions, announcements, buttons, error pages.

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// The words that show it.
pub(super) static SIGNS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("data/signs.txt")));

/// How often the words of one group stand in a joined text.
pub(super) fn times(group: &str, joined: &str) -> u16 {
    let counts = SIGNS.count(joined);
    SIGNS.group(group).and_then(|index| counts.get(index).copied()).unwrap_or_default()
}
