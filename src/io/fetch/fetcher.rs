//! The client for plain requests: a look is tried again where its trouble may pass.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use super::client::Clients;
use super::credentials::Credentials;
use super::in_hand::InHand;
use super::limits::Limits;
use super::look::Look;
use super::means::Means;
use super::moves::Moves;
use super::pace::Pace;
use super::request::{Fetched, Request};
use super::retry;
use crate::model::Trouble;

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

/// The client; one per round, cheap to clone.
#[derive(Debug, Clone)]
pub struct Fetcher {
    pub(super) means: Arc<Means>,
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
        Ok(Self { means: Arc::new(Means { clients, pace, moves: Moves::default(), limits }) })
    }

    /// The room for what was fetched, until it is recorded.
    #[must_use]
    pub fn in_hand(&self) -> &InHand {
        self.means.pace.in_hand()
    }

    /// Where an address that was asked in this round has moved for good, if it has.
    #[must_use]
    pub fn moved(&self, url: &Url) -> Option<Url> {
        self.means.moves.of(url)
    }

    /// Gets a page, trying again where the trouble may pass; `now` stamps the snapshot.
    ///
    /// # Errors
    /// A named trouble: that of the last attempt.
    pub async fn fetch(&self, request: &Request, now: Timestamp) -> Result<Fetched, Trouble> {
        let credentials = Credentials::of(request, &self.means.clients, now)?;
        let look = Look::new(&self.means, request, credentials, now);
        let mut attempt = 1;
        loop {
            match look.attempt().await {
                Ok(fetched) => return Ok(fetched),
                Err(setback) if setback.passing && attempt < self.means.limits.attempts => {
                    tracing::debug!(url = %request.url, attempt, trouble = ?setback.trouble, "trying again");
                    tokio::time::sleep(retry::jitter(self.means.limits.backoff, attempt)).await;
                    attempt += 1;
                }
                Err(setback) => return Err(setback.trouble),
            }
        }
    }
}
