//! What a watch adds to its requests reaches its own origin and nobody else.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use crate::house::server::{Answer, Server};
use hausrecht::io::fetch::{Fetched, Request};
use hausrecht::model::{Access, BasicAuth, PasswordSource, Snapshot, Trouble};
use tempfile::TempDir;

use super::browser::browser;
use super::{fetcher, now, request};

/// A watch's secrets in a folder that ends with the test.
struct Secrets {
    folder: TempDir,
}

impl Secrets {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// A header, a password and two cookies for loopback.
    fn access(&self) -> Access {
        Access {
            headers: vec![("x-region".to_owned(), "de".to_owned())],
            cookies_file: Some(self.file("cookies", "# ours\nsession=s3cret\nregion=de\n")),
            basic_auth: Some(BasicAuth {
                user: "team".to_owned(),
                password: PasswordSource::File(self.file("password", "open sesame\n")),
            }),
            accept_language: Some("de-DE,de;q=0.8".to_owned()),
            proxy: None,
        }
    }
}

async fn got(asked: &Request) -> Result<Snapshot, Trouble> {
    match fetcher().fetch(asked, now()).await? {
        Fetched::Page(snapshot) => Ok(*snapshot),
        Fetched::NotModified => panic!("not modified"),
    }
}

fn with(url: &str, access: Access) -> Request {
    Request { access, ..request(url) }
}

#[tokio::test]
async fn headers_cookies_password_and_languages_are_sent() {
    let (server, secrets) = (Server::start(), Secrets::new());
    server.page("/terms", "for members");
    let snapshot = got(&with(&server.url("/terms"), secrets.access())).await.unwrap();
    let asked = &server.log()[0];
    assert_eq!(asked.header("x-region"), Some("de"));
    assert_eq!(asked.header("cookie"), Some("session=s3cret; region=de"));
    assert_eq!(asked.header("authorization"), Some("Basic dGVhbTpvcGVuIHNlc2FtZQ=="));
    assert_eq!(asked.header("accept-language"), Some("de-DE,de;q=0.8"));
    assert!(asked.header("user-agent").unwrap().starts_with("hausrecht/"));
    let kept = format!("{snapshot:?}");
    assert!(!kept.contains("s3cret") && !kept.contains("dGVhbTpvcGVuIHNlc2FtZQ"), "{kept}");
}

#[tokio::test]
async fn a_redirect_to_another_origin_takes_no_secret_along() {
    let (home, other, secrets) = (Server::start(), Server::start(), Secrets::new());
    // Another name, and another port of the same number: both are somebody else.
    for away in [other.url("/there"), other.url_by_name("/there"), home.url_by_name("/there")] {
        home.answer("/terms", Answer::redirect(&away));
        home.page("/there", "x");
        other.page("/there", "x");
        got(&with(&home.url("/terms"), secrets.access())).await.unwrap();
        let asked = if away.contains(&other.address.port().to_string()) { other.log() } else { home.log() };
        let asked = asked.last().unwrap();
        for name in ["x-region", "cookie", "authorization"] {
            assert_eq!(asked.header(name), None, "{name} to {away}");
        }
        assert_eq!(asked.header("accept-language"), Some("de-DE,de;q=0.8"));
    }
}

#[tokio::test]
async fn on_the_way_within_the_origin_secrets_stay_and_the_servers_newer_cookies_count() {
    let (server, secrets) = (Server::start(), Secrets::new());
    server.answer("/terms", Answer::redirect("/there").header("set-cookie", "session=renewed; Path=/"));
    server.page("/there", "x");
    got(&with(&server.url("/terms"), secrets.access())).await.unwrap();
    let asked = &server.log()[1];
    assert_eq!(asked.header("cookie"), Some("session=renewed; region=de"));
    assert_eq!(asked.header("x-region"), Some("de"));
}

#[tokio::test]
async fn cookies_in_netscapes_format_obey_domain_path_and_expiry() {
    let (server, secrets) = (Server::start(), Secrets::new());
    server.page("/terms", "x");
    let lines = [
        "# Netscape HTTP Cookie File",
        "localhost\tFALSE\t/\tFALSE\t0\thost\t1",
        "#HttpOnly_.localhost\tTRUE\t/terms\tFALSE\t4000000000\tpath\t2",
        "localhost\tFALSE\t/other\tFALSE\t0\telsewhere\t3",
        "localhost\tFALSE\t/\tTRUE\t0\tover_tls_only\t4",
        "localhost\tFALSE\t/\tFALSE\t1000000000\texpired\t5",
        "example.com\tTRUE\t/\tFALSE\t0\tforeign\t6",
        "notlocalhost\tTRUE\t/\tFALSE\t0\tforeign\t7",
    ];
    let file = secrets.file("cookies", &lines.join("\n"));
    let access = Access { cookies_file: Some(file), ..Access::default() };
    got(&with(&server.url_by_name("/terms"), access)).await.unwrap();
    assert_eq!(server.log()[0].header("cookie"), Some("host=1; path=2"));
}

