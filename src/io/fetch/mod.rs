//! The door to the platforms: a polite, bounded HTTP client.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use crate::model::{Snapshot, Trouble};

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

/// The client; one per round.
#[derive(Debug)]
pub struct Fetcher;

impl Fetcher {
    /// Makes a client.
    ///
    /// # Errors
    /// Where the CA file cannot be read or holds no certificate.
    pub fn new(_manners: Manners) -> anyhow::Result<Self> {
        todo!()
    }

    /// Gets a page, retrying what is transient; `now` stamps the snapshot.
    ///
    /// # Errors
    /// A named trouble.
    pub async fn fetch(&self, _request: &Request, _now: Timestamp) -> Result<Fetched, Trouble> {
        todo!()
    }
}
