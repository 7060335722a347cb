//! What a watch adds to its requests, read where it is kept and handed out for the watch's own origin only.

use jiff::Timestamp;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use secrecy::ExposeSecret as _;
use url::{Origin, Url};

use super::Request;
use super::client::Clients;
use super::cookies::{self, Cookie};
use crate::io::secret;
use crate::model::{Access, Trouble};

/// The secrets of one look.
#[derive(Debug, Default)]
pub(super) struct Credentials {
    /// None: there are no secrets.
    home: Option<Origin>,
    headers: HeaderMap,
    cookies: Vec<Cookie>,
}

impl Credentials {
    /// Reads what the request's watch adds; a client only knows how a password is written.
    ///
    /// # Errors
    /// What cannot be read or sent.
    pub(super) fn of(request: &Request, clients: &Clients, now: Timestamp) -> Result<Self, Trouble> {
        let Access { headers, cookies_file, basic_auth, .. } = &request.access;
        if !request.access.has_secrets() {
            return Ok(Self::default());
        }
        let refuse = |detail: String| Trouble::Access { detail: super::failure::plain(&detail) };
        let mut kept = HeaderMap::new();
        for (name, value) in headers {
            let (Ok(name), Ok(mut value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) else {
                return Err(refuse(format!("the header `{name}` cannot be sent")));
            };
            value.set_sensitive(true);
            kept.insert(name, value);
        }
        if let Some(basic) = basic_auth {
            let password = secret::read(&basic.password).map_err(refuse)?;
            let asked = clients
                .of(request, &request.url)?
                .get(request.url.clone())
                .basic_auth(&basic.user, Some(password.expose_secret()))
                .build();
            let value = asked.ok().and_then(|asked| asked.headers().get(AUTHORIZATION).cloned());
            kept.insert(AUTHORIZATION, value.ok_or_else(|| refuse("the password cannot be sent".to_owned()))?);
        }
        let cookies = match cookies_file {
            Some(file) => cookies::read(file, &request.url, now).map_err(refuse)?,
            None => Vec::new(),
        };
        Ok(Self { home: Some(request.url.origin()), headers: kept, cookies })
    }

    /// The headers for that address; none for any other origin.
    pub(super) fn headers(&self, url: &Url) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        self.headers.iter().filter(|_| self.is_home(url))
    }

    /// The cookies for that address; none for any other origin.
    pub(super) fn cookies(&self, url: &Url) -> impl Iterator<Item = &Cookie> {
        self.cookies.iter().filter(|cookie| self.is_home(url) && cookie.is_sent_to(url))
    }

    /// All cookies of the watch's own host, for a browser that sees to paths itself.
    pub(super) fn all_cookies(&self) -> &[Cookie] {
        &self.cookies
    }

    /// The headers and the origin that may see them, where there are any.
    pub(super) fn headers_at_home(&self) -> Option<(&Origin, &HeaderMap)> {
        self.home.as_ref().filter(|_| !self.headers.is_empty()).map(|home| (home, &self.headers))
    }

    fn is_home(&self, url: &Url) -> bool {
        self.home.as_ref() == Some(&url.origin())
    }
}

/// The look's own cookies and the watch's in one header; what the server has set since comes first and counts.
pub(super) fn joined(set: Option<HeaderValue>, kept: &Credentials, url: &Url) -> Option<HeaderValue> {
    let mut line = set.as_ref().and_then(|set| set.to_str().ok()).unwrap_or_default().to_owned();
    let known: Vec<String> =
        line.split("; ").filter_map(|pair| pair.split_once('=')).map(|(name, _)| name.to_owned()).collect();
    for cookie in kept.cookies(url).filter(|cookie| !known.contains(&cookie.name)) {
        if !line.is_empty() {
            line.push_str("; ");
        }
        line.extend([cookie.name.as_str(), "=", cookie.value.expose_secret()]);
    }
    if line.is_empty() {
        return set;
    }
    let mut value = HeaderValue::from_str(&line).ok()?;
    value.set_sensitive(true);
    Some(value)
}
