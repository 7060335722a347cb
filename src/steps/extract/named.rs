//! Asks of a part that is called like boilerplate whether it has the other signs of it: a name alone decides nothing.

use super::html::walk::Walked;
use super::html::zone::Purpose;

/// A part with something to click or to fill in has no more words: "Was this helpful?", "Get our newsletter".
const WITH_CONTROLS: usize = 80;

/// For each zone whether it is mostly links, has controls, or is called like a place on the page and stands outside of
/// the text; `words` are those of each zone that are no links.
pub(super) fn with_evidence(walked: &Walked, words: &[usize]) -> Vec<bool> {
    let zones = walked.zones.as_slice();
    let mut letters = vec![(0_usize, 0_usize); zones.len()];
    let mut controls: Vec<usize> = zones.iter().map(|zone| zone.buttons + zone.fields).collect();
    let mut ranges = vec![(usize::MAX, 0_usize); zones.len()];
    for (index, draft) in walked.drafts.iter().enumerate() {
        let (Some(sum), Some(range)) = (letters.get_mut(draft.zone), ranges.get_mut(draft.zone)) else { continue };
        *sum = (sum.0 + draft.text.len(), sum.1 + draft.linked);
        *range = (range.0.min(index), range.1.max(index));
    }
    for zone in (1..zones.len()).rev() {
        let around = zones[zone].parent;
        letters[around] = (letters[around].0 + letters[zone].0, letters[around].1 + letters[zone].1);
        controls[around] += controls[zone];
        ranges[around] = (ranges[around].0.min(ranges[zone].0), ranges[around].1.max(ranges[zone].1));
    }
    let text = ends_of_the_text(walked);
    let is_outside = |zone: usize| text.is_some_and(|(first, last)| ranges[zone].1 < first || ranges[zone].0 > last);
    (0..zones.len())
        .map(|zone| {
            let is_links = letters[zone].1 * 2 >= letters[zone].0;
            let is_controls = controls[zone] > 0 && words[zone] <= WITH_CONTROLS;
            is_links || is_controls || zones[zone].layout && is_outside(zone)
        })
        .collect()
}

/// The first and the last paragraph that no part of the page but the text holds.
fn ends_of_the_text(walked: &Walked) -> Option<(usize, usize)> {
    let zones = walked.zones.as_slice();
    let mut is_text = vec![false; zones.len()];
    for zone in 0..zones.len() {
        let own = matches!(zones[zone].purpose, Purpose::Text | Purpose::Main | Purpose::Faint | Purpose::Login);
        is_text[zone] = own && (zone == 0 || is_text[zones[zone].parent]);
    }
    let is_paragraph = |index: &usize| {
        let draft = &walked.drafts[*index];
        draft.is_prose() && is_text.get(draft.zone).copied().unwrap_or_default()
    };
    let first = (0..walked.drafts.len()).find(is_paragraph)?;
    let last = (0..walked.drafts.len()).rev().find(is_paragraph)?;
    Some((first, last))
}
