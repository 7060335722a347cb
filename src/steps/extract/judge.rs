//! Decides for each block of a page whether it is the document's text or the boilerplate of the site around it.

use super::draft::{self, Draft};
use super::html::walk::Walked;
use super::html::zone::Purpose;
use super::outline::Outline;
use super::reason::Reason;
use super::scales::{Nearness, Scales};
use super::{ending, links};
use crate::model::BlockKind;
use crate::steps::text::dates::find_dates;
use crate::steps::text::repeated::{LONG, repeated};

/// The decision on each draft, in their order.
pub(super) fn judge(walked: &Walked, title: Option<&str>) -> Vec<Reason> {
    let scales = Scales::new(walked);
    let mut reasons: Vec<_> = walked.drafts.iter().map(|draft| scales.by_zone(draft, Nearness::Unknown)).collect();
    for_machines(&walked.drafts, &mut reasons);
    scales.after_main(&walked.drafts, &mut reasons);
    super::consent::stands_apart(walked, &mut reasons);
    // What stands above a title is never a paragraph, so that the outline is the same without it.
    let outline = Outline::of(&walked.drafts, &reasons);
    within_the_text(walked, &scales, &mut reasons, outline.as_ref());
    before_the_title(walked, &mut reasons, title, outline.as_ref());
    super::outside::consent(walked, &mut reasons, outline.as_ref());
    ending::after_the_text(walked, &mut reasons, outline.as_ref());
    links::lists_of_links(&walked.drafts, &mut reasons, outline.as_ref());
    reasons
}

/// Asks again of what was left out for the part of the page in which it stands, where that part stands within the text: a
/// page may have no part that it calls the main one.
fn within_the_text(walked: &Walked, scales: &Scales<'_>, reasons: &mut [Reason], outline: Option<&Outline>) {
    let Some(outline) = outline else { return };
    for (index, draft) in walked.drafts.iter().enumerate() {
        let is_amid = match reasons[index] {
            Reason::Zone(Purpose::Footer) => outline.is_followed(index),
            Reason::Zone(Purpose::Aside | Purpose::Header | Purpose::Faint | Purpose::Dialog | Purpose::Navigation) => {
                outline.is_between(index)
            }
            _ => continue,
        };
        if outline.holds(index) {
            reasons[index] = scales.by_zone(draft, if is_amid { Nearness::Amid } else { Nearness::Beside });
        }
    }
}

/// The decision on a block that the watch's selectors chose: only what is hidden is left out.
pub(super) fn of_chosen(walked: &Walked, draft: &Draft) -> Reason {
    let mut zone = draft.zone;
    while let Some(here) = walked.zones.get(zone) {
        if here.purpose == Purpose::Hidden {
            return Reason::Zone(Purpose::Hidden);
        }
        if zone == 0 {
            break;
        }
        zone = here.parent;
    }
    Reason::Text
}

/// Leaves out lines that say a word again and again, and shorter ones beside them.
fn for_machines(drafts: &[Draft], reasons: &mut [Reason]) {
    let repeats = |index: usize| {
        let draft = drafts.get(index).filter(|draft| !matches!(draft.kind, BlockKind::Row | BlockKind::Code));
        draft.and_then(|draft| repeated(&draft.text))
    };
    for (index, reason) in reasons.iter_mut().enumerate().take(drafts.len()) {
        let Some(words) = repeats(index) else { continue };
        let is_long = |index: usize| repeats(index).is_some_and(|words| words >= LONG);
        if words >= LONG || index.checked_sub(1).is_some_and(is_long) || is_long(index + 1) {
            *reason = Reason::Repeated;
        }
    }
}

