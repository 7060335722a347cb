//! Marks what stands outside of the part of the page that holds the text, beside what belongs to the site: teasers in
//! menus, banners, notices on cookies.
//!
//! It is read all the same, for a notice of new terms may be a banner, too; what it says decides later.

use std::ops::Range;

use super::draft::Draft;
use super::html::walk::Walked;
use super::outline::Outline;
use super::reason::Reason;
use crate::model::BlockKind;

/// One in so many blocks of a part that belongs to the site is a link to elsewhere, has a button or is left out.
const ONE_IN: usize = 2;
/// A part with more words in its paragraphs, half of its blocks, may be of the document: a summary, an appendix.
const OF_THE_DOCUMENT: usize = 100;

/// Marks such blocks. What the page calls its main part holds none, whatever stands in it.
pub(super) fn mark(walked: &mut Walked, reasons: &[Reason]) {
    let Some(outline) = Outline::of(&walked.drafts, reasons) else { return };
    for part in parts(&walked.drafts, &outline) {
        if !part.clone().any(|index| walked.is_in_main(index)) && is_of_the_site(walked, reasons, &part) {
            for index in part.filter(|index| reasons[*index].keeps()) {
                walked.drafts[index].outside = true;
            }
        }
    }
}

/// The parts of the page outside of the text: each the child of another element around it.
fn parts(drafts: &[Draft], outline: &Outline) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < drafts.len() {
        if outline.holds(start) {
            start += 1;
            continue;
        }
        let end = (start..drafts.len()).find(|index| outline.holds(*index)).unwrap_or(drafts.len());
        if start == 0 && end < drafts.len() {
            parts.extend(above(drafts, end));
        } else {
            parts.extend(below(drafts, start..end));
        }
        start = end;
    }
    parts
}

/// What stands above the text, which begins there, from the text upwards: each step nearer to the root begins a part.
fn above(drafts: &[Draft], text: usize) -> Vec<Range<usize>> {
    let (mut parts, mut end) = (Vec::new(), text);
    let mut nearest = drafts.get(text).map_or(0, |draft| draft.apart);
    for (index, draft) in drafts.iter().enumerate().take(text).skip(1).rev() {
        if draft.apart <= nearest {
            parts.push(index..end);
            end = index;
            nearest = draft.apart;
        }
    }
    parts.push(0..end);
    parts
}

/// The same of what stands below it, downwards.
fn below(drafts: &[Draft], outside: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), outside.start);
    let mut nearest = drafts.get(start).map_or(0, |draft| draft.apart);
    for (index, draft) in drafts.iter().enumerate().take(outside.end).skip(start + 1) {
        if draft.apart <= nearest {
            parts.push(start..index);
            start = index;
            nearest = draft.apart;
        }
    }
    parts.push(start..outside.end);
    parts
}

fn is_of_the_site(walked: &Walked, reasons: &[Reason], part: &Range<usize>) -> bool {
    let drafts = walked.drafts.as_slice();
    let blocks = || part.clone().map(|index| (&drafts[index], reasons[index]));
    let after = drafts.get(part.end).map_or(walked.buttons, |next| next.buttons);
    let buttons = after.saturating_sub(drafts[part.start].buttons);
    let left_out = blocks().filter(|(_, reason)| !reason.keeps()).count();
    let links = blocks().filter(|(draft, reason)| reason.keeps() && leads_elsewhere(draft)).count();
    let paragraphs = || blocks().filter(|(draft, reason)| reason.keeps() && draft.is_prose());
    let words: usize = paragraphs().map(|(draft, _)| draft.words).sum();
    let is_text = words >= OF_THE_DOCUMENT && paragraphs().count() * 2 >= part.len();
    let has_title = blocks().any(|(draft, reason)| reason.keeps() && draft.kind == BlockKind::Heading(1));
    // A list of links may be of the text; what also has a button, or what every reader leaves out, is not.
    let has_heading = blocks().any(|(draft, reason)| reason.keeps() && matches!(draft.kind, BlockKind::Heading(_)));
    let is_furnished = left_out + buttons > 0 || !has_heading;
    (left_out + links + buttons) * ONE_IN >= part.len() && is_furnished && !is_text && !has_title
}

/// Whether a block is little but a link to another page.
fn leads_elsewhere(draft: &Draft) -> bool {
    let is_here = |target: &str| ["#", "mailto:", "tel:"].iter().any(|start| target.starts_with(start));
    draft.is_link() && draft.links.iter().any(|link| !is_here(&link.target))
}
