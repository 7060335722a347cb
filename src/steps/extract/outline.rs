//! Where the text of a page stands: the innermost part of the page that holds nearly all of its paragraphs.

use super::draft::Draft;
use super::reason::Reason;

/// The part that is the text holds so many in a hundred of the words of all paragraphs. A page has paragraphs elsewhere
/// too: teasers, notices, a line on cookies.
const NEARLY_ALL: usize = 90;

/// So many words of paragraphs outside of menus and the like are a text, if a short one.
const ENOUGH: usize = 25;

/// So many paragraphs behind a block are the rest of the text.
const AFTER: usize = 3;

/// The text of a page by where its paragraphs stand.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// For each block whether it stands within the text.
    inside: Vec<bool>,
    /// The first and the last paragraph.
    first: usize,
    last: usize,
    /// Where the third from the end stands.
    third_last: usize,
}

impl Outline {
    /// Finds it; none on a page with fewer than two paragraphs.
    pub fn of(drafts: &[Draft], reasons: &[Reason]) -> Option<Self> {
        let prose = paragraphs(drafts, reasons);
        let gaps: Vec<usize> = prose.windows(2).map(|pair| apart(drafts, pair[0], pair[1])).collect();
        let words =
            |range: std::ops::Range<usize>| prose[range].iter().map(|&index| drafts[index].words).sum::<usize>();
        let all = words(0..prose.len());
        // The largest group of paragraphs that no way between leads nearer to the root than this.
        let largest = |level: usize| {
            let ends = (0..gaps.len()).filter(|&gap| gaps[gap] < level).map(|gap| gap + 1).chain([prose.len()]);
            let mut start = 0;
            let groups = ends.map(|end| std::mem::replace(&mut start, end)..end);
            groups.max_by_key(|group| words(group.clone()))
        };
        let mut levels = gaps.clone();
        levels.sort_unstable();
        levels.dedup();
        // The deeper the level, the smaller the group.
        let fits =
            levels.partition_point(|&level| largest(level).is_some_and(|group| words(group) * 100 >= all * NEARLY_ALL));
        let level = *levels.get(fits.checked_sub(1)?)?;
        let group = largest(level)?;
        let (first, last) = (*prose.get(group.start)?, *prose.get(group.end.checked_sub(1)?)?);
        let third_last = group.end.checked_sub(AFTER).and_then(|third| prose.get(third)).copied().unwrap_or(first);
        let mut inside = vec![true; drafts.len()];
        let is_paragraph = |index: usize| index >= first && index <= last && prose.binary_search(&index).is_ok();
        let mut nearest = usize::MAX;
        for index in first..drafts.len() {
            nearest = if is_paragraph(index) { usize::MAX } else { nearest.min(drafts[index].apart) };
            inside[index] &= nearest >= level;
        }
        nearest = usize::MAX;
        for index in (0..=last).rev() {
            nearest = if is_paragraph(index) { usize::MAX } else { nearest };
            inside[index] &= nearest >= level;
            nearest = nearest.min(drafts[index].apart);
        }
        Some(Self { inside, first, last, third_last })
    }

    /// Whether a block stands within the text: before, among or after its paragraphs, and no farther from them than they
    /// are from one another.
    pub fn holds(&self, index: usize) -> bool {
        self.inside.get(index).copied().unwrap_or_default()
    }

    /// Whether several paragraphs of the text follow a block: behind the foot of a page stand one or two, on cookies.
    pub const fn is_followed(&self, index: usize) -> bool {
        index > self.first && index < self.third_last
    }

    /// Whether it stands between the first and the last paragraph.
    pub const fn is_between(&self, index: usize) -> bool {
        index > self.first && index < self.last
    }
}

/// The paragraphs of the text; those that a menu or a banner has only where there are few others.
fn paragraphs(drafts: &[Draft], reasons: &[Reason]) -> Vec<usize> {
    let all = (0..drafts.len()).filter(|&index| reasons[index].keeps() && drafts[index].is_prose());
    let own: Vec<usize> =
        all.clone().filter(|&index| !matches!(reasons[index], Reason::Sentences(_) | Reason::Teaser(_))).collect();
    let words: usize = own.iter().map(|&index| drafts[index].words).sum();
    if words >= ENOUGH { own } else { all.collect() }
}

/// How near to the root of the page the way from one block to a later one leads.
fn apart(drafts: &[Draft], from: usize, to: usize) -> usize {
    let between = drafts.get(from + 1..to + 1).unwrap_or_default();
    between.iter().map(|draft| draft.apart).min().unwrap_or(usize::MAX)
}
