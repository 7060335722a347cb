//! Finds a cookie notice that nothing in the markup names: words on cookies, with buttons, apart from the text.

use super::draft::Draft;
use super::html::walk::Walked;
use super::html::zone::Purpose;
use super::judge::Reason;

/// No notice is longer.
const LONGEST: usize = 600;

/// Leaves out a notice that stands nearer to the root of the page than any two paragraphs of the text are apart.
pub(super) fn stands_apart(walked: &Walked, reasons: &mut [Reason]) {
    let drafts = walked.drafts.as_slice();
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let total: usize = kept.iter().map(|&index| drafts[index].words).sum();
    let mentions: Vec<_> = kept.iter().map(|&index| cookies(&drafts[index])).collect();
    for start in (0..kept.len()).filter(|&position| mentions[position] > 0) {
        let Some(island) = island(drafts, &kept, start) else { continue };
        let words: usize = kept[island.clone()].iter().map(|&index| drafts[index].words).sum();
        let named: usize = mentions[island.clone()].iter().sum();
        let after = kept.get(island.end).map_or(walked.buttons, |&index| drafts[index].buttons);
        let buttons = after.saturating_sub(drafts[kept[island.start]].buttons);
        let is_notice = named >= 3 && named * 50 >= words && buttons >= 2 && words <= LONGEST && words * 5 <= total * 2;
        if is_notice && drafts[kept[island.start]].apart < least_apart(drafts, &kept, &island) {
            for &index in &kept[island] {
                reasons[index] = Reason::Zone(Purpose::Consent);
            }
            return;
        }
    }
}

/// The blocks around this one that belong to one part of the page, up to as shallow a gap as the one above them.
fn island(drafts: &[Draft], kept: &[usize], at: usize) -> Option<std::ops::Range<usize>> {
    let apart = |position: usize| drafts[kept[position]].apart;
    // The notice may begin a little above the first mention of cookies; the first block of all has no gap above it.
    let start = (at.saturating_sub(3).max(1)..=at).min_by_key(|&position| (apart(position), usize::MAX - position))?;
    let end = (start + 1..kept.len()).find(|&position| apart(position) <= apart(start)).unwrap_or(kept.len());
    (end > at).then_some(start..end)
}

/// The shallowest gap between two paragraphs of the text outside the island.
fn least_apart(drafts: &[Draft], kept: &[usize], island: &std::ops::Range<usize>) -> usize {
    let mut least = usize::MAX;
    let mut since_prose = None;
    for (position, &index) in kept.iter().enumerate() {
        if island.contains(&position) || position == island.end {
            since_prose = None;
            continue;
        }
        let draft = &drafts[index];
        since_prose = since_prose.map(|gap: usize| gap.min(draft.apart));
        if draft.is_prose() {
            least = since_prose.map_or(least, |gap| least.min(gap));
            since_prose = Some(usize::MAX);
        }
    }
    if least == usize::MAX { 0 } else { least }
}

fn cookies(draft: &Draft) -> usize {
    draft.text.matches("ookie").count() + draft.text.matches("OOKIE").count()
}
