//! What is asked for, and what comes back.

use url::Url;

use crate::model::{Access, Snapshot};

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
    /// Whether a browser waits longer than usual: the page showed far less than when it was last read.
    pub patient: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    Page(Box<Snapshot>),
    /// 304: what we have is what they have.
    NotModified,
}
