//! The HTTP clients of a round: for public and for private networks, with and without kept connections.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, ensure};
use reqwest::header::{HeaderMap, USER_AGENT};
use reqwest::{Certificate, Client, Proxy, redirect};
use url::Url;

use super::limits::Limits;
use super::resolver::Resolver;
use super::{Request, failure, headers};
use crate::model::Trouble;

/// A connection into a private network must not serve a watch that may not go there, so each kind has its own pool.
///
/// Making a client reads all of the system's certificates, so each is made when it is first asked for.
#[derive(Debug)]
pub(super) struct Clients {
    made: Mutex<HashMap<Way, Made>>,
    certificates: Vec<Certificate>,
    identity: HeaderMap,
    limits: Limits,
}

/// A client, and how often it was asked for.
#[derive(Debug)]
struct Made {
    client: Client,
    asked: usize,
}

/// After so many requests another client takes over, and the connections that the first one keeps are closed: each holds as much
/// memory as the pages that came through it (half a megabyte), and the memory of a round is not to grow with the hosts on the list.
const MOST_ASKED: usize = 64;

/// Browsers bound the size of headers and not their number; a hundred, which is usual, is too few for some servers.
const MOST_HEADERS: usize = 400;

/// What a client cannot change from request to request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Way {
    allow_private: bool,
    fresh: bool,
    proxy: Option<Url>,
}

impl Clients {
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub(super) fn new(contact: Option<&str>, ca_file: Option<&Path>, limits: &Limits) -> anyhow::Result<Self> {
        let clients = Self {
            made: Mutex::default(),
            certificates: ca_file.map(certificates).transpose()?.unwrap_or_default(),
            identity: headers::identity(contact),
            limits: limits.clone(),
        };
        clients.get(Way::default()).context(match ca_file {
            Some(file) => format!("cannot trust the CA file `{}`", file.display()),
            None => "cannot make the HTTP client".into(),
        })?;
        Ok(clients)
    }

    /// The client for one hop of that request.
    ///
    /// # Errors
    /// Where the watch names a proxy that cannot be used.
    pub(super) fn of(&self, request: &Request, url: &Url) -> Result<Client, Trouble> {
        let (allow_private, fresh) = (request.may_be_private(url), request.fresh);
        let made = self.get(Way { allow_private, fresh, proxy: request.access.proxy.clone() });
        made.map_err(|error| failure::of(&error, &self.limits).trouble)
    }

    /// Who we say that we are.
    pub(super) fn user_agent(&self) -> &str {
        self.identity.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
    }

    fn get(&self, way: Way) -> reqwest::Result<Client> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Made { client, asked }) = made.get_mut(&way).filter(|made| made.asked < MOST_ASKED) {
            *asked += 1;
            return Ok(client.clone());
        }
        let client = self.make(&way)?;
        made.insert(way, Made { client: client.clone(), asked: 1 });
        Ok(client)
    }

    fn make(&self, way: &Way) -> reqwest::Result<Client> {
        let proxy_name = way.proxy.as_ref().and_then(Url::host_str);
        let builder = Client::builder().dns_resolver(Arc::new(Resolver::new(way.allow_private, proxy_name)));
        let builder = match &way.proxy {
            // The environment's proxies are left aside then, its exceptions too: the watch says how it wants to be asked.
            Some(proxy) => builder.proxy(Proxy::all(proxy.clone())?),
            None => builder,
        };
        builder
            .default_headers(self.identity.clone())
            // Each hop has to be looked at and recorded, so redirects are ours to follow.
            .redirect(redirect::Policy::none())
            .referer(false)
            .tls_certs_merge(self.certificates.iter().cloned())
            .connect_timeout(self.limits.connect)
            .read_timeout(self.limits.read)
            .pool_max_idle_per_host(if way.fresh { 0 } else { 2 })
            // Browsers pass over header lines that are none, and join those that are folded.
            .http1_ignore_invalid_headers_in_responses(true)
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http1_max_headers(MOST_HEADERS)
            .build()
    }
}

fn certificates(file: &Path) -> anyhow::Result<Vec<Certificate>> {
    let pem = std::fs::read(file).with_context(|| format!("cannot read the CA file `{}`", file.display()))?;
    let unusable = || format!("the CA file `{}` holds no certificate in PEM form", file.display());
    let certificates = Certificate::from_pem_bundle(&pem).with_context(unusable)?;
    ensure!(!certificates.is_empty(), unusable());
    Ok(certificates)
}
