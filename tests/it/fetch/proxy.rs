//! A proxy from the environment is used; what it may not be asked for stays refused.

use std::process::Command;

use hausrecht::io::fetch::Fetched;
use hausrecht::model::Trouble;

use super::{fetcher, now, request};
use crate::house::server::{Answer, Server};

/// Runs the ignored test of that name in a process of its own, so that the environment is its own too.
pub fn run_with_proxy(test: &str, proxy: &str) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("fetch::{test}"), "--ignored", "--nocapture"])
        .env("http_proxy", proxy)
        .env_remove("no_proxy")
        .env_remove("NO_PROXY")
        .env_remove("HTTP_PROXY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_proxy_from_the_environment_is_asked_even_where_it_stands_in_a_private_network() {
    let server = Server::start();
    server.page("/terms", "through the proxy");
    run_with_proxy("proxy::child_reads_a_page_through_the_proxy", &server.url_by_name(""));
    assert_eq!(server.log()[0].target, "http://platform.invalid/terms");
}

#[tokio::test]
#[ignore = "runs inside the test above"]
async fn child_reads_a_page_through_the_proxy() {
    let mut asked = request("http://platform.invalid/terms");
    asked.allow_private_network = false;
    let Fetched::Page(snapshot) = fetcher().fetch(&asked, now()).await.unwrap() else { panic!() };
    assert_eq!(snapshot.body, b"through the proxy");
}

#[test]
fn a_redirect_into_the_private_network_is_refused_behind_a_proxy_too() {
    let server = Server::start();
    server.answer("/number", Answer::redirect("http://127.0.0.1/secrets"));
    server.answer("/name", Answer::redirect("http://localhost/secrets"));
    server.answer("/mapped", Answer::redirect("http://[::ffff:10.0.0.1]/secrets"));
    run_with_proxy("proxy::child_is_sent_into_the_private_network", &server.url(""));
    assert_eq!(server.log().len(), 3);
}

#[tokio::test]
#[ignore = "runs inside the test above"]
async fn child_is_sent_into_the_private_network() {
    let fetcher = fetcher();
    for path in ["number", "name", "mapped"] {
        let mut asked = request(&format!("http://platform.invalid/{path}"));
        asked.allow_private_network = false;
        let trouble = fetcher.fetch(&asked, now()).await.unwrap_err();
        assert!(matches!(trouble, Trouble::PrivateAddress { .. }), "{path}: {trouble:?}");
    }
}
