//! Pages whose text is written by scripts, read with a real Chromium; without one these tests say that they were skipped.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::Deref;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::house::server::{Answer, Server};
use hausrecht::io::fetch::{Browser, Limits};
use hausrecht::model::{Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, extract};

use super::proxy::run_with_proxy;
use super::{fetcher, fetcher_with, limits, manners, now, raw, request};

/// A browser that has its turn: two at once make one another late on a small machine.
pub(super) struct InTurn {
    browser: Browser,
    _turn: MutexGuard<'static, ()>,
}

impl Deref for InTurn {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

static TURN: Mutex<()> = Mutex::new(());

/// Whether Chromium's sandbox can be built here by whoever the browser runs as.
pub(crate) fn has_a_sandbox() -> bool {
    let mut command = Command::new("unshare");
    command.args(["--user", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(65534).gid(65534);
    }
    // Where nobody can say, the browser itself says it.
    command.status().map_or(true, |status| status.success())
}

/// A browser that waits no longer than a second for pages with little text, as those of the tests are.
pub(super) fn browser() -> Option<InTurn> {
    patient(Duration::from_secs(1))
}

pub(super) fn patient(settle: Duration) -> Option<InTurn> {
    let path = std::env::var_os("PATH").unwrap();
    if !std::env::split_paths(&path).any(|folder| folder.join("chromium").exists()) {
        eprintln!("skipped: there is no chromium");
        return None;
    }
    if !has_a_sandbox() {
        eprintln!("skipped: the kernel grants no user namespaces, and without them no browser is started");
        return None;
    }
    let limits = Limits { settle, attempts: 1, ..limits() };
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    Some(InTurn { browser: Browser::new(&fetcher_with(manners(), limits), None), _turn: turn })
}

pub(super) async fn rendered(browser: &Browser, url: &str) -> Snapshot {
    browser.render(&request(url), now()).await.unwrap()
}

fn text(snapshot: &Snapshot) -> &str {
    std::str::from_utf8(&snapshot.body).unwrap()
}

#[tokio::test]
async fn text_that_a_script_writes_late_is_read_as_it_stands_then() {
    let Some(browser) = patient(Duration::from_secs(4)) else { return };
    let server = Server::start();
    server.answer(
        "/late",
        Answer::html(
            "<!doctype html><title>Regeln</title><div id=a>Bitte warten</div>
            <script>setTimeout(() => a.innerHTML = '<p>F\u{fc}r Gewinnspiele gilt:</p>', 3000)</script>",
        )
        .etag("\"1\""),
    );
    let snapshot = rendered(&browser, &server.url("/late")).await;
    assert!(text(&snapshot).starts_with("<!DOCTYPE html>\n<html>"), "{}", text(&snapshot));
    assert!(text(&snapshot).contains("<p>F\u{fc}r Gewinnspiele gilt:</p>"));
    assert!(!text(&snapshot).contains("<div id=\"a\">Bitte warten"));
    assert_eq!((snapshot.status, snapshot.fetched_at, snapshot.url.as_str()), (200, now(), &*server.url("/late")));
    assert_eq!(snapshot.media_type().unwrap(), "text/html");
    assert_eq!(snapshot.header("etag"), Some("\"1\""));
    let asked = &server.log()[0];
    let agent = asked.header("user-agent").unwrap();
    assert!(agent.contains("HeadlessChrome/") && agent.ends_with("(+social@example.com)"), "{agent}");
    assert!(asked.header("accept-language").unwrap().starts_with("de,en"), "{:?}", asked.header("accept-language"));
    browser.close().await;
}

#[tokio::test]
async fn neither_dialogs_nor_endless_requests_nor_clocks_keep_a_page_from_being_read() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.answer("/never", Answer::html("").delay(Duration::from_mins(1)));
    server.page(
        "/alert",
        "<p>before</p><script>alert('Hi'); confirm('?'); prompt('?'); document.write('after');</script>",
    );
    let long = "word ".repeat(600);
    server.page("/endless", &format!("<p id=p></p><script>fetch('/never'); p.textContent = '{long}'</script>"));
    let begun = Instant::now();
    assert!(text(&rendered(&browser, &server.url("/alert")).await).contains("after"));
    assert!(text(&rendered(&browser, &server.url("/endless")).await).contains("word word"));
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    browser.close().await;
}

#[tokio::test]
async fn what_a_reader_could_open_is_opened_and_nothing_else_is_touched() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.page(
        "/",
        r#"<nav><button aria-expanded="false" onclick="document.title='clicked the menu'">Menu</button></nav>
        <div role="dialog"><p>We use cookies.</p><button aria-expanded="false" onclick="document.title='consented'">Accept</button></div>
        <details><summary>More</summary>Rules in details</details>
        <button aria-expanded="false" onclick="this.nextElementSibling.innerHTML = 'Rules by ' + 'click'">Contests</button><div></div>
        <a href="/elsewhere" aria-expanded="false">Away</a>"#,
    );
    let snapshot = rendered(&browser, &server.url("/")).await;
    let html = text(&snapshot);
    assert!(html.contains("<details open"), "{html}");
    assert!(html.contains("<div>Rules by click</div>"), "{html}");
    assert!(!html.contains("<title>"), "{html}");
    assert_eq!((snapshot.url.as_str(), server.hits("/elsewhere")), (&*server.url("/"), 0));
    browser.close().await;
}

