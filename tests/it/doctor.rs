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
fn what_doctor_advises_works_for_a_page_that_was_never_read() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY);
    house.server.answer("/pages", Answer::status(404));
    let ran = house.run(&["check"]);
    assert!(ran.stdout.contains("pages"), "{ran:?}");
    let unread = house.run(&["doctor", "--offline"]).stdout;
    let address =
        format!("is {} the right address? `hausrecht watchlist check --look` shows", house.server.url("/pages"));
    assert!(unread.replace("http://SERVER", &house.server.url("")).contains(&address), "{unread}");
    assert!(!unread.contains("hausrecht explain pages"), "{unread}");
    house.server.answer("/contests", Answer::status(404));
    house.run(&["check", "--all"]);
    let read_once = house.run(&["doctor", "--offline"]).stdout;
    assert!(read_once.contains("hausrecht explain contests"), "{read_once}");
    assert_eq!(house.run(&["explain", "contests"]).code, 0);
}

#[test]
fn a_clock_some_seconds_behind_the_last_look_is_no_wrong_clock() {
    let house = House::new().watch("contests", MAY);
    let soon = |seconds: i64| {
        let at = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
        house.round_at(&at.to_string());
        house.run(&["doctor", "--offline"]).stdout
    };
    let behind = soon(30);
    assert!(!behind.contains("the clock is wrong") && behind.contains("the last look was just now"), "{behind}");
    let wrong = soon(4 * 24 * 3600);
    assert!(wrong.contains("the clock is wrong"), "{wrong}");
}

#[test]
fn letters_that_became_files_are_not_said_to_be_sent() {
    let house = House::new()
        .watch("contests", MAY)
        .with("recipients: [{name: Team, to: [team@example.com], immediately: true}]");
    house.run(&["check"]);
    house.show("contests", MUST_NOT);
    let ran = house.run(&["check", "--all"]);
    assert!(ran.stdout.ends_with("1 page: 1 changed; 1 letter written to outbox/\n"), "{ran:?}");
    house.show("contests", "You may not post about your contest at all, and whoever does so loses the page.");
    let german = house.command(&["check", "--all"]).env("LANG", "de_DE.UTF-8").output().unwrap();
    let german = String::from_utf8(german.stdout).unwrap();
    assert!(german.ends_with("1 Seite: 1 geändert; 1 Brief in outbox/ abgelegt\n"), "{german}");
}

