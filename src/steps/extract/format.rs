//! Tells the format of a snapshot by its media type, its address and its first bytes.

use crate::model::Snapshot;

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Format {
    Html,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// JSON, whole or cut off.
    Json,
    /// HTML and what belongs to it, in one file.
    Mhtml,
    Markdown,
    Plain,
    Pdf,
    /// Nothing that holds readable text.
    Other,
}

/// The format of a snapshot; the bytes are asked where the server says nothing of use.
pub(super) fn of(snapshot: &Snapshot) -> Format {
    let by_address = by_extension(snapshot.url.path());
    // Servers call feeds whatever they like.
    if super::feed_source::is_feed(&snapshot.body) {
        return Format::Feed;
    }
    // And JSON, too.
    if super::json::is_json(&snapshot.body) {
        return Format::Json;
    }
    match snapshot.media_type().as_deref() {
        Some("text/html" | "application/xhtml+xml") => Format::Html,
        Some("multipart/related" | "application/x-mimearchive") => Format::Mhtml,
        Some("text/markdown" | "text/x-markdown") => Format::Markdown,
        Some(kind) if kind == "application/json" || kind == "text/json" || kind.ends_with("+json") => {
            // A page all the same, or JSON that is cut off.
            if is_html(&snapshot.body) { Format::Html } else { Format::Json }
        }
        Some("application/pdf" | "application/x-pdf") => Format::Pdf,
        // Servers of raw files call everything plain.
        Some("text/plain") if by_address == Some(Format::Markdown) => Format::Markdown,
        Some("text/plain") if !is_html(&snapshot.body) => Format::Plain,
        _ => by_bytes(&snapshot.body).or(by_address).unwrap_or_else(|| guess(&snapshot.body)),
    }
}

fn by_extension(path: &str) -> Option<Format> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "txt" | "text" => Some(Format::Plain),
        "htm" | "html" | "xhtml" => Some(Format::Html),
        "pdf" => Some(Format::Pdf),
        "mht" | "mhtml" => Some(Format::Mhtml),
        _ => None,
    }
}

fn by_bytes(body: &[u8]) -> Option<Format> {
    if body.get(..1024).unwrap_or(body).windows(5).any(|bytes| bytes == b"%PDF-") {
        return Some(Format::Pdf);
    }
    if super::mhtml::is_mhtml(body) {
        return Some(Format::Mhtml);
    }
    is_html(body).then_some(Format::Html)
}

/// Whether a page begins as HTML pages do.
fn is_html(body: &[u8]) -> bool {
    let head = String::from_utf8_lossy(body.get(..2048).unwrap_or(body)).replace('\0', "").to_ascii_lowercase();
    let head = head.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    head.starts_with('<')
        && ["<!doctype", "<html", "<head", "<body", "<title", "<meta"].iter().any(|tag| head.contains(tag))
}

/// Text is told from other bytes by the control characters that it does not hold.
fn guess(body: &[u8]) -> Format {
    let head = body.get(..4096).unwrap_or(body);
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    match (odd * 20 > head.len(), String::from_utf8_lossy(head)) {
        (true, _) => Format::Other,
        (false, text) if text.contains("</") => Format::Html,
        (false, text) if looks_marked(&text) => Format::Markdown,
        _ => Format::Plain,
    }
}

/// Whether lines begin with the marks of Markdown's headings or hold its links.
fn looks_marked(text: &str) -> bool {
    text.contains("](")
        || text.lines().any(|line| {
            line.starts_with("# ")
                || line.starts_with("## ")
                || (line.len() >= 3 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-')))
        })
}