#[tokio::test]
async fn text_in_shadow_roots_and_in_frames_of_the_same_origin_belongs_to_the_page() {
    let Some(browser) = browser() else { return };
    let (server, elsewhere) = (Server::start(), Server::start());
    server.page("/inner", "<title>Inner</title><p>Fees are due on the first day.</p>");
    elsewhere.page("/", "<p>Not ours to read</p>");
    server.page(
        "/",
        &format!(
            r#"<!doctype html><h1>Rules</h1><x-rule><span slot=words>No tagging</span><i>never shown</i></x-rule>
            <iframe src="/inner"></iframe><iframe src="{}"></iframe><iframe src="/inner" width=1 height=1></iframe>
            <script>customElements.define("x-rule", class extends HTMLElement {{
              constructor() {{
                super();
                window.made = (window.made || 0) + 1;
                this.attachShadow({{mode: "open"}}).innerHTML =
                  "<style>p {{ color: red }}</style><p>For contests: <slot name=words></slot>, <x-deep></x-deep>.</p>";
              }}
            }});
            customElements.define("x-deep", class extends HTMLElement {{
              constructor() {{ super(); this.attachShadow({{mode: "open"}}).innerHTML = "<b>no sharing</b>"; }}
            }})</script><p>Whoever breaks these rules may lose the page.</p>"#,
            elsewhere.url("/")
        ),
    );
    let snapshot = rendered(&browser, &server.url("/")).await;
    let html = text(&snapshot);
    assert!(html.contains("<x-rule><div data-shadow=\"\"><style>"), "{html}");
    assert!(html.contains("<slot name=\"words\"><span slot=\"words\">No tagging</span></slot>, <x-deep>"), "{html}");
    assert!(html.contains("<span data-shadow=\"\"><b>no sharing</b></span>"), "{html}");
    assert_eq!(html.matches("<section data-frame=\"\">").count(), 1, "{html}");
    assert!(html.contains("<p>Fees are due on the first day.</p>") && html.ends_with("</html>"), "{html}");
    assert!(!html.contains("never shown") && !html.contains("Not ours"), "{html}");
    let read = extract(&snapshot, Reading::default()).unwrap().document;
    let blocks: Vec<_> = read.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(
        blocks,
        [
            "Rules",
            "For contests: No tagging, no sharing.",
            "Fees are due on the first day.",
            "Whoever breaks these rules may lose the page."
        ]
    );
    browser.close().await;
}

