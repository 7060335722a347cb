//! The HTTP clients of a round: for public and for private networks, with and without kept connections.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, ensure};
use reqwest::header::{HeaderMap, USER_AGENT};
use reqwest::{Certificate, Client, redirect};

use super::limits::Limits;
use super::resolver::Resolver;
use super::retry::Setback;
use super::{Request, failure, headers};

/// A connection into a private network must not serve a watch that may not go there, so each kind has its own pool.
///
/// Making a client reads all of the system's certificates, so each is made when it is first asked for.
#[derive(Debug)]
pub(super) struct Clients {
    made: [OnceLock<Client>; 4],
    certificates: Vec<Certificate>,
    identity: HeaderMap,
    limits: Limits,
}

impl Clients {
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub(super) fn new(contact: Option<&str>, ca_file: Option<&Path>, limits: &Limits) -> anyhow::Result<Self> {
        let clients = Self {
            made: Default::default(),
            certificates: ca_file.map(certificates).transpose()?.unwrap_or_default(),
            identity: headers::identity(contact),
            limits: limits.clone(),
        };
        clients.get(false, false).context(match ca_file {
            Some(file) => format!("cannot trust the CA file `{}`", file.display()),
            None => "cannot make the HTTP client".into(),
        })?;
        Ok(clients)
    }

    /// The client for that request.
    pub(super) fn of(&self, request: &Request) -> Result<&Client, Setback> {
        let made = self.get(request.allow_private_network, request.fresh);
        made.map_err(|error| failure::of(&error, &self.limits))
    }

    /// Who we say that we are.
    pub(super) fn user_agent(&self) -> &str {
        self.identity.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
    }

    fn get(&self, allow_private: bool, fresh: bool) -> reqwest::Result<&Client> {
        let slot = &self.made[usize::from(allow_private) * 2 + usize::from(fresh)];
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let client = self.make(allow_private, fresh)?;
        Ok(slot.get_or_init(|| client))
    }

    fn make(&self, allow_private: bool, fresh: bool) -> reqwest::Result<Client> {
        Client::builder()
            .dns_resolver(Arc::new(Resolver::new(allow_private)))
            .default_headers(self.identity.clone())
            // Each hop has to be looked at and recorded, so redirects are ours to follow.
            .redirect(redirect::Policy::none())
            .referer(false)
            .tls_certs_merge(self.certificates.iter().cloned())
            .connect_timeout(self.limits.connect)
            .read_timeout(self.limits.read)
            .pool_max_idle_per_host(if fresh { 0 } else { 2 })
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
