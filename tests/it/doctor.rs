//! `hausrecht doctor` says what is wrong, and tables can be taken into a spreadsheet.

use crate::house::program::House;
use crate::house::server::Answer;

const MAY: &str = "You may post about your contest as often as you like, \"daily\" even.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// What differs from machine to machine is named.
fn in_any_house(text: &str) -> String {
    let disk = regex::Regex::new(r"\d+ GB are free|\d+ MB are free on the disk that holds HOUSE/data").unwrap();
    let text = disk.replace_all(text, "N GB are free").into_owned();
    let times = regex::Regex::new(r"\d{4}-\d\d-\d\d \d\d:\d\d").unwrap();
    let text = times.replace_all(&text, "TIME").into_owned();
    let ages = regex::Regex::new(r"\d+ (days|hours|minutes) ago").unwrap();
    ages.replace_all(&text, "some time ago").into_owned()
}

#[test]
fn a_new_house_is_told_what_it_lacks() {
    let house = House::new()
        .watch("contests", MAY)
        .with("assets: [{id: advent, name: Advent calendar, platform: plaudernetz, until: 2020-12-24}]");
    let ran = house.run(&["doctor", "--offline"]);
    insta::assert_snapshot!(in_any_house(&format!("{}(ends with {})", ran.stdout, ran.code)));
}

#[test]
fn a_house_with_a_blind_page_and_no_mail_server_is_told_so() {
    let house = House::new()
        .watch("contests", MAY)
        .watch("pages", MAY)
        .watch_as_written("id: app, platform: Plaudernetz, document: App, url: 'SERVER/app', render: browser")
        .with("recipients: [{name: Team, to: [team@example.com], operator: true, immediately: true}]");
    house.server.answer("/pages", Answer::status(404));
    for day in 1..=4 {
        house.round_at(&format!("2026-03-{day:02}T06:00:00Z"));
    }
    let ran = house.run(&["doctor", "--offline"]);
    insta::assert_snapshot!(in_any_house(&format!("{}(ends with {})", ran.stdout, ran.code)));
    let checked = house.run(&["watchlist", "check"]);
    assert!(checked.stdout.contains("needs a browser"), "{checked:?}");
}

#[test]
fn log_and_status_are_tables_for_spreadsheets() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let table = house.run(&["log", "--csv"]);
    let lines: Vec<&str> = table.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{table:?}");
    assert!(lines[0].starts_with("id,detected_at,watch,platform,document,tier"), "{table:?}");
    assert!(lines[1].contains(",contests,plaudernetz,contests,alert,substantive,stricter,"), "{table:?}");
    let none = house.run(&["log", "--csv", "--since", "2100-01-01"]);
    assert_eq!(none.stdout.lines().collect::<Vec<_>>(), lines[..1], "{none:?}");
    let status = house.run(&["status", "--csv"]).stdout;
    assert!(
        status.starts_with("watch,part,platform,document,url,outcome")
            && status.contains("\ncontests,,plaudernetz,contests,"),
        "{status}"
    );
}

#[test]
fn a_page_is_added_to_the_watchlist_with_what_a_look_at_it_shows() {
    let house = House::new().watch("contests", MAY);
    house.show("pages", MUST_NOT);
    house.run(&["check"]);
    let url = house.server.url("/pages");
    let ran = house.run_as_it_is(&["add", &url, "--platform", "Plaudernetz"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    insta::assert_snapshot!(ran.stdout.lines().skip(1).collect::<Vec<_>>().join("\n"));
    let checked = house.run_as_it_is(&["check", "--all"]);
    assert!(checked.stdout.contains("plaudernetz-pages"), "{checked:?}");
    let again = house.run_as_it_is(&["add", &url]);
    assert!(again.code == 2 && again.stderr.contains("is watched already, as `plaudernetz-pages`"), "{again:?}");
    let gone = house.run_as_it_is(&["add", &house.server.url("/gone")]);
    assert_eq!(gone.code, 3, "{gone:?}");
}
