//! Marks what stands outside of the part of the page that holds the text, beside what belongs to the site: teasers in
//! menus, banners, notices on cookies.
//!
//! It is read all the same, for a notice of new terms may be a banner, too; what it says decides later.

use std::ops::Range;

use super::draft::Draft;
use super::outline::Outline;
use super::reason::Reason;

/// One in so many blocks of a part that belongs to the site is a link, has a button or is left out as boilerplate.
const ONE_IN: usize = 4;
/// A part with more words in its paragraphs, half of its blocks, may be of the document: a summary, an appendix.
const OF_THE_DOCUMENT: usize = 100;

/// Marks such blocks; `buttons` is the number of those on the whole page.
pub(super) fn mark(drafts: &mut [Draft], reasons: &[Reason], buttons: usize) {
    let Some(outline) = Outline::of(drafts, reasons) else { return };
    for part in parts(drafts, &outline) {
        if is_of_the_site(drafts, reasons, &part, buttons) {
            for index in part.filter(|index| reasons[*index].keeps()) {
                drafts[index].outside = true;
            }
        }
    }
}

/// The parts of the page outside of the text: siblings of one of the elements around it.
fn parts(drafts: &[Draft], outline: &Outline) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < drafts.len() {
        if outline.holds(start) {
            start += 1;
            continue;
        }
        let end = (start..drafts.len()).find(|index| outline.holds(*index)).unwrap_or(drafts.len());
        let before = (start > 0).then(|| drafts[start].apart);
        let after = drafts.get(end).map(|next| next.apart);
        // On its way to the text nothing comes nearer to the root than there.
        let near = before.into_iter().chain(after).max().unwrap_or_default();
        let cuts = (start + 1..end).filter(|index| drafts[*index].apart <= near).chain([end]);
        let mut part = start;
        for cut in cuts {
            parts.push(part..cut);
            part = cut;
        }
        start = end;
    }
    parts
}

fn is_of_the_site(drafts: &[Draft], reasons: &[Reason], part: &Range<usize>, buttons: usize) -> bool {
    let blocks = || part.clone().map(|index| (&drafts[index], reasons[index]));
    let after = drafts.get(part.end).map_or(buttons, |next| next.buttons);
    let own = after.saturating_sub(drafts[part.start].buttons);
    let signs = blocks().filter(|(draft, reason)| !reason.keeps() || !draft.links.is_empty()).count() + own;
    let paragraphs = || blocks().filter(|(draft, reason)| reason.keeps() && draft.is_prose());
    let words: usize = paragraphs().map(|(draft, _)| draft.words).sum();
    let is_text = words >= OF_THE_DOCUMENT && paragraphs().count() * 2 >= part.len();
    signs * ONE_IN >= part.len() && !is_text
}
