//! What is asked of a server for a page, and by which means.

use jiff::Timestamp;

use super::onward::followed;
use crate::io::fetch::{Browser, Fetched, Fetcher, Request};
use crate::io::store::PageState;
use crate::model::{Page, Render, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Reading};
use crate::steps::identity;
use crate::steps::text::words_in;

/// Gets a page in the way that its watch asks for, and goes where it sends its readers.
///
/// `is_chosen` where selectors say what to read of it.
///
/// # Errors
/// A named trouble.
pub async fn fetch(
    fetcher: &Fetcher,
    browser: &Browser,
    render: Render,
    request: &Request,
    is_chosen: bool,
    now: Timestamp,
) -> Result<Fetched, Trouble> {
    let plain = async || match fetcher.fetch(request, now).await? {
        Fetched::Page(snapshot) => followed(fetcher, request, snapshot, is_chosen, now).await.map(Fetched::Page),
        Fetched::NotModified => Ok(Fetched::NotModified),
    };
    let rendered = async || {
        browser.render(request, now).await.map(|mut page| {
            page.note_rendered();
            Fetched::Page(Box::new(page))
        })
    };
    match render {
        Render::Http => plain().await,
        Render::Browser => rendered().await,
        Render::Auto => match plain().await {
            Ok(Fetched::Page(snapshot)) => match judged(&snapshot, is_chosen) {
                Plain::Whole => Ok(Fetched::Page(snapshot)),
                // A part is better than nothing, and is told as one.
                Plain::InPart => Ok(rendered().await.unwrap_or(Fetched::Page(snapshot))),
                Plain::Empty => rendered().await,
            },
            Ok(Fetched::NotModified) => Ok(Fetched::NotModified),
            // A refusal may be meant for plain clients only; where the browser fails too, its word counts.
            Err(_) => rendered().await,
        },
    }
}

/// What a plain request got.
#[derive(Debug, Clone, Copy)]
enum Plain {
    Whole,
    InPart,
    Empty,
}

/// Whether a plain page holds anything to read, and all of it.
fn judged(snapshot: &Snapshot, is_chosen: bool) -> Plain {
    // No browser reads a PDF better.
    if extract::is_pdf(snapshot) {
        return Plain::Whole;
    }
    match extract::extract(snapshot, Reading::default()) {
        Ok(extract) if words_in(&extract.document) < FEWEST_WORDS => Plain::Empty,
        Ok(extract) if !is_chosen && identity::in_part(&extract, snapshot).is_some() => Plain::InPart,
        Ok(_) => Plain::Whole,
        Err(_) => Plain::Empty,
    }
}

/// Fewer words than this are a shell that scripts have yet to fill.
const FEWEST_WORDS: usize = 60;

/// What to ask for: conditionally only where an unchanged answer would tell us all we need.
pub fn request(watch: &Watch, page: &Page, state: Option<&PageState>, fresh: bool) -> Request {
    let settled = state.filter(|state| state.settled_sha256.is_some() && !fresh);
    Request {
        url: page.url.clone(),
        language: watch.language.clone(),
        access: watch.access_to(page),
        allow_private_network: watch.allow_private_network,
        etag: settled.and_then(|state| state.etag.clone()),
        last_modified: settled.and_then(|state| state.last_modified.clone()),
        fresh,
    }
}

/// Whether selectors say what to read of a page.
pub const fn is_chosen(watch: &Watch, page: &Page) -> bool {
    !watch.select.is_empty() || !page.select.is_empty()
}
