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
    // Weeks lie between these rounds, and that nothing ran meanwhile is told as well.
    house.letters().iter().filter(|letter| letter.recipient == name && !letter.changes.is_empty()).count()
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

/// A policy of some length in each of two languages, with more at its end.
fn rules(language: &str, more: &str) -> String {
    let text = if language == "de" {
        "<p>Wer auf einer Seite ein Gewinnspiel veranstaltet, ist für den ordnungsgemäßen Ablauf verantwortlich und muss die \
         Teilnahmebedingungen vor dem Beginn veröffentlichen.</p><p>Alle Teilnehmenden stellen die Plattform von jeder \
         Haftung frei, und die Veranstalter weisen darauf hin, dass sie in keiner Verbindung zur Plattform stehen.</p>\
         <p>Die Gewinnerinnen und Gewinner werden durch eine Nachricht benachrichtigt, die sie binnen einer Woche \
         beantworten.</p>"
    } else {
        "<p>Whoever runs a contest on a page is responsible for its lawful operation and must publish the terms of the \
         contest before it begins.</p><p>All participants release the platform from any liability, and organisers say \
         that the contest is in no way sponsored by the platform.</p><p>The winners are told by a message which they \
         have to answer within a week of its arrival.</p>"
    };
    let title = if language == "de" { "Regeln für Gewinnspiele" } else { "Rules for contests" };
    format!(
        "<!doctype html><html lang=\"{language}\"><title>{title}</title><main><h1>{title}</h1>{text}{more}</main></html>"
    )
}

#[test]
fn a_language_that_is_edited_is_what_is_wanted_from_now_on() {
    const DE: &str = "<p>Es ist untersagt, Teilnehmende zum Teilen eines Beitrags aufzufordern.</p>";
    let watch = |language: &str| format!("{WATCH}, language: {language}");
    let shows = |house: &House, html: &str| {
        house.server.page("/contests", html);
    };
    let house = edited(House::new(), &watch("en"), &people(&[TEAM]));
    shows(&house, &rules("en", ""));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &watch("de"), &people(&[TEAM]));
    shows(&house, &rules("de", ""));
    let looks = house.round_at("2026-03-02T06:00:00Z");
    assert_eq!(looks[0].outcome, hausrecht::model::Outcome::First, "taken at once");
    assert_eq!(told_to(&house, "Team"), 0, "another language is no change of the rules");
    shows(&house, &rules("de", DE));
    house.round_at("2026-03-03T06:00:00Z");
    let letters = house.letters();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains("Es ist untersagt"), "{}", letters[0].text);
}

#[test]
fn an_address_that_is_edited_is_a_beginning_and_what_changes_there_is_told() {
    let other =
        "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/pages', allow_private_network: true";
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.server.page("/contests", &rules("en", ""));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, other, &people(&[TEAM]));
    let pages = "<!doctype html><html lang=\"en\"><title>Developer terms</title><main><h1>Developer terms</h1><p>Applications \
                 that read the interface keep tokens secret, renew them every ninety days and stay below the limits of \
                 requests which the documentation names for each endpoint.</p><p>Data that an application fetches is \
                 deleted once the account that granted access withdraws it, backups included, within thirty days.</p>\
                 <p>Audits of security are answered in writing by the vendor of the application.</p>MORE</main></html>";
    house.server.page("/pages", &pages.replace("MORE", ""));
    let looks = house.round_at("2026-03-02T06:00:00Z");
    assert_eq!((&looks[0].outcome, told_to(&house, "Team")), (&hausrecht::model::Outcome::First, 0));
    house.server.page("/pages", &pages.replace("MORE", "<p>Applications must not store profiles of minors.</p>"));
    house.round_at("2026-03-03T06:00:00Z");
    assert!(house.letters().iter().any(|letter| letter.text.contains("profiles of minors")), "{:?}", house.subjects());
}
