//! The lines of a PDF with their places, as the door to PDF files writes them down.

use std::collections::HashMap;

use crate::steps::text::tidy;

/// No line of a text or table has more cells.
const CELLS: usize = 100;

/// In parts of the letters' size: less parts no words, and more is a gap between cells; letters of other sizes are no piece
/// of a line.
const WORD: f64 = 0.12;
const SPACE: f64 = 0.4;
const ALIKE: f64 = 0.1;

/// So many lines that stand at one height are looked at for a gap.
const AT_ONE_HEIGHT: usize = 16;

/// What stands on one base line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub page: usize,
    /// How far down the page.
    pub down: f64,
    /// How large its letters are.
    pub size: f64,
    /// Never empty.
    pub cells: Vec<Cell>,
    /// Whether it is a row of a table.
    pub is_row: bool,
}

/// Words without a large gap between them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub left: f64,
    pub right: f64,
    pub text: String,
}

/// All lines in the order in which the file draws them, and how high each page is.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pub lines: Vec<Line>,
    pub heights: Vec<f64>,
}

impl Line {
    pub(super) fn left(&self) -> f64 {
        self.cells.iter().map(|cell| cell.left).fold(f64::MAX, f64::min)
    }

    pub(super) fn right(&self) -> f64 {
        self.cells.iter().map(|cell| cell.right).fold(f64::MIN, f64::max)
    }

    /// Its words.
    pub(super) fn text(&self) -> String {
        let cells: Vec<_> = self.cells.iter().map(|cell| cell.text.as_str()).collect();
        cells.join(if self.is_row { " | " } else { " " })
    }

    /// Before which cell a piece has its place that was drawn later: in a gap, or right behind the last one.
    fn gap_for(&self, piece: &Self) -> Option<usize> {
        let is_alike = (self.size - piece.size).abs() < ALIKE * self.size.max(piece.size);
        if !self.is_beside(piece) || !is_alike || self.cells.len() + piece.cells.len() > CELLS {
            return None;
        }
        let (near, space) = (0.1 * self.size, SPACE * self.size);
        let (left, right) = (piece.left(), piece.right());
        let next = self.cells.iter().position(|cell| cell.left >= right - near).unwrap_or(self.cells.len());
        let before = self.cells[..next].last().map(|cell| left - cell.right);
        let behind = self.cells.get(next).map(|cell| cell.left - right);
        let is_near = [before, behind].into_iter().flatten().any(|gap| gap < space);
        (before.is_none_or(|gap| gap > -near) && is_near).then_some(next)
    }

    /// Puts a piece into a gap; what then stands side by side is one cell.
    fn fill(&mut self, at: usize, piece: Self) {
        self.cells.splice(at..at, piece.cells);
        let mut cells: Vec<Cell> = Vec::with_capacity(self.cells.len());
        for cell in self.cells.drain(..) {
            match cells.last_mut() {
                Some(last) if cell.left - last.right < SPACE * self.size => {
                    if cell.left - last.right > WORD * self.size {
                        last.text.push(' ');
                    }
                    last.text.push_str(&cell.text);
                    last.right = cell.right;
                }
                _ => cells.push(cell),
            }
        }
        self.cells = cells;
    }

    fn is_beside(&self, other: &Self) -> bool {
        self.page == other.page && (self.down - other.down).abs() < 0.3 * self.size.max(other.size)
    }
}

/// Reads lines; what is not written as expected is passed over.
pub(super) fn parse(source: &str) -> Pages {
    let mut pages = Pages::default();
    let mut heights = Heights::default();
    for record in source.lines() {
        let mut fields = record.split('\t');
        match fields.next() {
            Some("P") => {
                pages.heights.push(number(fields.next()));
                heights.0.clear();
            }
            Some("L") => {
                let (down, size) = (number(fields.next()), number(fields.next()));
                let mut cells = Vec::new();
                while let (Some(left), Some(right), Some(text)) = (fields.next(), fields.next(), fields.next()) {
                    let text = readable(text);
                    let is_full = cells.len() >= CELLS;
                    if let Some(last) = cells.last_mut().filter(|_: &&mut Cell| is_full) {
                        last.text.push(' ');
                        last.text.push_str(&text);
                    } else if !text.is_empty() {
                        cells.push(Cell { left: number(Some(left)), right: number(Some(right)), text });
                    }
                }
                let page = pages.heights.len();
                if !cells.is_empty() {
                    let line = Line { page, down, size, cells, is_row: false };
                    if let Some(gap) = heights.gap(&pages.lines, &line) {
                        pages.lines[gap.line].fill(gap.cell, line);
                    } else {
                        add(&mut pages.lines, line);
                        heights.note(&pages.lines);
                    }
                }
            }
            _ => {}
        }
    }
    pages
}

/// Which lines of a page stand how far down: links and the like are drawn after all the rest of it.
#[derive(Debug, Default)]
struct Heights(HashMap<i64, Vec<usize>>);

/// A gap in a line, before that cell.
struct Gap {
    line: usize,
    cell: usize,
}

impl Heights {
    /// Notes the last of the lines.
    fn note(&mut self, lines: &[Line]) {
        let Some(last) = lines.last() else { return };
        let noted = self.0.entry(whole(last.down)).or_default();
        if noted.last() != Some(&(lines.len() - 1)) {
            noted.push(lines.len() - 1);
        }
    }

    /// The gap that a piece fills.
    fn gap(&self, lines: &[Line], piece: &Line) -> Option<Gap> {
        let height = whole(piece.down);
        let near = (height.saturating_sub(1)..=height.saturating_add(1)).filter_map(|height| self.0.get(&height));
        let mut near = near.flat_map(|noted| noted.iter().rev().take(AT_ONE_HEIGHT).copied());
        near.find_map(|line| lines[line].gap_for(piece).map(|cell| Gap { line, cell }))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page are small numbers")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// Adds a line; what is drawn twice for weight, or piece by piece on one base line, is one line.
fn add(lines: &mut Vec<Line>, mut line: Line) {
    let Some(last) = lines.last_mut().filter(|last| last.is_beside(&line)) else { return lines.push(line) };
    if last.text() == line.text() && (last.left() - line.left()).abs() < line.size {
        return;
    }
    if line.right() <= last.left() + 0.2 * line.size && last.cells.len() < CELLS {
        // The piece to the left was drawn later.
        line.cells.append(&mut last.cells);
        last.cells = line.cells;
    } else {
        lines.push(line);
    }
}

fn number(field: Option<&str>) -> f64 {
    field.and_then(|field| field.parse().ok()).filter(|number: &f64| number.is_finite()).unwrap_or_default()
}

/// Words as they are meant: letters that are set apart for looks belong together, and ligatures are letters.
fn readable(text: &str) -> String {
    let text = text.trim();
    let text = if is_spaced_out(text) { closed_up(text) } else { text.to_owned() };
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            // Kept as a mark that the word may go on in the next line.
            '\u{ad}' => out.push('\u{2010}'),
            letter => out.push(letter),
        }
    }
    tidy(&out)
}

/// Whether (nearly) every letter stands alone: "T E R M S".
fn is_spaced_out(text: &str) -> bool {
    let (mut words, mut letters) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        words += 1;
        letters += usize::from(word.chars().count() == 1 && word.chars().all(char::is_alphabetic));
    }
    letters >= 4 && letters * 10 >= words * 8
}

/// Letters that stand apart by one space are a word.
fn closed_up(text: &str) -> String {
    let words = text.split("  ").map(|word| word.split_whitespace().collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
