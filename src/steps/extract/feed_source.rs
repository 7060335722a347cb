//! The source of a feed: whether a body is one, and its breaches of the rules mended that readers of feeds put up with.

use serde::Deserialize;
use serde_json::{Map, Value};

/// Elements that hold a text of HTML, whose mark-up ought to be written as text and often is not.
const TEXTS: [&str; 8] =
    ["title", "description", "content:encoded", "content", "summary", "atom:title", "atom:summary", "atom:content"];
/// As much is looked at to tell a feed.
const HEAD: usize = 4096;
/// What a JSON Feed says that it is.
const JSON_FEED: &str = "jsonfeed.org/version/";
/// What an item of a JSON Feed has that is read here.
const FIELDS: [&str; 6] = ["title", "content_html", "content_text", "summary", "date_published", "date_modified"];
/// A reference to a character has no longer name.
const REFERENCE: usize = 32;

/// Whether a body begins as a feed does.
pub(super) fn is_feed(body: &[u8]) -> bool {
    let head = String::from_utf8_lossy(body.get(..HEAD).unwrap_or(body)).replace('\0', "").to_ascii_lowercase();
    let head = head.trim_start_matches(is_blank);
    if head.starts_with('{') {
        return is_json_feed(body);
    }
    let first =
        without_comments(head).into_iter().find(|tag| tag.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    head.starts_with('<') && first.is_some_and(|tag| matches!(local(name(tag)), "rss" | "feed" | "rdf"))
}

/// What stands behind each `<` but those of comments.
fn without_comments(head: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), head);
    while let Some((_, tag)) = rest.split_once('<') {
        rest = match tag.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, behind)| behind),
            None => tag,
        };
        found.push(tag);
    }
    found
}

fn is_json_feed(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Said {
        version: String,
    }
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    serde_json::from_slice::<Said>(body).is_ok_and(|said| said.version.contains(JSON_FEED))
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// The name with which a tag begins.
fn name(tag: &str) -> &str {
    tag.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next().unwrap_or_default()
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The source as its reader wants it: without a declaration of the charset, which is undone already, and with mark-up
/// inside of texts written as text; of JSON only what is read here.
pub(super) fn clean(source: &str) -> String {
    let source = source.trim_start_matches(is_blank);
    if source.starts_with('{') {
        return plain_json(source).unwrap_or_else(|| source.to_owned());
    }
    let body = match source.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, body)) => body,
        None => source,
    };
    markup_as_text(body)
}

/// A JSON Feed with its fields of the kinds that they ought to be of.
fn plain_json(source: &str) -> Option<String> {
    let mut feed: Map<String, Value> = serde_json::from_str(source).ok()?;
    let items = feed.remove("items")?;
    let said = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let item = |item: &Value| -> Map<String, Value> {
        FIELDS.iter().filter_map(|field| Some(((*field).to_owned(), Value::String(said(item.get(field)?)?)))).collect()
    };
    let items: Vec<Value> = items.as_array()?.iter().map(|value| Value::Object(item(value))).collect();
    let title = feed.get("title").and_then(said).unwrap_or_default();
    let version = format!("https://{JSON_FEED}1");
    Some(serde_json::json!({"version": version, "title": title, "items": items}).to_string())
}

/// Mark-up inside of texts as plain characters; empty texts, at which the reader would stop, are left out.
fn markup_as_text(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        if let Some(length) = passed_over(tag) {
            out.push_str(&tag[..length]);
            rest = &tag[length..];
            continue;
        }
        let Some(end) = tag.find('>') else {
            out.push_str(tag);
            return out;
        };
        let (start, behind) = tag.split_at(end + 1);
        let called = name(&start[1..]);
        rest = behind;
        if !TEXTS.contains(&called) || start.contains("xhtml") || start.contains(" src=") {
            out.push_str(start);
            continue;
        }
        if start.ends_with("/>") {
            continue;
        }
        let close = format!("</{called}");
        let Some(length) = closed_at(behind, called, &close) else {
            out.push_str(start);
            continue;
        };
        let (inside, behind) = behind.split_at(length);
        let end = behind.find('>').map_or(behind.len(), |end| end + 1);
        rest = &behind[end..];
        if inside.trim().is_empty() {
            continue;
        }
        out.push_str(start);
        push_text(&mut out, inside);
        out.push_str(&close);
        out.push('>');
    }
    out.push_str(rest);
    out
}

