//! Rule: items that are a link each and nothing else: a menu.
//!
//! Evidence: few words, all of them a link; the list that an item stands in is all links; nothing in the text leads to
//! it, and nothing is allowed, forbidden or limited; it stands at the edge of the page, for links in the midst of a text are
//! what it is about (goods, companies), above the first heading links that say something are its summary, and in a document that is little but links they are all it says. Verdict: boilerplate.

use super::block_at::{BlockAt, rules_something};
use super::surroundings::Surroundings;

/// Whether a block that came or went is an entry of a menu.
pub(super) fn holds(block: BlockAt<'_>, around: &Surroundings) -> bool {
    !around.is_hub
        && block.is_item()
        && block.is_short()
        && block.is_link()
        && block.list().all(BlockAt::is_link)
        && !block.is_introduced()
        && !rules_something(block.text())
        && !(block.side.section(block.entry).is_none() && block.says_something())
        && block.is_at_the_edge(block.list().map(BlockAt::text))
}
