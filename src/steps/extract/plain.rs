//! Reads plain text: paragraphs between empty lines, list items by their bullets.

use super::draft::{Draft, Gatherer};
use crate::model::{BlockKind, Trouble};

/// Reads plain text.
///
/// # Errors
/// Where it says more than any document does.
pub(super) fn read(source: &str) -> Result<Vec<Draft>, Trouble> {
    let mut drafts = Vec::new();
    let mut gatherer = Gatherer::default();
    let mut kind = BlockKind::Paragraph;
    for line in source.lines() {
        let inner = line.trim_start();
        let item = bullet(inner);
        if inner.is_empty() || item.is_some() {
            drafts.extend(gatherer.finish(kind));
            kind = BlockKind::Paragraph;
        }
        if let Some(words) = item {
            kind = BlockKind::Item(depth(line.len() - inner.len()));
            gatherer.text(words, false);
        } else {
            gatherer.text(inner, false);
        }
        gatherer.gap();
        gatherer.check()?;
    }
    drafts.extend(gatherer.finish(kind));
    Ok(drafts)
}

/// What stands behind a bullet, if the line begins with one.
fn bullet(line: &str) -> Option<&str> {
    ["* ", "- ", "• ", "– ", "· ", "◦ ", "‣ "].iter().find_map(|mark| line.strip_prefix(mark))
}

/// How deep an item stands that is indented by so many spaces.
fn depth(indent: usize) -> u8 {
    u8::try_from(indent / 4 + 1).unwrap_or(u8::MAX)
}
