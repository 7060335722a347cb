//! One page in a profile of its own, from its address to a snapshot.

use std::sync::Arc;

use jiff::Timestamp;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use tokio::time::timeout;
use url::Url;

use super::gate::Gate;
use super::pictures;
use super::prepare::prepare;
use super::private::Private;
use super::running::Running;
use super::settle::Patience;
use super::tab::Tab;
use super::unfold::Unfolded;
use super::watcher::{Answer, Watcher};
use super::wire::Wire;
use crate::io::fetch::credentials::Credentials;
use crate::io::fetch::failure::{plain, took_too_long};
use crate::io::fetch::limits::Limits;
use crate::io::fetch::moves::Moves;
use crate::io::fetch::pace::Turn;
use crate::io::fetch::retry::{Setback, is_passing, retry_after};
use crate::io::fetch::{Request, headers};
use crate::model::{Evidence, Origin, Picture, Snapshot, Trouble};

/// The header of a snapshot in which what is not to be seen is marked; its value counts the ways of marking.
pub const MARKED: &str = crate::model::MARKED;

const CONCEAL: &str = include_str!("conceal.js");
const READ: &str = include_str!("read.js");

/// One page to be read.
pub(super) struct Visit<'a> {
    pub running: &'a Running,
    pub gate: Arc<Gate>,
    pub limits: &'a Limits,
    pub moves: &'a Moves,
    pub request: &'a Request,
    pub credentials: &'a Credentials,
    pub now: Timestamp,
}

/// A profile that exists for one page; whatever ends the visit ends it too.
struct Profile {
    wire: Arc<Wire>,
    context: String,
    session: Option<String>,
}