#[tokio::test]
async fn each_page_meets_an_empty_profile() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    let page = "<p id=p></p><script>
        p.textContent = 'known: ' + document.cookie + localStorage.getItem('seen');
        document.cookie = 'seen=1; max-age=9999'; localStorage.setItem('seen', '1');
        navigator.serviceWorker.register('/worker.js').catch(() => {});
        </script>";
    server.page("/", page);
    server.answer(
        "/worker.js",
        Answer::bytes("self.onfetch = e => e.respondWith(new Response('from the worker'))")
            .header("content-type", "text/javascript"),
    );
    for _ in 0..2 {
        let snapshot = rendered(&browser, &server.url("/")).await;
        assert!(text(&snapshot).contains("known: null"), "{}", text(&snapshot));
    }
    browser.close().await;
}

#[tokio::test]
async fn the_way_to_a_page_is_recorded_by_redirect_and_by_script() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.answer("/old", Answer::redirect("/between"));
    server.page("/between", "<script>location.replace('/new')</script>");
    server.page("/new", "<p>There</p>");
    let snapshot = rendered(&browser, &server.url("/old")).await;
    let way: Vec<_> = snapshot.redirects.iter().map(ToString::to_string).collect();
    assert_eq!(way, [server.url("/old"), server.url("/between")]);
    assert_eq!(snapshot.url.as_str(), server.url("/new"));
    browser.close().await;
}

#[tokio::test]
async fn what_is_no_page_has_a_name() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.answer("/gone", Answer::status(410));
    server.answer("/down", Answer::status(503));
    server.answer("/file", Answer::html("x").header("content-disposition", "attachment; filename=x.html"));
    server.answer("/pdf", Answer::bytes("%PDF-1.4").header("content-type", "application/pdf"));
    let cut = raw(|stream| drop(stream.write_all(b"HT")));
    let trouble = async |url: String| browser.render(&request(&url), now()).await.unwrap_err();
    assert_eq!(trouble(server.url("/gone")).await, Trouble::Status { code: 410 });
    assert_eq!(trouble(server.url("/down")).await, Trouble::Status { code: 503 });
    for path in ["/file", "/pdf"] {
        let trouble = trouble(server.url(path)).await;
        assert!(matches!(trouble, Trouble::Format { .. }), "{path}: {trouble:?}");
    }
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let Trouble::Connection { detail } = trouble(format!("http://{closed}/")).await else { panic!() };
    assert!(detail.contains("refused"), "{detail}");
    assert!(matches!(trouble(format!("http://{cut}/")).await, Trouble::Connection { .. }));
    let secure = trouble(server.url("/").replace("http:", "https:")).await;
    assert!(matches!(secure, Trouble::Tls { .. }), "{secure:?}");
    assert!(matches!(trouble("http://no-such-host.invalid/".into()).await, Trouble::Dns { .. }));
    browser.close().await;
}

#[test]
fn a_browser_that_ends_is_started_again() {
    if browser().is_some() {
        run_with_proxy("browser::child_loses_its_browser", "");
    }
}

#[tokio::test]
#[ignore = "runs inside the test above, since it kills every browser of its process"]
async fn child_loses_its_browser() {
    let (browser, server) = (browser().unwrap(), Server::start());
    server.page("/", "<p>There</p>");
    rendered(&browser, &server.url("/")).await;
    for process in processes_of(std::process::id()) {
        Command::new("kill").args(["-9", &process]).status().unwrap();
    }
    assert!(gone(std::process::id()));
    // A look that was under way may still meet the old browser; how soon its end is heard of depends on the machine.
    let mut tries = 0;
    while browser.render(&request(&server.url("/")), now()).await.is_err() {
        tries += 1;
        assert!(tries < 40, "not started again");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    browser.close().await;
    assert!(gone(std::process::id()), "closed");
    let mark = format!("hausrecht-browser-{}-", std::process::id());
    let left = fs::read_dir(std::env::temp_dir()).unwrap().flatten();
    let left: Vec<_> =
        left.map(|entry| entry.file_name()).filter(|name| name.to_string_lossy().starts_with(&mark)).collect();
    assert!(left.len() <= 1, "{left:?}");
}

#[tokio::test]
async fn where_no_browser_is_installed_the_outcome_says_so() {
    let browser = Browser::new(&fetcher(), Some("/nowhere/chromium".into()));
    assert_eq!(browser.render(&request("http://127.0.0.1:9/"), now()).await, Err(Trouble::NoBrowser));
    let browser = Browser::new(&fetcher(), Some("/bin/false".into()));
    let trouble = browser.render(&request("http://127.0.0.1:9/"), now()).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Browser { .. }), "{trouble:?}");
}

