//! What a page's profile is given before the page is opened: cookies, and the order to hold requests that get headers.

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use url::Url;

use super::tab::Tab;
use crate::io::fetch::credentials::Credentials;
use crate::model::Trouble;

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