impl Visit<'_> {
    pub(super) async fn snapshot(&self, turn: &mut Turn<'_>) -> Result<Snapshot, Setback> {
        let read = timeout(self.limits.total, self.read(turn)).await;
        read.unwrap_or_else(|_| Err(took_too_long(self.limits)))
    }

    async fn read(&self, turn: &mut Turn<'_>) -> Result<Snapshot, Setback> {
        let (wire, watcher) = (&self.running.wire, Watcher::default());
        let mut profile = Profile::new(wire, self.gate.port).await.map_err(Setback::passing)?;
        let session = profile.open(&watcher, Private::of(self.credentials)).await.map_err(Setback::passing)?;
        let tab = Tab { wire, session: &session, watcher: &watcher };
        let (answer, unfolded) = self.arrive(&tab, turn).await?;
        let page = self.take(&tab, unfolded).await?;
        self.snapshot_of(page, answer, &watcher)
    }

    /// The page as it looks.
    pub(super) async fn pictures(&self, turn: &mut Turn<'_>, evidence: Evidence) -> Result<Vec<Picture>, Setback> {
        let taken = timeout(self.limits.total, async {
            let (wire, watcher) = (&self.running.wire, Watcher::default());
            let mut profile = Profile::new(wire, self.gate.port).await.map_err(Setback::passing)?;
            let session = profile.open(&watcher, Private::of(self.credentials)).await.map_err(Setback::passing)?;
            let tab = Tab { wire, session: &session, watcher: &watcher };
            self.arrive(&tab, turn).await?;
            pictures::take(&tab, evidence).await.map_err(Setback::passing)
        });
        taken.await.unwrap_or_else(|_| Err(took_too_long(self.limits)))
    }

    /// Opens the page, waits until its text is there, opens what can be opened in it, and scrolls to its end and back.
    async fn arrive(&self, tab: &Tab<'_>, turn: &mut Turn<'_>) -> Result<(Answer, Unfolded), Setback> {
        self.prepare(tab).await.map_err(Setback::passing)?;
        self.navigate(tab).await?;
        let patience = if self.request.patient { Patience::longer() } else { Patience::usual(self.limits.settle) };
        let text = tab.settle(patience).await.map_err(Setback::passing)?;
        let answer = self.check(tab.watcher, turn)?;
        tab.open_closed_roots().await.map_err(Setback::passing)?;
        let unfolded = tab.unfold(text).await.map_err(Setback::passing)?;
        for (from, to) in &tab.watcher.seen().moved {
            self.moves.note(from, to);
        }
        Ok((answer, unfolded))
    }

    /// Tells the page who asks and in which language, and makes it tell us what happens.
    async fn prepare(&self, tab: &Tab<'_>) -> Result<(), Trouble> {
        for domain in ["Page", "Network", "Inspector"] {
            tab.call(&format!("{domain}.enable"), json!({})).await?;
        }
        tab.call("Network.setBypassServiceWorker", json!({"bypass": true})).await?;
        // Two pages are open at once; neither is to think that nobody looks at it.
        tab.call("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await?;
        let mut agent = json!({"userAgent": self.running.user_agent});
        if let Some(languages) = headers::languages(self.request) {
            agent["acceptLanguage"] = languages.into();
        }
        tab.call("Emulation.setUserAgentOverride", agent).await?;
        prepare(tab, self.credentials, &self.request.url).await
    }

    async fn navigate(&self, tab: &Tab<'_>) -> Result<(), Setback> {
        let url = self.request.url.as_str();
        let navigated = tab.call("Page.navigate", json!({"url": url})).await.map_err(Setback::passing)?;
        if navigated["isDownload"] == true {
            return Err(Setback::last(Trouble::Format { detail: "the address is a download".into() }));
        }
        match navigated["errorText"].as_str() {
            Some(error) => Err(self.failed(tab.watcher, error)),
            None => Ok(()),
        }
    }

    /// What it means that the browser got no answer, by the gate's knowledge and else by Chromium's error code.
    fn failed(&self, watcher: &Watcher, error: &str) -> Setback {
        let seen = watcher.seen();
        let url = seen.way.last().unwrap_or(&self.request.url);
        if let Some(setback) = self.gate.failure(url) {
            return setback;
        }
        let detail = plain(error);
        match error.strip_prefix("net::ERR_").unwrap_or(error) {
            code if code.starts_with("CERT_") || code.starts_with("SSL_") => Setback::last(Trouble::Tls { detail }),
            "TOO_MANY_REDIRECTS" => Setback::last(Trouble::TooManyRedirects { limit: seen.way.len() }),
            "TIMED_OUT" => Setback::passing(Trouble::Timeout { detail }),
            "ABORTED" => Setback::last(Trouble::Format { detail: "the address leads to no page".into() }),
            _ => Setback::passing(Trouble::Connection { detail }),
        }
    }

    /// Whether what answered is a page that can be read.
    fn check(&self, watcher: &Watcher, turn: &mut Turn<'_>) -> Result<Answer, Setback> {
        let answer = watcher.seen().answer.clone();
        let Some(answer) = answer else { return Err(self.failed(watcher, "no answer")) };
        let limit = self.limits.redirects;
        if watcher.seen().way.len() > limit + 1 {
            return Err(Setback::last(Trouble::TooManyRedirects { limit }));
        }
        let trouble = Trouble::Status { code: answer.status };
        match StatusCode::from_u16(answer.status) {
            Ok(status) if status.is_success() && status != StatusCode::PARTIAL_CONTENT => {}
            Ok(status) if is_passing(status) => {
                let Some(wait) = retry_after(&map(&answer.headers), self.now) else {
                    return Err(Setback::passing(trouble));
                };
                turn.hold_off(wait, answer.status);
                let passing = wait <= self.limits.retry_after;
                return Err(Setback { trouble, passing });
            }
            _ => return Err(Setback::last(trouble)),
        }
        if !matches!(&*answer.media_type, "text/html" | "application/xhtml+xml" | "text/plain" | "application/xml") {
            let detail = plain(&format!("`{}` is nothing for a browser: use `render: http`", answer.media_type));
            return Err(Setback::last(Trouble::Format { detail }));
        }
        Ok(answer)
    }

    /// The page as it stands, with marks on what is not to be seen and with what could not be read of it.
    async fn take(&self, tab: &Tab<'_>, unfolded: Unfolded) -> Result<Value, Setback> {
        let limit = self.limits.body;
        tab.open_closed_roots().await.map_err(Setback::passing)?;
        tab.run(CONCEAL, &[]).await.map_err(Setback::passing)?;
        let mut doubts = Vec::new();
        if unfolded.is_endless {
            doubts.push("endless");
        }
        if tab.watcher.seen().is_waiting_in_vain() {
            doubts.push("loading");
        }
        let page = tab.run(READ, &[json!(limit), json!(doubts)]).await.map_err(Setback::passing)?;
        let page = page.filter(|page| page["length"].is_null());
        page.ok_or_else(|| Setback::last(Trouble::TooLarge { limit_bytes: limit as u64 }))
    }

    fn snapshot_of(&self, mut page: Value, answer: Answer, watcher: &Watcher) -> Result<Snapshot, Setback> {
        let mut way = std::mem::take(&mut watcher.seen().way);
        let last = way.pop().unwrap_or_else(|| self.request.url.clone());
        let here = page["url"].as_str().and_then(|url| Url::parse(url).ok());
        let url = here.filter(|url| matches!(url.scheme(), "http" | "https")).unwrap_or(last);
        let Value::String(html) = page["html"].take() else {
            return Err(Setback::passing(Trouble::Browser { detail: "the page left while it was read".into() }));
        };
        let body = html.into_bytes();
        if body.len() > self.limits.body {
            return Err(Setback::last(Trouble::TooLarge { limit_bytes: self.limits.body as u64 }));
        }
        Ok(Snapshot {
            fetched_at: self.now,
            url,
            redirects: way,
            status: answer.status,
            headers: rendered(answer.headers),
            body,
            origin: Origin::Live,
        })
    }
}

