//! Reads a snapshot by what it is made of.

use std::borrow::Cow;

use super::format::{self, Format};
use super::html::Asked;
use super::reading::{Explained, Extract, Reading, Signs};
use super::reason::Reason;
use super::{charset, draft, feed, headings, html, json, markdown, mhtml, pdf, plain, xhtml};
use crate::model::{Document, ExtractorMark, Origin, Snapshot, Trouble, sha256_hex};
use crate::steps::hub;

/// Counts up whenever the same page would be read differently.
const EDITION: u32 = 12;

/// Reads a snapshot by its media type (and, where that says nothing, by its first bytes).
///
/// # Errors
/// A named trouble where there is nothing to read.
pub fn extract(snapshot: &Snapshot, reading: Reading<'_>) -> Result<Extract, Trouble> {
    let text = charset::decode(snapshot, reading.language);
    let format = format::of(snapshot);
    if !matches!(format, Format::Pdf | Format::Mhtml) && is_noise(&text) {
        return Err(no_text());
    }
    let page = |source: &str| html::read(asked(source, snapshot, reading));
    let drafts = match format {
        Format::Html => return page(&as_html(snapshot, &text)),
        Format::Feed => return of_feed(&text),
        Format::Json => return page(&json::page(&text)?),
        Format::Mhtml => return page(&page_of(snapshot)?),
        Format::Markdown => markdown::read(&text)?,
        Format::Plain => plain::read(&text)?,
        // Its lines come through a door of their own, and then to `of_pdf`.
        Format::Pdf => return Err(Trouble::Format { detail: "a PDF without its lines".to_owned() }),
        Format::Other => return Err(no_text()),
    };
    written(drafts)
}

/// A page as readers of HTML understand it, whatever its server calls it.
fn as_html<'a>(snapshot: &Snapshot, source: &'a str) -> Cow<'a, str> {
    let is_xml = snapshot.media_type().is_some_and(|kind| {
        // Plain XML whose root is that of a page is shown as one by browsers.
        kind == "application/xhtml+xml" || matches!(&*kind, "application/xml" | "text/xml") && xhtml::is_xhtml(source)
    });
    // What a browser has shown is written as HTML.
    if is_xml && !snapshot.is_rendered() { xhtml::as_html(source) } else { Cow::Borrowed(source) }
}

/// What is asked of the reader of HTML; only a browser's own word is taken for what it shows.
fn asked<'a>(source: &'a str, snapshot: &Snapshot, reading: Reading<'a>) -> Asked<'a> {
    Asked {
        source,
        reading,
        is_rendered: snapshot.is_rendered() || snapshot.is_marked(),
        is_live: snapshot.origin == Origin::Live,
    }
}

fn no_text() -> Trouble {
    Trouble::Format { detail: "no text in these bytes".to_owned() }
}

/// As much of a text is looked at to tell whether it is one.
const HEAD: usize = 2000;

/// Whether what was decoded is no text, whatever the server calls it: in packed bytes one in ten is a control character.
fn is_noise(text: &str) -> bool {
    let odd = |letter: &char| {
        letter.is_ascii_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1b}')
    };
    let head = || text.chars().take(HEAD);
    head().filter(odd).count() * 20 > head().count()
}

/// Where a page leads by itself; none where nothing in it could, which is told without parsing it.
#[must_use]
pub fn signpost(snapshot: &Snapshot) -> Option<html::Signpost> {
    if format::of(snapshot) != Format::Html {
        return None;
    }
    let text = charset::decode(snapshot, None);
    let host = snapshot.url.host_str().unwrap_or_default();
    // Servers send their readers on as pages do, and before them.
    let of_the_server = snapshot.header("refresh").and_then(html::refresh);
    let may_lead_on = of_the_server.is_some() || text.len() <= SHORT || html::may_lead_on(&text, host);
    may_lead_on.then(|| {
        let sign = html::signpost(&text);
        html::Signpost { refresh: of_the_server.or(sign.refresh), ..sign }
    })
}

/// A page that only leads elsewhere is no longer, in bytes.
const SHORT: usize = 16 * 1024;

