//! Edits of the watchlist between rounds: nobody loses news by one, and nobody gets it twice or late.

use hausrecht::io::store::Store;

use crate::house::program::{House, policy};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const NOR_SHARE: &str = "You must not post about your contest more than once a day. You must not ask people to share.";

/// The same house with another watchlist: what is watched, and the rest of it.
fn edited(house: House, watch: &str, rest: &str) -> House {
    let House { folder, server, .. } = house;
    let mut after = House::new();
    (after.folder, after.server) = (folder, server);
    let after = after.watch_as_written(watch).with(rest);
    after.server.page("/contests", &policy("contests", MAY));
    after
}

const WATCH: &str =
    "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true";
const RENAMED: &str = "id: contests, platform: Plaudernetz Business, document: contests, url: 'SERVER/contests', \
                       allow_private_network: true";

fn told_to(house: &House, name: &str) -> usize {
    house.letters().iter().filter(|letter| letter.recipient == name).count()
}

/// Where each delivery stands: address and whether it waits.
fn waiting(house: &House) -> Vec<String> {
    let store = Store::open(&house.data()).unwrap();
    let far = "2027-01-01T00:00:00Z".parse().unwrap();
    let letters = store.waiting(far).unwrap();
    letters.into_iter().flat_map(|letter| letter.addresses.into_iter().map(|address| address.address)).collect()
}

const TEAM: &str = "{name: Team, to: [team@example.com], immediately: true, tier: fyi}";
const ANNA: &str = "{name: Anna, to: [anna@example.com], immediately: true, tier: fyi}";
const BEN: &str = "{name: Ben, to: [ben@example.com], immediately: true, tier: fyi}";

fn people(all: &[&str]) -> String {
    format!("recipients: [{}]", all.join(", "))
}

#[test]
fn a_colleague_who_comes_long_after_one_left_is_told_nothing_old() {
    let house = edited(House::new(), WATCH, &people(&[TEAM, ANNA]));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, WATCH, &people(&[TEAM]));
    house.round_at("2026-03-02T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-04-02T06:00:00Z");
    let house = edited(house, WATCH, &people(&[TEAM, BEN]));
    house.show("contests", MUST_NOT).round_at("2026-06-02T06:00:00Z");
    assert_eq!((told_to(&house, "Team"), told_to(&house, "Ben")), (1, 0));
    house.show("contests", NOR_SHARE).round_at("2026-06-03T06:00:00Z");
    assert_eq!((told_to(&house, "Team"), told_to(&house, "Ben")), (2, 1));
}

#[test]
fn who_is_back_after_days_is_told_what_was_missed_and_who_is_back_after_months_is_not() {
    for (back, told) in [("2026-03-05T06:00:00Z", 1), ("2026-06-05T06:00:00Z", 0)] {
        let house = edited(House::new(), WATCH, &people(&[TEAM, ANNA]));
        house.round_at("2026-03-01T06:00:00Z");
        let house = edited(house, WATCH, &people(&[TEAM]));
        house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
        let house = edited(house, WATCH, &people(&[TEAM, ANNA]));
        house.show("contests", MUST_NOT).round_at(back);
        assert_eq!(told_to(&house, "Anna"), told, "back at {back}");
    }
}

#[test]
fn a_name_that_is_replaced_in_one_edit_takes_over_what_was_still_to_be_told() {
    let digest = "{name: Anna, to: [anna@example.com], digest: '0 0 8 * * Mon', tier: fyi}";
    let house = edited(House::new(), WATCH, &people(&[digest]));
    house.round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    let house = edited(house, WATCH, &people(&[&digest.replace("Anna", "Ben").replace("anna", "ben")]));
    house.show("contests", MUST_NOT).round_at("2026-03-09T08:00:00Z");
    assert_eq!((told_to(&house, "Anna"), told_to(&house, "Ben")), (0, 1));
}

#[test]
fn a_platform_or_an_asset_written_another_way_loses_nobody_the_digest() {
    let list = |platform: &str, asset: &str| {
        format!(
            "recipients:
  - {{name: Platform, to: [p@example.com], digest: '0 0 8 * * Mon', tier: none, platforms: [{platform}]}}
  - {{name: Asset, to: [a@example.com], digest: '0 0 8 * * Mon', tier: none, assets: [{asset}]}}
  - {{name: Other, to: [o@example.com], digest: '0 0 8 * * Mon', tier: none, assets: [shop]}}
assets:
  - {{id: {asset}, name: Advent contest, platform: {platform}}}
  - {{id: shop, name: Shop, platform: {platform}, topics: [minors]}}"
        )
    };
    let house = edited(House::new(), WATCH, &list("Plaudernetz", "advent"));
    house.round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    let house = edited(house, RENAMED, &list("Plaudernetz Business", "advent-2026"));
    house.show("contests", MUST_NOT).round_at("2026-03-09T08:00:00Z");
    let told = ["Platform", "Asset", "Other"].map(|name| told_to(&house, name));
    assert_eq!(told, [1, 1, 0], "{:?}", house.subjects());
}

#[test]
fn a_letter_that_waits_goes_where_its_reader_is_now_and_to_nobody_who_left() {
    // Nobody listens there: letters wait.
    let dead = "mail: {from: 'H <h@example.com>', smtp: {host: 127.0.0.1, port: 9, tls: none}}\n";
    let list = |all: &[&str]| format!("{dead}{}", people(all));
    let house = edited(House::new(), WATCH, &list(&[&TEAM.replace("team@", "taem@"), ANNA]));
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    assert_eq!(waiting(&house), ["taem@example.com", "anna@example.com"]);
    let house = edited(house, WATCH, &list(&[TEAM]));
    house.show("contests", MUST_NOT).round_at("2026-03-03T06:00:00Z");
    assert_eq!(waiting(&house), ["team@example.com"]);
    assert_eq!(house.letters()[0].to, ["team@example.com"], "the letter names whom it is for");
    // Who takes over from somebody takes over the letter too.
    let house = edited(house, WATCH, &list(&[BEN]));
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    assert_eq!(waiting(&house), ["ben@example.com"]);
}