#[tokio::test]
async fn secrets_that_cannot_be_used_are_a_trouble_that_shows_none_of_them() {
    let (server, secrets) = (Server::start(), Secrets::new());
    server.page("/terms", "x");
    let cookies = |text: &str| {
        // Each in a file of its own: all are written before the first is read.
        let name = format!("cookies-{}", text.len());
        Access { cookies_file: Some(secrets.file(&name, text)), ..Access::default() }
    };
    let password = |path: PathBuf| Access {
        basic_auth: Some(BasicAuth { user: "team".to_owned(), password: PasswordSource::File(path) }),
        ..Access::default()
    };
    for (access, told) in [
        (cookies("127.0.0.1\tFALSE\t/\tFALSE\t1000000000\tsession\ts3cret"), "its cookies for 127.0.0.1 have expired"),
        (cookies("example.com\tTRUE\t/\tFALSE\t0\tsession\ts3cret"), "it holds no cookie for 127.0.0.1"),
        (cookies("a=b\ns3cret"), "line 2 is neither a cookie"),
        (cookies("a=s3cret; Path=/"), "line 1 is neither a cookie"),
        (password(secrets.file("empty", "")), "the file is empty"),
        (password(secrets.folder.path().join("missing")), "No such file"),
        (password(secrets.file("long", &"s3cret".repeat(20_000))), "too large to be a password"),
    ] {
        let trouble = got(&with(&server.url("/terms"), access)).await.unwrap_err();
        let Trouble::Access { detail } = &trouble else { panic!("{trouble:?}") };
        assert!(detail.contains(told) && !detail.contains("s3cret"), "{detail}");
    }
    assert!(server.log().is_empty(), "nothing is asked without what the watch is to add");
}

#[tokio::test]
async fn a_proxy_of_the_watch_is_asked_in_the_place_of_the_server() {
    let proxy = Server::start();
    proxy.page("/terms", "through the proxy");
    let access = Access { proxy: Some(proxy.url_by_name("").parse().unwrap()), ..Access::default() };
    let asked = Request { allow_private_network: false, ..with("http://platform.invalid/terms", access.clone()) };
    assert_eq!(got(&asked).await.unwrap().body, b"through the proxy");
    assert_eq!(proxy.log()[0].target, "http://platform.invalid/terms");
    let asked = Request { allow_private_network: false, ..with(&proxy.url_by_name("/terms"), access) };
    assert!(matches!(got(&asked).await.unwrap_err(), Trouble::PrivateAddress { .. }), "a proxy is no page");
}

#[tokio::test]
async fn a_socks_proxy_of_the_watch_is_asked() {
    let server = Server::start();
    server.page("/terms", "through SOCKS");
    let port = server.address.port();
    let proxy = socks(move || std::net::TcpStream::connect(("127.0.0.1", port)).unwrap());
    let access = Access { proxy: Some(format!("socks5h://{proxy}").parse().unwrap()), ..Access::default() };
    let asked = Request { allow_private_network: false, ..with("http://platform.invalid/terms", access) };
    assert_eq!(got(&asked).await.unwrap().body, b"through SOCKS");
}

/// A SOCKS proxy (RFC 1928) that leads everybody to the same place.
fn socks(there: impl Fn() -> std::net::TcpStream + Send + 'static) -> std::net::SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut client = stream.unwrap();
            let mut greeting = [0; 2];
            client.read_exact(&mut greeting).unwrap();
            client.read_exact(&mut vec![0; usize::from(greeting[1])]).unwrap();
            client.write_all(&[5, 0]).unwrap();
            let mut wish = [0; 5];
            client.read_exact(&mut wish).unwrap();
            assert_eq!(wish[3], 3, "the name is left to the proxy");
            client.read_exact(&mut vec![0; usize::from(wish[4]) + 2]).unwrap();
            client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).unwrap();
            let mut server = there();
            let (mut from_server, mut to_client) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn(move || std::io::copy(&mut from_server, &mut to_client));
            std::thread::spawn(move || std::io::copy(&mut client, &mut server));
        }
    });
    address
}

/// A browser, where one is installed.
#[tokio::test]
async fn the_browser_sends_secrets_to_the_origin_and_to_nothing_that_the_page_loads_from_elsewhere() {
    let Some(browser) = browser() else { return };
    let (server, other, secrets) = (Server::start(), Server::start(), Secrets::new());
    other.answer("/late.js", Answer::bytes("").header("content-type", "text/javascript"));
    server.answer("/late.js", Answer::redirect(&other.url_by_name("/late.js")));
    let away = other.url_by_name("/late.js?direct");
    server.page("/terms", &format!("<p>for members</p><script src='/late.js'></script><script src='{away}'></script>"));
    let snapshot = browser.render(&with(&server.url("/terms"), secrets.access()), now()).await.unwrap();
    assert!(String::from_utf8_lossy(&snapshot.body).contains("for members"));
    let asked = &server.log()[0];
    assert_eq!(asked.header("x-region"), Some("de"));
    assert_eq!(asked.header("authorization"), Some("Basic dGVhbTpvcGVuIHNlc2FtZQ=="));
    let cookies = asked.header("cookie").unwrap();
    assert!(cookies.contains("session=s3cret") && cookies.contains("region=de"), "{cookies}");
    assert!(asked.header("accept-language").unwrap().starts_with("de-DE,de"), "{asked:?}");
    assert_eq!(server.log()[1].header("x-region"), Some("de"), "what the page loads from home is for members too");
    assert_eq!(other.log().len(), 2);
    for asked in other.log() {
        for name in ["x-region", "cookie", "authorization"] {
            assert_eq!(asked.header(name), None, "{name} to {}", asked.target);
        }
    }
    browser.close().await;
}

#[tokio::test]
async fn the_browser_goes_through_the_proxy_of_the_watch() {
    let Some(browser) = browser() else { return };
    let proxy = Server::start();
    proxy.page("/terms", "<p>through the proxy</p>");
    let access = Access { proxy: Some(proxy.url("").parse().unwrap()), ..Access::default() };
    let asked = Request { allow_private_network: false, ..with("http://platform.invalid/terms", access) };
    let snapshot = browser.render(&asked, now()).await.unwrap();
    assert!(String::from_utf8_lossy(&snapshot.body).contains("through the proxy"));
    // A browser may ask for something of its own first.
    assert!(proxy.log().iter().any(|asked| asked.target == "http://platform.invalid/terms"));
    browser.close().await;
}