#[test]
fn without_a_watchlist_the_first_hint_is_how_to_write_one() {
    let house = House::new();
    let ran = house.run_as_it_is(&["status"]);
    let bare = house.command(&["status"]).env_remove("HAUSRECHT_WATCHLIST").output().unwrap();
    let said = format!("{}{}", ran.stderr, String::from_utf8(bare.stderr).unwrap());
    assert!(said.contains("hint: `hausrecht init` writes one, --watchlist FILE names"), "{said}");
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

#[test]
fn doctor_says_how_much_was_read_lately_and_how_the_last_round_ended() {
    let house = House::new()
        .watch("contests", MAY)
        .watch("pages", MAY)
        .watch("terms", MAY)
        .with_settings("schedule: '* * * * * *'");
    let said = |house: &House| house.run(&["doctor", "--offline"]).stdout;
    let ago = |hours: i64| (jiff::Timestamp::now() - jiff::SignedDuration::from_hours(hours)).to_string();
    house.round_at(&ago(30));
    let old = said(&house);
    assert!(
        old.contains("doubt 0 of 3 documents read in the last 24 h\n      not read: contests, pages, terms"),
        "{old}"
    );
    house.server.answer("/terms", Answer::status(500));
    house.round_at(&ago(1));
    let most = said(&house);
    assert!(most.contains("doubt 2 of 3 documents read in the last 24 h\n      not read: terms\n"), "{most}");
    assert!(most.contains("ok    the last round was 60 minutes ago"), "{most}");
    house.show("terms", MAY);
    house.run(&["check", "--all"]);
    let all = said(&house);
    assert!(all.contains("ok    3 of 3 documents read in the last 24 h\n"), "{all}");
    let german = house.run(&["--language", "de", "doctor", "--offline"]).stdout;
    assert!(german.contains("gut      3 von 3 Dokumenten in den letzten 24 Stunden gelesen"), "{german}");
    // The pages are due once a second, and what is due can be killed.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    house.open().begin_round_and_die(&ago(0));
    let killed = said(&house);
    assert!(!killed.contains("did not come to its end"), "it may be at work: {killed}");
    house.run(&["check", "--all"]);
    let killed = said(&house);
    assert!(killed.contains("doubt 1 round of the last 24 h did not come to its end\n"), "{killed}");
}

#[test]
fn a_list_in_which_all_is_switched_off_is_said_to_watch_nothing() {
    let house = House::new().watch_as_written(
        "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', enabled: false",
    );
    let ran = house.run(&["doctor", "--offline"]);
    assert!(ran.stdout.starts_with("wrong nothing is watched\n") && ran.code == 2, "{ran:?}");
    let checked = house.run(&["watchlist", "check"]);
    assert!(checked.stdout.contains("wrong nothing is watched"), "{checked:?}");
}

#[test]
fn a_page_is_added_to_a_list_that_watches_nothing_yet() {
    let lists = [
        "# Ours\nsettings: {timezone: UTC} # so far\n# and here\nwatches: [] # none yet\n# the end\n",
        "# Ours\nsettings: {timezone: UTC} # so far\nwatches:\n  # - id: an example\n# the end\n",
        "# Ours\nsettings: {timezone: UTC} # so far\n# the end",
        "# Ours\nsettings: {timezone: UTC} # so far\nwatches: ~\nrecipients: [{name: A, to: [a@example.com]}]\n# the end\n",
        "# Ours\nsettings: {timezone: UTC} # so far\nwatches:     # soon\r\nmail: {from: a@example.com}\n# the end\n",
    ];
    for before in lists {
        let house = House::new();
        house.show("pages", MUST_NOT);
        let path = house.folder.path().join("watchlist.yaml");
        std::fs::write(&path, before).unwrap();
        let ran = house.run_as_it_is(&["add", &house.server.url("/pages")]);
        assert_eq!(ran.code, 0, "{before}: {ran:?}");
        let after = std::fs::read_to_string(&path).unwrap();
        for line in before.lines().map(|line| line.split('#').nth(1).unwrap_or_default()) {
            assert!(after.contains(line), "`{line}` is lost: {after}");
        }
        assert_eq!(house.run_as_it_is(&["watchlist", "check"]).code, 0, "{after}");
        let again = house.run_as_it_is(&["add", &house.server.url("/pages")]);
        assert!(again.code == 2 && again.stderr.contains("is watched already"), "{again:?}");
    }
    // What else is wrong with a list is still said, and a list that cannot be edited safely stays as it is.
    for (list, said) in [
        ("watches: []\nsetings: {}\n", "unknown field `setings`"),
        ("watches: [\n]\n", "is not written in a way that can be edited safely"),
        ("{watches: []}\n", "is not written in a way that can be edited safely"),
    ] {
        let house = House::new();
        house.show("pages", MUST_NOT);
        let path = house.folder.path().join("watchlist.yaml");
        std::fs::write(&path, list).unwrap();
        let ran = house.run_as_it_is(&["add", &house.server.url("/pages")]);
        assert!(ran.code == 2 && ran.stderr.contains(said), "{list}: {ran:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), list);
    }
    let house = House::new();
    std::fs::write(house.folder.path().join("watchlist.yaml"), "watches: []\n").unwrap();
    let checked = house.run_as_it_is(&["watchlist", "check"]);
    assert!(checked.code == 2 && checked.stderr.contains("hausrecht add URL"), "{checked:?}");
}
