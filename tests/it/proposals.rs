//! Pages that move and hubs that grow become proposals: told once, taken over with one command.

use std::fs;

use crate::house::program::{House, policy};
use crate::house::server::Answer;

const TEAM: &str =
    "recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none, terminal: true}";
const TEXT: &str = "You may post about your contest as often as you like.";
const HUB: &str = "id: hub, platform: Plaudernetz, document: Policy center, kind: hub, url: 'SERVER/hub', language: en, allow_private_network: true";

/// A hub with these links in its main text.
fn hub(links: &[(&str, &str)]) -> String {
    let items: Vec<_> = links.iter().map(|(href, text)| format!("<li><a href='{href}'>{text}</a></li>")).collect();
    format!(
        "<!doctype html><html lang=en><title>Policy center</title><nav><a href=/login>Log in</a></nav><main>\
         <h1>Policy center</h1><p>All the rules of Plaudernetz in one place, for people and for businesses.</p>\
         <ul>{}</ul></main></html>",
        items.concat()
    )
}

/// The id of the only open proposal.
fn only_proposal(house: &House) -> String {
    let listed = house.run(&["proposals", "--json"]).stdout;
    assert_eq!(listed.lines().count(), 1, "{listed}");
    let proposal: serde_json::Value = serde_json::from_str(&listed).unwrap();
    proposal["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_address_that_has_moved_for_good_is_proposed_once_and_watched_meanwhile() {
    let house = House::new().watch("contests", TEXT).with(TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.page("/rules/contests", &policy("contests", TEXT));
    house.server.answer("/contests", Answer::status(301).header("location", "/rules/contests"));
    house.round_at("2026-11-02T06:00:00Z");
    assert_eq!(house.letters().len(), 0, "seen once: a slip of theirs passes");
    house.round_at("2026-11-03T06:00:00Z");
    let letter = house.letters().remove(0);
    assert_eq!(letter.subject, "1 proposal for the watchlist");
    let told = format!("moved to {}, with the same text", house.server.url("/rules/contests"));
    assert!(letter.text.contains(&told), "{}", letter.text);
    house.round_at("2026-11-04T06:00:00Z");
    assert_eq!(house.letters().len(), 1, "told once");
    let id = only_proposal(&house);
    assert!(letter.text.contains(&format!("hausrecht accept {id}")), "{}", letter.text);
    assert!(house.run(&["status"]).stdout.contains("1 proposal for the watchlist: hausrecht proposals"));
    // What stands there now is watched all the same.
    house.server.page("/rules/contests", &policy("contests", "You must not post about your contest."));
    assert!(house.round_at("2026-11-05T06:00:00Z")[0].change.is_some());
}

#[test]
fn a_redirect_for_the_moment_and_one_to_another_text_are_no_moves() {
    let house = House::new().watch("contests", TEXT).watch("pages", TEXT);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.page("/rules/contests", &policy("contests", TEXT));
    house.server.answer("/contests", Answer::redirect("/rules/contests"));
    house
        .server
        .page("/", "<main><h1>Welcome</h1><p>Meet your friends here and share what you like with them.</p></main>");
    house.server.answer("/pages", Answer::status(301).header("location", "/"));
    for day in 2..6 {
        house.round_at(&format!("2026-11-0{day}T06:00:00Z"));
    }
    assert_eq!(house.run(&["proposals"]).stdout, "nothing is proposed\n");
}

#[test]
fn accepting_a_move_changes_that_address_alone_and_the_history_goes_on() {
    let house = House::new().watch("contests", TEXT).watch("pages", TEXT);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.page("/rules/contests?a=1,2", &policy("contests", TEXT));
    house.server.answer("/contests", Answer::status(308).header("location", "/rules/contests?a=1,2"));
    house.round_at("2026-11-02T06:00:00Z");
    house.round_at("2026-11-03T06:00:00Z");
    let id = only_proposal(&house);
    let file = house.folder.path().join("watchlist.yaml");
    let before = format!("# ours\n{}# the end\n", house.watchlist());
    fs::write(&file, &before).unwrap();
    let ran = house.run_as_it_is(&["accept", &id[..6]]);
    assert_eq!(ran.code, 0, "{ran:?}");
    insta::assert_snapshot!(ran.stdout, @r"
    watchlist.yaml is changed; as it was: HOUSE/watchlist.yaml.bak
    watch `contests`
      - http://SERVER/contests
      + http://SERVER/rules/contests?a=1,2
    ");
    let after = fs::read_to_string(&file).unwrap();
    let (old, new) = (house.server.url("/contests"), house.server.url("/rules/contests?a=1,2"));
    assert_eq!(after, before.replace(&format!("'{old}'"), &format!("'{new}'")));
    assert_eq!(fs::read_to_string(house.folder.path().join("watchlist.yaml.bak")).unwrap(), before);
    assert_eq!(house.run_as_it_is(&["proposals"]).stdout, "nothing is proposed\n");
    assert!(house.run_as_it_is(&["check", "contests"]).stdout.contains("unchanged  contests"));
}

#[test]
fn what_is_declined_is_not_proposed_again() {
    let house = House::new().watch("contests", TEXT).with(TEAM);
    house.server.page("/rules", &policy("contests", TEXT));
    house.server.answer("/contests", Answer::status(301).header("location", "/rules"));
    house.round_at("2026-11-01T06:00:00Z");
    house.round_at("2026-11-02T06:00:00Z");
    let id = only_proposal(&house);
    assert_eq!(house.run(&["accept", &id, "--no"]).stdout, format!("{id}: declined\n"));
    house.round_at("2026-11-03T06:00:00Z");
    assert_eq!(house.run(&["proposals"]).stdout, "nothing is proposed\n");
    assert_eq!(house.letters().len(), 1);
    let ran = house.run(&["accept", "ffff"]);
    assert_eq!((ran.code, ran.stderr.contains("there is no open proposal `ffff`")), (2, true), "{ran:?}");
}

#[test]
fn a_watchlist_that_cannot_be_edited_safely_is_left_alone_and_the_lines_are_shown() {
    let house = House::new().watch("contests", TEXT);
    house.server.page("/rules", &policy("contests", TEXT));
    house.server.answer("/contests", Answer::status(301).header("location", "/rules"));
    house.round_at("2026-11-01T06:00:00Z");
    house.round_at("2026-11-02T06:00:00Z");
    let id = only_proposal(&house);
    // The address is written once and meant twice.
    let url = house.server.url("/contests");
    let text = format!(
        "watches:\n- &all {{id: contests, platform: Plaudernetz, document: contests, url: &there '{url}', allow_private_network: true}}\n\
         - {{id: other, platform: Plaudernetz, document: other, url: *there, language: de, allow_private_network: true}}\n"
    );
    let file = house.folder.path().join("watchlist.yaml");
    fs::write(&file, &text).unwrap();
    let ran = house.run_as_it_is(&["accept", &id]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("not written in a way that can be edited safely")
            && ran.stderr.contains("+ http://SERVER/rules"),
        "{ran:?}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_new_link_of_a_hub_is_proposed_when_it_was_seen_twice_in_a_row() {
    let house = House::new().watch("contests", TEXT).watch_as_written(HUB).with(TEAM);
    let old = [("/contests", "Contest rules"), ("/pages", "Rules for pages")];
    house.server.page("/hub", &hub(&old));
    house.round_at("2026-11-01T06:00:00Z");
    let flicker = [old[0], old[1], ("/survey", "Tell us what you think of our rules")];
    house.server.page("/hub", &hub(&flicker));
    house.round_at("2026-11-02T06:00:00Z");
    let grown = [
        old[0],
        ("/ads#top", "Rules for advertising: what is new"),
        ("https://elsewhere.example/", "Our blog"),
        old[1],
    ];
    house.server.page("/hub", &hub(&grown));
    house.round_at("2026-11-03T06:00:00Z");
    house.round_at("2026-11-04T06:00:00Z");
    let listed = house.run(&["proposals", "--json"]).stdout;
    let urls: Vec<String> = listed
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["proposal"]["url"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(urls.contains(&"http://SERVER/ads".to_owned()), "{listed}");
    assert!(!urls.contains(&"http://SERVER/contests".to_owned()), "watched already");
    assert!(!listed.contains("elsewhere.example"), "another site");
    assert!(!listed.contains("survey"), "seen once");
    assert!(!listed.contains("login"), "a menu is no part of the hub");
    let texts: String = house.letters().iter().map(|letter| letter.text.clone()).collect();
    assert!(texts.contains("new page in the hub: “Rules for advertising: what is new”"), "{texts}");
}

#[test]
fn accepting_a_new_page_puts_a_watch_behind_the_hub() {
    let house = House::new();
    house.server.page("/hub", &hub(&[("/contests", "Contest rules")]));
    let file = house.folder.path().join("watchlist.yaml");
    let before = format!(
        "# what we watch\nsettings: {{timezone: UTC, pause: 0s, confirm_after: 0s}}\nwatches:\n  - id: hub\n    platform: Plaudernetz   # ours\n    document: Policy center\n    kind: hub\n    url: {}\n    allow_private_network: true\n\n  # the next one\n  - {{id: last, platform: x, document: Last, url: 'https://x.example/', schedule: '0 0 0 1 1 *', enabled: false}}\n",
        house.server.url("/hub")
    );
    fs::write(&file, &before).unwrap();
    house.run_as_it_is(&["check", "hub"]);
    house.server.page("/hub", &hub(&[("/contests", "Contest rules"), ("/ads", "Advertising: \"what\" is new?")]));
    house.server.page("/ads", &policy("ads", TEXT));
    house.run_as_it_is(&["check", "hub"]);
    house.run_as_it_is(&["check", "hub"]);
    let listed = house.run_as_it_is(&["proposals"]).stdout;
    let id = listed.split_whitespace().next().unwrap();
    let ran = house.run_as_it_is(&["accept", id]);
    assert_eq!(ran.code, 0, "{ran:?} {listed}");
    let after = fs::read_to_string(&file).unwrap();
    let entry = format!(
        "    allow_private_network: true\n  - id: \"plaudernetz-advertising-what-is-new\"\n    platform: \"plaudernetz\"\n    document: \"Advertising: \\\"what\\\" is new?\"\n    url: \"{}\"\n    allow_private_network: true\n\n  # the next one\n",
        house.server.url("/ads")
    );
    assert_eq!(after, before.replace("    allow_private_network: true\n\n  # the next one\n", &entry));
    assert!(house.run_as_it_is(&["check"]).stdout.contains("first      plaudernetz-advertising-what-is-new"));
}

#[test]
fn a_page_that_has_vanished_is_looked_for_in_the_hub() {
    let house = House::new().watch("contests", TEXT).watch_as_written(HUB).with(TEAM);
    house
        .server
        .page("/hub", &hub(&[("/rules/contests", "Rules for contests"), ("/about", "About our rules for contests")]));
    house.server.page("/rules/contests", &policy("contests", TEXT));
    house.server.page(
        "/about",
        "<main><h1>About us</h1><p>We are a network of people who like to talk to each other.</p></main>",
    );
    house.round_at("2026-11-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(404));
    house.round_at("2026-11-02T06:00:00Z");
    let letters = house.letters();
    let told = format!("moved to {}, with the same text", house.server.url("/rules/contests"));
    assert!(letters.iter().any(|letter| letter.text.contains(&told)), "{letters:?}");
    let asked = house.server.hits("/rules/contests");
    house.round_at("2026-11-02T18:00:00Z");
    assert_eq!(house.server.hits("/rules/contests"), asked, "it is not looked for in every round");
}
