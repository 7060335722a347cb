//! The HTTP clients of a round: for public and for private networks, with and without kept connections.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use reqwest::header::HeaderMap;
use reqwest::{Certificate, Client, redirect};

use super::limits::Limits;
use super::resolver::Resolver;
use super::{Request, headers};

/// A connection into a private network must not serve a watch that may not go there, so each kind has its own pool.
#[derive(Debug)]
pub(super) struct Clients {
    public: Pair,
    private: Pair,
}

/// A client that keeps connections and one that makes a new one for every request.
#[derive(Debug)]
struct Pair {
    keeping: Client,
    fresh: Client,
}

impl Clients {
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub(super) fn new(contact: Option<&str>, ca_file: Option<&Path>, limits: &Limits) -> anyhow::Result<Self> {
        let certificates = ca_file.map(certificates).transpose()?.unwrap_or_default();
        let identity = headers::identity(contact);
        let pair = |allow_private| {
            let resolver = Arc::new(Resolver::new(allow_private));
            let build = |idle| client(&resolver, &certificates, &identity, limits, idle);
            anyhow::Ok(Pair { keeping: build(2)?, fresh: build(0)? })
        };
        Ok(Self { public: pair(false)?, private: pair(true)? })
    }

    pub(super) const fn of(&self, request: &Request) -> &Client {
        let pair = if request.allow_private_network { &self.private } else { &self.public };
        if request.fresh { &pair.fresh } else { &pair.keeping }
    }
}

fn client(
    resolver: &Arc<Resolver>,
    certificates: &[Certificate],
    identity: &HeaderMap,
    limits: &Limits,
    idle: usize,
) -> anyhow::Result<Client> {
    Client::builder()
        .dns_resolver(Arc::clone(resolver))
        .default_headers(identity.clone())
        // Each hop has to be looked at and recorded, so redirects are ours to follow.
        .redirect(redirect::Policy::none())
        .referer(false)
        .tls_certs_merge(certificates.iter().cloned())
        .connect_timeout(limits.connect)
        .read_timeout(limits.read)
        .pool_max_idle_per_host(idle)
        .build()
        .context("cannot make the HTTP client")
}

fn certificates(file: &Path) -> anyhow::Result<Vec<Certificate>> {
    let pem = std::fs::read(file).with_context(|| format!("cannot read the CA file `{}`", file.display()))?;
    let unusable = || format!("the CA file `{}` holds no certificate in PEM form", file.display());
    let certificates = Certificate::from_pem_bundle(&pem).with_context(unusable)?;
    ensure!(!certificates.is_empty(), unusable());
    Ok(certificates)
}
