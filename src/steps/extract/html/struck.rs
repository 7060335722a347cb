//! The classes that a style sheet within the page strikes out.

use std::collections::HashSet;

/// What strikes words out.
const STRIKES: &str = "line-through";

/// The classes of simple rules (`.c5{text-decoration:line-through}`), as editors write them; a rule for links that a
/// pointer is over is none.
pub(super) fn classes(sheets: &[String]) -> HashSet<String> {
    let mut classes = HashSet::new();
    for sheet in sheets.iter().filter(|sheet| sheet.contains(STRIKES)) {
        for rule in sheet.split('}') {
            let Some((before, body)) = rule.rsplit_once('{') else { continue };
            if body.contains(STRIKES) {
                let selectors = before.rsplit(['{', ';', '/']).next().unwrap_or_default();
                classes.extend(selectors.split(',').filter_map(class).map(str::to_owned));
            }
        }
    }
    classes
}

/// The class that is all of a selector.
fn class(selector: &str) -> Option<&str> {
    let name = selector.trim().strip_prefix('.')?;
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}
