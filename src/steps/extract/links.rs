//! Finds lists of links in the middle of a text: menus, tables of contents, related articles.

use super::draft::Draft;
use super::reason::Reason;
use crate::model::BlockKind;

/// So many links in a row make a list of links.
const RUN: usize = 5;
/// A page with fewer words of prose may be an index, whose links are its text.
const PROSE: usize = 250;

/// Leaves out lists of links on a page that has its text elsewhere.
pub(super) fn lists_of_links(drafts: &[Draft], reasons: &mut [Reason]) {
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let prose: usize =
        kept.iter().map(|&index| &drafts[index]).filter(|draft| draft.is_prose()).map(|draft| draft.words).sum();
    if prose < PROSE {
        return;
    }
    for &index in &kept {
        let draft = &drafts[index];
        if draft.is_contents() && !matches!(draft.kind, BlockKind::Heading(_)) {
            reasons[index] = Reason::Contents;
        }
    }
    for run in kept.chunk_by(|&one, &next| drafts[one].is_link() == drafts[next].is_link()) {
        let is_list = run.first().is_some_and(|&index| drafts[index].is_link()) && run.len() >= RUN;
        if is_list {
            for &index in run {
                reasons[index] = Reason::LinkList;
            }
        }
    }
}
