//! What is asked for, and what comes back.

use url::Url;

use crate::model::{Access, Snapshot};

/// One page to get.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own, and is read by its name")]
pub struct Request {
    pub url: Url,
    /// For Accept-Language (BCP 47).
    pub language: Option<String>,
    /// What the watch adds; secrets go to the origin of `url` alone.
    pub access: Access,
    pub allow_private_network: bool,
    /// Whether what is private is allowed for the host of `url` alone, wherever the page leads.
    pub only_at_home: bool,
    /// Sent back as If-None-Match.
    pub etag: Option<String>,
    /// Sent back as If-Modified-Since.
    pub last_modified: Option<String>,
    /// Whether no connection or cookie of an earlier look may be used (the second look at new words).
    pub fresh: bool,
    /// Whether a browser waits longer than usual: the page showed far less than when it was last read.
    pub patient: bool,
}

impl Request {
    /// Whether that address may lie in a private network.
    pub(super) fn may_be_private(&self, url: &Url) -> bool {
        self.allow_private_network && (!self.only_at_home || url.host() == self.url.host())
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    Page(Box<Snapshot>),
    /// 304: what we have is what they have.
    NotModified,
}
