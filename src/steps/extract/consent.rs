//! Finds a cookie notice that nothing in the markup names: words on cookies, with buttons, apart from the text.

use std::ops::Range;

use super::draft::Draft;
use super::html::walk::Walked;
use super::html::zone::Purpose;
use super::reason::Reason;

/// So many blocks of a notice may stand above its first mention of cookies.
const ABOVE: usize = 3;
/// A notice at the head of a page has no more blocks.
const LONGEST_HEAD: usize = 20;
/// No notice is longer, and each of its blocks has a word.
const LONGEST: usize = 600;
/// A page has one notice; so many parts of it are weighed as if they were one.
const TRIES: usize = 200;

/// Leaves out a notice that stands nearer to the root of the page than any two paragraphs of the text are apart.
pub(super) fn stands_apart(walked: &Walked, reasons: &mut [Reason]) {
    let drafts = walked.drafts.as_slice();
    let kept: Vec<_> = (0..drafts.len()).filter(|&index| reasons[index].keeps()).collect();
    let total: usize = kept.iter().map(|&index| drafts[index].words).sum();
    let mentions: Vec<_> = kept.iter().map(|&index| cookies(&drafts[index])).collect();
    let mut tries = 0;
    for start in (0..kept.len()).filter(|&position| mentions[position] > 0) {
        let Some((island, gap)) = island(drafts, &kept, start) else { continue };
        let words: usize = kept[island.clone()].iter().map(|&index| drafts[index].words).sum();
        let named: usize = mentions[island.clone()].iter().sum();
        let after = kept.get(island.end).map_or(walked.buttons, |&index| drafts[index].buttons);
        let buttons = after.saturating_sub(drafts[kept[island.start]].buttons);
        let is_notice = named >= 3 && named * 50 >= words && buttons >= 2 && words <= LONGEST && words * 5 <= total * 2;
        tries += usize::from(is_notice);
        if tries > TRIES {
            return;
        }
        if is_notice && gap < least_apart(drafts, &kept, &island) {
            for &index in &kept[island] {
                reasons[index] = Reason::Zone(Purpose::Consent);
            }
            return;
        }
    }
}

/// The blocks around this one that belong to one part of the page, and the gap that parts them from the rest.
fn island(drafts: &[Draft], kept: &[usize], at: usize) -> Option<(Range<usize>, usize)> {
    let apart = |position: usize| drafts[kept[position]].apart;
    if at < ABOVE {
        // At the head of the page no gap stands above: it ends at the shallowest that follows.
        let end = (at + 1..kept.len().min(at + LONGEST_HEAD)).min_by_key(|&position| apart(position))?;
        return Some((0..end, apart(end)));
    }
    // The notice may begin a little above the first mention of cookies.
    let start = (at - ABOVE..=at).min_by_key(|&position| (apart(position), usize::MAX - position))?;
    let most = kept.len().min(start + LONGEST + 1);
    let found = (start + 1..most).find(|&position| apart(position) <= apart(start));
    let end = found.or_else(|| (most == kept.len()).then_some(most))?;
    (end > at).then_some((start..end, apart(start)))
}

/// The shallowest gap between two paragraphs of the text outside the island.
fn least_apart(drafts: &[Draft], kept: &[usize], island: &Range<usize>) -> usize {
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
