//! The ways on which bytes of strangers come in, each as one call that must come back, whatever the bytes are.
//!
//! `cargo fuzz run html` drives them with a fuzzer; `tests/it/fuzzed.rs` with seeds and slips of the keyboard.

use hausrecht::model::{DayOrder, Origin, Snapshot};
use hausrecht::steps::extract::{self, Extract, Reading};
use hausrecht::steps::judge::{self, Subject, Team};
use hausrecht::steps::replies;
use hausrecht::steps::text::dates::find_dates_in;
use hausrecht::steps::two_texts::TwoTexts;
use hausrecht::steps::watchlist;
use jiff::Timestamp;
use jiff::civil::Date;

pub fn html(bytes: &[u8]) {
    read("https://a.example/rules", "text/html", bytes);
}

pub fn markdown(bytes: &[u8]) {
    read("https://a.example/rules.md", "text/markdown", bytes);
}

pub fn feed(bytes: &[u8]) {
    read("https://a.example/feed", "application/rss+xml", bytes);
}

pub fn json(bytes: &[u8]) {
    read("https://a.example/rules.json", "application/json", bytes);
}

/// A page as browsers save it: MIME within MIME.
pub fn mhtml(bytes: &[u8]) {
    read("https://a.example/saved.mhtml", "multipart/related", bytes);
}

/// What the process that reads PDF files writes.
pub fn pdf_lines(bytes: &[u8]) {
    let _ = extract::of_pdf(&String::from_utf8_lossy(bytes));
}

pub fn list(bytes: &[u8]) {
    let _ = watchlist::read(&String::from_utf8_lossy(bytes), "watchlist.yaml", Timestamp::UNIX_EPOCH);
}

/// A mail that came into the mailbox with replies.
pub fn replies(bytes: &[u8]) {
    let _ = replies::read(bytes);
}

/// Days in running text, however its pages write them.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for order in [DayOrder::DayFirst, DayOrder::MonthFirst, DayOrder::Unknown] {
        for (place, _) in find_dates_in(&text, order) {
            assert!(text.get(place).is_some(), "a date stands where no letter begins");
        }
    }
    let page = format!("# Rules\n\nAds are free.\n\n{text}");
    judgement(format!("# Rules\n\nAds are free.\n===\n{page}").as_bytes());
}

/// Two texts, with a line of three equals signs between them: compared, judged and dated.
pub fn judgement(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (old, new) = text.split_once("\n===\n").unwrap_or((&text, ""));
    let (Some(old), Some(new)) = (
        read("https://a.example/a.md", "text/markdown", old.as_bytes()),
        read("https://a.example/b.md", "text/markdown", new.as_bytes()),
    ) else {
        return;
    };
    let texts = TwoTexts::between(&old, &new, false);
    let subject = Subject {
        platform: "a",
        document: "Terms",
        watch: "",
        kind: hausrecht::model::DocumentKind::default(),
        is_rewritten: texts.is_rewriting(),
    };
    let _ = texts.judged(judge::case(subject, Team::default(), &texts.comparison, Date::constant(2026, 11, 29)));
}

fn read(address: &str, kind: &str, bytes: &[u8]) -> Option<Extract> {
    let snapshot = Snapshot {
        fetched_at: Timestamp::UNIX_EPOCH,
        url: address.parse().ok()?,
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".to_owned(), kind.to_owned())],
        body: bytes.to_vec(),
        origin: Origin::Live,
    };
    extract::extract(&snapshot, Reading::default()).ok()
}
