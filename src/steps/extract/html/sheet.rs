//! The style sheets within a page, rule by rule.

use dom_query::Document as Page;

/// The style sheets within a page.
pub(super) fn sheets(page: &Page, source: &str) -> Vec<String> {
    if !source.contains("<style") && !source.contains("<STYLE") {
        return Vec::new();
    }
    page.select("style").nodes().iter().map(|sheet| sheet.text().to_string()).collect()
}

/// Calls `each` with the selectors and the body of every rule that holds on a screen.
pub(super) fn each_rule(sheet: &str, mut each: impl FnMut(&str, &str)) {
    let bytes = sheet.as_bytes();
    // Whether what stands inside holds for each block that is open.
    let mut open: Vec<bool> = Vec::new();
    let (mut at, mut start) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => at = past_string(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                at = sheet[at + 2..].find("*/").map_or(bytes.len(), |end| at + 2 + end + 2);
                start = at;
                continue;
            }
            b'{' => {
                let prelude = sheet.get(start..at).unwrap_or_default().trim();
                let holds = open.iter().all(|holds| *holds);
                if prelude.starts_with('@') {
                    let is_for_all =
                        !prelude.starts_with("@media") || prelude.contains("screen") && !prelude.contains('(');
                    open.push(is_for_all);
                } else {
                    let end = past_body(bytes, at + 1);
                    if holds {
                        each(prelude, sheet.get(at + 1..end).unwrap_or_default());
                    }
                    at = end;
                }
                start = at + 1;
            }
            b'}' => {
                open.pop();
                start = at + 1;
            }
            b';' => start = at + 1,
            _ => {}
        }
        at += 1;
    }
}

/// Where the string ends that begins there.
pub(super) fn past_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes.get(start).copied();
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return at,
            _ if Some(byte) == quote => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Where the body ends that begins there.
fn past_body(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => at = past_string(bytes, at),
            b'}' => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}