/// Labels and links above the title are boilerplate. What stands with the text in one part of the page is none if it rules
/// something, says a value or is listed, or is one of several links that say something and are no teasers.
fn before_the_title(walked: &Walked, reasons: &mut [Reason], title: Option<&str>, outline: Option<&Outline>) {
    let drafts = walked.drafts.as_slice();
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let heading = |wanted: &dyn Fn(&Draft) -> bool| {
        kept.iter()
            .copied()
            .find(|&index| matches!(drafts[index].kind, BlockKind::Heading(_)) && wanted(&drafts[index]))
    };
    let named = |draft: &Draft| title.is_some_and(|title| !draft.is_link() && title.contains(draft.text.as_str()));
    // A text may be cut into its lines, none of which is a sentence.
    let is_of_a_text = |index: usize| {
        let draft = &drafts[index];
        draft.words >= OF_A_TEXT && !draft.is_link() && outline.is_none_or(|outline| outline.holds(index))
    };
    let first = heading(&|draft| draft.kind == BlockKind::Heading(1) && !draft.is_link())
        .or_else(|| heading(&named))
        .or_else(|| {
            let text = kept.iter().copied().find(|&index| drafts[index].is_prose() || is_of_a_text(index));
            text.map(|text| above(drafts, &kept, text))
        });
    let Some(first) = first else { return };
    // A text with several paragraphs above what is marked up as its title begins before it.
    let paragraphs: Vec<_> = kept.iter().copied().filter(|&index| drafts[index].is_prose()).collect();
    let first = match paragraphs.get(SEVERAL) {
        Some(&paragraph) if paragraph < first => above(drafts, &kept, paragraphs[0]),
        _ => first,
    };
    let above: Vec<_> = kept.into_iter().take_while(|&index| index < first).collect();
    let near = above.len().saturating_sub(NEAR);
    let is_with_the_text = |index: usize| {
        walked.is_in_main(index) && !walked.is_beside(index) || outline.is_some_and(|outline| outline.holds(index))
    };
    let is_controls = |index: usize| drafts.get(index + 1).is_some_and(|next| next.buttons > drafts[index].buttons);
    // A list in the main part; elsewhere it is the menu.
    let is_listed =
        |index: usize| matches!(drafts[index].kind, BlockKind::Item(_) | BlockKind::Row) && walked.is_in_main(index);
    // A line of several words right in the part of the page that holds the paragraphs.
    let is_said = |index: usize| {
        let is_line = drafts[index].kind == BlockKind::Paragraph && drafts[index].words >= SAID;
        is_line && outline.is_some_and(|outline| outline.holds(index)) && !is_controls(index)
    };
    // Whether the rules hold at all: "Repealed".
    let is_answer = |index: usize| draft::says_which(&drafts[index].text);
    let says_so =
        |index: usize| (is_value(&drafts[index]) || is_listed(index) || is_answer(index)) && !is_controls(index);
    let mut start = 0;
    // "Home › Help › Shops" is links with signs between.
    let is_link = |index: usize| drafts[index].is_link() || drafts[index].linked * 2 >= drafts[index].text.len();
    for run in above.chunk_by(|&one, &next| is_link(one) == is_link(next)) {
        let links: Vec<_> = run.iter().map(|&index| &drafts[index]).collect();
        let is_menu = is_link(run[0]) && links::are_teasers(&links);
        let says = is_link(run[0]) && !is_menu && links::say_something(links.iter().copied());
        for (position, &index) in run.iter().enumerate() {
            let draft = &drafts[index];
            let rules_alone = !is_link(index) && (draft::rules(&draft.text) || says_so(index) || is_said(index));
            let is_text = is_with_the_text(index) && (rules_alone || says || !is_menu && links::rules(draft));
            if !(draft.is_prose() || is_text || start + position >= near && is_dating(draft)) {
                reasons[index] = Reason::BeforeTitle;
            }
        }
        start += run.len();
    }
}

/// So many paragraphs above a heading of the first rank make it the heading of a part.
const SEVERAL: usize = 3;
/// A line of a text that has no sentences has so many words, and one that says something above a title so many.
const OF_A_TEXT: usize = 10;
const SAID: usize = 4;
/// So near to the title stands the line that dates the document.
const NEAR: usize = 3;
/// Such a line has no more words.
const DATING: usize = 8;

/// Whether a line above the title is little but a date: "Effective: 1 May 2026".
fn is_dating(draft: &Draft) -> bool {
    draft.words <= DATING && !draft.is_link() && !find_dates(&draft.text).is_empty()
}

/// Whether a line says what something is: "Minimum age: 16".
fn is_value(draft: &Draft) -> bool {
    let parts = draft.text.split_once(": ");
    parts.is_some_and(|(label, value)| !label.is_empty() && !value.is_empty()) && find_dates(&draft.text).is_empty()
}

/// The first of the headings and short lines that stand directly above a paragraph.
fn above(drafts: &[Draft], kept: &[usize], prose: usize) -> usize {
    let before = kept.iter().rev().copied().skip_while(|&index| index >= prose);
    before.take_while(|&index| !drafts[index].is_link()).take(4).last().unwrap_or(prose)
}
