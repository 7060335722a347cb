//! Parts columns of text, however they are drawn: one after the other, or line by line across the page.

use std::collections::HashMap;

use super::lines::Line;
use super::tables::ALIGNED;

/// So many lines in each of two columns, with so many words on average; less is a table, or a page with notes.
const LINES: usize = 5;
const WORDS: usize = 4;
/// In parts of their letters' size, lines of a text stand no farther apart; rows of a table do.
const PITCH: f64 = 2.4;
/// Of a hundred lines of the right column so many begin at its edge: the rest is indented.
const AT_THE_EDGE: usize = 60;
/// No page has more columns; and so many edges are tried for each.
const COLUMNS: usize = 4;
const EDGES: usize = 3;

/// Puts the lines of each column after those of the column to its left.
pub(super) fn parted(lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let page = first.page;
        let mut lines = vec![first];
        while let Some(next) = rest.next_if(|next| next.page == page) {
            lines.push(next);
        }
        out.append(&mut part(lines, COLUMNS));
    }
    out
}

/// Parts the lines of one page, or of what stands in its right half.
fn part(lines: Vec<Line>, columns: usize) -> Vec<Line> {
    let found = edges(&lines).into_iter().find_map(|edge| Bands::new(&lines, edge));
    match found {
        Some(bands) if columns > 1 => bands.sort(lines, columns),
        _ => lines,
    }
}

/// Where a right column may begin: where most lines and cells do that are not the leftmost.
fn edges(lines: &[Line]) -> Vec<f64> {
    let leftmost = lines.iter().map(Line::left).fold(f64::MAX, f64::min);
    let mut counts: HashMap<i64, (usize, f64)> = HashMap::new();
    for cell in lines.iter().flat_map(|line| &line.cells).filter(|cell| cell.left > leftmost + 4.0 * ALIGNED) {
        let at = counts.entry(step(cell.left)).or_insert((0, cell.left));
        *at = (at.0 + 1, at.1.min(cell.left));
    }
    let mut found: Vec<_> = counts.into_values().filter(|(count, _)| *count >= LINES).collect();
    found.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.total_cmp(&other.1)));
    found.into_iter().take(EDGES).map(|(_, edge)| edge).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page are small numbers")]
fn step(left: f64) -> i64 {
    (left / ALIGNED).round() as i64
}

/// The parts of a page between lines that go all across it.
struct Bands {
    edge: f64,
    /// How far down those lines stand.
    across: Vec<f64>,
    /// Which of the bands hold two columns.
    two: Vec<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Flank {
    Left,
    Right,
    Both,
    Across,
}

impl Bands {
    /// The bands of a page whose right column begins there; none where no band holds two.
    fn new(lines: &[Line], edge: f64) -> Option<Self> {
        let sides: Vec<Flank> = lines.iter().map(|line| side(line, edge)).collect();
        let across = |(line, side): (&Line, &Flank)| (*side == Flank::Across).then_some(line.down);
        let mut across: Vec<f64> = lines.iter().zip(&sides).filter_map(across).collect();
        across.sort_by(f64::total_cmp);
        let mut found = Self { edge, two: vec![false; across.len() + 1], across };
        let mut counts = vec![[Count::default(); 2]; found.two.len()];
        let mut turns = vec![Turns::default(); found.two.len()];
        for (line, side) in lines.iter().zip(sides).filter(|(_, side)| *side != Flank::Across) {
            let band = found.band(line.down);
            turns[band].add(side);
            for (half, count) in halves(line, edge).into_iter().zip(&mut counts[band]) {
                count.add(half.as_ref(), edge);
            }
        }
        let is_two = |([left, right], turns): (&[Count; 2], &Turns)| {
            left.is_text() && right.is_text() && right.is_column() && turns.are_line_by_line()
        };
        found.two = counts.iter().zip(&turns).map(is_two).collect();
        found.two.contains(&true).then_some(found)
    }

