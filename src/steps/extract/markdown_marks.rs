//! Marks of dialects of Markdown that lay a text out and are no words of it: kinds of notes, attributes, a head for machines.

use std::borrow::Cow;

/// The text without such marks; what stands in code is left as it is.
pub(super) fn without(source: &str) -> Cow<'_, str> {
    let body = without_toml(source);
    if ![":::", "{:", "[!"].iter().any(|mark| body.contains(mark)) {
        return Cow::Borrowed(body);
    }
    let mut fence = None;
    let mut out = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        let inner = line.trim();
        let here = ["```", "~~~"].into_iter().find(|mark| inner.starts_with(mark));
        match (fence, here) {
            (None, Some(_)) => fence = here,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_some() || here.is_some() {
            out.push_str(line);
        } else if let Some(rest) = behind_a_mark(inner) {
            out.push_str(rest);
            out.push('\n');
        } else {
            out.push_str(line);
        }
    }
    Cow::Owned(out)
}

/// What is left of a line that begins with such a mark, as words and as marks of Markdown.
fn behind_a_mark(line: &str) -> Option<&str> {
    if let Some(kind) = line.strip_prefix(":::") {
        // "::: tip Fees are due": the kind goes, and the name stays.
        let kind = kind.trim_start_matches(':').trim_start();
        return Some(kind.split_once(char::is_whitespace).map_or("", |(_, name)| name));
    }
    if line.starts_with("{:") && line.ends_with('}') {
        return Some("");
    }
    let quoted = line.strip_prefix('>')?.trim_start();
    let kind = quoted.strip_prefix("[!")?.strip_suffix(']')?;
    (!kind.is_empty() && kind.bytes().all(|letter| letter.is_ascii_alphabetic())).then_some(">")
}

/// The text behind a head in TOML, between two lines of `+++`.
fn without_toml(source: &str) -> &str {
    let inner = source.trim_start_matches('\u{feff}').trim_start();
    let Some(head) = inner.strip_prefix("+++").filter(|head| head.starts_with(['\n', '\r'])) else { return source };
    head.split_once("\n+++").map_or(source, |(_, body)| body)
}
