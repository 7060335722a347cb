//! The door to pages whose text is written by scripts: Chromium, behind the same guard as plain fetches.
//!
//! We speak the `DevTools` protocol over a pipe and need a dozen of its orders, so there is no crate between: the pipe
//! ends the browser when we end, even by kill -9, and the generated protocol crates take minutes to build.

mod gate;
mod page;
mod pictures;
mod prepare;
mod private;
mod process;
mod settle;
mod tab;
mod upstream;
mod watcher;
mod wire;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;
use tokio::sync::{Mutex, Semaphore};

use super::credentials::Credentials;
use super::limits::Limits;
use super::retry::Setback;
use super::{Fetcher, Request, address};
use crate::model::{Evidence, Picture, Snapshot, Trouble};
use gate::Gate;
use process::Process;
use upstream::Upstream;
use wire::Wire;

/// Pages open at once: each may take some hundred megabytes.
const PAGES: usize = 2;

/// A page whose trouble may pass is opened so often; a browser costs a platform far more than a plain request.
const ATTEMPTS: u32 = 2;

/// A browser that is started when the first page needs it, and again should it end; one per round.
#[derive(Debug)]
pub struct Browser {
    fetcher: Fetcher,
    named: Option<PathBuf>,
    running: Mutex<Option<Arc<Running>>>,
    pages: Semaphore,
}

/// A browser and its ways out.
#[derive(Debug)]
struct Running {
    wire: Arc<Wire>,
    process: Mutex<Option<Process>>,
    public: Arc<Gate>,
    private: Arc<Gate>,
    /// Its own name with ours added: a platform shall see both.
    user_agent: String,
}

impl Browser {
    /// A browser that shares the fetcher's manners and limits; `named` where the executable is not to be looked for on `PATH`.
    #[must_use]
    pub fn new(fetcher: &Fetcher, named: Option<PathBuf>) -> Self {
        Self { fetcher: fetcher.clone(), named, running: Mutex::default(), pages: Semaphore::new(PAGES) }
    }

    /// Opens a page with an empty profile, lets its scripts write, opens what can be opened, and takes the text as it
    /// then stands as the snapshot's body; `now` stamps it.
    ///
    /// # Errors
    /// A named trouble, [`Trouble::NoBrowser`] where none is installed.
    pub async fn render(&self, request: &Request, now: Timestamp) -> Result<Snapshot, Trouble> {
        address::check_for(request, &request.url).map_err(|setback| setback.trouble)?;
        let inner = &self.fetcher.inner;
        let credentials = Credentials::of(request, &inner.clients, now)?;
        let host = request.url.host_str().unwrap_or_default();
        let mut attempt = 1;
        loop {
            let mut turn = inner.pace.turn(host).await.map_err(|code| Trouble::Status { code })?;
            let _page = self.pages.acquire().await;
            match self.attempt(request, &credentials, now, &mut turn).await {
                Ok(snapshot) => return Ok(snapshot),
                Err(setback) if setback.passing && attempt < ATTEMPTS.min(inner.limits.attempts) => attempt += 1,
                Err(setback) => return Err(setback.trouble),
            }
        }
    }

    async fn attempt(
        &self,
        request: &Request,
        credentials: &Credentials,
        now: Timestamp,
        turn: &mut super::pace::Turn<'_>,
    ) -> Result<Snapshot, Setback> {
        let running = self.running().await.map_err(Setback::last)?;
        let limits = &self.fetcher.inner.limits;
        let gate = running.gate(request, limits).await.map_err(Setback::last)?;
        let moves = &self.fetcher.inner.moves;
        let visit = page::Visit { running: &running, gate, limits, moves, request, credentials, now };
        visit.snapshot(turn).await
    }

    /// Opens a page as [`Self::render`] does and takes pictures of it; there is no second attempt.
    ///
    /// # Errors
    /// A named trouble.
    pub async fn pictures(
        &self,
        request: &Request,
        evidence: Evidence,
        now: Timestamp,
    ) -> Result<Vec<Picture>, Trouble> {
        address::check_for(request, &request.url).map_err(|setback| setback.trouble)?;
        let inner = &self.fetcher.inner;
        let credentials = &Credentials::of(request, &inner.clients, now)?;
        let host = request.url.host_str().unwrap_or_default();
        let mut turn = inner.pace.turn(host).await.map_err(|code| Trouble::Status { code })?;
        let _page = self.pages.acquire().await;
        let running = self.running().await?;
        let gate = running.gate(request, &inner.limits).await?;
        let (limits, moves) = (&inner.limits, &inner.moves);
        let visit = page::Visit { running: &running, gate, limits, moves, request, credentials, now };
        visit.pictures(&mut turn, evidence).await.map_err(|setback| setback.trouble)
    }

    /// The browser, started if it is not running (any more).
    async fn running(&self) -> Result<Arc<Running>, Trouble> {
        let mut slot = self.running.lock().await;
        if let Some(running) = slot.as_ref().filter(|running| !running.wire.is_closed()) {
            return Ok(Arc::clone(running));
        }
        let running = Arc::new(Running::start(&self.fetcher, self.named.as_deref()).await?);
        *slot = Some(Arc::clone(&running));
        Ok(running)
    }

    /// Ends the browser. Without this it ends all the same when we do, but may leave its profile to the next run.
    pub async fn close(&self) {
        let Some(running) = self.running.lock().await.take() else { return };
        let _ = running.wire.call(None, "Browser.close", json!({})).await;
        let process = running.process.lock().await.take();
        if let Some(process) = process {
            process.end().await;
        }
    }
}

impl Running {
    async fn start(fetcher: &Fetcher, named: Option<&std::path::Path>) -> Result<Self, Trouble> {
        let limits = &fetcher.inner.limits;
        let public = Arc::new(Gate::open(false, None, limits).await.map_err(|error| no_gate(&error))?);
        let private = Arc::new(Gate::open(true, None, limits).await.map_err(|error| no_gate(&error))?);
        let (process, pipe) = Process::start(named, public.port)?;
        let wire = Arc::new(Wire::new(pipe));
        let Ok(version) = wire.call(None, "Browser.getVersion", json!({})).await else {
            return Err(Trouble::Browser { detail: format!("it did not start: {}", process.last_words()) });
        };
        let own = version["userAgent"].as_str().unwrap_or_default();
        let user_agent = format!("{own} {}", fetcher.inner.clients.user_agent());
        Ok(Self { wire, process: Mutex::new(Some(process)), public, private, user_agent })
    }

    /// The way out for that request: one that all share, or one to the proxy that its watch names.
    async fn gate(&self, request: &Request, limits: &Limits) -> Result<Arc<Gate>, Trouble> {
        let allow_private = request.allow_private_network;
        let Some(proxy) = &request.access.proxy else {
            return Ok(Arc::clone(if allow_private { &self.private } else { &self.public }));
        };
        let Some(upstream) = Upstream::named(proxy) else {
            let detail = "the browser can only be led through a proxy with `http://`".to_owned();
            return Err(Trouble::Access { detail });
        };
        Ok(Arc::new(Gate::open(allow_private, Some(upstream), limits).await.map_err(|error| no_gate(&error))?))
    }
}

fn no_gate(error: &std::io::Error) -> Trouble {
    Trouble::Browser { detail: format!("cannot listen on loopback: {error}") }
}
