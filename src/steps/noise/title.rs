//! The title of a document, which a reader may find or lose without the document being another.

use std::sync::LazyLock;

use crate::model::{Block, BlockKind};
use crate::steps::text::languages::union;

/// Words that name a sort of document, in normal form.
static SORTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.sorts));

/// Whether a block at a document's top is its title and says nothing else.
pub(super) fn is_title(block: &Block) -> bool {
    let mut words = 0;
    let mut sort = false;
    crate::steps::text::each_word(&block.text, |word, _| {
        words += 1;
        sort |= SORTS.contains(&word);
    });
    !matches!(block.kind, BlockKind::Item(_)) && sort && words <= 7 && !block.text.ends_with(['.', ':', ';', '!', '?'])
}

/// Whether two titles differ only in the name of the site behind a bar ("Privacy Policy | Example").
pub(super) fn differ_only_in_site(before: &str, after: &str) -> bool {
    let (shorter, longer) = if before.len() < after.len() { (before, after) } else { (after, before) };
    let rest = longer.strip_prefix(shorter.trim_end()).filter(|_| !shorter.is_empty());
    rest.is_some_and(|rest| rest.trim_start().starts_with('|') && rest.len() < 60 && !rest.contains('\n'))
}
