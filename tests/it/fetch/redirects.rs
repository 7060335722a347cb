//! Redirects are followed within reason, and never out of the permitted network.

use hausrecht::model::Trouble;

use super::{fetcher, now, page, request, trouble};
use crate::house::server::{Answer, Server};

#[tokio::test]
async fn redirects_are_followed_and_recorded() {
    let server = Server::start();
    server.answer("/a", Answer::redirect("/b"));
    server.answer("/b", Answer::status(308).header("location", &server.url_by_name("/c?x=1")));
    server.page("/c", "there");
    let snapshot = page(&fetcher(), &server.url("/a")).await;
    assert_eq!(snapshot.body, b"there");
    assert_eq!(snapshot.url.as_str(), server.url_by_name("/c?x=1"));
    let way: Vec<_> = snapshot.redirects.iter().map(ToString::to_string).collect();
    assert_eq!(way, [server.url("/a"), server.url("/b")]);
}

#[tokio::test]
async fn ten_redirects_are_followed_and_eleven_are_not() {
    let server = Server::start();
    for step in 0..11 {
        server.answer(&format!("/{step}"), Answer::redirect(&format!("/{}", step + 1)));
    }
    server.page("/11", "there");
    assert_eq!(page(&fetcher(), &server.url("/1")).await.redirects.len(), 10);
    assert_eq!(trouble(&fetcher(), &server.url("/0")).await, Trouble::TooManyRedirects { limit: 10 });
}

#[tokio::test]
async fn a_loop_is_seen_at_once() {
    let server = Server::start();
    server.answer("/a", Answer::redirect("/b"));
    server.answer("/b", Answer::redirect("/a"));
    assert_eq!(trouble(&fetcher(), &server.url("/a")).await, Trouble::TooManyRedirects { limit: 10 });
    assert_eq!(server.log().len(), 2);
}

#[tokio::test]
async fn a_page_that_only_wants_its_cookie_back_is_read() {
    let server = Server::start();
    server.once("/", Answer::redirect("/").header("set-cookie", "seen=1; Path=/"));
    server.page("/", "there");
    let fetcher = fetcher();
    assert_eq!(page(&fetcher, &server.url("/")).await.body, b"there");
    assert_eq!(server.log()[1].header("cookie"), Some("seen=1"));
    page(&fetcher, &server.url("/")).await;
    assert_eq!(server.log()[2].header("cookie"), None, "cookies end with the look");
}

#[tokio::test]
async fn an_etag_is_told_only_to_the_address_that_gave_it() {
    let server = Server::start();
    server.answer("/old", Answer::redirect("/new"));
    server.answer("/new", Answer::html("other words under the same tag").etag("\"1\""));
    let mut asked = request(&server.url("/old"));
    asked.etag = Some("\"1\"".into());
    let fetched = fetcher().fetch(&asked, now()).await.unwrap();
    assert!(matches!(fetched, hausrecht::io::fetch::Fetched::Page(_)));
}

#[tokio::test]
async fn the_private_network_is_refused_by_number_and_by_name_before_anything_is_sent() {
    let server = Server::start();
    let fetcher = fetcher();
    for url in
        [server.url("/"), server.url_by_name("/"), "http://[::1]/".into(), "http://169.254.169.254/latest".into()]
    {
        let mut asked = request(&url);
        asked.allow_private_network = false;
        let trouble = fetcher.fetch(&asked, now()).await.unwrap_err();
        assert!(matches!(trouble, Trouble::PrivateAddress { .. }), "{url}: {trouble:?}");
    }
    assert!(server.log().is_empty());
}

#[tokio::test]
async fn redirects_to_other_schemes_and_to_credentials_are_not_followed() {
    let server = Server::start();
    let fetcher = fetcher();
    for target in ["file:///etc/passwd", "ftp://example.com/", "http://user:pass@127.0.0.1/", "http://[broken"] {
        server.answer("/", Answer::redirect(target));
        let trouble = trouble(&fetcher, &server.url("/")).await;
        let Trouble::Connection { detail } = &trouble else { panic!("{target}: {trouble:?}") };
        assert!(!detail.contains("user:pass"), "{detail}");
    }
    assert_eq!(server.log().len(), 4, "none is tried again");
}

#[tokio::test]
async fn a_redirect_without_a_target_is_a_status() {
    let server = Server::start();
    server.answer("/", Answer::status(301));
    assert_eq!(trouble(&fetcher(), &server.url("/")).await, Trouble::Status { code: 301 });
}
