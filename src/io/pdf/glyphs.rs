//! From glyphs at their places to lines: what stands on one base line, with its gaps.
//!
//! A page is written as `P`, its height; a line as `L`, how far down it stands, the size of its letters, and its cells
//! (where each begins and ends, and its words), all divided by tabs.

use std::fmt::Write as _;
use std::io;

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// Gaps in parts of the letters' size: between words, between the words of letter-spaced text, and between cells.
const WORD: f64 = 0.12;
const WIDE: f64 = 0.5;
const CELL: f64 = 2.2;

/// As much text is gathered; see the limit on the other side.
const MOST: usize = 20 * 1024 * 1024;

/// Gathers the lines of a document.
pub(super) struct Glyphs {
    out: String,
    height: f64,
    line: Option<Line>,
}

struct Line {
    /// How far down it stands, in the direction in which it is read.
    down: f64,
    /// That direction.
    way: (f64, f64),
    /// Where the last glyph ended, and where the next one is due.
    end: f64,
    next: f64,
    /// The sum of all letters' sizes, and their number.
    sizes: f64,
    letters: f64,
    cells: Vec<Cell>,
}

struct Cell {
    left: f64,
    right: f64,
    text: String,
    /// Whether any of it can be seen.
    has_ink: bool,
}

impl Cell {
    const fn at(left: f64) -> Self {
        Self { left, right: left, text: String::new(), has_ink: false }
    }
}

/// A glyph at its place.
struct Glyph<'a> {
    along: f64,
    down: f64,
    way: (f64, f64),
    size: f64,
    width: f64,
    spacing: f64,
    text: &'a str,
}

impl Glyphs {
    pub(super) const fn new() -> Self {
        Self { out: String::new(), height: 0.0, line: None }
    }

    pub(super) fn finish(mut self) -> String {
        self.end();
        self.out
    }

    fn end(&mut self) {
        let Some(line) = self.line.take() else { return };
        if line.cells.iter().all(|cell| !cell.has_ink) {
            return;
        }
        let _ = write!(self.out, "L\t{:.1}\t{:.1}", line.down + self.height, line.sizes / line.letters.max(1.0));
        for cell in line.cells.iter().filter(|cell| cell.has_ink) {
            let _ = write!(self.out, "\t{:.1}\t{:.1}\t{}", cell.left, cell.right, cell.text);
        }
        self.out.push('\n');
    }

    fn place(&mut self, glyph: &Glyph<'_>) {
        if !self.line.as_ref().is_some_and(|line| line.takes(glyph)) {
            self.end();
            let cell = Cell::at(glyph.along);
            self.line = Some(Line {
                down: glyph.down,
                way: glyph.way,
                end: glyph.along,
                next: glyph.along,
                sizes: 0.0,
                letters: 0.0,
                cells: vec![cell],
            });
        }
        if let Some(line) = &mut self.line {
            line.add(glyph);
        }
    }
}

impl Line {
    /// Whether a glyph goes on with the line: on its base line, in its direction, and not back to the left.
    fn takes(&self, glyph: &Glyph<'_>) -> bool {
        let usual = self.sizes / self.letters.max(1.0);
        let size = glyph.size.max(usual);
        let same_way = self.way.0 * glyph.way.0 + self.way.1 * glyph.way.1 > 0.99;
        // Beyond a gap stands another column, whose lines may have other sizes and heights.
        let (off, alike) = if glyph.along - self.next > CELL * glyph.size {
            (0.1, (glyph.size - usual).abs() < 0.1 * size)
        } else {
            (0.4, true)
        };
        same_way && alike && (glyph.down - self.down).abs() < off * size && glyph.along > self.end - 0.8 * size
    }

    fn add(&mut self, glyph: &Glyph<'_>) {
        let gap = glyph.along - self.next;
        let is_blank = self.cells.last().is_none_or(|cell| !cell.has_ink);
        if gap > CELL * glyph.size && !is_blank {
            self.cells.push(Cell::at(glyph.along));
        }
        let Some(cell) = self.cells.last_mut() else { return };
        if is_blank && !glyph.text.trim().is_empty() {
            cell.left = glyph.along;
        } else if gap > WIDE * glyph.size {
            cell.text.push_str("  ");
        } else if gap > WORD * glyph.size {
            cell.text.push(' ');
        }
        cell.text.extend(glyph.text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        self.end = glyph.along + glyph.width;
        self.next = self.end + glyph.spacing;
        if !glyph.text.trim().is_empty() {
            cell.right = self.end;
            cell.has_ink = true;
            self.sizes += glyph.size;
            self.letters += 1.0;
        }
    }
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        _number: u32,
        page: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.end();
        self.height = if page.ury.is_finite() { page.ury } else { 0.0 };
        let height = page.ury - page.lly;
        let _ = writeln!(self.out, "P\t{:.1}", if height.is_finite() { height } else { 0.0 });
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end();
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if self.out.len() > MOST {
            return Err(OutputError::IoError(io::Error::other("too much text")));
        }
        let across = place.m11.hypot(place.m12);
        let size = place.m21.hypot(place.m22) * font_size.abs();
        let sign = if font_size < 0.0 { -1.0 } else { 1.0 };
        let way = (place.m11 / across * sign, place.m12 / across * sign);
        let glyph = Glyph {
            along: place.m31 * way.0 + place.m32 * way.1,
            down: place.m31 * way.1 - place.m32 * way.0,
            way,
            size,
            width: width * font_size.abs() * across,
            spacing: spacing * across,
            text,
        };
        let is_placed =
            [glyph.along, glyph.down, glyph.size, glyph.width, glyph.spacing].iter().all(|at| at.is_finite());
        // Letters without a size cannot be seen.
        if is_placed && size > 0.1 {
            self.place(&glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
