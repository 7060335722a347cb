//! Tells rows of tables from words with a gap.

use super::lines::{Cell, Line};

/// Cells that begin this near to one another stand below each other.
pub(super) const ALIGNED: f64 = 4.0;

/// Marks the rows of tables.
pub(super) fn rows(lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut run = vec![first];
        while let Some(next) = rest.next_if(|next| run.last().is_some_and(|last| is_below(last, next))) {
            run.push(next);
        }
        let is_table = run.len() > 1;
        out.extend(run.into_iter().map(|line| Line { is_row: is_table, ..line }));
    }
    out
}

/// A number or bullet in front of a gap belongs to the words behind it.
pub(super) fn numbers_first(line: &mut Line) {
    if line.cells.len() > 1 && is_mark(&line.cells[0].text) {
        let mark = line.cells.remove(0);
        line.cells[0] =
            Cell { left: mark.left, text: format!("{} {}", mark.text, line.cells[0].text), ..line.cells[0] };
    }
}

/// "•", "1.", "(a)", "§ 3".
fn is_mark(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let open = text.ends_with(['.', ')', ':']) || text.starts_with(['§', '(']);
    letters == 0
        || letters <= 6 && (open || text.contains('.')) && text.chars().any(|letter| letter.is_ascii_digit())
        || letters <= 4 && open
}

/// Whether two lines of several cells have one (beside the first) in common.
fn is_below(line: &Line, next: &Line) -> bool {
    line.page == next.page
        && line.cells.len() > 1
        && next.cells.len() > 1
        && line.cells[1..].iter().any(|cell| next.cells[1..].iter().any(|other| is_aligned(cell, other)))
}

fn is_aligned(cell: &Cell, other: &Cell) -> bool {
    (cell.left - other.left).abs() < ALIGNED || (cell.right - other.right).abs() < ALIGNED
}
