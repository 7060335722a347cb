//! A day that was announced is put off, brought forward or taken back: what letters say of it, and to whom.

use hausrecht::model::{Letter, LetterKind};

use crate::house::history::History;
use crate::house::program::policy;

const READERS: &str = "{name: Team, to: [team@example.com], immediately: true, digest: '@daily', language: en}
    {name: Gruppe, to: [gruppe@example.com], immediately: true, digest: '@daily', language: de}
    {name: Contests, to: [contests@example.com], immediately: true, tier: alert, topics: [promotions], language: en}
    {name: Calendar, to: [calendar@example.com], immediately: true, tier: alert, assets: [calendar], language: en}";

fn rules(day: Option<&str>, rule: &str) -> String {
    let day = day.map(|day| format!("</p><p>These rules take effect on {day}.")).unwrap_or_default();
    policy("contests", &format!("{rule}{day}"))
}

const MAY: &str = "You may ask people to share a post in order to enter a contest, and a contest may have prizes.";
const MUST_NOT: &str =
    "You must not ask people to share a post in order to enter a contest, and no contest may be a raffle.";

/// The contest rules get stricter on 2 March and hold from the 20th; on the 4th the day becomes another one, or none.
fn past(second: Option<&str>, rule: &str) -> History {
    let mut past = History::told_to(READERS).watch("contests", "Contest Rules");
    past.house = past.house.with(
        "assets:\n  - {id: calendar, name: Advent calendar, platform: plaudernetz, topics: [promotions], keywords: [contest], owner: owner@example.com}",
    );
    past.shows("contests", &rules(None, MAY)).days(1);
    past.shows("contests", &rules(Some("20 March 2026"), MUST_NOT)).days(2);
    past.shows("contests", &rules(second, rule)).days(1);
    past
}

/// Letters to a reader, written on 4 March or later.
fn to(past: &History, reader: &str) -> Vec<Letter> {
    let fourth = "2026-03-04T00:00:00Z".parse().unwrap();
    past.letters().into_iter().filter(|letter| letter.recipient == reader && letter.composed_at > fourth).collect()
}

fn whole(past: &History, letter: &Letter) -> String {
    let ids = past.log("contests");
    let mut text =
        format!("{}\n\n{}", letter.subject, letter.text).replace(&past.house.server.url(""), "http://SERVER");
    for (index, change) in ids.iter().enumerate() {
        text = text.replace(change["id"].as_str().unwrap(), &format!("ID-{}", index + 1));
    }
    text
}

#[test]
fn a_day_that_is_put_off_is_told_as_that_with_what_it_touches() {
    let past = past(Some("10 April 2026"), MUST_NOT);
    for (reader, name) in [("Team", "put_off_en"), ("Gruppe", "put_off_de")] {
        let letters = to(&past, reader);
        let alert = letters.iter().find(|letter| letter.kind == LetterKind::Alert).unwrap();
        insta::assert_snapshot!(name, whole(&past, alert));
    }
    let alert = to(&past, "Team").into_iter().find(|letter| letter.kind == LetterKind::Alert).unwrap();
    let entry = alert.calendars[0].1.replace("\r\n ", "");
    let line = |name: &str| entry.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert_eq!(line("SEQUENCE:"), "SEQUENCE:1");
    assert_eq!(line("SUMMARY:"), "SUMMARY:Plaudernetz: contest rules stricter");
    let described = line("DESCRIPTION:");
    assert!(described.contains("Touches: Advent calendar"), "{described}");
    assert!(described.contains("Takes effect later: 10 April 2026 (was 20 March)"), "{described}");
}

#[test]
fn whoever_was_told_of_the_day_is_told_that_it_moved() {
    let past = past(Some("10 April 2026"), MUST_NOT);
    for reader in ["Contests", "Calendar"] {
        let subjects: Vec<String> = to(&past, reader).into_iter().map(|letter| letter.subject).collect();
        assert_eq!(
            subjects,
            ["Plaudernetz: takes effect later: 10 April 2026 (was 20 March) – hits Advent calendar"],
            "{reader}\n{}",
            past.account_of("contests")
        );
    }
}

#[test]
fn a_day_that_is_brought_forward_is_not_called_put_off() {
    let past = past(Some("12 March 2026"), MUST_NOT);
    let subjects = |reader: &str| to(&past, reader).into_iter().map(|letter| letter.subject).next().unwrap();
    assert_eq!(
        subjects("Calendar"),
        "Plaudernetz: takes effect earlier: 12 March 2026 (was 20 March) – hits Advent calendar"
    );
    assert_eq!(
        subjects("Gruppe"),
        "Plaudernetz: Stichtag vorgezogen: 12. März 2026 (bisher 20. März) – betrifft Advent calendar"
    );
}

#[test]
fn where_a_rule_changes_with_the_day_the_rule_is_the_headline() {
    let past = past(
        Some("10 April 2026"),
        "You must not ask people to share or like a post in order to enter a contest, and no contest may be a raffle.",
    );
    let letter = to(&past, "Calendar").into_iter().next().unwrap();
    assert!(!letter.subject.contains("takes effect later"), "{}", letter.subject);
    assert!(letter.text.contains("(was 20 March 2026)"), "{}", letter.text);
}

#[test]
fn a_day_that_is_no_more_is_named_in_no_list_of_what_is_open() {
    for second in [Some("10 April 2026"), None] {
        let past = past(second, MUST_NOT);
        past.days(8);
        for reader in ["Team", "Gruppe"] {
            let digests = to(&past, reader).into_iter().filter(|letter| letter.kind == LetterKind::Digest);
            let mut found = 0;
            for digest in digests {
                let heading =
                    if reader == "Team" { "TOLD BEFORE AND STILL OPEN" } else { "BEREITS GEMELDET UND NOCH OFFEN" };
                let Some((_, open)) = digest.text.split_once(heading) else { continue };
                found += 1;
                for body in [open, digest.html.as_str()] {
                    for gone in ["Holds from 20 March", "Gilt ab 20.", "from 20 Mar", "ab 20. März"] {
                        assert!(!body.contains(gone), "{second:?} {reader}: {gone}\n{open}");
                    }
                }
                // One number of days for one day.
                for twice in ["days’ notice", "Tage Vorlauf"] {
                    assert!(!open.contains(twice), "{second:?}: {open}");
                }
            }
            assert!(found > 0, "{second:?}: no digest lists what is open");
        }
    }
}
