//! The door of the demonstration: a small web server on loopback that serves pages in editions.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running server; it ends when dropped.
#[derive(Debug)]
pub struct Showroom {
    address: SocketAddr,
    pages: Arc<Mutex<HashMap<String, String>>>,
    server: JoinHandle<()>,
}

impl Showroom {
    /// Opens on a free port of the loopback interface.
    ///
    /// # Errors
    /// Where no port can be opened.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let pages = Arc::new(Mutex::new(HashMap::new()));
        let shown = Arc::clone(&pages);
        let visits = Arc::new(AtomicUsize::new(0));
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A visitor who leaves early is no trouble of ours.
                tokio::spawn(serve(stream, Arc::clone(&shown), Arc::clone(&visits)));
            }
        });
        Ok(Self { address, pages, server })
    }

    /// The port on which it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Puts a page on show; `{NONCE}` in it becomes another token at every visit.
    pub fn show(&self, path: &str, html: String) {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), html);
    }
}

impl Drop for Showroom {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The longest request head that is read; ours are far shorter.
const LONGEST_HEAD: usize = 16 * 1024;

async fn serve(
    mut stream: TcpStream,
    pages: Arc<Mutex<HashMap<String, String>>>,
    visits: Arc<AtomicUsize>,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut chunk = [0; 2048];
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        let read = stream.read(&mut chunk).await?;
        if read == 0 || head.len() > LONGEST_HEAD {
            return Ok(());
        }
        head.extend_from_slice(&chunk[..read]);
    }
    let head = String::from_utf8_lossy(&head);
    let path = head.split_whitespace().nth(1).unwrap_or("/");
    let visit = visits.fetch_add(1, Ordering::Relaxed);
    let nonce = format!("{:016x}", (visit as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let page =
        pages.lock().unwrap_or_else(PoisonError::into_inner).get(path).map(|page| page.replace("{NONCE}", &nonce));
    let (status, body) = match page {
        Some(page) => ("200 OK", page),
        None => ("404 Not Found", "<h1>Not found</h1>".to_owned()),
    };
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}
