//! What comes back: codings undone, bytes as served, and never more than the cap.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use hausrecht::io::fetch::{Fetched, Limits};
use hausrecht::model::Trouble;

use super::{fetcher, fetcher_with, limits, manners, manners_trusting, now, page, raw, request, trouble};
use crate::house::server::{Answer, Server};
use crate::house::tls;

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn brotli(text: &[u8]) -> Vec<u8> {
    let mut coded = Vec::new();
    brotli::BrotliCompress(&mut &*text, &mut coded, &brotli::enc::BrotliEncoderParams::default()).unwrap();
    coded
}

fn coded(body: Vec<u8>, coding: &str) -> Answer {
    Answer::bytes(body).header("content-type", "text/html").header("content-encoding", coding)
}

#[tokio::test]
async fn compressed_pages_come_out_as_written() {
    let text = "Gewinnspiele sind erlaubt. ".repeat(500);
    let server = Server::start();
    server.answer("/gzip", coded(gzip(text.as_bytes()), "gzip"));
    server.answer("/br", coded(brotli(text.as_bytes()), "br"));
    server.answer("/zstd", coded(zstd::encode_all(text.as_bytes(), 3).unwrap(), "zstd"));
    let fetcher = fetcher();
    for path in ["/gzip", "/br", "/zstd"] {
        assert_eq!(page(&fetcher, &server.url(path)).await.body, text.as_bytes(), "{path}");
    }
    let offered = server.log()[0].header("accept-encoding").unwrap().to_owned();
    assert!(["gzip", "br", "zstd"].iter().all(|coding| offered.contains(coding)), "{offered}");
}

#[tokio::test]
async fn the_charset_is_left_to_the_reader() {
    let server = Server::start();
    let latin1 = b"<p>F\xfcr Seiten</p>".to_vec();
    server.answer("/", Answer::bytes(latin1.clone()).header("content-type", "text/html; charset=iso-8859-1"));
    let snapshot = page(&fetcher(), &server.url("/")).await;
    assert_eq!(snapshot.body, latin1);
    assert_eq!(snapshot.header("content-type"), Some("text/html; charset=iso-8859-1"));
}

#[tokio::test]
async fn a_snapshot_says_when_where_and_with_which_headers_but_not_which_cookies() {
    let server = Server::start();
    server.answer("/terms", Answer::html("x").etag("\"v1\"").header("set-cookie", "session=secret"));
    let snapshot = page(&fetcher(), &server.url("/terms")).await;
    assert_eq!((snapshot.fetched_at, snapshot.status), (now(), 200));
    assert_eq!((snapshot.url.as_str(), snapshot.redirects.len()), (server.url("/terms").as_str(), 0));
    assert_eq!(snapshot.header("etag"), Some("\"v1\""));
    assert_eq!(snapshot.header("set-cookie"), None);
}

#[tokio::test]
async fn a_compressed_bomb_is_cut_off_at_the_cap() {
    let server = Server::start();
    server.answer("/", coded(zstd::encode_all(&*vec![b' '; 64 << 20], 1).unwrap(), "zstd"));
    assert_eq!(trouble(&fetcher(), &server.url("/")).await, Trouble::TooLarge { limit_bytes: 20 << 20 });
    assert_eq!(server.hits("/"), 1, "asking again would bring the same");
}

#[tokio::test]
async fn a_page_without_end_is_cut_off_at_the_cap() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
        while stream.write_all(&[b'x'; 8192]).is_ok() {}
    });
    let fetcher = fetcher_with(manners(), Limits { body: 1 << 20, ..limits() });
    assert_eq!(trouble(&fetcher, &format!("http://{address}/")).await, Trouble::TooLarge { limit_bytes: 1 << 20 });
}

#[tokio::test]
async fn a_page_that_says_that_it_is_too_large_is_not_read_at_all() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n");
        std::thread::sleep(Duration::from_secs(5));
    });
    assert_eq!(trouble(&fetcher(), &format!("http://{address}/")).await, Trouble::TooLarge { limit_bytes: 20 << 20 });
}

