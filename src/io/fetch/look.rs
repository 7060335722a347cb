//! One look at one page: hop after hop to the address that answers.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::cookie::{CookieStore as _, Jar};
use reqwest::header::{HeaderValue, LOCATION, SET_COOKIE};
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, timeout};
use url::Url;

use super::credentials::{self, Credentials};
use super::means::Means;
use super::moves::is_permanent;
use super::pace::Turn;
use super::retry::{Setback, is_passing, retry_after};
use super::{Fetched, Request, address, body, failure, headers};
use crate::model::{Origin, Snapshot, Trouble};

/// A look and what it has gathered; its cookies live exactly as long.
pub(super) struct Look<'a> {
    means: &'a Arc<Means>,
    request: &'a Request,
    credentials: Credentials,
    now: Timestamp,
    begun: Instant,
    cookies: Jar,
}

/// What one hop came to.
enum Hop {
    There(Fetched),
    Elsewhere(Url),
}

impl<'a> Look<'a> {
    pub(super) fn new(means: &'a Arc<Means>, request: &'a Request, credentials: Credentials, now: Timestamp) -> Self {
        Self { means, request, credentials, now, begun: Instant::now(), cookies: Jar::default() }
    }

    /// One attempt from the watch's address to the one that answers.
    pub(super) async fn attempt(&self) -> Result<Fetched, Setback> {
        let limit = self.means.limits.redirects;
        let mut left = self.means.limits.total;
        let mut url = self.request.url.clone();
        let mut way: Vec<(Url, Option<HeaderValue>)> = Vec::new();
        loop {
            address::check_for(self.request, &url)?;
            let step = (url.clone(), self.cookies.cookies(&url));
            // The same address with the same cookies answers the same: a loop, and politeness makes loops slow.
            if way.len() > limit || way.contains(&step) {
                return Err(Setback::last(Trouble::TooManyRedirects { limit }));
            }
            match self.hop(&url, &way, &mut left).await? {
                Hop::There(fetched) => return Ok(fetched),
                Hop::Elsewhere(next) => url = next,
            }
            way.push(step);
        }
    }

    /// One request in its turn, within what is left of the attempt's time.
    async fn hop(&self, url: &Url, way: &[(Url, Option<HeaderValue>)], left: &mut Duration) -> Result<Hop, Setback> {
        let host = url.host_str().unwrap_or_default();
        let mut turn = self.means.pace.turn(host).await.map_err(Setback::last)?;
        let begun = Instant::now();
        let exchange = timeout(*left, self.exchange(url, way, &mut turn)).await;
        *left = left.saturating_sub(begun.elapsed());
        let answer = exchange.unwrap_or_else(|_| Err(failure::took_too_long(&self.means.limits)));
        let is_silent = |setback: &Setback| matches!(setback.trouble, Trouble::Timeout { .. });
        turn.answered(!answer.as_ref().is_err_and(is_silent));
        answer
    }

    async fn exchange(
        &self,
        url: &Url,
        way: &[(Url, Option<HeaderValue>)],
        turn: &mut Turn<'_>,
    ) -> Result<Hop, Setback> {
        let limits = &self.means.limits;
        // An ETag says something only about the address that gave it: elsewhere the same tag may mean other words.
        let conditional = way.is_empty() && (self.request.etag.is_some() || self.request.last_modified.is_some());
        let cookies = credentials::joined(self.cookies.cookies(url), &self.credentials, url);
        let mut asked = headers::asked(self.request, conditional, cookies);
        for (name, value) in self.credentials.headers(url) {
            asked.insert(name, value.clone());
        }
        let client = self.means.clients.of(self.request, url).map_err(Setback::last)?;
        let sent = client.get(url.clone()).headers(asked).send().await;
        let mut response = sent.map_err(|error| failure::of(&error, limits))?;
        self.cookies.set_cookies(&mut response.headers().get_all(SET_COOKIE).iter(), url);
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED && conditional {
            return Ok(Hop::There(Fetched::NotModified));
        }
        if let Some(next) = redirect(&response, url)? {
            if is_permanent(status.as_u16()) {
                self.means.moves.note(url, &next);
            }
            return Ok(Hop::Elsewhere(next));
        }
        // A part of a page that nobody asked for in parts would be taken for the whole (RFC 9110 section 15.3.7).
        if status == StatusCode::PARTIAL_CONTENT {
            return Err(Setback::passing(Trouble::Status { code: status.as_u16() }));
        }
        if !status.is_success() {
            return Err(self.refused(&response, turn));
        }
        let body = body::read(&mut response, limits).await?;
        Ok(Hop::There(Fetched::Page(Box::new(Snapshot {
            fetched_at: self.now,
            url: url.clone(),
            redirects: way.iter().map(|(url, _)| url.clone()).collect(),
            status: status.as_u16(),
            headers: headers::kept(response.headers()),
            body,
            origin: Origin::Live,
        }))))
    }

    /// A status that is no success; the host's wish to be left alone is noted for all who come after.
    fn refused(&self, response: &Response, turn: &mut Turn<'_>) -> Setback {
        let status = response.status();
        let trouble = Trouble::Status { code: status.as_u16() };
        if !is_passing(status) {
            return Setback::last(trouble);
        }
        let elapsed = SignedDuration::try_from(self.begun.elapsed()).unwrap_or_default();
        let now = self.now.checked_add(elapsed).unwrap_or(self.now);
        let Some(wait) = retry_after(response.headers(), now) else { return Setback::passing(trouble) };
        turn.hold_off(wait, status.as_u16());
        if wait > self.means.limits.retry_after { Setback::last(trouble) } else { Setback::passing(trouble) }
    }
}

/// Where an answer sends us, if it does (RFC 9110 section 15.4).
fn redirect(response: &Response, url: &Url) -> Result<Option<Url>, Setback> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(LOCATION) else { return Ok(None) };
    let location = String::from_utf8_lossy(location.as_bytes());
    match url.join(&location) {
        Ok(next) => Ok(Some(next)),
        Err(error) => {
            let detail = failure::plain(&format!("redirects to `{location}`: {error}"));
            Err(Setback::last(Trouble::Connection { detail }))
        }
    }
}