/// A page of HTML with what one of its frames shows in the frame's place. What its server says of its first form holds no
/// more: validators and lengths go.
#[must_use]
pub fn with_frame(snapshot: &Snapshot, written: &str, framed: &Snapshot, language: Option<&str>) -> Option<Snapshot> {
    if format::of(framed) != Format::Html {
        return None;
    }
    let body = html::with_frame(&charset::decode(snapshot, language), written, &charset::decode(framed, language))?;
    let of_the_first = ["etag", "last-modified", "content-type", "content-length", "content-encoding"];
    let kept = snapshot.headers.iter().filter(|(name, _)| !of_the_first.contains(&name.as_str())).cloned();
    let headers = kept.chain([("content-type".to_owned(), "text/html; charset=utf-8".to_owned())]).collect();
    Some(Snapshot { headers, body: body.into_bytes(), ..snapshot.clone() })
}

/// The page in a file that holds it with all that belongs to it.
fn page_of(snapshot: &Snapshot) -> Result<String, Trouble> {
    mhtml::page(&snapshot.body).ok_or_else(|| Trouble::Format { detail: "no page in this MHTML file".to_owned() })
}

fn of_feed(text: &str) -> Result<Extract, Trouble> {
    Ok(Extract { document: feed::read(text)?, signs: Signs::default() })
}

/// Whether a snapshot is a feed, whose items are entries.
#[must_use]
pub fn is_feed(snapshot: &Snapshot) -> bool {
    format::of(snapshot) == Format::Feed
}

/// Whether a snapshot is text as a person writes it down or a feed, and no page in whose place a wall may stand.
#[must_use]
pub fn is_written(snapshot: &Snapshot) -> bool {
    matches!(format::of(snapshot), Format::Markdown | Format::Plain | Format::Feed)
}

/// Whether a snapshot is a PDF, whose lines must be fetched from it first.
#[must_use]
pub fn is_pdf(snapshot: &Snapshot) -> bool {
    format::of(snapshot) == Format::Pdf
}

/// Reads the lines of a PDF, as the door to PDF files writes them down.
///
/// # Errors
/// A named trouble where there is nothing to read.
pub fn of_pdf(lines: &str) -> Result<Extract, Trouble> {
    let mut extract = written(pdf::read(lines)?)?;
    extract.signs.printed_lines = pdf::texts(lines);
    Ok(extract)
}

/// A document of blocks that are all its own.
fn written(drafts: Vec<draft::Draft>) -> Result<Extract, Trouble> {
    if drafts.is_empty() {
        return Err(Trouble::Empty { scripts: false });
    }
    let drafts = headings::find(drafts);
    let document = Document { blocks: drafts.into_iter().map(Into::into).collect(), ..Document::default() };
    let signs =
        Signs { pages_led_to: hub::pages(document.blocks.iter().flat_map(|block| &block.links)), ..Signs::default() };
    Ok(Extract { document, signs })
}

/// Every block of a page with the decision on it.
///
/// # Errors
/// As [`extract`].
pub fn explain(snapshot: &Snapshot, reading: Reading<'_>) -> Result<Vec<Explained>, Trouble> {
    let page = |source: &str| html::explain(asked(source, snapshot, reading));
    match format::of(snapshot) {
        Format::Html => return page(&as_html(snapshot, &charset::decode(snapshot, reading.language))),
        Format::Mhtml => return page(&page_of(snapshot)?),
        Format::Json => return page(&json::page(&charset::decode(snapshot, reading.language))?),
        _ => {}
    }
    Ok(all_kept(extract(snapshot, reading)?.document))
}

/// The blocks of a document of which nothing was left out.
#[must_use]
pub fn all_kept(document: Document) -> Vec<Explained> {
    let blocks = document.blocks.into_iter();
    blocks.map(|block| Explained { text: block.text, reason: Reason::Text, is_outside: false }).collect()
}

/// By what a document is made: where this differs, the stored snapshot is read again before comparing.
#[must_use]
pub fn mark(reading: Reading<'_>) -> ExtractorMark {
    let mut written = format!("{:?}", (reading.select, reading.remove));
    if let Some(language) = reading.language.filter(|language| charset::has_its_own(language)) {
        written.push_str(language);
    }
    ExtractorMark(format!("{EDITION}:{}", &sha256_hex(written.as_bytes())[..16]))
}