#[tokio::test]
async fn wrongly_coded_bytes_are_named_and_not_asked_for_again() {
    let server = Server::start();
    let fetcher = fetcher();
    let broken =
        |head: &[u8]| [head, &[0x9f, 0xff, 0x3a, 0x01, 0x80, 0xfe, 0x02, 0x7f, 0x11, 0x06].repeat(20)].concat();
    for (coding, body) in [
        ("gzip", broken(&[0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3])),
        ("br", broken(&[])),
        ("zstd", broken(&[0x28, 0xb5, 0x2f, 0xfd])),
    ] {
        let path = format!("/{coding}");
        server.answer(&path, coded(body, coding));
        let trouble = trouble(&fetcher, &server.url(&path)).await;
        assert!(matches!(trouble, Trouble::Format { .. }), "{coding}: {trouble:?}");
        assert_eq!(server.hits(&path), 1);
    }
}

#[tokio::test]
async fn a_page_that_breaks_off_is_asked_for_again() {
    let mut tries = 0;
    let address = raw(move |stream| {
        tries += 1;
        let body: &[u8] = if tries < 3 { b"half a pa" } else { b"half a page, and the rest" };
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 25\r\nconnection: close\r\n\r\n");
        let _ = stream.write_all(body);
    });
    assert_eq!(page(&fetcher(), &format!("http://{address}/")).await.body, b"half a page, and the rest");
}

#[tokio::test]
async fn a_compressed_page_that_breaks_off_is_asked_for_again() {
    let whole = gzip("Gewinnspiele sind erlaubt. ".repeat(500).as_bytes());
    let mut tries = 0;
    let address = raw(move |stream| {
        tries += 1;
        let until = if tries < 2 { whole.len() / 2 } else { whole.len() };
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            whole.len()
        );
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(&whole[..until]);
    });
    assert!(!page(&fetcher(), &format!("http://{address}/")).await.body.is_empty());
}

#[tokio::test]
async fn a_known_page_is_not_sent_again() {
    let server = Server::start();
    server.answer("/etag", Answer::html("a long page").etag("W/\"v1\""));
    server.answer("/date", Answer::html("a long page").header("last-modified", "Fri, 20 Nov 2026 06:00:00 GMT"));
    let fetcher = fetcher();
    for path in ["/etag", "/date"] {
        let first = page(&fetcher, &server.url(path)).await;
        let mut again = request(&server.url(path));
        again.etag = first.header("etag").map(str::to_owned);
        again.last_modified = first.header("last-modified").map(str::to_owned);
        assert_eq!(fetcher.fetch(&again, now()).await, Ok(Fetched::NotModified));
    }
    let sent: Vec<_> = server.log().iter().map(|asked| (asked.status, asked.sent)).collect();
    assert_eq!(sent, [(200, 11), (304, 0), (200, 11), (304, 0)]);
}

#[tokio::test]
async fn a_page_of_a_company_is_read_only_with_the_companys_authority() {
    let (server, authority) = tls::start();
    server.page("/terms", "over HTTP/2");
    let refused = trouble(&fetcher(), &server.url("/terms")).await;
    assert!(matches!(refused, Trouble::Tls { .. }), "{refused:?}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.pem");
    std::fs::write(&file, authority).unwrap();
    let fetcher = fetcher_with(manners_trusting(file), limits());
    assert_eq!(page(&fetcher, &server.url("/terms")).await.body, b"over HTTP/2");
    assert_eq!(server.log()[0].version, "HTTP/2.0");
}

#[test]
fn a_ca_file_that_holds_nothing_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("empty.pem");
    std::fs::write(&file, "nothing").unwrap();
    for file in [file, folder.path().join("absent.pem")] {
        let error = hausrecht::io::fetch::Fetcher::new(manners_trusting(file.clone())).unwrap_err();
        assert!(error.to_string().contains(&file.display().to_string()), "{error:#}");
    }
}
