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

/// The same, told to a reader who gets one digest on the 14th alone.
fn monthly(language: &str, shown: &[(Option<&str>, &str, i64)]) -> History {
    let past = History::told_to(&format!(
        "{{name: Team, to: [team@example.com], digest: '0 5 14 * *', language: {language}}}"
    ))
    .watch("contests", "Contest Rules");
    past.shows("contests", &rules(None, MAY)).days(2);
    for (day, rule, days) in shown {
        past.shows("contests", &rules(*day, rule)).days(*days);
    }
    past
}

/// The digest that tells changes.
fn digest(past: &History) -> Letter {
    let mut letters = past.letters().into_iter().filter(|letter| !letter.changes.is_empty());
    let first = letters.next().unwrap_or_else(|| panic!("no letter\n{}", past.account_of("contests")));
    assert_eq!(letters.next().map(|letter| letter.subject), None, "one digest");
    first
}

#[test]
fn a_day_that_moves_twice_within_one_digest_stands_there_once() {
    let moves =
        [(Some("20 March 2026"), MUST_NOT, 3), (Some("10 April 2026"), MUST_NOT, 3), (Some("1 May 2026"), MUST_NOT, 7)];
    for (language, name) in [("en", "moved_twice_en"), ("de", "moved_twice_de")] {
        let past = monthly(language, &moves);
        let letter = digest(&past);
        insta::assert_snapshot!(name, whole(&past, &letter));
        // What is told in few words stands in the attached comparison, word for word, and is told.
        assert_eq!((letter.changes.len(), letter.attachments.len()), (3, 1));
        assert!(letter.attachments[0].1.contains("20 March") && letter.attachments[0].1.contains("1 May"));
        let entries: Vec<&str> = letter.calendars.iter().map(|(_, entry)| entry.as_str()).collect();
        assert_eq!(entries.len(), 1);
        assert!(entries[0].contains("DTSTART;VALUE=DATE:20260501") && entries[0].contains("SEQUENCE:2"), "{entries:?}");
    }
}

#[test]
fn a_day_whose_announcement_was_told_before_is_told_from_there() {
    let past = past(Some("10 April 2026"), MUST_NOT);
    past.shows("contests", &rules(Some("1 May 2026"), MUST_NOT)).days(8);
    let open = to(&past, "Team").into_iter().rfind(|letter| letter.kind == LetterKind::Digest).unwrap().text;
    let open = open.split_once("STILL OPEN").unwrap().1;
    assert_eq!(open.matches("1 May").count(), 1, "{open}");
    assert!(!open.contains("takes effect later"), "{open}");
}

#[test]
fn an_alert_that_is_undone_before_the_digest_is_marked_as_gone_and_asks_for_nothing() {
    for (language, name) in [("en", "undone_en"), ("de", "undone_de")] {
        let past = monthly(language, &[(None, MUST_NOT, 4), (None, MAY, 9)]);
        let letter = digest(&past);
        insta::assert_snapshot!(name, whole(&past, &letter));
    }
}

#[test]
fn what_was_taken_back_or_replaced_is_no_longer_open() {
    let other = "Whoever runs one needs our consent in writing, which costs a fee of 100 euros.";
    for rule in [MAY, other] {
        let past = past(None, MUST_NOT);
        past.shows("contests", &rules(None, rule)).days(16);
        let open = to(&past, "Team").into_iter().rfind(|letter| letter.kind == LetterKind::Digest).unwrap().text;
        let open = open.split_once("STILL OPEN").map_or("", |(_, open)| open);
        assert!(!open.contains("Contest rules stricter, "), "{open}");
        let listed = past.house.run(&["log", "--open"]).stdout;
        assert!(listed.contains(past.log("contests")[2]["id"].as_str().unwrap()), "{listed}");
        assert!(!listed.contains(past.log("contests")[0]["id"].as_str().unwrap()), "{listed}");
    }
}

