//! The browser's only way out: a proxy on loopback that connects to checked addresses and to nothing else.
//!
//! Looking at the requests of a page one by one would miss those of its workers and frames, and would leave a gap
//! between the look at a name's address and the connection. Here name, look and connection are one, as in plain fetches.

use std::collections::HashMap;
use std::error::Error;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::timeout;
use url::Url;

use super::upstream::{self, Upstream};
use crate::io::fetch::failure::plain;
use crate::io::fetch::limits::Limits;
use crate::io::fetch::resolver::{Refused, Resolver};
use crate::io::fetch::retry::Setback;
use crate::model::Trouble;

/// A request's head may be as long as this.
const HEAD: usize = 256 * 1024;

/// One connection brings no more than this.
const BYTES: u64 = 200 * 1024 * 1024;

/// A gate that is open while this lives.
#[derive(Debug)]
pub(super) struct Gate {
    pub port: u16,
    failures: Failures,
    listener: AbortHandle,
}

/// Why a host could not be reached; the browser itself would only say that its proxy failed.
type Failures = Arc<Mutex<HashMap<(String, u16), Setback>>>;

/// So many failed hosts are remembered; a hostile page can name any number.
const REMEMBERED: usize = 1024;

/// Where a request wants to go.
struct Wish {
    host: String,
    port: u16,
    /// What to tell the other side: nothing for a tunnel, else the request without what was meant for us.
    head: Option<Vec<u8>>,
    target: String,
}

impl Gate {
    /// Opens a gate on a free port of loopback.
    ///
    /// All goes to `proxy` where there is one, else to the one that the environment names, else directly.
    pub(super) async fn open(resolver: Resolver, proxy: Option<Upstream>, limits: &Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let failures = Failures::default();
        let (connect, known) = (limits.connect, Arc::clone(&failures));
        let task = tokio::spawn(async move {
            loop {
                let Ok((browser, _)) = listener.accept().await else {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                };
                tokio::spawn(pass(browser, resolver.clone(), proxy.clone(), Arc::clone(&known), connect));
            }
        });
        Ok(Self { port, failures, listener: task.abort_handle() })
    }

