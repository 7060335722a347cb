//! Cells that reach over several rows: each of those rows says what such a cell says, as a reader sees it beside them.

use dom_query::NodeRef;

use super::walk::Walker;
use crate::model::count_words;
use crate::steps::text;

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
    /// What stands in the next column from a row above, if anything does.
    fn next(&mut self) -> Option<String> {
        let carried = self.carried.get_mut(self.column)?;
        let Carried { rows, text } = carried.clone()?;
        *carried = (rows > 1).then(|| Carried { rows: rows - 1, text: text.clone() });
        self.column += 1;
        Some(text)
    }

    fn close(&mut self, text: impl FnOnce(usize) -> String) {
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

impl Walker<'_> {
    pub(super) fn begin_row(&mut self) {
        self.cells = 0;
        if let Some(spans) = self.spans.last_mut() {
            (spans.column, spans.open) = (0, None);
        }
    }

    /// Begins a cell, behind those that reach into its row from above.
    pub(super) fn begin_cell(&mut self, node: &NodeRef<'_>) {
        while let Some(text) = self.spans.last_mut().and_then(Spans::next) {
            self.say_again(&text);
        }
        self.part_cells();
        let reach = |name: &str, most: usize| {
            let written = node.attr(name).and_then(|value| value.trim().parse::<usize>().ok());
            // None at all is all that are left.
            written.map_or(1, |reach| if reach == 0 { most } else { reach.min(most) })
        };
        let (rows, width) = (reach("rowspan", ROWS), reach("colspan", COLUMNS));
        let start = self.gatherer.length();
        if let Some(spans) = self.spans.last_mut() {
            spans.open = Some(Open { start, width, rows });
        }
    }

    pub(super) fn end_cell(&mut self) {
        let gatherer = &self.gatherer;
        if let Some(spans) = self.spans.last_mut() {
            spans.close(|start| text::tidy(gatherer.since(start)));
        }
    }

    /// Ends a row with the cells that reach into it at its end.
    pub(super) fn end_row(&mut self) {
        while self.spans.last().is_some_and(|spans| spans.column < spans.carried.len()) {
            match self.spans.last_mut().and_then(Spans::next) {
                Some(text) if !self.gatherer.is_blank() => self.say_again(&text),
                Some(_) => {}
                None => {
                    if let Some(spans) = self.spans.last_mut() {
                        spans.column += 1;
                    }
                }
            }
        }
    }

    fn say_again(&mut self, text: &str) {
        if !text.is_empty() {
            self.part_cells();
            self.gatherer.text(text, false);
        }
    }

    fn part_cells(&mut self) {
        if self.cells > 0 && !self.gatherer.is_blank() {
            self.gatherer.text(" | ", true);
        }
        self.cells += 1;
    }
}
