//! The lawyer's questions: which versions there were, and since when a document says something.

use crate::house::program::House;
use serde_json::Value;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}";
const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// The rule comes on 10 March, is last seen on 19 March, and is gone on 20 March.
fn a_rule_that_came_and_went() -> House {
    let house = House::new().watch("contests", MAY).with(TEAM);
    for day in 1..=25 {
        if day == 10 {
            house.show("contests", MUST_NOT);
        } else if day == 20 {
            house.show("contests", "You may post about your contest at any time.");
        }
        house.round_at(&format!("2026-03-{day:02}T06:00:00Z"));
    }
    house
}

#[test]
fn since_says_from_when_to_when_a_phrase_stood_there() {
    let house = a_rule_that_came_and_went();
    insta::assert_snapshot!(house.run(&["since", "MORE than once a day"]).stdout, @r"
    contests
      since 2026-03-10 06:00 (not yet on 2026-03-09 06:00)
      until 2026-03-19 06:00 (gone on 2026-03-20 06:00)
    ");
    insta::assert_snapshot!(house.run(&["since", "These rules apply to everybody", "contests"]).stdout, @r"
    contests
      since 2026-03-01 06:00 at the latest: the first look
      it stood there at the last look on 2026-03-25 06:00
    ");
    let json: Value = serde_json::from_str(&house.run(&["since", "more than once", "--json"]).stdout).unwrap();
    assert_eq!(
        [&json["not_yet"], &json["first_seen"], &json["last_seen"], &json["gone_by"]],
        ["2026-03-09T06:00:00Z", "2026-03-10T06:00:00Z", "2026-03-19T06:00:00Z", "2026-03-20T06:00:00Z"]
    );
    let nothing = house.run(&["since", "lotteries"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    insta::assert_snapshot!(nothing.stderr, @"no version that is recorded says “lotteries”, and nothing that is held back does");
    insta::assert_snapshot!(house.run(&["since", "x", "contest"]).stderr, @r"
    error: nothing is recorded of a watch `contest`
    hint: did you mean `contests`?
    ");
    assert_eq!(house.run(&["since", " "]).code, 2);
    // Whole words alone are said.
    assert_eq!(house.run(&["since", "ore than once"]).stdout, "");
    assert_eq!(house.run(&["since", "more than onc"]).stdout, "");
}

#[test]
fn history_lists_every_version_and_what_led_to_it() {
    let house = a_rule_that_came_and_went();
    let told = house.run(&["history", "contests"]).stdout;
    let ids = regex::Regex::new("[0-9a-f]{8,10}  ").unwrap();
    insta::assert_snapshot!(ids.replace_all(&told, "ID  "), @r"
    2026-03-01 06:00 – 2026-03-09 06:00      68 words  ID  first seen
    2026-03-10 06:00 – 2026-03-19 06:00      69 words  ID  ID  alert stricter promotions
    2026-03-20 06:00 – 2026-03-25 06:00      66 words  ID  ID  alert looser promotions
    ");
    assert!(told.lines().all(|line| line.chars().count() <= 100), "{told}");
    let json = house.run(&["history", "contests", "--json"]).stdout;
    assert_eq!(json.lines().count(), 3, "{json}");
    assert_eq!(house.run(&["history", "contest"]).code, 2);
}

#[test]
fn an_hour_of_a_day_is_that_hour_and_a_day_by_itself_its_end() {
    let house = a_rule_that_came_and_went();
    let at = |time: &str| house.run(&["diff", &format!("contests@{time}"), "contests@2026-03-12"]).code;
    assert_eq!((at("2026-03-10T05:00"), at("2026-03-10T06:30"), at("2026-03-10")), (1, 0, 0));
}

#[test]
fn captures_from_before_the_newest_look_are_refused() {
    let house = a_rule_that_came_and_went();
    let folder = house.folder.path().join("old");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("2025-01-01T060000Z.html"), crate::house::program::policy("contests", MAY)).unwrap();
    let ran = house.run(&["import", "snapshots", "contests", "old"]);
    assert_ne!(ran.code, 0);
    assert!(ran.stderr.contains("nothing was taken in") && ran.stderr.contains("before the first check"), "{ran:?}");
    assert_eq!(house.run(&["history", "contests", "--json"]).stdout.lines().count(), 3);
}
