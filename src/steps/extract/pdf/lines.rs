//! The lines of a PDF with their places, as the door to PDF files writes them down.

use crate::steps::text::tidy;

/// No line of a text or table has more cells.
const CELLS: usize = 100;

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

    fn is_beside(&self, other: &Self) -> bool {
        self.page == other.page && (self.down - other.down).abs() < 0.3 * self.size.max(other.size)
    }
}

/// Reads lines; what is not written as expected is passed over.
pub(super) fn parse(source: &str) -> Pages {
    let mut pages = Pages::default();
    for record in source.lines() {
        let mut fields = record.split('\t');
        match fields.next() {
            Some("P") => pages.heights.push(number(fields.next())),
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
                    add(&mut pages.lines, Line { page, down, size, cells, is_row: false });
                }
            }
            _ => {}
        }
    }
    pages
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
