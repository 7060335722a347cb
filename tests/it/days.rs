//! Days as people write them on the command line, whichever language the terminal speaks.

use jiff::{ToSpan as _, Zoned};

use crate::house::program::House;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// A change on 2 March 2026, at six in the morning.
fn changed() -> House {
    let house = House::new().watch("contests", MAY);
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    house.run(&["status"]);
    house
}

fn count(house: &House, args: &[&str]) -> usize {
    let ran = house.run_as_it_is(&[&["log", "--json"], args].concat());
    assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
    ran.stdout.lines().count()
}

#[test]
fn a_day_is_the_whole_day_in_whatever_form_it_is_written() {
    let house = changed();
    for (day, before, after) in [
        ("2026-03-02", "2026-03-01", "2026-03-03"),
        ("02.03.2026", "01.03.2026", "03.03.2026"),
        ("2.3.2026", "1.3.2026", "3.3.2026"),
        ("2 March 2026", "1 March 2026", "3 March 2026"),
        ("March 2, 2026", "Mar 1, 2026", "march 3, 2026"),
        ("2. März 2026", "1. märz 2026", "3. MÄRZ 2026"),
        ("2 mars 2026", "1er mars 2026", "3 mars 2026"),
        ("March 2026", "February 2026", "April 2026"),
        ("März 2026", "Februar 2026", "april 2026"),
        ("2026-03", "2026-02", "2026-04"),
        ("2026", "2025", "2027"),
    ] {
        assert_eq!(count(&house, &["--since", day]), 1, "since {day}");
        assert_eq!(count(&house, &["--until", day]), 1, "until {day}");
        assert_eq!(count(&house, &["--since", after]), 0, "since {after}");
        assert_eq!(count(&house, &["--until", before]), 0, "until {before}");
    }
    for (earlier, later) in [
        ("2026-03-02 05:59", "2026-03-02 06:01"),
        ("02.03.2026 05:59", "02.03.2026 6:01"),
        ("2. März 2026, 05:59 Uhr", "2 March 2026 06:01"),
        ("2026-03-02T05:59:00Z", "2026-03-02T06:01:00Z"),
    ] {
        assert_eq!(count(&house, &["--since", earlier]), 1, "{earlier}");
        assert_eq!(count(&house, &["--since", later]), 0, "{later}");
    }
}

#[test]
fn what_is_counted_from_today_is_meant_in_both_languages() {
    let house = House::new().watch("contests", MAY);
    let now = Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC);
    let at = |days: i64| now.checked_sub(days.days()).unwrap().timestamp().to_string();
    house.round_at(&at(41));
    house.show("contests", MUST_NOT).round_at(&at(40));
    house.run(&["status"]);
    for long_ago in ["3 months ago", "vor 3 Monaten", "a year ago", "vor einem Jahr", "50 days ago", "vor 50 Tagen"] {
        assert_eq!(count(&house, &["--since", long_ago]), 1, "since {long_ago}");
        assert_eq!(count(&house, &["--until", long_ago]), 0, "until {long_ago}");
    }
    for lately in [
        "yesterday",
        "gestern",
        "Gestern",
        "vorgestern",
        "heute",
        "today",
        "5 weeks ago",
        "vor 5 Wochen",
        "vor einer Woche",
        "one month ago",
        "vor 1 Monat",
        "5 hours ago",
        "vor 5 Stunden",
        "gestern 06:00",
        "yesterday 06:00",
    ] {
        assert_eq!(count(&house, &["--since", lately]), 0, "since {lately}");
        assert_eq!(count(&house, &["--until", lately]), 1, "until {lately}");
    }
}

#[test]
fn every_command_that_takes_days_takes_them_so() {
    let house = changed();
    for form in ["2026-03-01", "01.03.2026", "1. März 2026", "1 March 2026"] {
        let old = format!("contests@{form}");
        let ran = house.run_as_it_is(&["diff", &old, "contests@März 2026"]);
        assert!(ran.code == 1 && ran.stdout.contains("must not"), "{form}: {ran:?}");
        let explained = house.run_as_it_is(&["explain", "contests", "--at", form]);
        assert!(explained.stdout.contains("as served 2026-03-01 06:00"), "{form}: {explained:?}");
    }
    let line: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let id = line["id"].as_str().unwrap();
    for (form, day) in
        [("15.01.2127", "2127-01-15"), ("16. Januar 2127", "2127-01-16"), ("17 January 2127", "2127-01-17")]
    {
        house.run_as_it_is(&["ack", id, "act", "--due", form]);
        let shown = house.run_as_it_is(&["show", id, "--json"]).stdout;
        assert!(shown.contains(day), "{form}: {shown}");
    }
    assert_eq!(house.run_as_it_is(&["ack", id, "act", "--due", "morgen"]).code, 0);
    assert_eq!(house.run_as_it_is(&["ack", id, "defer", "--until", "in 2 weeks"]).code, 0);
    assert_eq!(house.run_as_it_is(&["ack", id, "defer", "--until", "in 3 Wochen"]).code, 0);
    let month = house.run_as_it_is(&["ack", id, "act", "--due", "March 2127"]);
    assert!(month.code == 2 && month.stderr.contains("is no date"), "a month is no day: {month:?}");
}

#[test]
fn what_is_no_day_is_answered_with_the_forms_that_are() {
    let house = changed();
    for wrong in ["soon", "31.02.2026", "03/04/2026", "vor Monaten", "13. Foo 2026", "2026-13", "in 2026", ""] {
        let ran = house.run_as_it_is(&["log", "--since", wrong]);
        assert!(ran.code == 2 && ran.stderr.contains("is no time"), "{wrong}: {ran:?}");
    }
    insta::assert_snapshot!(house.run_as_it_is(&["log", "--since", "soon"]).stderr, @r#"
    error: `soon` is no time
    hint: write 2026-11-21, 21.11.2026, "21 November 2026", 2026-11, "November 2026", "2026-11-21 06:00", yesterday or "3 months ago"
    "#);
    insta::assert_snapshot!(house.run_as_it_is(&["--language", "de", "log", "--since", "bald"]).stderr, @r#"
    Fehler: `bald` ist keine Zeitangabe
    Hinweis: möglich sind 2026-11-21, 21.11.2026, "21. November 2026", 2026-11, "November 2026", "2026-11-21 06:00", gestern oder "vor 3 Monaten"
    "#);
}