    /// Why the host of that address could not be reached, if it could not when it was last tried.
    pub(super) fn failure(&self, url: &Url) -> Option<Setback> {
        let key = (bare(url.host_str()?).to_owned(), url.port_or_known_default()?);
        lock(&self.failures).get(&key).cloned()
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

/// Serves one connection of the browser; where the wished host cannot be reached it is closed without a word, since an
/// answer of ours could be taken for the page's.
async fn pass(
    mut browser: TcpStream,
    resolver: Resolver,
    proxy: Option<Upstream>,
    failures: Failures,
    connect: Duration,
) {
    let Some((wish, rest)) = read_wish(&mut browser, connect).await else { return };
    let key = (bare(&wish.host).to_owned(), wish.port);
    let setback = match timeout(connect, reach(&wish, &resolver, proxy)).await {
        Ok(Ok(server)) => {
            lock(&failures).remove(&key);
            let _ = join(browser, server, &wish, &rest).await;
            return;
        }
        Ok(Err(error)) => unreachable(error.as_ref()),
        Err(_) => Setback::passing(Trouble::Timeout { detail: format!("no connection after {connect:?}") }),
    };
    let mut failures = lock(&failures);
    if failures.len() >= REMEMBERED {
        failures.clear();
    }
    failures.insert(key, setback);
}

fn unreachable(error: &(dyn Error + Send + Sync + 'static)) -> Setback {
    if let Some(refused) = error.downcast_ref::<Refused>() {
        return Setback::last(Trouble::PrivateAddress { address: refused.address.clone() });
    }
    let detail = plain(&error.to_string());
    Setback::passing(match error.downcast_ref::<Unresolved>() {
        Some(_) => Trouble::Dns { detail },
        None => Trouble::Connection { detail },
    })
}

/// The name did not resolve.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Unresolved(Box<dyn Error + Send + Sync>);

/// Connects to the wished host, or to the operator's proxy for it.
async fn reach(
    wish: &Wish,
    resolver: &Resolver,
    proxy: Option<Upstream>,
) -> Result<(TcpStream, Option<Upstream>), Box<dyn Error + Send + Sync>> {
    let host = bare(&wish.host);
    if let Some(upstream) = proxy.or_else(|| upstream::of(&wish.target, wish.head.is_none())) {
        // Names are the proxy's to resolve; what is plainly private is refused all the same.
        resolver.check_plain(host)?;
        let stream = TcpStream::connect((upstream.host.as_str(), upstream.port)).await?;
        return Ok((stream, Some(upstream)));
    }
    let found = resolver.lookup(host).await;
    let mut addresses =
        found.map_err(|error| if error.is::<Refused>() { error } else { Box::new(Unresolved(error)) as _ })?;
    for address in &mut addresses {
        address.set_port(wish.port);
    }
    Ok((TcpStream::connect(&*addresses).await?, None))
}

/// Lets both sides talk until one has had enough.
async fn join(
    mut browser: TcpStream,
    (mut server, upstream): (TcpStream, Option<Upstream>),
    wish: &Wish,
    rest: &[u8],
) -> io::Result<()> {
    match (&wish.head, &upstream) {
        (None, None) => browser.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?,
        (None, Some(upstream)) => server.write_all(&upstream.connect(&wish.host, wish.port)).await?,
        (Some(head), None) => server.write_all(&origin_form(head, &wish.target)).await?,
        (Some(head), Some(upstream)) => server.write_all(&upstream.forward(head)).await?,
    }
    server.write_all(rest).await?;
    let (mut from_browser, mut to_browser) = browser.split();
    let (from_server, mut to_server) = server.split();
    let mut from_server = from_server.take(BYTES);
    tokio::select! {
        sent = copy(&mut from_browser, &mut to_server) => sent?,
        got = copy(&mut from_server, &mut to_browser) => got?,
    };
    to_browser.shutdown().await
}

async fn read_wish(browser: &mut (impl AsyncRead + Unpin), patience: Duration) -> Option<(Wish, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        let read = timeout(patience, browser.read_buf(&mut bytes)).await.ok()?.ok()?;
        if read == 0 || bytes.len() > HEAD {
            return None;
        }
    };
    let rest = bytes.split_off(end);
    Some((wish(&bytes)?, rest))
}

fn wish(head: &[u8]) -> Option<Wish> {
    let line = std::str::from_utf8(head.split(|byte| *byte == b'\r').next()?).ok()?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?, words.next()?.to_owned());
    if method == "CONNECT" {
        let (host, port) = target.rsplit_once(':')?;
        return Some(Wish {
            host: host.to_owned(),
            port: port.parse().ok()?,
            head: None,
            target: format!("https://{target}/"),
        });
    }
    let url = Url::parse(&target).ok()?;
    let (host, port) = (url.host_str()?.to_owned(), url.port_or_known_default()?);
    Some(Wish { host, port, head: Some(without_hop_headers(head)), target })
}

/// Leaves out what concerns only the connection to us; each request gets a connection of its own.
fn without_hop_headers(head: &[u8]) -> Vec<u8> {
    let text: Vec<&[u8]> =
        head.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect();
    let mut kept = Vec::with_capacity(head.len() + 20);
    for line in text.iter().filter(|line| !line.is_empty()) {
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default().to_ascii_lowercase();
        if !matches!(&*name, b"connection" | b"proxy-connection" | b"proxy-authorization" | b"keep-alive") {
            kept.extend_from_slice(line);
            kept.extend_from_slice(b"\r\n");
        }
    }
    kept.extend_from_slice(b"connection: close\r\n\r\n");
    kept
}

/// `GET http://host/path` as `GET /path`, as servers expect it (RFC 9112 section 3.2.1).
fn origin_form(head: &[u8], target: &str) -> Vec<u8> {
    let path = Url::parse(target).map_or_else(|_| "/".to_owned(), |url| url[url::Position::BeforePath..].to_owned());
    let path = path.split('#').next().unwrap_or("/");
    let Ok(text) = std::str::from_utf8(head) else { return head.to_vec() };
    text.replacen(target, path, 1).into_bytes()
}

fn lock(failures: &Failures) -> MutexGuard<'_, HashMap<(String, u16), Setback>> {
    failures.lock().unwrap_or_else(PoisonError::into_inner)
}

fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}
