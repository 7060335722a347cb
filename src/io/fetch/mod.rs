//! The door to the platforms: a polite, bounded HTTP client.
//!
//! A look ([`Fetcher::fetch`]) is one or more attempts; an attempt is a way of hops over redirects; a hop is one
//! request in its turn. Pages whose text is written by scripts are read through a [`Browser`].

mod address;
mod body;
mod browser;
mod client;
mod cookies;
mod credentials;
mod failure;
mod headers;
mod limits;
mod look;
mod moves;
mod pace;
mod proxies;
mod resolver;
mod retry;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use self::client::Clients;
use self::credentials::Credentials;
use self::look::Look;
use self::moves::Moves;
use self::pace::Pace;
use crate::model::{Access, Snapshot, Trouble};

pub use self::address::is_public;
pub use self::browser::Browser;
pub use self::limits::Limits;

/// How to behave towards all hosts.
#[derive(Debug, Clone)]
pub struct Manners {
    /// Stands in the User-Agent.
    pub contact: Option<String>,
    /// Between two requests to one host.
    pub pause: Duration,
    /// Requests at once over all hosts.
    pub concurrency: usize,
    /// Certificates (PEM) trusted beside the system's.
    pub ca_file: Option<PathBuf>,
}

/// One page to get.
#[derive(Debug, Clone)]
pub struct Request {
    pub url: Url,
    /// For Accept-Language (BCP 47).
    pub language: Option<String>,
    /// What the watch adds; secrets go to the origin of `url` alone.
    pub access: Access,
    pub allow_private_network: bool,
    /// Sent back as If-None-Match.
    pub etag: Option<String>,
    /// Sent back as If-Modified-Since.
    pub last_modified: Option<String>,
    /// Whether no connection or cookie of an earlier look may be used (the second look at new words).
    pub fresh: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    Page(Box<Snapshot>),
    /// 304: what we have is what they have.
    NotModified,
}

/// The client; one per round, cheap to clone.
#[derive(Debug, Clone)]
pub struct Fetcher {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    clients: Clients,
    pace: Pace,
    moves: Moves,
    limits: Limits,
}

impl Fetcher {
    /// Makes a client with the usual limits.
    ///
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub fn new(manners: Manners) -> anyhow::Result<Self> {
        Self::with_limits(manners, Limits::default())
    }

    /// Makes a client with limits of its own.
    ///
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub fn with_limits(manners: Manners, limits: Limits) -> anyhow::Result<Self> {
        let Manners { contact, pause, concurrency, ca_file } = manners;
        let clients = Clients::new(contact.as_deref(), ca_file.as_deref(), &limits)?;
        let pace = Pace::new(pause, limits.retry_after, concurrency);
        Ok(Self { inner: Arc::new(Inner { clients, pace, moves: Moves::default(), limits }) })
    }

    /// Where an address that was asked in this round has moved for good, if it has.
    #[must_use]
    pub fn moved(&self, url: &Url) -> Option<Url> {
        self.inner.moves.of(url)
    }

    /// Gets a page, trying again where the trouble may pass; `now` stamps the snapshot.
    ///
    /// # Errors
    /// A named trouble: that of the last attempt.
    pub async fn fetch(&self, request: &Request, now: Timestamp) -> Result<Fetched, Trouble> {
        let credentials = Credentials::of(request, &self.inner.clients, now)?;
        let look = Look::new(&self.inner, request, credentials, now);
        let mut attempt = 1;
        loop {
            match look.attempt().await {
                Ok(fetched) => return Ok(fetched),
                Err(setback) if setback.passing && attempt < self.inner.limits.attempts => {
                    tracing::debug!(url = %request.url, attempt, trouble = ?setback.trouble, "trying again");
                    tokio::time::sleep(retry::jitter(self.inner.limits.backoff, attempt)).await;
                    attempt += 1;
                }
                Err(setback) => return Err(setback.trouble),
            }
        }
    }
}
