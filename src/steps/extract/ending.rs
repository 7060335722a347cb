//! Finds where the text of a page ends, and what little stands after it: labels, links and headings without text.

use super::draft::{self, Draft};
use super::html::walk::Walked;
use super::links;
use super::outline::Outline;
use super::reason::Reason;
use crate::model::BlockKind;

/// A line of a name or two.
const LABEL: usize = 4;
/// A question to a reader is no longer.
const QUESTION: usize = 12;
/// A link with a rule has as many words.
const RULE: usize = 4;
/// A line on copyright is no longer.
const COPYRIGHT: usize = 15;

/// Leaves out what stands after the end of the text. A short line or a heading within the text's own part of the page is
/// its end, unless it leads to what is left out: links, or something to click.
pub(super) fn after_the_text(walked: &Walked, reasons: &mut [Reason], outline: Option<&Outline>) {
    let drafts = walked.drafts.as_slice();
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    if !kept.iter().any(|&index| drafts[index].is_prose()) {
        return;
    }
    let list = links::last_list(drafts, &kept, outline);
    // The last block so far that a line above it may lead to.
    let mut led_to = None;
    for &index in kept.iter().rev() {
        let draft = &drafts[index];
        let next = drafts.get(index + 1).map_or(walked.buttons, |next| next.buttons);
        if matches!(reasons[index], Reason::Sentences(_) | Reason::Teaser(_))
            && outline.is_some_and(|outline| !outline.holds(index))
        {
            // A sentence of what stands around the text does not end it.
            continue;
        }
        if !is_loose(draft) || list == Some(index) {
            break;
        }
        let is_inside =
            outline.is_some_and(|outline| outline.holds(index)) || outline.is_none() && walked.is_in_main(index);
        // A button belongs to the line above it where it is no farther from it than what is above that, and nothing names the
        // line: "Back to top" asks for no answer to "Hashtags per post: 30".
        let is_its_own = draft.to_button >= draft.apart && !is_value(drafts, &kept, index);
        let is_asked = next > draft.buttons && (!is_inside || is_its_own);
        if is_inside && draft.defines {
            // What a term means is as short as it is.
            break;
        }
        let is_rule = draft::rules(&draft.text) || draft::counts(&draft.text);
        if is_inside && (draft.words >= RULE || !draft.is_link()) && is_rule {
            // A link that says what is forbidden ends the text as a sentence does.
            break;
        }
        let leads_on = led_to.is_some_and(|next: usize| {
            let leads = drafts[next].is_link() || matches!(draft.kind, BlockKind::Heading(_));
            leads && is_nearer_to(drafts, index, next)
        });
        if is_inside && !draft.is_link() && !is_copyright(draft) && !leads_on && !is_asked {
            break;
        }
        led_to = (draft.is_link() || is_asked).then_some(index);
        reasons[index] = Reason::AfterText;
    }
}

/// Whether a line is what its heading is about: it stands right below one, and asks nothing.
fn is_value(drafts: &[Draft], kept: &[usize], index: usize) -> bool {
    let draft = &drafts[index];
    let above = kept.iter().rev().find(|&&above| above < index).map(|&above| &drafts[above]);
    draft.kind == BlockKind::Paragraph
        && !draft.text.trim_end().ends_with(['?', '？', ':', '：'])
        && above.is_some_and(|above| matches!(above.kind, BlockKind::Heading(2..)))
}

/// Whether a line stands no farther from what follows it than from what is above it: the heading of a list of links does,
/// the last line of a text before the foot of the page does not.
fn is_nearer_to(drafts: &[Draft], line: usize, next: usize) -> bool {
    let between = drafts.get(line + 1..=next).unwrap_or_default();
    between.iter().all(|draft| draft.apart >= drafts[line].apart)
}

/// Whether a block is no sentence, item or row.
fn is_loose(draft: &Draft) -> bool {
    let dated = draft.text.contains("20") && !draft.text.contains('©');
    let label = draft.words <= LABEL && !dated && !matches!(draft.kind, BlockKind::Item(_) | BlockKind::Row);
    let question = draft.text.trim_end().ends_with(['?', '？']) && draft.words <= QUESTION;
    draft.is_link() || matches!(draft.kind, BlockKind::Heading(_)) || question || label || is_copyright(draft)
}

/// Whether a line says whose the page is: the sign stands at its beginning, or beside a year.
fn is_copyright(draft: &Draft) -> bool {
    let Some((before, after)) = draft.text.split_once('©') else { return false };
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let beside = [before.split(' ').next_back(), after.trim_start().split([' ', ',', '.', '-', '–']).next()];
    let is_dated =
        beside.into_iter().flatten().any(is_year) || before.trim_end().rsplit(' ').next().is_some_and(is_year);
    draft.words <= COPYRIGHT && (before.trim().is_empty() || is_dated || !draft.is_prose())
}
