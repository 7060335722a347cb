//! Selectors of other programs, as far as the reader of pages understands them.

use dom_query::Matcher;
use serde_json::Value;

use crate::model::Selection;

/// A selector on one line; an error is the selector itself, for a note.
pub(super) fn css(written: &str) -> Result<String, String> {
    let line: String = written.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if !line.is_empty() && Matcher::new(&line).is_ok() { Ok(line) } else { Err(line) }
}

/// The values of a field that may hold one or a list of them.
pub(super) fn each(value: Option<&Value>) -> &[Value] {
    match value {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(lone) => std::slice::from_ref(lone),
    }
}

/// A selector or a range in the manner of Open Terms Archive; an error is what was written, for a note.
pub(super) fn selection(value: &Value) -> Result<Selection, String> {
    if let Some(written) = value.as_str() {
        return css(written).map(Selection::Css);
    }
    let refused = || value.to_string();
    let fields = value.as_object().ok_or_else(refused)?;
    let edge = |inclusive: &str, exclusive: &str| match (fields.get(inclusive), fields.get(exclusive)) {
        (Some(written), None) => Some((written.as_str()?, true)),
        (None, Some(written)) => Some((written.as_str()?, false)),
        _ => None,
    };
    let (start, start_inclusive) = edge("startBefore", "startAfter").ok_or_else(refused)?;
    let (end, end_inclusive) = edge("endAfter", "endBefore").ok_or_else(refused)?;
    if fields.len() > 2 {
        return Err(refused());
    }
    Ok(Selection::Range { start: css(start)?, start_inclusive, end: css(end)?, end_inclusive })
}