/// The length of a comment or of a section of plain characters, if a tag is one.
fn passed_over(tag: &str) -> Option<usize> {
    [("<!--", "-->"), ("<![CDATA[", "]]>")].into_iter().find_map(|(begin, end)| {
        let inside = tag.strip_prefix(begin)?;
        Some(inside.find(end).map_or(tag.len(), |at| begin.len() + at + end.len()))
    })
}

/// Where an element ends whose inside begins here; sections of plain characters may hold what looks like its end.
fn closed_at(inside: &str, called: &str, close: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(next) = inside[at..].find('<') {
        at += next;
        let tag = &inside[at..];
        if let Some(length) = passed_over(tag) {
            at += length;
        } else if tag.starts_with(close) && name(&tag[2..]) == called {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
            at += close.len();
        } else {
            let is_nested = name(&tag[1..]) == called && tag.find('>').is_some_and(|end| !tag[..end].ends_with('/'));
            depth += usize::from(is_nested);
            at += 1;
        }
    }
    None
}

/// A text as it is where it holds no mark-up, else as one section of plain characters.
fn push_text(out: &mut String, inside: &str) {
    let holds_markup = {
        let mut rest = inside;
        let mut found = false;
        while let Some(at) = rest.find('<') {
            let tag = &rest[at..];
            let Some(length) = passed_over(tag) else {
                found = true;
                break;
            };
            rest = &tag[length..];
        }
        found
    };
    if !holds_markup {
        out.push_str(inside);
        return;
    }
    let bare = inside.replace("<![CDATA[", "").replace("]]>", "");
    out.push_str("<![CDATA[");
    out.push_str(&bare);
    out.push_str("]]>");
}

/// A feed whose signs are put right that XML gives a meaning to and the feed does not, and whose root says what it is.
pub(super) fn mended(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = with_known_root(source);
    let whole = std::mem::take(&mut rest);
    let mut rest = whole.as_str();
    while let Some(at) = rest.find(['&', '<']) {
        let (before, sign) = rest.split_at(at);
        out.push_str(before);
        if let Some(length) = passed_over(sign) {
            out.push_str(&sign[..length]);
            rest = &sign[length..];
            continue;
        }
        let opens = |letter: char| letter.is_alphabetic() || matches!(letter, '/' | '!' | '?' | '_');
        let name = sign.strip_prefix('&');
        match (name.map_or_else(|| sign[1..].starts_with(opens), is_reference), name) {
            (true, _) => out.push_str(&sign[..1]),
            (false, Some(_)) => out.push_str("&amp;"),
            (false, None) => out.push_str("&lt;"),
        }
        rest = &sign[1..];
    }
    out.push_str(rest);
    out
}

/// Whether a sign's name ends as a reference does, and can be one.
fn is_reference(name: &str) -> bool {
    let end = name.bytes().take(REFERENCE).position(|byte| byte == b';');
    let Some(name) = end.and_then(|end| name.get(..end)) else { return false };
    match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32).is_some_and(|letter| letter != '\0')
        }
        None => !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
    }
}

/// A root of RSS without a version that is known, or with a namespace of its own, is that of RSS 2.0.
fn with_known_root(source: &str) -> String {
    let Some((before, tag)) = source.split_once("<rss") else { return source.to_owned() };
    let Some((attributes, behind)) = tag.split_once('>') else { return source.to_owned() };
    let prefixes: String = attributes
        .split_whitespace()
        .filter(|attribute| attribute.starts_with("xmlns:"))
        .map(|attribute| format!(" {attribute}"))
        .collect();
    format!("{before}<rss version=\"2.0\"{prefixes}>{behind}")
}
