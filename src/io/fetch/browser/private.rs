//! A watch's secrets in the browser: added to requests for its own origin, one by one.
//!
//! `Network.setExtraHTTPHeaders` would add them to everything that the page loads from anywhere; instead, requests for
//! the origin are held for a moment, and such an addition does not reach past a redirect.

use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use url::{Origin, Url};

use crate::io::fetch::credentials::Credentials;

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
