//! The past judged again: by the same rules it reads the same, however long it is.

use std::time::Instant;

use crate::house::program::House;
use hausrecht::io::store::{Filter, NewChange, Sighting, Store};
use hausrecht::model::{Assessment, Change, Origin, Snapshot, Tier};
use hausrecht::round;
use hausrecht::steps::watchlist;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}";

const ASSETS: &str =
    "assets:\n  - {id: raffle, name: Raffle, platform: Plaudernetz, topics: [promotions], keywords: [contest]}";

/// A house whose contest rules became stricter, with the line that dates them.
fn stricter() -> (House, Change) {
    let dated = |day: &str, rule: &str| format!("Effective as of {day}</p><p>{rule}");
    let house =
        House::new().watch("contests", &dated("1 March 2026", "You may run a contest on your page.")).with(TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", &dated("1 December 2026", "You must not run a contest on your page without a licence."));
    let change = house.round_at("2026-11-02T06:00:00Z").remove(0).change.unwrap();
    (house, change)
}

fn again(house: &House) -> round::Backtest {
    let now = "2026-11-03T06:00:00Z".parse().unwrap();
    let watchlist =
        watchlist::read(&house.watchlist(), "watchlist.yaml", now).unwrap_or_else(|wrong| panic!("{wrong}"));
    round::backtest(&watchlist, &Store::open(&house.data()).unwrap(), &Filter::default()).unwrap()
}

#[test]
fn the_same_rules_judge_the_past_the_same() {
    let (house, change) = stricter();
    assert_eq!(change.assessment.effective_date, Some("2026-12-01".parse().unwrap()), "{change:#?}");
    let found = again(&house);
    assert_eq!((found.judged, found.otherwise.len()), (1, 0), "{found:#?}");
}

#[test]
fn a_change_judged_otherwise_keeps_its_words_and_the_date_from_which_it_holds() {
    let (house, change) = stricter();
    let found = again(&house.with(ASSETS));
    let [tested] = found.otherwise.as_slice() else { panic!("{found:#?}") };
    assert_eq!(tested.now.assets, ["raffle"]);
    assert_eq!(tested.now.effective_date, change.assessment.effective_date);
    assert_eq!(tested.change, change);
}

#[test]
fn the_line_that_dates_a_document_is_remembered_with_the_change() {
    let policy = |day: &str, rule: &str| format!("Last updated: {day}</p><p>These rules hold for pages.</p><p>{rule}");
    let before = policy("5 October 2026", "You may run a contest on your page.");
    let after = policy("2 November 2026", "You must not run a contest on your page, effective 5 October 2026.");
    let house = House::new().watch("contests", &before).with(TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    let change = house.show("contests", &after).round_at("2026-11-02T06:00:00Z").remove(0).change.unwrap();
    assert_eq!(change.date_lines.len(), 1, "{change:#?}");
    assert_eq!(change.assessment.effective_date, None, "the day stood there before");
    let found = again(&house.with(ASSETS));
    assert_eq!(found.otherwise[0].now.effective_date, None);
}

/// A house whose page names another address now, which is held back.
fn another_address() -> House {
    let help = |host: &str| format!("Questions about contests are answered at https://{host}/contests every day.");
    let house = House::new().watch("contests", &help("help.example.com")).with(TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    let looked = house.show("contests", &help("support.example.com")).round_at("2026-11-02T06:00:00Z").remove(0);
    assert_eq!(looked.change, None);
    house
}

#[test]
fn what_is_held_back_is_judged_again_and_stays_held_back() {
    let found = again(&another_address());
    assert_eq!((found.judged, found.held, found.otherwise.len()), (0, 1, 0), "{found:#?}");
}

#[test]
fn a_rule_of_the_team_brings_back_what_another_rule_holds() {
    let rule = "rules:\n  - {phrase: support.example.com, raise: alert, because: We link there.}";
    let found = again(&another_address().with(rule));
    let [tested] = found.otherwise.as_slice() else { panic!("{found:#?}") };
    assert_eq!((tested.held_by.as_deref(), tested.now.tier), (Some("address"), Tier::Alert));
    assert!(tested.is_gained());
}

#[test]
fn what_is_held_back_of_a_page_is_explained_with_its_rule_and_dates() {
    let ran = another_address().run(&["explain", "contests"]);
    let (_, held) = ran.stdout.split_once("held back").unwrap_or_else(|| panic!("{ran:?}"));
    assert!(held.contains("address") && held.contains("2026-11-02") && held.contains("support"), "{held}");
}

#[test]
#[ignore = "writes 40,000 changes; `cargo test --release --test it -- --ignored a_long_past`"]
fn a_long_past_is_judged_again_within_a_minute() {
    let (house, change) = stricter();
    let mut store = Store::open(&house.data()).unwrap();
    let base = store.last_version(&change.watch, &change.part).unwrap().unwrap();
    let state = store.page(&change.watch, &change.part).unwrap().unwrap();
    let page = Snapshot {
        fetched_at: base.seen_at,
        url: "https://example.com/contests".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: Vec::new(),
        body: b"contests".to_vec(),
        origin: Origin::Hand,
    };
    for number in 0..40_000 {
        let mut hunks: Vec<_> = (0..=number % 12).flat_map(|_| change.hunks.clone()).collect();
        for hunk in &mut hunks {
            hunk.heading.push(format!("Section {number}"));
        }
        let assessment = Assessment { tier: Tier::Fyi, ..change.assessment.clone() };
        let one = Change { id: format!("past-{number}"), hunks, assessment, ..change.clone() };
        let sighting = Sighting {
            state: &state,
            snapshot: Some(&page),
            version: Some(&base),
            change: Some(NewChange { change: &one, from_version: base.id }),
            noise: &[],
            held: &[],
            notice: None,
            edit: None,
            instead: None,
            host: None,
            to_tell: false,
        };
        store.record(&sighting).unwrap();
    }
    let started = Instant::now();
    let found = again(&house);
    let took = started.elapsed();
    assert_eq!(found.judged, 40_001);
    assert!(took.as_secs() < 60, "{took:?}");
}
