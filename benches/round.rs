//! One round over 200 pages on loopback: the first sight, and the daily case in which only nonces differ.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use hausrecht::io::fetch::{Browser, Fetcher, Manners};
use hausrecht::io::pdf::PdfReader;
use hausrecht::io::showroom::Showroom;
use hausrecht::io::store::Store;
use hausrecht::round::{self, Clock, House, Which};
use hausrecht::steps::watchlist;
use jiff::Timestamp;
use tempfile::TempDir;
use tokio::runtime::Runtime;

const PAGES: usize = 200;

/// A policy of about 60 KB with menus, scripts and nonces around it.
fn page(number: usize) -> String {
    let mut html = format!(
        "<!doctype html><html lang=en><head><title>Policy {number}</title><script nonce={{NONCE}}>var a={{}};</script></head>\
         <body><nav><ul><li><a href='/?{{NONCE}}'>Home</a></li></ul></nav><main><h1>Policy {number}</h1>"
    );
    for section in 0..40 {
        let _ = write!(html, "<h2>{section}. What holds for section {section} of policy {number}</h2>");
        for clause in 0..8 {
            let _ = write!(
                html,
                "<p>Clause {section}.{clause} of policy {number}: you may post about your contest, but you must not \
                 require entrants to share a post or to tag friends, and we may remove what breaks this rule.</p>"
            );
        }
    }
    html.push_str("</main><footer>© {NONCE}</footer></body></html>");
    html
}

fn house(folder: &TempDir, port: u16) -> House {
    let mut text = String::from("settings: {pause: 0s, confirm_after: 0s, concurrency: 16}\nwatches:\n");
    for number in 0..PAGES {
        let _ = writeln!(
            text,
            "  - {{id: p{number}, platform: bench, document: Policy {number}, url: 'http://127.0.0.1:{port}/{number}', allow_private_network: true}}"
        );
    }
    let now: Timestamp = "2026-11-21T06:00:00Z".parse().expect("a time");
    let Ok(watchlist) = watchlist::read(&text, "bench", now) else { panic!("the bench's watchlist has mistakes") };
    let manners = Manners { contact: None, pause: Duration::ZERO, concurrency: 16, ca_file: None };
    let fetcher = Fetcher::new(manners).expect("a client");
    House {
        browser: Arc::new(Browser::new(&fetcher, None)),
        watchlist: Arc::new(watchlist),
        store: Arc::new(Mutex::new(Store::open(folder.path()).expect("a store"))),
        fetcher,
        pdf: PdfReader::new(),
        patience: round::Patience::default(),
        room: round::Room::default(),
        clock: Clock::started_at(now),
    }
}

fn rounds(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let showroom = runtime.block_on(Showroom::open()).expect("a port");
    for number in 0..PAGES {
        showroom.show(&format!("/{number}"), page(number));
    }
    let mut group = criterion.benchmark_group("round over 200 pages");
    group.sample_size(10);
    group.bench_function("first sight", |bencher| {
        bencher.iter_with_large_drop(|| {
            let folder = TempDir::new().expect("a folder");
            let house = house(&folder, showroom.port());
            black_box(runtime.block_on(round::check(&house, &Which::All, |_| {})).expect("a round"));
            folder
        });
    });
    let folder = TempDir::new().expect("a folder");
    let house = house(&folder, showroom.port());
    runtime.block_on(round::check(&house, &Which::All, |_| {})).expect("a first round");
    group.bench_function("other nonces, the same words", |bencher| {
        bencher.iter(|| black_box(runtime.block_on(round::check(&house, &Which::All, |_| {})).expect("a round")));
    });
    group.finish();
}

criterion_group!(benches, rounds);
criterion_main!(benches);
