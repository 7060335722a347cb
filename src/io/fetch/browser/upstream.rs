//! The operator's proxy, where the environment or the watch names one, behind the browser's gate.

use hyper::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

/// A proxy that speaks plain HTTP.
#[derive(Debug, Clone)]
pub(super) struct Upstream {
    pub host: String,
    pub port: u16,
    /// The value of `Proxy-Authorization`.
    authorization: Option<Vec<u8>>,
}

/// The proxy for that address by `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, read as plain fetches read them.
pub(super) fn of(target: &str, tunnel: bool) -> Option<Upstream> {
    let uri: Uri = target.parse().ok()?;
    let proxy = Matcher::from_system().intercept(&uri)?;
    if proxy.uri().scheme_str() != Some("http") {
        tracing::warn!(tunnel, "the browser goes directly: only proxies with `http://` are known to it");
        return None;
    }
    let authorization = proxy.basic_auth().map(|value| value.as_bytes().to_vec());
    Some(Upstream { host: proxy.uri().host()?.to_owned(), port: proxy.uri().port_u16().unwrap_or(80), authorization })
}

impl Upstream {
    /// The proxy that a watch names for itself.
    pub(super) fn named(proxy: &Url) -> Option<Self> {
        let host = proxy.host_str().filter(|_| proxy.scheme() == "http")?.trim_matches(['[', ']']).to_owned();
        Some(Self { host, port: proxy.port_or_known_default()?, authorization: None })
    }

    /// Asks for a tunnel; the proxy's answer goes to the browser as it is.
    pub(super) fn connect(&self, host: &str, port: u16) -> Vec<u8> {
        self.forward(format!("CONNECT {host}:{port} HTTP/1.1\r\nhost: {host}:{port}\r\n\r\n").as_bytes())
    }

    /// A request's head with our right to use the proxy.
    pub(super) fn forward(&self, head: &[u8]) -> Vec<u8> {
        let mut head = head.strip_suffix(b"\r\n").unwrap_or(head).to_vec();
        if let Some(authorization) = &self.authorization {
            head.extend_from_slice(b"proxy-authorization: ");
            head.extend_from_slice(authorization);
            head.extend_from_slice(b"\r\n");
        }
        head.extend_from_slice(b"\r\n");
        head
    }
}
