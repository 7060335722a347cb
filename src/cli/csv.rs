//! Tables for spreadsheets (RFC 4180).

/// A line: cells with a comma, a quote or a line end are quoted, and nothing of a page is ever taken for a formula.
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    cells.into_iter().map(cell).collect::<Vec<_>>().join(",")
}

fn cell(text: &str) -> String {
    // A spreadsheet calculates what begins so, whoever wrote it.
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
