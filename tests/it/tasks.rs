//! Somebody does something about it: what was decided stands everywhere, what is to be done stays until it is done, and days
//! that come nearer are told.

use hausrecht::io::store::Store;
use hausrecht::model::{Decided, Decision, LetterKind};
use jiff::civil::date;

use crate::house::history::{History, morning_of};
use crate::house::program::{House, policy};

const MAY: &str = "You may run a contest as often as you like.";
const MUST_NOT: &str = "From 20 March 2026 you must not run a contest more than once a month.";

/// The contest rules get stricter on 2 March and hold from the 20th; one asset hangs on them, whose owner is no recipient.
fn announced() -> History {
    let mut past =
        History::told_to("{name: Team, to: [team@example.com], immediately: true, digest: '@daily', language: en}")
            .watch("contests", "Contest Rules");
    past.house = past.house.with(
        "assets:\n  - {id: calendar, name: Advent calendar, platform: plaudernetz, topics: [promotions], owner: owner@example.com}",
    );
    past.shows("contests", &policy("contests", MAY)).days(1);
    past.shows("contests", &policy("contests", MUST_NOT)).days(2);
    past
}

/// Who got which reminder on which day.
fn reminders(past: &History) -> Vec<String> {
    let letters = past.letters().into_iter().filter(|letter| letter.kind == LetterKind::Reminder);
    letters
        .map(|letter| format!("{} {}: {}", &letter.composed_at.to_string()[..10], letter.recipient, letter.subject))
        .collect()
}

fn decide(past: &History, decision: Decision, due: Option<jiff::civil::Date>) {
    let change = past.log("contests")[0]["id"].as_str().unwrap().to_owned();
    let decided = Decided {
        change,
        decision,
        note: Some("ask the agency".to_owned()),
        by: Some("Lena".to_owned()),
        due,
        at: morning_of(past.today()) + jiff::SignedDuration::from_hours(2),
    };
    Store::open(&past.house.data()).unwrap().decide(&decided).unwrap();
}

#[test]
fn before_a_day_of_effect_readers_and_owners_are_reminded_once_each_time() {
    let past = announced();
    past.days(20);
    insta::assert_snapshot!(reminders(&past).join("\n"));
}

#[test]
fn a_calendar_rings_when_reminders_come() {
    let entry = announced().letters().into_iter().find_map(|letter| letter.calendars.into_iter().next()).unwrap().1;
    let alarms: Vec<&str> = entry.lines().filter(|line| line.starts_with("TRIGGER")).collect();
    assert_eq!(alarms, ["TRIGGER:-P14D", "TRIGGER:-P3D"]);
}

#[test]
fn what_must_be_done_stays_in_the_digests_until_it_is_done_and_its_day_is_told() {
    let past = announced();
    decide(&past, Decision::Act, Some(date(2026, 3, 12)));
    past.days(10);
    decide(&past, Decision::Done, None);
    past.days(8);
    let mut all = reminders(&past);
    let digests = past.letters().into_iter().filter(|letter| letter.kind == LetterKind::Digest);
    all.extend(digests.map(|letter| {
        let dashboard = letter
            .text
            .lines()
            .find(|line| line.contains("still open") || *line == "1 to be done")
            .unwrap_or("(no dashboard)")
            .to_owned();
        format!("{} digest: {} | {dashboard}", &letter.composed_at.to_string()[..10], letter.subject)
    }));
    insta::assert_snapshot!(all.join("\n"));
    let reminder = past.letters().into_iter().find(|letter| letter.kind == LetterKind::Reminder).unwrap();
    insta::assert_snapshot!("a_reminder", reminder.text.replace(&past.house.server.url(""), "http://SERVER"));
}

#[test]
fn what_was_put_off_is_open_again_on_its_day() {
    let past = announced();
    decide(&past, Decision::Defer, Some(date(2026, 3, 9)));
    let store = Store::open(&past.house.data()).unwrap();
    assert_eq!(store.open_alerts(date(2026, 3, 8)).unwrap().len(), 0);
    assert_eq!(store.open_alerts(date(2026, 3, 9)).unwrap().len(), 1);
}

