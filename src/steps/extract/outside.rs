//! Marks what stands outside of the part of the page that holds the text, beside what belongs to the site: teasers in
//! menus, banners, notices on cookies.
//!
//! It is read all the same, for a notice of new terms may be a banner, too; what it says decides later.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::draft::Draft;
use super::html::walk::Walked;
use super::html::zone::Purpose;
use super::outline::Outline;
use super::reason::Reason;
use crate::model::BlockKind;
use crate::steps::text::languages::union;

/// One in so many blocks of a part that belongs to the site is a link to elsewhere, has a button or is left out.
const ONE_IN: usize = 2;
/// A part with more words in its paragraphs, half of its blocks, may be of the document: a summary, an appendix.
const OF_THE_DOCUMENT: usize = 100;

/// A dialogue on cookies has no more words, so many different things to click, and no more words in a row of them.
const DIALOGUE: usize = 600;
const CHOICES: usize = 2;
const LABELS: usize = 12;

static COOKIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.cookies));
/// Each between spaces, so that no part of a word is taken for one.
static BUTTONS: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.consent_buttons).iter().map(|label| format!(" {label} ")).collect());

/// Marks such blocks. What the page calls its main part holds none, whatever stands in it.
pub(super) fn mark(walked: &mut Walked, reasons: &[Reason]) {
    for (index, reason) in reasons.iter().enumerate().take(walked.drafts.len()) {
        walked.drafts[index].outside |= walked.is_beside(index) || matches!(reason, Reason::Teaser(_));
    }
    let Some(outline) = Outline::of(&walked.drafts, reasons) else { return };
    for part in parts(&walked.drafts, &outline) {
        if !part.clone().any(|index| walked.is_in_main(index)) && is_of_the_site(walked, reasons, &part) {
            for index in part.filter(|index| reasons[*index].keeps()) {
                walked.drafts[index].outside = true;
            }
        }
    }
}

/// Leaves out dialogues on cookies: parts outside of the text that speak of them, and have more than one thing to click by
/// which a reader agrees or declines. What the page calls its main part has none.
pub(super) fn consent(walked: &Walked, reasons: &mut [Reason], outline: Option<&Outline>) {
    let Some(outline) = outline else { return };
    for part in parts(&walked.drafts, outline) {
        if !part.clone().any(|index| walked.is_in_main(index))
            && is_dialogue_on_cookies(&walked.drafts[part.clone()], &reasons[part.clone()])
        {
            for reason in reasons[part].iter_mut().filter(|reason| reason.keeps()) {
                *reason = Reason::Zone(Purpose::Consent);
            }
        }
    }
}

fn is_dialogue_on_cookies(drafts: &[Draft], reasons: &[Reason]) -> bool {
    if drafts.iter().map(|draft| draft.words).sum::<usize>() > DIALOGUE {
        return false;
    }
    let speaks_of = |draft: &Draft| {
        let text = draft.text.to_lowercase();
        COOKIES.iter().any(|word| text.contains(word))
    };
    if !drafts.iter().any(speaks_of) {
        return false;
    }
    let mut labels: HashSet<&str> = HashSet::new();
    let may_be_clicked = |(draft, _): &(&Draft, &Reason)| draft.words <= LABELS && !draft.is_prose();
    for (draft, reason) in drafts.iter().zip(reasons).filter(may_be_clicked) {
        let text = format!(" {} ", draft.text.to_lowercase());
        let named = || BUTTONS.iter().map(String::as_str).filter(|label| text.contains(label));
        // Two choices in a few words are two buttons, whatever they are made of.
        if !(is_control(draft) || !reason.keeps() || named().count() >= CHOICES) {
            continue;
        }
        labels.extend(named());
    }
    labels.len() >= CHOICES
}

/// Whether a block is nothing but links that lead nowhere: what is clicked there does something on the page.
fn is_control(draft: &Draft) -> bool {
    let leads_nowhere = |target: &str| target == "#" || target.starts_with("javascript:");
    draft.is_link() && draft.links.iter().all(|link| leads_nowhere(&link.target))
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
