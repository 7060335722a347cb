//! Headers as browsers take them: a wrong label or a line that is none leaves the page readable.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use hausrecht::model::Trouble;

use super::{fetcher, page, raw, trouble};
use crate::house::server::{Answer, Server};

const TEXT: &str = "<p>Gewinnspiele sind erlaubt, und wer gewinnt, wird binnen 30 Tagen benachrichtigt.</p>";

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// The text packed by that coding.
fn packed(coding: &str) -> Vec<u8> {
    let text = TEXT.as_bytes();
    match coding {
        "gzip" => gzip(text),
        "br" => {
            let mut coded = Vec::new();
            brotli::BrotliCompress(&mut &*text, &mut coded, &brotli::enc::BrotliEncoderParams::default()).unwrap();
            coded
        }
        "zstd" => zstd::encode_all(text, 3).unwrap(),
        "zlib" => {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(text).unwrap();
            encoder.finish().unwrap()
        }
        "deflate" => {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(text).unwrap();
            encoder.finish().unwrap()
        }
        _ => text.to_vec(),
    }
}

fn labelled(body: Vec<u8>, label: &str) -> Answer {
    Answer::bytes(body).header("content-type", "text/html").header("content-encoding", label)
}

#[tokio::test]
async fn a_coding_that_is_none_leaves_the_page_as_it_is() {
    let server = Server::start();
    let fetcher = fetcher();
    let labels =
        ["UTF-8", "none", "None", "identity", "IDENTITY", "text/html", "", "binary", "8bit", "utf-8, identity"];
    for (at, label) in labels.into_iter().enumerate() {
        let path = format!("/{at}");
        server.answer(&path, labelled(packed(""), label));
        assert_eq!(page(&fetcher, &server.url(&path)).await.body, TEXT.as_bytes(), "{label}");
    }
}

#[tokio::test]
async fn a_known_coding_is_undone_however_it_is_written_and_whatever_stands_beside_it() {
    let server = Server::start();
    let fetcher = fetcher();
    let labels = [
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        (" gzip ", "gzip"),
        ("gzip, UTF-8", "gzip"),
        ("identity, gzip", "gzip"),
        ("BR", "br"),
        ("Zstd", "zstd"),
        ("deflate", "zlib"),
        ("deflate", "deflate"),
    ];
    for (at, (label, coding)) in labels.into_iter().enumerate() {
        let path = format!("/{at}");
        server.answer(&path, labelled(packed(coding), label));
        assert_eq!(page(&fetcher, &server.url(&path)).await.body, TEXT.as_bytes(), "{label}");
    }
    server.answer("/twice", labelled(gzip(&packed("br")), "br, gzip"));
    assert_eq!(page(&fetcher, &server.url("/twice")).await.body, TEXT.as_bytes());
}

#[tokio::test]
async fn a_body_in_another_coding_than_its_label_says_is_read_by_what_it_is() {
    let server = Server::start();
    let fetcher = fetcher();
    let bodies = [
        ("gzip", ""),
        ("br", ""),
        ("zstd", ""),
        ("deflate", ""),
        ("UTF-8", "gzip"),
        ("identity", "zstd"),
        ("br", "gzip"),
        ("gzip", "zstd"),
    ];
    for (at, (label, coding)) in bodies.into_iter().enumerate() {
        let path = format!("/{at}");
        server.answer(&path, labelled(packed(coding), label));
        assert_eq!(page(&fetcher, &server.url(&path)).await.body, TEXT.as_bytes(), "{label} for {coding}");
    }
    server.answer("/none", Answer::bytes(packed("gzip")).header("content-type", "text/html"));
    assert_eq!(page(&fetcher, &server.url("/none")).await.body, TEXT.as_bytes());
    let mut behind = packed("gzip");
    behind.extend_from_slice(b"\n<!-- cached -->\n");
    server.answer("/behind", labelled(behind, "gzip"));
    assert_eq!(page(&fetcher, &server.url("/behind")).await.body, TEXT.as_bytes(), "what stands behind it is no part");
    let mut members = packed("gzip");
    members.extend(packed("gzip"));
    server.answer("/members", labelled(members, "gzip"));
    assert_eq!(page(&fetcher, &server.url("/members")).await.body, TEXT.repeat(2).as_bytes());
}

#[tokio::test]
async fn a_bomb_in_a_bomb_is_cut_off_at_the_cap() {
    let server = Server::start();
    let bomb = gzip(&gzip(&vec![b' '; 64 << 20]));
    for label in ["gzip, gzip", "gzip"] {
        server.answer("/", labelled(bomb.clone(), label));
        let trouble = trouble(&fetcher(), &server.url("/")).await;
        assert!(matches!(trouble, Trouble::TooLarge { .. }), "{label}: {trouble:?}");
    }
}

/// A server that answers every request with these lines before a page.
fn with_lines(lines: &'static str) -> String {
    let address = raw(move |stream| {
        let length = TEXT.len();
        let head = format!(
            "HTTP/1.1 200 OK\r\n{lines}content-length: {length}\r\ncontent-type: text/html; charset=utf-8\r\nconnection: close\r\n\r\n"
        );
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(TEXT.as_bytes());
    });
    format!("http://{address}/")
}

#[tokio::test]
async fn odd_header_lines_do_not_make_a_page_unreadable() {
    let lines = [
        "x-note: one\r\n  and folded\r\n",
        "x-note: one\r\n\tand folded\r\n",
        "x-note : a space before the colon\r\n",
        "a line without a colon\r\n",
        ": no name\r\n",
        "x-empty:\r\n",
        "x-größe: ein Umlaut im Namen\r\n",
        "x-note: Größe im Wert\r\n",
        "content-type: text/html; charset=utf-8\r\n",
        "x(y): brackets in the name\r\n",
        "x-note: one\nx-other: only a line feed\n",
    ];
    let fetcher = fetcher();
    for lines in lines {
        assert_eq!(page(&fetcher, &with_lines(lines)).await.body, TEXT.as_bytes(), "{lines:?}");
    }
    let same: &'static str = Box::leak(format!("content-length: {}\r\n", TEXT.len()).into_boxed_str());
    assert_eq!(page(&fetcher, &with_lines(same)).await.body, TEXT.as_bytes());
    let many: String = (0..250).map(|number| format!("x-note-{number}: {number}\r\n")).collect();
    assert_eq!(page(&fetcher, &with_lines(Box::leak(many.into_boxed_str()))).await.body, TEXT.as_bytes());
}