    fn band(&self, down: f64) -> usize {
        self.across.partition_point(|line| *line < down)
    }

    fn sort(&self, lines: Vec<Line>, columns: usize) -> Vec<Line> {
        let mut columns_of: Vec<[Vec<Line>; 2]> = vec![Default::default(); self.two.len()];
        let mut order = Vec::new();
        for line in lines {
            let band = self.band(line.down);
            if !self.two[band] || side(&line, self.edge) == Flank::Across {
                order.push(Err(line));
                continue;
            }
            if columns_of[band].iter().all(Vec::is_empty) {
                order.push(Ok(band));
            }
            for (half, column) in halves(&line, self.edge).into_iter().zip(&mut columns_of[band]) {
                column.extend(half);
            }
        }
        let mut out = Vec::new();
        for part_of in order {
            match part_of {
                Err(line) => out.push(line),
                Ok(band) => {
                    let [mut left, mut right] = std::mem::take(&mut columns_of[band]);
                    left.sort_by(|one, other| one.down.total_cmp(&other.down));
                    right.sort_by(|one, other| one.down.total_cmp(&other.down));
                    out.append(&mut left);
                    out.append(&mut part(right, columns - 1));
                }
            }
        }
        out
    }
}

/// How often what is drawn changes its side. Columns that are drawn one after the other, as the cells of a table are, are
/// in order as they are.
#[derive(Debug, Clone, Copy, Default)]
struct Turns {
    lines: usize,
    count: usize,
    last: Option<Flank>,
}

/// One in so many lines turns where columns are drawn line by line; in a browser's table it is one in ten.
const TURNS: usize = 3;

impl Turns {
    fn add(&mut self, side: Flank) {
        self.lines += 1;
        self.count += usize::from(side == Flank::Both || self.last.is_some_and(|last| last != side));
        self.last = Some(side);
    }

    const fn are_line_by_line(&self) -> bool {
        self.count * TURNS > self.lines
    }
}

/// How much stands in one column.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    lines: usize,
    words: usize,
    at_the_edge: usize,
    /// Lines that follow the one before as lines of a text do.
    near: usize,
    last: f64,
}

impl Count {
    fn add(&mut self, line: Option<&Line>, edge: f64) {
        let Some(line) = line else { return };
        self.near += usize::from((line.down - self.last).abs() < PITCH * line.size);
        self.last = line.down;
        self.lines += 1;
        self.words += line.cells.iter().map(|cell| cell.text.split(' ').count()).sum::<usize>();
        self.at_the_edge += usize::from((line.left() - edge).abs() < ALIGNED);
    }

    const fn is_text(&self) -> bool {
        self.lines >= LINES && self.words >= self.lines * WORDS && self.near * 2 >= self.lines
    }

    const fn is_column(&self) -> bool {
        self.at_the_edge * 100 >= self.lines * AT_THE_EDGE
    }
}

/// On which side of an edge a line stands.
fn side(line: &Line, edge: f64) -> Flank {
    let is_left = |right: f64| right < edge - ALIGNED / 2.0;
    let is_right = |left: f64| left > edge - ALIGNED;
    match line
        .cells
        .iter()
        .map(|cell| (is_left(cell.right), is_right(cell.left)))
        .reduce(|a, b| (a.0 && b.0, a.1 && b.1))
    {
        Some((true, _)) => Flank::Left,
        Some((_, true)) => Flank::Right,
        _ if line.cells.iter().all(|cell| is_left(cell.right) || is_right(cell.left)) => Flank::Both,
        _ => Flank::Across,
    }
}

/// What of a line stands on each side.
fn halves(line: &Line, edge: f64) -> [Option<Line>; 2] {
    let (left, right) = line.cells.iter().cloned().partition::<Vec<_>, _>(|cell| cell.left <= edge - ALIGNED);
    [left, right].map(|cells| (!cells.is_empty()).then(|| Line { cells, ..line.clone() }))
}
