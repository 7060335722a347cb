//! What is tried again, what is not, and what it is called.

use std::io::Write as _;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use hausrecht::io::fetch::Limits;
use hausrecht::model::Trouble;

use super::{fetcher, fetcher_with, limits, manners, page, raw, trouble};
use crate::house::server::{Answer, Server};

#[tokio::test]
async fn a_server_that_stumbles_is_asked_again() {
    let server = Server::start();
    for status in [500, 502, 503] {
        server.once("/", Answer::status(status));
    }
    server.page("/", "there");
    assert_eq!(page(&fetcher(), &server.url("/")).await.body, b"there");
}

#[tokio::test]
async fn a_server_that_stays_down_is_left_after_four_attempts() {
    let server = Server::start();
    server.answer("/", Answer::status(504));
    assert_eq!(trouble(&fetcher(), &server.url("/")).await, Trouble::Status { code: 504 });
    assert_eq!(server.log().len(), 4);
}

#[tokio::test]
async fn a_host_that_answers_to_nobody_is_left_alone_for_the_round_and_one_page_that_hangs_is_not_its_host() {
    let server = Server::start();
    let quick = Limits { read: Duration::from_millis(150), total: Duration::from_millis(150), ..limits() };
    for path in ["/a", "/b", "/c"] {
        server.answer(path, Answer::html("late").delay(Duration::from_secs(2)));
    }
    let fetcher = fetcher_with(manners(), quick.clone());
    for path in ["/a", "/b"] {
        let _ = trouble(&fetcher, &server.url(path)).await;
    }
    let asked = server.log().len();
    assert_eq!(trouble(&fetcher, &server.url("/c")).await, Trouble::LeftAlone { attempts: 6 });
    assert_eq!(server.log().len(), asked, "nobody asks it again");

    server.page("/there", "there");
    let fetcher = fetcher_with(manners(), quick);
    for _ in 0..3 {
        assert!(matches!(trouble(&fetcher, &server.url("/a")).await, Trouble::Timeout { .. }));
        assert_eq!(page(&fetcher, &server.url("/there")).await.body, b"there");
    }
}

#[tokio::test]
async fn what_asking_again_cannot_mend_is_asked_once() {
    let server = Server::start();
    let fetcher = fetcher();
    for status in [304, 400, 401, 403, 404, 410, 451, 501] {
        let path = format!("/{status}");
        server.answer(&path, Answer::status(status));
        assert_eq!(trouble(&fetcher, &server.url(&path)).await, Trouble::Status { code: status });
        assert_eq!(server.hits(&path), 1);
    }
}

#[tokio::test]
async fn a_closed_door_is_a_connection_trouble() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let trouble = trouble(&fetcher(), &format!("http://{address}/")).await;
    let Trouble::Connection { detail } = trouble else { panic!("{trouble:?}") };
    assert!(detail.contains("refused"), "{detail}");
}

#[tokio::test]
async fn a_name_that_nobody_has_is_a_dns_trouble() {
    let trouble = trouble(&fetcher(), "http://no-such-host.invalid/").await;
    assert!(matches!(trouble, Trouble::Dns { .. }), "{trouble:?}");
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_a_tls_trouble() {
    let server = Server::start();
    let trouble = trouble(&fetcher(), &server.url("/").replace("http:", "https:")).await;
    assert!(matches!(trouble, Trouble::Tls { .. }), "{trouble:?}");
}

#[tokio::test]
async fn a_server_that_speaks_no_http_is_a_trouble_without_its_control_characters() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"\x1b[31mgo away\x07\r\n\r\n");
    });
    let trouble = trouble(&fetcher(), &format!("http://{address}/")).await;
    let Trouble::Connection { detail } = trouble else { panic!("{trouble:?}") };
    assert!(!detail.is_empty() && !detail.contains(char::is_control), "{detail:?}");
}

#[tokio::test]
async fn a_silent_server_is_a_timeout() {
    let address = raw(|_| std::thread::sleep(Duration::from_secs(5)));
    let fetcher = fetcher_with(manners(), Limits { read: Duration::from_millis(200), attempts: 1, ..limits() });
    let trouble = trouble(&fetcher, &format!("http://{address}/")).await;
    assert_eq!(trouble, Trouble::Timeout { detail: "nothing came for 200ms".into() });
}

#[tokio::test]
async fn a_server_that_drips_is_left_when_the_time_is_up() {
    let address = raw(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(b"x").and_then(|()| stream.flush()).is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let begun = Instant::now();
    let fetcher = fetcher_with(manners(), Limits { total: Duration::from_millis(300), attempts: 1, ..limits() });
    let trouble = trouble(&fetcher, &format!("http://{address}/")).await;
    assert_eq!(trouble, Trouble::Timeout { detail: "not complete after 300ms".into() });
    assert!(begun.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn interim_answers_are_no_answer_however_many_come() {
    let address = raw(|stream| {
        while stream.write_all(b"HTTP/1.1 103 Early Hints\r\n\r\n").and_then(|()| stream.flush()).is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let begun = Instant::now();
    let short = Duration::from_millis(200);
    let fetcher = fetcher_with(manners(), Limits { read: short, attempts: 2, ..limits() });
    let trouble = trouble(&fetcher, &format!("http://{address}/")).await;
    assert_eq!(trouble, Trouble::Timeout { detail: "nothing came for 200ms".into() });
    assert!(begun.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_part_of_a_page_that_was_not_asked_for_in_parts_is_not_the_page() {
    let server = Server::start();
    let part = Answer::html("<title>Rules</title><main><p>You may post.</p></main>")
        .with_status(206)
        .header("content-range", "bytes 0-49/5000");
    server.answer("/rules", part);
    assert_eq!(trouble(&fetcher(), &server.url("/rules")).await, Trouble::Status { code: 206 });
    // One slip of a cache is no trouble.
    server.answer("/rules", Answer::html("<title>Rules</title><main><p>You may post.</p></main>"));
    server.once("/rules", Answer::status(206));
    assert_eq!(page(&fetcher(), &server.url("/rules")).await.status, 200);
}
