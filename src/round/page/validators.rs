//! By what a server is asked whether a page is still the same, and when its "not modified" is believed.

use jiff::{SignedDuration, Timestamp};

use crate::io::fetch::Request;
use crate::io::store::PageState;
use crate::model::{Answered, ExtractorMark, Origin, Page, Snapshot, Watch};

/// A server's "not modified" is believed for so long after a whole answer; then the page is asked for without conditions.
///
/// Half a day less than a week, so that a round that comes a little earlier than the last one does not put it off.
const BELIEVED: SignedDuration = SignedDuration::from_hours(24 * 7 - 12);

/// What a request and what is made of its answer depend on, as a digest.
pub(super) fn asked(watch: &Watch, request: &Request, mark: &ExtractorMark) -> String {
    request.digest(&[&format!("{:?}", watch.render), &mark.0])
}

/// The request with the validators of what is known, where they belong to it and are still believed.
pub(super) fn conditional(request: Request, state: Option<&PageState>, asked: &str, now: Timestamp) -> Request {
    match state {
        Some(state) if !request.fresh && belongs(state, asked) && is_believed(state, now) => {
            Request { etag: state.etag.clone(), last_modified: state.last_modified.clone(), ..request }
        }
        _ => request,
    }
}

/// A page's state as this answer leaves it: the answer's validators, and what they belong to.
pub(super) fn kept(state: PageState, snapshot: &Snapshot, page: &Page, asked: &str) -> PageState {
    // A validator says something about the address that gave it, and nothing about one that leads there (RFC 9110).
    let is_direct = snapshot.redirects.is_empty() && snapshot.url == page.url;
    let validator = |name| snapshot.header(name).filter(|_| is_direct).map(str::to_owned);
    // What was handed in or imported answers no request.
    let answered =
        (snapshot.origin == Origin::Live).then(|| Answered { to: asked.to_owned(), at: snapshot.fetched_at });
    let mut state = PageState { etag: validator("etag"), last_modified: validator("last-modified"), ..state };
    state.memory.answered = answered;
    state
}

/// A page's state after an answer that was refused: by its validators nobody is ever asked.
pub(super) fn forgotten(state: PageState) -> PageState {
    let mut state = PageState { etag: None, last_modified: None, ..state };
    state.memory.answered = None;
    state
}

/// Whether what is remembered of a page is an answer to this very request.
pub(super) fn belongs(state: &PageState, asked: &str) -> bool {
    state.settled_sha256.is_some()
        && state.memory.is_settled()
        && state.memory.answered.as_ref().is_some_and(|answered| answered.to == asked)
}

/// Whether "not modified" would still be believed; where the clock ran back it is not.
fn is_believed(state: &PageState, now: Timestamp) -> bool {
    let since = state.memory.answered.as_ref().map(|answered| now.duration_since(answered.at));
    since.is_some_and(|since| !since.is_negative() && since < BELIEVED)
}
