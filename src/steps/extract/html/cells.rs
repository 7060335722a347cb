//! The cells of a row as one line, each behind a sign; cells that reach into the row from above are among them.

use dom_query::{LocalName, NodeRef, local_name};

use super::spans::{Reach, Spans};
use super::walk::Walker;
use crate::steps::text;

impl Walker<'_> {
    pub(super) fn begin_row(&mut self, hidden: bool) {
        self.cells = 0;
        if let Some(spans) = self.spans.last_mut() {
            spans.begin_row(hidden);
        }
    }

    /// Begins a head, a body or a foot of a table, at whose border cells end that reach over rows.
    pub(super) fn begin_part_of_a_table(&mut self, name: &LocalName) {
        let is_part = matches!(*name, local_name!("thead") | local_name!("tbody") | local_name!("tfoot"));
        if let Some(spans) = self.spans.last_mut().filter(|_| is_part) {
            spans.begin_part();
        }
    }

    /// Begins a cell, behind those that reach into its row from above.
    pub(super) fn begin_cell(&mut self, node: &NodeRef<'_>) {
        while let Some(text) = self.spans.last_mut().and_then(Spans::next) {
            self.say_again(&text);
        }
        self.part_cells();
        let written = |name: &str| node.attr(name).and_then(|value| value.trim().parse().ok());
        let reach = Reach { width: written("colspan"), rows: written("rowspan") };
        let start = self.gatherer.length();
        if let Some(spans) = self.spans.last_mut() {
            spans.begin_cell(start, reach);
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
        while let Some(text) = self.spans.last_mut().and_then(Spans::last) {
            if !self.gatherer.is_blank() {
                self.say_again(&text);
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
