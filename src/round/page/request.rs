//! What is asked of a server for a page, and by which means.

use jiff::Timestamp;

use super::onward::followed;
use crate::io::fetch::{Browser, Fetched, Fetcher, Request};
use crate::model::{Page, Render, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Reading};
use crate::steps::identity;

/// Gets a page in the way that its watch asks for, and goes where it sends its readers.
///
/// `is_chosen` where selectors say what to read of it; `share` says how many of a hundred words of what is known it shows.
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
    share: impl Fn(&Snapshot) -> usize,
) -> Result<Fetched, Trouble> {
    let plain = async || match fetcher.fetch(request, now).await? {
        Fetched::Page(snapshot) => followed(fetcher, request, snapshot, is_chosen, now).await.map(Fetched::Page),
        Fetched::NotModified => Ok(Fetched::NotModified),
    };
    let rendered = async || {
        let mut page = rendered(browser, request, now, &share).await?;
        // The validators of a page say nothing of what its scripts have fetched.
        page.headers.retain(|(name, _)| !VALIDATORS.contains(&name.as_str()));
        page.note_rendered();
        Ok(Fetched::Page(Box::new(page)))
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
            Err(trouble @ Trouble::PrivateAddress { .. }) => Err(trouble),
            // A refusal may be meant for plain clients only; where the browser fails too, its word counts.
            Err(refused) => match rendered().await {
                // Nobody can try: what the server said is all there is to say.
                Err(Trouble::NoBrowser) => Err(refused),
                tried => tried,
            },
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
        Ok(extract) if extract.document.word_count() < FEWEST_WORDS => Plain::Empty,
        Ok(extract) if !is_chosen && identity::in_part(&extract, snapshot).is_some() => Plain::InPart,
        Ok(_) => Plain::Whole,
        Err(_) => Plain::Empty,
    }
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
        only_at_home: false,
        etag: None,
        last_modified: None,
        fresh,
        patient: false,
    }
}

/// Whether selectors say what to read of a page.
pub const fn is_chosen(watch: &Watch, page: &Page) -> bool {
    !watch.select.is_empty() || !page.select.is_empty()
}
