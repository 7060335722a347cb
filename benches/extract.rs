//! What reading a page costs beside parsing it: at most as much again.
//!
//! `HAUSRECHT_PAGES=DIR` names a folder with pages (`*.html`); all of them are measured together, too.

use criterion::{Criterion, criterion_group, criterion_main};
use hausrecht::model::{Origin, Snapshot};
use hausrecht::steps::extract::{Reading, extract};

/// A page of so many sections, with as much markup around its words as real ones have.
fn page(sections: usize) -> String {
    let section = |number: usize| {
        format!(
            "<section class=\"_9nu2 _9ntw policy-section\" id=\"s{number}\"><div class=\"_9nrh\"><h2 class=\"_9nmv\">{number}. Section</h2>\
             <div class=\"_9p7h\" data-nonce=\"a8f{number}\"><p class=\"_9qmn\">You may post contests on your page if the rules of \
             <a href=\"/rules/{number}\">section {number}</a> are kept by <b>all</b> who take part in them.</p><ul><li>No fees.</li>\
             <li>No tags.</li></ul><table><tr><td>Fee</td><td>{number} %</td></tr></table></div></div></section>"
        )
    };
    let sections: String = (0..sections).map(section).collect();
    format!(
        "<!doctype html><html lang=en><title>Terms</title><body><nav><a href=/>Home</a></nav><main><h1>Terms</h1>{sections}</main>"
    )
}

fn snapshot(kind: &str, body: &str) -> Snapshot {
    Snapshot {
        fetched_at: jiff::Timestamp::UNIX_EPOCH,
        url: "https://example.org/terms".parse().expect("an address"),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), kind.into())],
        body: body.into(),
        origin: Origin::Import,
    }
}

/// The pages in the folder that is named, none where none is.
fn pages_at_hand() -> Vec<String> {
    let Some(folder) = std::env::var_os("HAUSRECHT_PAGES") else { return Vec::new() };
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    paths.sort();
    paths.into_iter().map(|path| String::from_utf8_lossy(&std::fs::read(path).expect("a page")).into_owned()).collect()
}

/// Pages as they are out there.
fn real_pages(criterion: &mut Criterion) {
    let pages = pages_at_hand();
    if pages.is_empty() {
        return;
    }
    let snapshots: Vec<_> = pages.iter().map(|page| snapshot("text/html; charset=utf-8", page)).collect();
    let parse = || {
        pages
            .iter()
            .map(|page| dom_query::Document::from(page.as_str()).root().children_it(false).count())
            .sum::<usize>()
    };
    criterion.bench_function("parse alone, real pages", |bencher| bencher.iter(parse));
    let read = || snapshots.iter().filter(|page| extract(page, Reading::default()).is_ok()).count();
    criterion.bench_function("extract, real pages", |bencher| bencher.iter(read));
}

fn reading(criterion: &mut Criterion) {
    // The largest policies, and such as most are.
    let (body, small) = (page(2200), page(40));
    let markdown =
        "## Section\n\nYou may post [contests](https://example.org/c) on your **page**.\n\n* No fees\n* No tags\n\n"
            .repeat(13_000);
    let (html, short, markdown) =
        (snapshot("text/html", &body), snapshot("text/html", &small), snapshot("text/markdown", &markdown));
    criterion.bench_function("parse alone", |bencher| bencher.iter(|| dom_query::Document::from(body.as_str())));
    criterion.bench_function("extract html", |bencher| bencher.iter(|| extract(&html, Reading::default())));
    criterion
        .bench_function("parse alone, small", |bencher| bencher.iter(|| dom_query::Document::from(small.as_str())));
    criterion.bench_function("extract html, small", |bencher| bencher.iter(|| extract(&short, Reading::default())));
    criterion.bench_function("extract markdown", |bencher| bencher.iter(|| extract(&markdown, Reading::default())));
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = reading, real_pages }
criterion_main!(benches);
