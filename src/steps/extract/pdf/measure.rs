//! How a document is set: the size of its text, the distance of its lines, the right edge of its columns.

use std::collections::HashMap;

use super::lines::Line;

/// Lines that begin within so many points of each other stand in one column.
const STEP: f64 = 24.0;

/// The measures of a document.
#[derive(Debug)]
pub(super) struct Measure {
    /// The size in which most letters are set.
    pub body: f64,
    /// From line to line, in parts of their size.
    pub pitch: f64,
    /// Where lines end that begin there.
    edges: HashMap<i64, f64>,
    /// The sizes of headings, the largest first.
    headings: Vec<i64>,
    /// Where lines of the text begin.
    left: f64,
}

impl Measure {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut letters: HashMap<i64, usize> = HashMap::new();
        let mut lefts: HashMap<i64, usize> = HashMap::new();
        let mut rights: HashMap<i64, Vec<f64>> = HashMap::new();
        for line in lines {
            let count = line.text().len();
            *letters.entry(halves(line.size)).or_default() += count;
            *lefts.entry(whole(line.left())).or_default() += count;
            if !line.is_row {
                rights.entry(whole(line.left() / STEP)).or_default().push(line.right());
            }
        }
        let most = |counts: &HashMap<i64, usize>| {
            counts.iter().max_by_key(|(key, count)| (**count, std::cmp::Reverse(**key))).map_or(0, |(key, _)| *key)
        };
        let body_halves = most(&letters);
        let mut headings: Vec<_> = letters.into_keys().filter(|size| *size > body_halves).collect();
        headings.sort_unstable_by(|a, b| b.cmp(a));
        Self {
            body: real(body_halves) / 2.0,
            pitch: pitch(lines),
            edges: rights.into_iter().map(|(key, rights)| (key, edge(rights))).collect(),
            headings,
            left: real(most(&lefts)),
        }
    }

    /// Whether the first word of a line would have had its place on the line before: then that line was meant to end.
    pub(super) fn has_room(&self, last: &Line, line: &Line, text: &str) -> bool {
        let column = whole(last.left() / STEP);
        let edge =
            (column - 1..=column + 1).filter_map(|key| self.edges.get(&key).copied()).fold(last.right(), f64::max);
        let length = text.chars().count().max(1);
        let head = text.split(' ').next().map_or(0, |word| word.chars().count()) + 1;
        let width = (line.right() - line.left()) * share(head, length);
        last.right() + width < edge - 0.02 * (edge - last.left())
    }

    /// The level of a heading of that size.
    pub(super) fn level(&self, size: f64) -> u8 {
        let above = self.headings.iter().filter(|other| **other > halves(size) + 1).count();
        u8::try_from(above + 1).unwrap_or(u8::MAX).min(4)
    }

    /// How deep an item stands that begins there.
    pub(super) fn depth(&self, left: f64) -> u8 {
        let steps = ((left - self.left) / 30.0).clamp(0.0, 4.0);
        (1..=4).rev().find(|depth| f64::from(*depth) <= steps).unwrap_or(1)
    }
}

/// The usual distance of lines that follow each other.
fn pitch(lines: &[Line]) -> f64 {
    let near = |pair: &[Line]| {
        let size = pair[0].size.max(0.1);
        let gap = (pair[1].down - pair[0].down) / size;
        let alike = (pair[0].size - pair[1].size).abs() < 0.1 * size;
        (pair[0].page == pair[1].page && alike && gap > 0.5 && gap < 3.0).then_some(gap)
    };
    let mut gaps: Vec<f64> = lines.windows(2).filter_map(near).collect();
    gaps.sort_by(f64::total_cmp);
    // Between paragraphs it is more, so that the middle would be too much.
    gaps.get(gaps.len() * 2 / 5).copied().unwrap_or(1.3)
}

/// Where all but a few lines end.
fn edge(mut rights: Vec<f64>) -> f64 {
    rights.sort_by(f64::total_cmp);
    let last = rights.len().saturating_sub(1);
    rights.get(last - last / 20).copied().unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page are small numbers")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

fn halves(size: f64) -> i64 {
    whole(size * 2.0)
}

#[expect(clippy::cast_precision_loss, reason = "places on a page are small numbers")]
fn real(number: i64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "a share of a line")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
