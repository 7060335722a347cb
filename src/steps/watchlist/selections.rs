//! `select` and `remove`: CSS selectors and ranges between two of them.

use super::fields::{Fields, Wrong, shortened};
use super::said::said;
use super::tree::{Content, Node};
use super::values::text;
use crate::model::Selection;

/// The selections of a field; what is wrong with them is noted.
pub(super) fn read(fields: &Fields, name: &'static str) -> Vec<Selection> {
    fields.items(name).iter().filter_map(|node| selection(fields, name, node)).collect()
}

fn selection(fields: &Fields, name: &'static str, node: &Node) -> Option<Selection> {
    if matches!(node.content, Content::Mapping(_)) {
        return range(fields.item(name, node)?);
    }
    css(name, node).map(Selection::Css).map_err(|wrong| fields.note(node.line, wrong)).ok()
}

fn range(fields: Fields) -> Option<Selection> {
    let (start_before, start_after) = (fields.get("start_before", css), fields.get("start_after", css));
    let (end_before, end_after) = (fields.get("end_before", css), fields.get("end_after", css));
    for (one, other) in [("start_before", "start_after"), ("end_before", "end_after")] {
        if fields.node(one).is_some() == fields.node(other).is_some() {
            fields.note_here(Wrong::new(said!(
                "a range needs either `{one}` or `{other}`",
                "ein Bereich braucht entweder `{one}` oder `{other}`"
            )));
        }
    }
    fields.close();
    let (start_inclusive, end_inclusive) = (start_before.is_some(), end_after.is_some());
    Some(Selection::Range {
        start: start_before.or(start_after)?,
        start_inclusive,
        end: end_before.or(end_after)?,
        end_inclusive,
    })
}

/// A selector that means something to the reader of pages.
fn css(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    if dom_query::Matcher::new(&written).is_ok() {
        return Ok(written);
    }
    Err(Wrong::new(said!(
        "`{name}` is not a CSS selector: `{}`",
        "`{name}` ist kein CSS-Selektor: `{}`",
        shortened(&written)
    ))
    .hint(said!(
        "write it as in `main`, `#content`, `.policy-text` or `div[role=main]`",
        "so schreiben: `main`, `#content`, `.policy-text` oder `div[role=main]`"
    )))
}
