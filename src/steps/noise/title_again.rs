//! Rule: the title of a document, which a reader may find or lose without the document being another.
//!
//! Evidence: it stands at the top, has few words, one of which names a sort of document, and is no sentence, item or rule;
//! a day and nothing else right below goes with it.
//! Verdict: boilerplate.

use std::sync::LazyLock;

use super::block_at::{BlockAt, rules_something};
use super::dating::{DateLine, LONGEST};
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages::union;

/// Words that name a sort of document, in normal form.
static SORTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.sorts));
/// A title stands among so many blocks at the top. Chosen on the pages of corpus 2022.
const TOP: usize = 3;
/// A title has no more words. Chosen on the pages of corpus 2022.
const TITLE: usize = 7;

/// Whether a block that came or went is a title at the top, or the day right below it.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    let above = || block.entry.checked_sub(1).map(|entry| BlockAt { entry, ..block });
    let is_date = block.text().len() <= LONGEST && DateLine::read(block.text()).is_bare();
    is_title(block) || is_date && !block.is_data() && !block.is_item() && above().is_some_and(is_title)
}

fn is_title(block: BlockAt<'_>) -> bool {
    let mut sort = false;
    text::each_word(block.text(), |word, _| sort |= SORTS.contains(&word));
    block.entry < TOP
        && sort
        && block.words() <= TITLE
        && !block.is_item()
        && !block.is_data()
        && !block.text().ends_with(['.', ':', ';', '!', '?'])
        && !rules_something(block.text())
}