#[test]
fn an_announcement_that_is_withdrawn_is_told_with_its_day_and_taken_out_of_calendars() {
    let past = past(None, MUST_NOT);
    for (reader, name) in [("Team", "withdrawn_en"), ("Gruppe", "withdrawn_de"), ("Calendar", "withdrawn_calendar")] {
        let letters = to(&past, reader);
        let alert = letters.iter().find(|letter| letter.kind == LetterKind::Alert);
        let alert = alert.unwrap_or_else(|| panic!("{reader} is not told\n{}", past.account_of("contests")));
        insta::assert_snapshot!(name, whole(&past, alert));
        let [(_, entry)] = alert.calendars.as_slice() else { panic!("{reader}: {:?}", alert.calendars) };
        let line = |name: &str, entry: &str| {
            entry.replace("\r\n ", "").lines().find(|line| line.starts_with(name)).map(str::to_owned).unwrap()
        };
        let third =
            past.letters().into_iter().find(|letter| letter.recipient == reader && !letter.calendars.is_empty());
        let first = third.unwrap().calendars[0].1.clone();
        assert_eq!(line("METHOD:", &first), "METHOD:PUBLISH");
        assert_eq!(line("METHOD:", entry), "METHOD:CANCEL");
        assert_eq!(line("STATUS:", entry), "STATUS:CANCELLED");
        assert_eq!(line("UID:", entry), line("UID:", &first));
        assert_eq!(line("ORGANIZER:", entry), line("ORGANIZER:", &first));
        assert_eq!([line("SEQUENCE:", &first), line("SEQUENCE:", entry)], ["SEQUENCE:0", "SEQUENCE:1"]);
        assert_eq!(line("DTSTART", entry), "DTSTART;VALUE=DATE:20260320");
    }
}

#[test]
fn days_of_several_documents_of_one_platform_are_entries_that_are_told_apart() {
    let mut past = History::told_to("{name: Team, to: [team@example.com], digest: '0 5 4 * *', language: en}");
    for (id, document) in [("contests", "Contest Rules"), ("raffles", "Raffle Rules")] {
        past = past.watch(id, document);
        past.shows(id, &policy(id, MAY));
    }
    past.days(1);
    for id in ["contests", "raffles"] {
        let rule = MUST_NOT.replace("a contest", &format!("our {id}")).replace("share", &format!("share the {id} of"));
        past.shows(id, &policy(id, &format!("{rule}</p><p>These {id} rules take effect on 20 March 2026.")));
    }
    past.days(3);
    let letter = past.letters().pop().unwrap();
    let entries: Vec<String> = letter.calendars.iter().map(|(_, entry)| entry.replace("\r\n ", "")).collect();
    assert_eq!(entries.len(), 2, "{:?}", letter.subject);
    let lines = |name: &str| -> Vec<&str> {
        entries.iter().filter_map(|entry| entry.lines().find(|line| line.starts_with(name))).collect()
    };
    assert_ne!(lines("UID:")[0], lines("UID:")[1]);
    let summaries = lines("SUMMARY:");
    assert!(summaries.iter().any(|line| line.ends_with("(Contest Rules)")), "{summaries:?}");
    assert!(summaries.iter().any(|line| line.ends_with("(Raffle Rules)")), "{summaries:?}");
}

#[test]
fn a_day_that_moved_and_was_withdrawn_before_any_letter_came_is_in_no_calendar() {
    let past = History::told_to("{name: Team, to: [team@example.com], digest: '0 5 10 * *', language: en}")
        .watch("contests", "Contest Rules");
    for (day, rule) in
        [(None, MAY), (Some("20 March 2026"), MUST_NOT), (Some("10 April 2026"), MUST_NOT), (None, MUST_NOT)]
    {
        past.shows("contests", &rules(day, rule)).days(2);
    }
    past.days(3);
    let letters: Vec<Letter> = past.letters().into_iter().filter(|letter| !letter.changes.is_empty()).collect();
    let [digest] = letters.as_slice() else { panic!("{} letters", letters.len()) };
    assert_eq!(digest.calendars, [], "{}", digest.text);
    assert!(digest.text.contains("{+must not+} ask people"), "{}", digest.text);
    assert!(
        !digest.subject.contains("next date") && !digest.text.contains("attached as a calendar entry"),
        "{}\n{}",
        digest.subject,
        digest.text
    );
}