#[test]
fn a_reminder_of_what_was_put_off_says_that_its_day_has_come() {
    let past =
        History::told_to("{name: Team, to: [team@example.com], immediately: true, digest: '@daily', language: en}")
            .watch("contests", "Contest Rules");
    past.shows("contests", &policy("contests", MAY)).days(1);
    past.shows("contests", &policy("contests", "You must not run a contest more than once a month.")).days(2);
    decide(&past, Decision::Defer, Some(date(2026, 3, 9)));
    past.days(7);
    let letters = past.letters();
    let texts: Vec<String> = letters
        .iter()
        .filter(|letter| letter.kind == LetterKind::Reminder)
        .map(|letter| letter.text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let why = "You get this because the day has come until which a decision was put off.";
    assert!(texts.iter().any(|text| text.contains("Put off until today") && text.contains(why)), "{texts:?}");
}

#[test]
fn no_reminders_where_none_are_wanted() {
    let mut past = announced();
    past.house = past.house.with("");
    let list = past.house.watchlist();
    assert!(
        hausrecht::steps::watchlist::read(
            &list.replace("pause: 0s", "pause: 0s, reminders: [30, 7]"),
            "w",
            morning_of(1)
        )
        .is_ok()
    );
    let wrong = hausrecht::steps::watchlist::read(
        &list.replace("pause: 0s", "pause: 0s, reminders: [400]"),
        "w",
        morning_of(1),
    );
    assert!(wrong.unwrap_err().to_string().contains("must be a whole number from 0 to 365"));
}

#[test]
fn ack_without_a_word_says_what_it_wrote_down() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let id = house.run(&["log"]).stdout[..10].to_owned();
    let said = house.run(&["ack", &id, "--by", "Lena"]).stdout;
    let hint = format!(
        "{id}: none, by Lena\nno decision was named: written down as “does not concern us”; if it is dealt with: hausrecht ack {id} done\n"
    );
    assert_eq!(said, hint);
    assert_eq!(house.run(&["ack", &id, "none", "--by", "Lena"]).stdout, format!("{id}: none, by Lena\n"));
}

#[test]
fn a_decision_is_checked_and_stands_everywhere() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let id = house.run(&["log"]).stdout[..10].to_owned();
    let ack = |args: &[&str]| {
        let ran = house.run(&[&["ack", &id], args].concat());
        format!("{} -> {}\n{}{}", args.join(" "), ran.code, ran.stderr, ran.stdout).replace(&id, "ID")
    };
    let said = [
        ack(&["act", "--due", "soon"]),
        ack(&["none", "--due", "2999-01-15"]),
        ack(&["act", "--due", "2020-01-15"])
            .replace(&jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC).date().to_string(), "TODAY"),
        ack(&["defer"]),
        ack(&["act", "--note", " "]),
        ack(&["act", "--due", "2999-01-15", "--by", "Lena", "--note", "ask the agency"]),
        ack(&["defer", "--until", "2999-02-01"]),
    ];
    insta::assert_snapshot!("decisions_are_checked", said.join("\n"));
    ack(&["act", "--due", "2999-01-15", "--by", "Lena", "--note", "ask the agency"]);
    for args in [&["show", &id][..], &["log"]] {
        let ran = house.run(args);
        assert!(ran.stdout.contains("act, due 2999-01-15, by Lena: ask the agency"), "{args:?}: {ran:?}");
    }
    for args in [&["show", "--json", &id][..], &["log", "--json"]] {
        let json: serde_json::Value = serde_json::from_str(&house.run(args).stdout).unwrap();
        let last = json["decisions"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            [&last["decision"], &last["by"], &last["due"], &last["note"]],
            ["act", "Lena", "2999-01-15", "ask the agency"]
        );
    }
    assert!(house.run(&["status"]).stdout.contains("decisions: 0 open, 1 to be done"));
}

#[test]
fn a_recipient_may_be_written_with_a_name() {
    let past =
        History::told_to("{name: Team, to: ['Social Team <team@example.com>'], immediately: true, language: en}")
            .watch("contests", "Contest Rules");
    past.shows("contests", &policy("contests", MAY)).days(1);
    past.shows("contests", &policy("contests", MUST_NOT)).days(2);
    let letter = past.letters().into_iter().next().unwrap();
    assert_eq!(letter.to, ["Social Team <team@example.com>"]);
    // Nobody there sits at a terminal: the letter names the change, and no command.
    assert!(letter.text.contains("Id: ") && !letter.text.contains("hausrecht show"), "{}", letter.text);
}
