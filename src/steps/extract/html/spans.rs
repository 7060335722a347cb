//! Cells that reach over several rows: each of those rows says what such a cell says, as a reader sees it beside them.

use crate::model::count_words;

/// What says more, in words or in bytes, is read once: it is a text beside the rows and no name of theirs.
const NAME: (usize, usize) = (8, 100);
/// No table has more rows or columns of which a cell says that it reaches over them.
const ROWS: usize = 1000;
const COLUMNS: usize = 100;

/// The cells of a table that reach into the next rows.
#[derive(Debug, Default)]
pub(super) struct Spans {
    carried: Vec<Option<Carried>>,
    /// The column of the next cell.
    column: usize,
    open: Option<Open>,
    /// Whether the row is not shown: no cell reaches into it or out of it, and none counts it.
    hidden: bool,
}

/// How far a cell reaches over columns and rows, as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    pub width: Option<usize>,
    pub rows: Option<usize>,
}

#[derive(Debug, Clone)]
struct Carried {
    rows: usize,
    text: String,
}

/// A cell that is being read.
#[derive(Debug)]
struct Open {
    start: usize,
    width: usize,
    rows: usize,
}

impl Spans {
    /// Begins a head, a body or a foot: cells of the part before end with it.
    pub fn begin_part(&mut self) {
        self.carried.clear();
    }

    pub fn begin_row(&mut self, hidden: bool) {
        (self.column, self.open, self.hidden) = (0, None, hidden);
    }

    /// Begins a cell whose text begins behind so many bytes.
    pub fn begin_cell(&mut self, start: usize, reach: Reach) {
        // None at all is all that are left.
        let number = |written: Option<usize>, most| match written {
            Some(0) => most,
            written => written.unwrap_or(1).min(most),
        };
        if self.hidden {
            return;
        }
        self.open = Some(Open { start, width: number(reach.width, COLUMNS), rows: number(reach.rows, ROWS) });
    }

    /// What the next column of a row that ends has from above; none where there is no such column.
    pub fn last(&mut self) -> Option<String> {
        if self.hidden || self.column >= self.carried.len() {
            return None;
        }
        Some(self.next().unwrap_or_else(|| {
            self.column += 1;
            String::new()
        }))
    }

    /// What stands in the next column from a row above, if anything does.
    pub fn next(&mut self) -> Option<String> {
        let carried = self.carried.get_mut(self.column).filter(|_| !self.hidden)?;
        let Carried { rows, text } = carried.clone()?;
        *carried = (rows > 1).then(|| Carried { rows: rows - 1, text: text.clone() });
        self.column += 1;
        Some(text)
    }

    /// Ends a cell.
    pub fn close(&mut self, text: impl FnOnce(usize) -> String) {
        let Some(Open { start, width, rows }) = self.open.take() else { return };
        let columns = self.column..self.column.saturating_add(width).min(COLUMNS);
        self.column += width;
        if rows < 2 || columns.is_empty() {
            return;
        }
        if self.carried.len() < columns.end {
            self.carried.resize(columns.end, None);
        }
        let text = text(start);
        let is_name = text.len() <= NAME.1 && count_words(&text) <= NAME.0;
        let text = if is_name { text } else { String::new() };
        let first = columns.start;
        for column in columns {
            // A cell that is wider as well says it once.
            let text = if column == first { text.clone() } else { String::new() };
            self.carried[column] = Some(Carried { rows: rows - 1, text });
        }
    }
}
