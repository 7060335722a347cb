//! Rule: a notice on cookies beside the text comes or goes.
//!
//! Evidence: the block stands in a part of the page of its own, outside of the part that holds the document's paragraphs
//! and beside what belongs to the site; it is no table and no longer than such a notice, speaks of cookies, and names a
//! button by which a reader agrees or declines. Verdict: boilerplate.

use std::sync::LazyLock;

use super::block_at::BlockAt;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// A notice has no more words a block. The longest of those in pages-2026 has 96.
const LONGEST: usize = 120;

static COOKIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.cookies));
static BUTTONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.consent_buttons));

/// Whether a block is of a notice on cookies.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    block.outside && !block.is_data() && block.words() <= LONGEST && {
        let text = format!(" {} ", normal(block.text()));
        let names = |label: &&str| text.contains(&format!(" {label} "));
        COOKIES.iter().any(|word| text.contains(word)) && BUTTONS.iter().any(names)
    }
}
