//! How hausrecht behaves towards hosts, and what it makes of hosts that misbehave.

mod access;
mod bodies;
pub mod browser;
mod labels;
mod manners;
mod proxy;
mod redirects;
mod slow_days;
mod troubles;
mod unfold;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use hausrecht::io::fetch::{Fetched, Fetcher, Limits, Manners, Request};
use hausrecht::model::{Access, Snapshot, Trouble};
use jiff::Timestamp;

/// A client without pauses and with little patience.
fn fetcher() -> Fetcher {
    fetcher_with(manners(), limits())
}

fn fetcher_with(manners: Manners, limits: Limits) -> Fetcher {
    Fetcher::with_limits(manners, limits).unwrap()
}

fn manners() -> Manners {
    Manners { contact: Some("social@example.com".into()), pause: Duration::ZERO, concurrency: 16, ca_file: None }
}

fn manners_trusting(ca_file: PathBuf) -> Manners {
    Manners { ca_file: Some(ca_file), ..manners() }
}

fn limits() -> Limits {
    Limits { backoff: Duration::from_millis(20), ..Limits::default() }
}

/// A request that may go to loopback.
fn request(url: &str) -> Request {
    Request {
        url: url.parse().unwrap(),
        language: Some("de".into()),
        access: Access::default(),
        allow_private_network: true,
        only_at_home: false,
        etag: None,
        last_modified: None,
        fresh: false,
        patient: false,
    }
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

/// The page at that address.
async fn page(fetcher: &Fetcher, url: &str) -> Snapshot {
    match fetcher.fetch(&request(url), now()).await.unwrap() {
        Fetched::Page(snapshot) => *snapshot,
        Fetched::NotModified => panic!("not modified"),
    }
}

/// Why the page at that address cannot be read.
async fn trouble(fetcher: &Fetcher, url: &str) -> Trouble {
    fetcher.fetch(&request(url), now()).await.unwrap_err()
}

/// A server that takes every connection, reads a request and then does what the test wants with raw bytes.
fn raw(mut speak: impl FnMut(&mut std::net::TcpStream) + Send + 'static) -> SocketAddr {
    use std::io::Read as _;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut request = Vec::new();
            let mut byte = [0];
            while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
                request.push(byte[0]);
            }
            speak(&mut stream);
        }
    });
    address
}
