//! A browser that runs, and its ways out.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::Mutex;

use super::gate::Gate;
use super::process::Process;
use super::upstream::Upstream;
use super::wire::Wire;
use crate::io::fetch::limits::Limits;
use crate::io::fetch::resolver::Resolver;
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
        let public =
            Arc::new(Gate::open(Resolver::strict(false), None, limits).await.map_err(|error| no_gate(&error))?);
        let private =
            Arc::new(Gate::open(Resolver::strict(true), None, limits).await.map_err(|error| no_gate(&error))?);
        let (process, pipe) = Process::start(named, public.port)?;
        let wire = Arc::new(Wire::new(pipe));
        let Ok(version) = wire.call(None, "Browser.getVersion", json!({})).await else {
            // Of the many words that it leaves then, none says that it was the unit.
            let unit = std::env::var_os("INVOCATION_ID").map_or("", |_| "; does the unit let it? browser.conf does");
            return Err(Trouble::Browser { detail: format!("it did not start{unit}: {}", process.last_words()) });
        };
        let own = version["userAgent"].as_str().unwrap_or_default();
        let user_agent = format!("{own} {}", fetcher.means.clients.user_agent());
        Ok(Self { wire, process: Mutex::new(Some(process)), public, private, user_agent })
    }

    /// The way out for that request: one that all share, or one of its own where its watch names a proxy, or where
    /// only its own host may be private.
    pub(super) async fn gate(&self, request: &Request, limits: &Limits) -> Result<Arc<Gate>, Trouble> {
        let allow_private = request.allow_private_network;
        let proxy = match &request.access.proxy {
            None => None,
            Some(proxy) => Some(Upstream::named(proxy).ok_or_else(|| Trouble::Access {
                detail: "the browser can only be led through a proxy with `http://`".to_owned(),
            })?),
        };
        let is_at_home = allow_private && request.only_at_home;
        if proxy.is_none() && !is_at_home {
            return Ok(Arc::clone(if allow_private { &self.private } else { &self.public }));
        }
        let resolver = match request.url.host_str().filter(|_| is_at_home) {
            Some(host) => Resolver::at_home(host),
            None => Resolver::strict(allow_private),
        };
        Ok(Arc::new(Gate::open(resolver, proxy, limits).await.map_err(|error| no_gate(&error))?))
    }
}

fn no_gate(error: &std::io::Error) -> Trouble {
    Trouble::Browser { detail: format!("cannot listen on loopback: {error}") }
}
