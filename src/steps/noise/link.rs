//! Words of links that a reader lost or found again.

use super::DifferingBlocks;
use super::buttons::normal;
use crate::model::Edit;
use crate::steps::diff::side::Side;

/// Whether all that came into a sentence, or went from it, are the whole words of links and not a mark besides.
///
/// Who adds a link to a sentence adds a comma or an "and" as well; where a sentence gains or loses nothing but the
/// link's words, it had a hole.
pub(super) fn came_or_went(difference: &DifferingBlocks<'_>) -> bool {
    let DifferingBlocks { old, new, group, hunk } = *difference;
    if group.old.is_empty() || group.new.is_empty() {
        return false;
    }
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for edit in &hunk.edits {
        match edit {
            Edit::Kept(_) => {}
            Edit::Added(text) => added.push(normal(text)),
            Edit::Removed(text) => removed.push(normal(text)),
        }
    }
    let all = |texts: &[String], side: &Side<'_>, entries: &[usize]| {
        let links: Vec<String> =
            entries.iter().flat_map(|entry| &side.block(*entry).links).map(|link| normal(&link.text)).collect();
        !texts.is_empty() && texts.iter().all(|text| text.is_empty() || links.contains(text))
    };
    let nothing = |texts: &[String]| texts.iter().all(String::is_empty);
    nothing(&removed) && all(&added, new, &group.new) || nothing(&added) && all(&removed, old, &group.old)
}
