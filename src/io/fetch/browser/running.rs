//! A browser that runs, and its ways out.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::Mutex;

use super::gate::Gate;
use super::process::Process;
use super::upstream::Upstream;
use super::wire::Wire;
use crate::io::fetch::limits::Limits;
use crate::io::fetch::{Fetcher, Request};
use crate::model::Trouble;

/// A browser and its ways out.
#[derive(Debug)]
pub(super) struct Running {
    pub wire: Arc<Wire>,
    pub process: Mutex<Option<Process>>,
    pub public: Arc<Gate>,
    pub private: Arc<Gate>,
    /// Its own name with ours added: a platform shall see both.
    pub user_agent: String,
}

impl Running {
    pub(super) async fn start(fetcher: &Fetcher, named: Option<&std::path::Path>) -> Result<Self, Trouble> {
        let limits = &fetcher.means.limits;
        let public = Arc::new(Gate::open(false, None, limits).await.map_err(|error| no_gate(&error))?);
        let private = Arc::new(Gate::open(true, None, limits).await.map_err(|error| no_gate(&error))?);
        let (process, pipe) = Process::start(named, public.port)?;
        let wire = Arc::new(Wire::new(pipe));
        let Ok(version) = wire.call(None, "Browser.getVersion", json!({})).await else {
            return Err(Trouble::Browser { detail: format!("it did not start: {}", process.last_words()) });
        };
        let own = version["userAgent"].as_str().unwrap_or_default();
        let user_agent = format!("{own} {}", fetcher.means.clients.user_agent());
        Ok(Self { wire, process: Mutex::new(Some(process)), public, private, user_agent })
    }

    /// The way out for that request: one that all share, or one to the proxy that its watch names.
    pub(super) async fn gate(&self, request: &Request, limits: &Limits) -> Result<Arc<Gate>, Trouble> {
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
