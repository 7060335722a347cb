//! What a watch adds to its requests: headers, cookies, a password, languages, a proxy.

use std::path::PathBuf;

use url::Url;

use super::PasswordSource;

/// Nothing of it is needed for a page that everybody can read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Access {
    /// Sent to the watch's own origin only.
    pub headers: Vec<(String, String)>,
    /// Cookies in Netscape's format or as lines of `name=value`; sent to the watch's own origin only.
    pub cookies_file: Option<PathBuf>,
    /// Sent to the watch's own origin only.
    pub basic_auth: Option<BasicAuth>,
    /// The whole value of Accept-Language, instead of the one made of the watch's language.
    pub accept_language: Option<String>,
    /// Asked instead of the page's own server, and instead of the proxy that the environment names.
    pub proxy: Option<Url>,
}

/// A user and where their password is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BasicAuth {
    pub user: String,
    pub password: PasswordSource,
}

impl Access {
    /// What may be said to anybody: the languages, and the way.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        Self { accept_language: self.accept_language.clone(), proxy: self.proxy.clone(), ..Self::default() }
    }

    /// Whether something of it is meant for the watch's own origin alone.
    #[must_use]
    pub fn has_secrets(&self) -> bool {
        !self.headers.is_empty() || self.cookies_file.is_some() || self.basic_auth.is_some()
    }
}
