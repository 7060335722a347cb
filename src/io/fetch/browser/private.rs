//! A watch's secrets in the browser: added to requests for its own origin, one by one.
//!
//! `Network.setExtraHTTPHeaders` would add them to everything that the page loads from anywhere; instead, requests for
//! the origin are held for a moment, and such an addition does not reach past a redirect.

use reqwest::header::HeaderMap;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use url::{Origin, Url};

use super::settle::Tab;
use crate::io::fetch::credentials::Credentials;
use crate::model::Trouble;

/// Headers, and the origin that may see them.
#[derive(Debug, Clone)]
pub(super) struct Private {
    home: Origin,
    headers: HeaderMap,
}

impl Private {
    /// The headers of those credentials, if there are any.
    pub(super) fn of(credentials: &Credentials) -> Option<Self> {
        let (home, headers) = credentials.headers_at_home()?;
        Some(Self { home: home.clone(), headers: headers.clone() })
    }
}

/// Puts the cookies into the page's profile and has requests held that get headers.
pub(super) async fn prepare(tab: &Tab<'_>, credentials: &Credentials, url: &Url) -> Result<(), Trouble> {
    // Without a domain a cookie is for this host alone; with `secure` it never leaves TLS.
    let over_tls = url.scheme() == "https";
    let cookies = credentials.all_cookies().iter().filter(|cookie| over_tls || !cookie.secure);
    let cookies: Vec<Value> = cookies
        .map(|cookie| {
            let value = cookie.value.expose_secret();
            json!({"name": cookie.name, "value": value, "url": url.as_str(), "path": cookie.path, "secure": over_tls})
        })
        .collect();
    if !cookies.is_empty() {
        tab.call("Network.setCookies", json!({"cookies": cookies})).await?;
    }
    if let Some((home, _)) = credentials.headers_at_home() {
        let pattern = format!("{}/*", home.ascii_serialization());
        tab.call("Fetch.enable", json!({"patterns": [{"urlPattern": pattern, "requestStage": "Request"}]})).await?;
    }
    Ok(())
}

/// The order to go on with a held request: with our headers where it goes to their origin.
pub(super) fn continued(private: Option<&Private>, paused: &Value) -> Value {
    let mut order = json!({"requestId": paused["requestId"]});
    let url = paused["request"]["url"].as_str().and_then(|url| Url::parse(url).ok());
    let Some(private) = private.filter(|private| url.is_some_and(|url| url.origin() == private.home)) else {
        return order;
    };
    let own = paused["request"]["headers"].as_object().into_iter().flatten();
    let own = own.filter(|(name, _)| !private.headers.contains_key(name.as_str()));
    let own = own.map(|(name, value)| json!({"name": name, "value": value}));
    let ours = private.headers.iter();
    let ours = ours.map(|(name, value)| json!({"name": name.as_str(), "value": value.to_str().unwrap_or_default()}));
    order["headers"] = own.chain(ours).collect();
    order
}