impl Profile {
    async fn new(wire: &Arc<Wire>, gate: u16) -> Result<Self, Trouble> {
        let gate = format!("http://127.0.0.1:{gate}");
        // Without the bypass rule Chromium would go to loopback past the gate.
        let params = json!({"disposeOnDetach": true, "proxyServer": gate, "proxyBypassList": "<-loopback>"});
        let context = text(&wire.call(None, "Target.createBrowserContext", params).await?["browserContextId"])?;
        Ok(Self { wire: Arc::clone(wire), context, session: None })
    }

    /// Opens an empty page and listens to it.
    async fn open(&mut self, watcher: &Watcher, private: Option<Private>) -> Result<String, Trouble> {
        let (wire, context) = (&self.wire, &self.context);
        wire.call(None, "Browser.setDownloadBehavior", json!({"behavior": "deny", "browserContextId": context}))
            .await?;
        let params = json!({"url": "about:blank", "browserContextId": context});
        let target = text(&wire.call(None, "Target.createTarget", params).await?["targetId"])?;
        let attached = wire.call(None, "Target.attachToTarget", json!({"targetId": target, "flatten": true})).await?;
        let session = text(&attached["sessionId"])?;
        let events = wire.listen(&session);
        self.session = Some(session.clone());
        // A page's main frame bears the page's own id.
        let (wire, watcher, at) = (Arc::clone(wire), watcher.clone(), session.clone());
        tokio::spawn(async move { watcher.watch(wire, at, target, private, events).await });
        Ok(session)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            self.wire.forget(session);
        }
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (wire, context) = (Arc::clone(&self.wire), std::mem::take(&mut self.context));
        runtime.spawn(async move {
            let _ = wire.call(None, "Target.disposeBrowserContext", json!({"browserContextId": context})).await;
        });
    }
}

fn text(value: &Value) -> Result<String, Trouble> {
    let missing = || Trouble::Browser { detail: "its answer is not of the protocol".into() };
    value.as_str().map(str::to_owned).ok_or_else(missing)
}

fn map(headers: &[(String, String)]) -> HeaderMap {
    let pairs = headers.iter();
    pairs
        .filter_map(|(name, value)| Some((name.parse::<HeaderName>().ok()?, value.parse::<HeaderValue>().ok()?)))
        .collect()
}

/// The headers as they hold for the body that we keep: text out of a browser is UTF-8, whatever was served.
fn rendered(headers: Vec<(String, String)>) -> Vec<(String, String)> {
    let of_the_transfer = ["content-type", "content-length", "content-encoding", "transfer-encoding"];
    let kept = headers.into_iter().filter(|(name, _)| !of_the_transfer.contains(&name.as_str()));
    let ours = [("content-type", "text/html; charset=utf-8"), (MARKED, "1")];
    kept.chain(ours.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect()
}
