//! Goes where a page sends its readers, and looks into the frames that may hold its text, by the doors of every page.

use std::sync::Arc;

use jiff::Timestamp;
use url::Url;

use crate::io::fetch::{Fetched, Fetcher, Request};
use crate::model::{Snapshot, Trouble};
use crate::steps::onward::{Onward, onward, with_frame};

/// So many times a page may send its readers on, beside the redirects of servers.
const HOPS: usize = 3;

/// The page to which another leads, or with what its frames show; the page itself where it leads nowhere.
///
/// # Errors
/// Of the page to which it leads, and of a frame where the trouble may pass: without it the text would seem to be gone.
pub(super) async fn followed(
    fetcher: &Fetcher,
    request: &Request,
    snapshot: Box<Snapshot>,
    is_chosen: bool,
    now: Timestamp,
) -> Result<Box<Snapshot>, Trouble> {
    let mut snapshot = snapshot;
    for _ in 0..HOPS {
        let (page, leads) = leads(snapshot, is_chosen).await;
        snapshot = page;
        match leads {
            Some(Onward::Page(url)) if !is_on_the_way(&snapshot, &url) => {
                let Fetched::Page(mut next) = fetcher.fetch(&asked(request, &url), now).await? else {
                    return Ok(snapshot);
                };
                let mut way = std::mem::take(&mut snapshot.redirects);
                way.push(snapshot.url.clone());
                way.append(&mut next.redirects);
                next.redirects = way;
                snapshot = next;
            }
            Some(Onward::Frames(frames)) => return with_frames(fetcher, request, snapshot, frames, now).await,
            _ => return Ok(snapshot),
        }
    }
    Ok(snapshot)
}

/// Where a page leads; reading is work for a thread of its own.
async fn leads(snapshot: Box<Snapshot>, is_chosen: bool) -> (Box<Snapshot>, Option<Onward>) {
    let work = move || {
        let leads = onward(&snapshot, is_chosen);
        (snapshot, leads)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(found) => found,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// The page with the first of its frames that holds its text.
async fn with_frames(
    fetcher: &Fetcher,
    request: &Request,
    snapshot: Box<Snapshot>,
    frames: Vec<(String, Url)>,
    now: Timestamp,
) -> Result<Box<Snapshot>, Trouble> {
    let mut snapshot = Arc::new(*snapshot);
    let mut read = Vec::new();
    for (written, url) in frames {
        match fetcher.fetch(&asked(request, &url), now).await {
            Ok(Fetched::Page(inner)) if inner.url.origin() == snapshot.url.origin() => {
                let (page, written, language) = (Arc::clone(&snapshot), written.clone(), request.language.clone());
                let work = move || with_frame(&page, &written, &inner, language.as_deref()).ok_or(!is_page(&inner));
                match tokio::task::spawn_blocking(work).await {
                    Ok(Ok(page)) => {
                        snapshot = Arc::new(page);
                        read.push(url);
                        break;
                    }
                    // A picture or a file in a frame is not read, and stays a doubt.
                    Ok(Err(is_unread)) => read.extend((!is_unread).then_some(url)),
                    Err(error) => std::panic::resume_unwind(error.into_panic()),
                }
            }
            Err(trouble) if may_pass(&trouble) => return Err(trouble),
            _ => {}
        }
    }
    let mut snapshot = Box::new(Arc::unwrap_or_clone(snapshot));
    for url in &read {
        snapshot.note_frame_read(url);
    }
    Ok(snapshot)
}

/// The same watch asks another address: without what is meant for its own origin alone, where that is another one.
fn asked(request: &Request, url: &Url) -> Request {
    let is_own = request.url.origin() == url.origin();
    let access = if is_own { request.access.clone() } else { request.access.without_secrets() };
    Request { url: url.clone(), access, etag: None, last_modified: None, ..request.clone() }
}

fn is_on_the_way(snapshot: &Snapshot, url: &Url) -> bool {
    snapshot.url == *url || snapshot.redirects.contains(url)
}

fn is_page(framed: &Snapshot) -> bool {
    framed.media_type().is_some_and(|kind| kind.contains("html"))
}

/// Whether a trouble with a frame may be gone tomorrow.
const fn may_pass(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Timeout { .. }
            | Trouble::LeftAlone { .. }
            | Trouble::Connection { .. }
            | Trouble::Dns { .. }
            | Trouble::Tls { .. }
            | Trouble::Status { code: 429 | 500.. }
    )
}
