//! Pages that their server calls XHTML, as readers of HTML understand them: sections of plain characters and elements that end
//! in their own tag are of XML alone.

use std::borrow::Cow;

/// Elements of HTML that hold nothing and need no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// What holds signs as they are in HTML.
const RAW: [&str; 2] = ["script", "style"];

/// The page with its sections of plain characters written as text, and with an end to each element that XML ends by itself.
pub(super) fn as_html(source: &str) -> Cow<'_, str> {
    if !source.contains("/>") && !source.contains("<![CDATA[") {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        if let Some(inside) = tag.strip_prefix("<![CDATA[") {
            let (plain, behind) = inside.split_once("]]>").unwrap_or((inside, ""));
            out.push_str(&plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
            rest = behind;
            continue;
        }
        let length = if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag_length(tag) };
        let (tag, behind) = tag.split_at(length.unwrap_or(tag.len()));
        rest = behind;
        let name = name(tag);
        match tag.strip_suffix("/>").filter(|_| !name.is_empty() && !VOID.contains(&name)) {
            Some(open) => out.extend([open.trim_end(), "></", name, ">"]),
            None => out.push_str(tag),
        }
        if RAW.contains(&name) && !tag.ends_with("/>") {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            let (raw, behind) = rest.split_at(end);
            out.push_str(raw);
            rest = behind;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// By what a root says that it is one of XHTML.
const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// What stands before a root is shorter, in bytes.
const HEAD: usize = 4096;

/// Whether plain XML holds a page: its root, whatever stands before it, is that of XHTML.
pub(super) fn is_xhtml(source: &str) -> bool {
    let head = &source[..source.floor_char_boundary(HEAD.min(source.len()))];
    head.find("<html").is_some_and(|at| head[at..].split('>').next().is_some_and(|root| root.contains(XHTML)))
}

/// The name of an element that a tag opens; names with a prefix are of other languages, whose readers know their ends.
fn name(tag: &str) -> &str {
    let inner = tag.strip_prefix('<').unwrap_or_default();
    let end = inner.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).unwrap_or(inner.len());
    let name = &inner[..end];
    if name.bytes().all(|letter| letter.is_ascii_alphanumeric()) { name } else { "" }
}

/// How long a tag is; signs in quotes end none.
fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}
