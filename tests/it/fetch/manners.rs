//! Politeness, as the host sees it.

use std::time::{Duration, Instant};

use hausrecht::io::fetch::Manners;
use hausrecht::model::Trouble;

use super::{fetcher, fetcher_with, limits, manners, now, page, request, trouble};
use crate::house::server::{Answer, Server};

#[tokio::test]
async fn a_host_learns_who_asks_and_in_which_language() {
    let server = Server::start();
    server.page("/", "x");
    page(&fetcher(), &server.url("/")).await;
    let asked = &server.log()[0];
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(asked.header("user-agent").unwrap(), format!("hausrecht/{version} (+social@example.com)"));
    assert_eq!(asked.header("from"), Some("social@example.com"));
    assert_eq!(asked.header("accept-language"), Some("de,en;q=0.5"));
    assert_eq!((asked.header("cookie"), asked.header("referer"), asked.method.as_str()), (None, None, "GET"));
}

#[tokio::test]
async fn a_host_is_asked_one_thing_at_a_time_with_a_pause_between() {
    let server = Server::start();
    let pause = Duration::from_millis(60);
    let fetcher = fetcher_with(Manners { pause, ..manners() }, limits());
    let looks: Vec<_> = (0..5)
        .map(|number| {
            let path = format!("/{number}");
            server.answer(&path, Answer::html("x").delay(Duration::from_millis(20)));
            let (fetcher, asked) = (fetcher.clone(), request(&server.url(&path)));
            tokio::spawn(async move { fetcher.fetch(&asked, now()).await.map(|_| ()) })
        })
        .collect();
    for look in looks {
        look.await.unwrap().unwrap();
    }
    assert_eq!(server.most_at_once(), 1);
    let log = server.log();
    for (before, after) in log.iter().zip(&log[1..]) {
        assert!(after.began - before.ended >= pause, "{:?}", after.began - before.ended);
    }
}

#[tokio::test]
async fn redirects_keep_the_pause_too() {
    let server = Server::start();
    server.answer("/a", Answer::redirect("/b")).page("/b", "x");
    let pause = Duration::from_millis(100);
    page(&fetcher_with(Manners { pause, ..manners() }, limits()), &server.url("/a")).await;
    let log = server.log();
    assert!(log[1].began - log[0].ended >= pause);
}

#[tokio::test]
async fn different_hosts_are_asked_at_the_same_time_but_not_too_many() {
    let server = Server::start();
    server.answer("/", Answer::html("x").delay(Duration::from_millis(200)));
    let names = [server.url("/"), server.url_by_name("/")];
    for (concurrency, most) in [(1, 1), (16, 2)] {
        let fetcher = fetcher_with(Manners { concurrency, ..manners() }, limits());
        let looks = names.clone().map(|url| {
            let (fetcher, asked) = (fetcher.clone(), request(&url));
            tokio::spawn(async move { fetcher.fetch(&asked, now()).await.map(|_| ()) })
        });
        for look in looks {
            look.await.unwrap().unwrap();
        }
        assert_eq!(server.most_at_once(), most);
    }
}

#[tokio::test]
async fn retry_after_is_obeyed() {
    let server = Server::start();
    server.once("/", Answer::status(429).header("retry-after", "1")).page("/", "x");
    page(&fetcher(), &server.url("/")).await;
    let log = server.log();
    assert!(log[1].began - log[0].ended >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_host_that_wants_a_long_rest_gets_it_and_the_round_goes_on() {
    let server = Server::start();
    server.answer("/", Answer::status(503).header("retry-after", "3600")).page("/other", "x");
    let (fetcher, begun) = (fetcher(), Instant::now());
    assert_eq!(trouble(&fetcher, &server.url("/")).await, Trouble::Status { code: 503 });
    assert_eq!(trouble(&fetcher, &server.url("/other")).await, Trouble::Status { code: 503 });
    assert_eq!(server.log().len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn a_second_look_comes_as_a_stranger() {
    let server = Server::start();
    server.answer("/", Answer::html("x").header("set-cookie", "seen=1"));
    let fetcher = fetcher();
    page(&fetcher, &server.url("/")).await;
    let mut again = request(&server.url("/"));
    again.fresh = true;
    fetcher.fetch(&again, now()).await.unwrap();
    let log = server.log();
    assert_eq!(log[1].header("cookie"), None);
    assert_ne!(log[0].port, log[1].port, "a connection of its own");
}
