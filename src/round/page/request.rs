//! What is asked of a server for a page, and by which means.

use jiff::Timestamp;

use crate::io::fetch::{Browser, Fetched, Fetcher, Request};
use crate::model::{Page, Render, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Reading};

/// Gets a page in the way that its watch asks for; `share` says how many of a hundred words of what is known a page shows.
///
/// # Errors
/// A named trouble.
pub async fn fetch(
    fetcher: &Fetcher,
    browser: &Browser,
    render: Render,
    request: &Request,
    now: Timestamp,
    share: impl Fn(&Snapshot) -> usize,
) -> Result<Fetched, Trouble> {
    let rendered = async || {
        let mut page = rendered(browser, request, now, &share).await?;
        // The validators of a page say nothing of what its scripts have fetched.
        page.headers.retain(|(name, _)| !VALIDATORS.contains(&name.as_str()));
        Ok(Fetched::Page(Box::new(page)))
    };
    match render {
        Render::Http => fetcher.fetch(request, now).await,
        Render::Browser => rendered().await,
        Render::Auto => match fetcher.fetch(request, now).await {
            Ok(Fetched::Page(snapshot)) if has_text(&snapshot) => Ok(Fetched::Page(snapshot)),
            Ok(Fetched::NotModified) => Ok(Fetched::NotModified),
            Err(trouble @ Trouble::PrivateAddress { .. }) => Err(trouble),
            // A refusal may be meant for plain clients only; where the browser fails too, its word counts.
            _ => rendered().await,
        },
    }
}

/// A page out of the browser; where it shows far less than is known of it, it is opened again and waited for longer: a slow
/// day is no removal.
async fn rendered(
    browser: &Browser,
    request: &Request,
    now: Timestamp,
    share: impl Fn(&Snapshot) -> usize,
) -> Result<Snapshot, Trouble> {
    let first = browser.render(request, now).await?;
    let shown = share(&first);
    if shown >= FAR_LESS {
        return Ok(first);
    }
    match browser.render(&Request { patient: true, ..request.clone() }, now).await {
        Ok(second) if share(&second) >= shown => Ok(second),
        _ => Ok(first),
    }
}

/// A page that shows fewer of a hundred words of the last version is waited for longer. One that is edited keeps more; one
/// that is written anew keeps less, and costs a second look.
pub(super) const FAR_LESS: usize = 60;
/// By what a server tells whether a page is still the same.
const VALIDATORS: [&str; 2] = ["etag", "last-modified"];

/// Whether a plain page holds anything to read.
fn has_text(snapshot: &Snapshot) -> bool {
    // No browser reads a PDF better.
    extract::is_pdf(snapshot)
        || extract::extract(snapshot, Reading::default())
            .is_ok_and(|extract| extract.document.word_count() >= FEWEST_WORDS)
}

/// Fewer words than this are a shell that scripts have yet to fill.
const FEWEST_WORDS: usize = 60;

/// What to ask for, whatever is known of the page.
pub fn request(watch: &Watch, page: &Page, fresh: bool) -> Request {
    Request {
        url: page.url.clone(),
        language: watch.language.clone(),
        access: watch.access_to(page),
        allow_private_network: watch.allow_private_network,
        etag: None,
        last_modified: None,
        fresh,
        patient: false,
    }
}