#[tokio::test]
async fn the_private_network_is_refused_to_the_browser_too() {
    let browser = Browser::new(&fetcher(), None);
    let mut asked = request("http://127.0.0.1:9/");
    asked.allow_private_network = false;
    let trouble = browser.render(&asked, now()).await.unwrap_err();
    assert_eq!(trouble, Trouble::PrivateAddress { address: "127.0.0.1".into() });
}

#[test]
fn nothing_that_a_page_does_reaches_the_private_network() {
    if browser().is_none() {
        return;
    }
    let (proxy, inside) = (Server::start(), Server::start());
    let (number, name) = (inside.url("/secret"), inside.url_by_name("/secret"));
    let script = format!(
        "for (const url of ['{number}', '{name}']) {{
            fetch(url, {{mode: 'no-cors'}}).catch(() => {{}});
            new Image().src = url;
            const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame);
            new WebSocket(url.replace('http', 'ws'));
            new Worker(URL.createObjectURL(new Blob(['fetch(\"' + url + '\", {{mode: \"no-cors\"}})'])));
            navigator.sendBeacon(url, 'x');
        }}"
    );
    proxy.page("/page", &format!("<body><p>Rules</p><script>{script}</script>"));
    proxy.page("/away", &format!("<script>location.href = '{number}'</script>"));
    proxy.answer("/redirect", Answer::redirect(&name));
    run_with_proxy("browser::child_opens_hostile_pages", &proxy.url(""));
    assert!(inside.log().is_empty(), "{:?}", inside.log());
    let through: Vec<_> =
        proxy.log().into_iter().map(|asked| asked.target).filter(|target| target.contains("secret")).collect();
    assert_eq!(through, Vec::<String>::new());
}

#[tokio::test]
#[ignore = "runs inside the test above"]
async fn child_opens_hostile_pages() {
    let browser = browser().unwrap();
    let outcomes = async |path: &str| {
        let mut asked = request(&format!("http://platform.invalid/{path}"));
        asked.allow_private_network = false;
        browser.render(&asked, now()).await
    };
    assert!(text(&outcomes("page").await.unwrap()).contains("Rules"));
    for path in ["away", "redirect"] {
        let trouble = outcomes(path).await.unwrap_err();
        assert!(matches!(trouble, Trouble::PrivateAddress { .. }), "{path}: {trouble:?}");
    }
    browser.close().await;
}

#[test]
fn a_browser_does_not_outlive_us_even_by_kill_9() {
    if browser().is_none() {
        return;
    }
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "fetch::browser::child_waits_to_be_killed", "--ignored", "--nocapture"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("the browser runs")));
    assert!(!processes_of(child.id()).is_empty());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(gone(child.id()), "{:?}", processes_of(child.id()));
}

#[tokio::test]
#[ignore = "runs inside the test above"]
async fn child_waits_to_be_killed() {
    let server = Server::start();
    server.page("/", "<p>There</p>");
    let browser = browser().unwrap();
    rendered(&browser, &server.url("/")).await;
    println!("the browser runs");
    tokio::time::sleep(Duration::from_mins(1)).await;
}

/// The processes of browsers that a process has started, by the profile that bears its id.
fn processes_of(owner: u32) -> Vec<String> {
    let mark = format!("hausrecht-browser-{owner}-");
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let is_browser = |process: &Path| {
        let arguments = fs::read(process.join("cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&arguments).contains(&mark)
    };
    let mine = processes.filter(|process| is_browser(&process.path()));
    mine.map(|process| process.file_name().to_string_lossy().into_owned()).collect()
}

fn gone(owner: u32) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(15) {
        if processes_of(owner).is_empty() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    false
}
