//! The browser of a round: started when a page needs it, and asked for pages and pictures.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;
use tokio::sync::{Mutex, Semaphore};

use super::page;
use super::running::Running;
use crate::io::fetch::credentials::Credentials;
use crate::io::fetch::pace::Turn;
use crate::io::fetch::retry::Setback;
use crate::io::fetch::{Fetcher, Request, address};
use crate::model::{Evidence, Picture, Snapshot, Trouble};

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
        let means = &self.fetcher.means;
        let credentials = Credentials::of(request, &means.clients, now)?;
        let host = request.url.host_str().unwrap_or_default();
        let mut attempt = 1;
        loop {
            let mut turn = means.pace.turn(host).await?;
            let _page = self.pages.acquire().await;
            match self.attempt(request, &credentials, now, &mut turn).await {
                Ok(snapshot) => return Ok(snapshot),
                Err(setback) if setback.passing && attempt < ATTEMPTS.min(means.limits.attempts) => attempt += 1,
                Err(setback) => return Err(setback.trouble),
            }
        }
    }

    async fn attempt(
        &self,
        request: &Request,
        credentials: &Credentials,
        now: Timestamp,
        turn: &mut Turn<'_>,
    ) -> Result<Snapshot, Setback> {
        let running = self.running().await.map_err(Setback::last)?;
        let limits = &self.fetcher.means.limits;
        let gate = running.gate(request, limits).await.map_err(Setback::last)?;
        let moves = &self.fetcher.means.moves;
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
        let means = &self.fetcher.means;
        let credentials = &Credentials::of(request, &means.clients, now)?;
        let host = request.url.host_str().unwrap_or_default();
        let mut turn = means.pace.turn(host).await?;
        let _page = self.pages.acquire().await;
        let running = self.running().await?;
        let gate = running.gate(request, &means.limits).await?;
        let (limits, moves) = (&means.limits, &means.moves);
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
