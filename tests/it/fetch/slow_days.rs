//! Pages out of the browser through whole rounds: what is late on a slow day was not removed, and what is new is told once.

use std::time::Duration;

use crate::house::history::in_one_line;
use crate::house::program::House;
use crate::house::server::{Answer, Server};

use super::browser::browser;

const RECIPIENTS: &str =
    "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi, language: en}";

fn text(more: &str) -> String {
    format!(
        "<h1>Contest rules</h1><h2>Who may take part</h2><p>Everybody who is eighteen years or older may take part in a \
         contest on Plaudernetz, unless they work for the organiser or live in the same household.</p>\
         <h2>How contests are announced</h2><p>The organiser must publish the conditions of entry on the page itself and \
         keep them there until the last prize has been handed over to its winner.</p>\
         <h2>Personal data</h2><p>Data of participants may be used only to run the contest and must be erased three \
         months after the prizes have been handed over.</p>{more}"
    )
}

const NEW: &str = "<h2>Sharing</h2><p>You must not ask participants to share a post or to tag friends in order to enter a contest.</p>";

/// A page whose text comes from a service, between a long menu and a long footer.
fn shell() -> String {
    let menu: String =
        (0..60).map(|n| format!("<li><a href=/help{n}>Help for organisers on topic number {n}</a></li>")).collect();
    let footer: String = (0..30)
        .map(|n| {
            format!("<p>Plaudernetz office number {n}, Example Street {n}, 10115 Berlin, registered at the court.</p>")
        })
        .collect();
    format!(
        "<!doctype html><html lang=en><head><title>Contest rules</title></head><body><nav><ul>{menu}</ul></nav>\
         <main id=m></main><footer>{footer}</footer><script>\
         fetch('/text').then((one) => one.text()).then((text) => m.innerHTML = text)</script></body></html>"
    )
}

fn house() -> House {
    House::new().with(RECIPIENTS).watch_as_written(
        "id: slow, url: 'SERVER/slow', render: browser, allow_private_network: true, platform: Plaudernetz, \
         document: Contest rules",
    )
}

fn serve(server: &Server, delay: u64, more: &str) {
    server.answer("/text", Answer::html(&text(more)).delay(Duration::from_secs(delay)));
}

#[test]
fn text_that_is_late_on_slow_days_is_no_removal_and_a_new_rule_is_told_once() {
    let Some(_turn) = browser() else { return };
    let house = house();
    house.server.page("/slow", &shell());
    let mut open = house.open();
    // Later than a page that just opened is waited for: a second look, with more patience, finds it.
    for (day, delay, more) in [(1, 0, ""), (2, 11, ""), (3, 0, NEW), (4, 11, NEW), (5, 0, NEW)] {
        serve(&house.server, delay, more);
        open.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let letters = house.letters();
    assert_eq!(letters.len(), 1, "{letters:#?}");
    let told = &in_one_line(&letters[0].text);
    assert!(told.contains("You must not ask participants to share a post or to tag friends"), "{told}");
    assert!(!told.contains("Everybody who is eighteen") && !told.contains("office number"), "{told}");
}

#[test]
fn text_that_never_comes_is_a_page_that_cannot_be_read_and_no_removal() {
    let Some(_turn) = browser() else { return };
    let house = house();
    house.server.page("/slow", &shell());
    let mut open = house.open();
    serve(&house.server, 0, "");
    open.round_at("2026-03-01T06:00:00Z");
    serve(&house.server, 50, "");
    let looked = open.round_at("2026-03-02T06:00:00Z");
    let outcome = serde_json::to_value(&looked[0].outcome).unwrap();
    assert_eq!(
        (outcome["outcome"].as_str(), outcome["trouble"]["why"].as_str()),
        (Some("unreadable"), Some("partial"))
    );
    serve(&house.server, 0, NEW);
    open.round_at("2026-03-03T06:00:00Z");
    let letters = house.letters();
    assert_eq!(letters.len(), 1, "{letters:#?}");
    let told = in_one_line(&letters[0].text);
    assert!(told.contains("New: Sharing You must not ask participants to share a post or to tag friends"), "{told}");
}

#[test]
fn the_edition_that_a_style_sheet_shows_is_the_text_and_another_one_in_its_place_is_told() {
    let Some(_turn) = browser() else { return };
    let house = house();
    let page = |shown: usize| {
        let class = |edition: usize| if edition == shown { "edition on" } else { "edition" };
        format!(
            "<!doctype html><html lang=en><head><title>Contest rules</title><style>.edition {{ display: none }} \
             .edition.on {{ display: block }} .print {{ display: none }} @media print {{ .print {{ display: block }} }}\
             </style></head><body><main>{}<div class='{}'><h2>Sharing</h2><p>Participants may share a post or tag \
             friends as often as they like when they enter a contest.</p></div><div class='{}'>{NEW}</div>\
             <p class=print>Printed from office copy number {shown}, which must not be copied.</p></main></body></html>",
            text(""),
            class(1),
            class(2)
        )
    };
    let mut open = house.open();
    for (day, shown) in [(1, 1), (2, 1), (3, 2), (4, 2)] {
        house.server.page("/slow", &page(shown));
        open.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let letters = house.letters();
    assert_eq!(letters.len(), 1, "{letters:#?}");
    let told = &in_one_line(&letters[0].text);
    let before =
        "Before: Participants may share a post or tag friends as often as they like when they enter a contest.";
    let now = "Now: You must not ask participants to share a post or to tag friends in order to enter a contest.";
    assert!(told.contains(before) && told.contains(now), "{told}");
    assert!(!told.contains("office copy"), "{told}");
}

#[test]
fn what_an_older_browser_took_for_shown_and_no_reader_sees_was_not_removed() {
    let Some(_turn) = browser() else { return };
    let house = House::new().with(RECIPIENTS).watch_as_written(
        "id: slow, url: 'SERVER/slow', render: auto, allow_private_network: true, platform: Plaudernetz, \
         document: Contest rules",
    );
    let page = |more: &str| {
        format!(
            "<!doctype html><html lang=en><head><title>Contest rules</title><style>.print {{ display: none }}</style>\
             </head><body><main>{}<p class=print>Printed from the office copy, which must not be copied without the \
             approval of Plaudernetz.</p>{more}</main></body></html>",
            text("")
        )
    };
    // As it was read before the browser looked at style sheets.
    house.server.page("/slow", &page(""));
    house.round_at("2026-03-01T06:00:00Z");
    let store = rusqlite::Connection::open(house.data().join("hausrecht.sqlite")).unwrap();
    assert_eq!(store.execute("UPDATE versions SET extractor = '5:older'", []).unwrap(), 1);
    drop(store);
    // A refusal to the plain request brings in the browser.
    for (day, more) in [(2, ""), (3, ""), (4, NEW), (5, NEW)] {
        house.server.page("/slow", &page(more)).once("/slow", Answer::status(403));
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let letters = house.letters();
    assert_eq!(letters.len(), 1, "{letters:#?}");
    let told = in_one_line(&letters[0].text);
    assert!(told.contains("New: Sharing You must not ask participants") && !told.contains("office copy"), "{told}");
}
