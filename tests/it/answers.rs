//! Every answer at the terminal is true: of a day without a good look, of what was held back, and of times in one zone.

use crate::conservation::texts::{NO_DISCOUNT, SHOPS, SHOPS_DE, english, german, with_clause};
use crate::house::history::History;
use crate::house::program::{House, Ran};
use crate::house::server::Answer;
use crate::pages::walls;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// What was printed, with ids and hashes named, which differ from port to port.
fn shown(ran: &Ran) -> String {
    let ids = regex::Regex::new(r"\b[0-9a-f]{8,10}\b").unwrap();
    let all = format!("{}{}(ends with {})", ran.stderr, ran.stdout, ran.code);
    ids.replace_all(&all, "ID").into_owned()
}

/// English rules on days 1 to 5, a login wall on days 6 to 9, German rules on days 10 to 13, the English ones again from then on.
fn walled() -> History {
    let past = History::new().watch_with("shops", "platform: Plaudernetz, document: Rules, language: en");
    past.shows("shops", &english(SHOPS)).days(5);
    past.shows("shops", &walls::logins()[0].html).days(4);
    past.shows("shops", &german(SHOPS_DE)).days(4);
    past.shows("shops", &english(SHOPS)).days(3);
    past
}

#[test]
fn a_day_of_walls_or_of_another_language_is_no_day_on_which_the_words_were_the_same() {
    let past = walled();
    let diff = |old: &str, new: &str| past.house.run(&["diff", &format!("shops@{old}"), &format!("shops@{new}")]);
    insta::assert_snapshot!("a_day_of_walls", shown(&diff("2026-03-03", "2026-03-07")));
    insta::assert_snapshot!("a_day_of_another_language", shown(&diff("2026-03-03", "2026-03-11")));
    insta::assert_snapshot!("a_good_day_after_them", shown(&diff("2026-03-03", "2026-03-15")));
    let month = diff("2026-03-03", "2026-03");
    assert_eq!(month.code, 0, "some day of the month had a good look: {month:?}");
    insta::assert_snapshot!("a_day_before_the_first", shown(&diff("2026-02-03", "2026-03-07")));
    assert_eq!(diff("2026-03-03", "2026-03-07T09:00").code, 3, "between two looks that both met the wall");
}

#[test]
fn history_and_since_say_when_nobody_could_see_the_document() {
    let past = walled();
    insta::assert_snapshot!("history_with_walls", shown(&past.house.run(&["history", "shops"])));
    let line = SHOPS.lines().nth(1).unwrap();
    insta::assert_snapshot!("since_with_walls", shown(&past.house.run(&["since", line, "shops"])));
}

#[test]
fn a_page_that_is_not_found_for_a_day_is_no_good_look_either() {
    let past = History::new().watch("shops", "Rules");
    past.shows("shops", &english(SHOPS)).days(2);
    past.answers("shops", Answer::status(404)).days(1);
    let ran = past.house.run(&["diff", "shops@2026-03-01", "shops@2026-03-03"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stderr.contains("no good look on 2026-03-03 (the server answered 404)"), "{ran:?}");
    assert!(!ran.stdout.contains("the words are the same"), "{ran:?}");
}

#[test]
fn words_that_were_held_back_are_said_to_have_been() {
    let past = History::new().watch("shops", "Rules");
    let dated = |line: &str| english(&SHOPS.replacen('\n', &format!("\n{line}\n"), 1));
    past.shows("shops", &dated("Last updated: 4 February 2026")).days(4);
    past.shows("shops", &dated("Last updated: 4 March 2026")).days(5);
    let ran = past.house.run(&["since", "4 March 2026", "shops"]);
    assert!(ran.stdout.contains("held back"), "{ran:?}");
    insta::assert_snapshot!("since_of_what_is_held_back", shown(&ran));
    // The other way round the answers do not contradict each other.
    let ran = past.house.run(&["since", "4 February 2026", "shops"]);
    assert!(!ran.stdout.contains("it stood there at the last look"), "{ran:?}");
    insta::assert_snapshot!("since_of_what_is_missing_and_held_back", shown(&ran));
    let german = past.house.run(&["--language", "de", "since", "4 February 2026", "shops"]);
    assert!(german.stdout.contains("seit 2026-03-05 06:00 nicht mehr zu sehen"), "{german:?}");
    insta::assert_snapshot!("noise_is_listed", shown(&past.house.run(&["log", "--noise"])));
}

#[test]
fn one_zone_is_meant_and_named_everywhere() {
    // At half past ten in the evening in Auckland a day is not yet over, and in UTC the one before has hours to go.
    let mut list = House::new().watch("contests", MAY).watchlist();
    list = list.replace("timezone: UTC", "timezone: Pacific/Auckland");
    let house = House::new().watch("contests", MAY);
    let list = list.lines().next().map(str::to_owned).unwrap();
    let write = || {
        let own = house.watchlist();
        let rest = own.split_once('\n').unwrap().1;
        std::fs::write(house.folder.path().join("watchlist.yaml"), format!("{list}\n{rest}")).unwrap();
    };
    house.round_at("2026-03-09T21:30:00Z");
    house.show("contests", MUST_NOT);
    house.round_at("2026-03-10T21:30:00Z");
    house.round_at("2026-03-11T21:30:00Z");
    write();
    let zone = "Pacific/Auckland";
    let log = house.run_as_it_is(&["log"]);
    assert!(log.stdout.contains("2026-03-11 10:30"), "{log:?}");
    let id = log.stdout.split_whitespace().next().unwrap().to_owned();
    for args in [
        &["log"][..],
        &["show", &id],
        &["status"],
        &["history", "contests"],
        &["since", "once a day"],
        &["explain", "contests"],
        &["diff", "contests@2026-03-10", "contests@2026-03-11"],
        &["explain", "contests", "--at", "2026-03-11"],
    ] {
        let ran = house.run_as_it_is(args);
        assert!(ran.stderr.contains(zone), "{args:?} names no zone: {ran:?}");
    }
    // One day, one end: what stood there on the evening of the 11th.
    assert_eq!(house.run_as_it_is(&["diff", "contests@2026-03-11", "contests@2026-03-12"]).code, 0);
    let explained = house.run_as_it_is(&["explain", "contests", "--at", "2026-03-11"]).stdout;
    assert!(explained.contains("2026-03-11 10:30") && explained.contains("more than once a day"), "{explained}");
    let on = |from: &str, to: &str| house.run_as_it_is(&["log", "--since", from, "--until", to]).stdout.lines().count();
    assert_eq!((on("2026-03-11", "2026-03-11"), on("2026-03-10", "2026-03-10"), on("2026-03", "2026-03")), (1, 0, 1));
    assert_eq!(house.run_as_it_is(&["log", "--until", "3 fortnights ago"]).code, 2);
}

#[test]
fn what_was_mistyped_is_told_with_what_was_meant() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    for args in [
        &["check", "contest"][..],
        &["history", "contest"],
        &["since", "contest", "contest"],
        &["explain", "contest"],
        &["log", "--watch", "contest"],
        &["diff", "contest@2026-03-01", "contests"],
    ] {
        let ran = house.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {ran:?}");
        assert!(ran.stderr.contains("did you mean `contests`?"), "{args:?}: {ran:?}");
    }
    let id = house.run(&["log"]).stdout[..10].to_owned();
    assert_eq!(house.run(&["show", &id[..2]]).code, 0);
    let long = house.run(&["show", &format!("{id}ab")]);
    assert_eq!(long.code, 2);
    insta::assert_snapshot!(long.stderr.replace(&id, "ID"), @r"
    error: `IDab` is too long for a change's id: ids have 10 letters
    hint: did you mean `ID`?
    ");
    let short = house.run(&["show", &id[..1]]);
    assert!(short.stderr.contains("two letters are the shortest beginning"), "{short:?}");
}

#[test]
fn a_data_folder_that_is_a_file_is_refused() {
    let house = House::new().watch("contests", MAY);
    std::fs::write(house.folder.path().join("notes.txt"), "no folder").unwrap();
    for command in [&["log"][..], &["status"], &["check"], &["since", "x"]] {
        let ran = house.run(&[&["--data", "notes.txt"], command].concat());
        assert_eq!(ran.code, 2, "{command:?}: {ran:?}");
        assert!(ran.stderr.contains("notes.txt is a file"), "{command:?}: {ran:?}");
    }
}

#[test]
fn no_line_is_wider_than_the_window() {
    let past = walled();
    for args in [&["status"][..], &["log"], &["history", "shops"], &["explain", "shops"], &["since", "shop"]] {
        let output = past.house.command(args).env("COLUMNS", "80").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
        assert!(widest.chars().count() <= 80, "{args:?}: {widest}");
    }
}

/// Rules that got a clause more on day 4, and a page that dates itself anew on day 6.
fn dated() -> History {
    let past = History::new().watch("shops", "Rules");
    let text =
        |clause: &str, day: u8| english(&clause.replacen('\n', &format!("\nLast updated: {day} March 2026\n"), 1));
    past.shows("shops", &text(SHOPS, 1)).days(3);
    past.shows("shops", &text(&with_clause(SHOPS, "Praise", NO_DISCOUNT), 1)).days(2);
    past.shows("shops", &text(&with_clause(SHOPS, "Praise", NO_DISCOUNT), 6)).days(3);
    past
}

#[test]
fn a_span_that_is_written_backwards_is_put_in_order_and_that_is_said() {
    let past = dated();
    let diff = |old: &str, new: &str| past.house.run(&["diff", &format!("shops@{old}"), &format!("shops@{new}")]);
    let (forwards, backwards) = (diff("2026-03-02", "2026-03-05"), diff("2026-03-05", "2026-03-02"));
    assert_eq!((forwards.code, &forwards.stdout), (backwards.code, &backwards.stdout));
    insta::assert_snapshot!("a_span_backwards", shown(&backwards));
    let note = "the first is the later one: compared from old to new all the same\n";
    assert_eq!(backwards.stderr, format!("{note}{}", forwards.stderr));
    let json = past.house.run(&["diff", "shops@2026-03-05", "shops@2026-03-02", "--json"]);
    assert!(json.stderr == note && json.stdout.contains(NO_DISCOUNT), "{json:?}");
    assert_eq!(diff("2026-03-05", "2026-03-05").code, 0);
    assert!(!diff("2026-03-05", "2999-01-01").stderr.contains("the later one"));
    // The last text is later than that of any day.
    past.shows("shops", &english(SHOPS));
    let last = past.house.run(&["diff", "shops", "shops@2026-03-02"]);
    assert!(last.stderr.starts_with(note) && last.code == 1, "{last:?}");
}

#[test]
fn what_is_compared_is_named_with_when_it_was_seen_and_its_hash_and_a_page_as_it_is_now_is_called_so() {
    let past = dated();
    past.shows("shops", &english(SHOPS));
    let ran = past.house.run(&["diff", "shops@2026-03-05"]);
    assert!(!ran.stdout.contains("first s"), "{ran:?}");
    let now = regex::Regex::new(r"now \(20\d\d-\d\d-\d\d \d\d:\d\d\)").unwrap();
    insta::assert_snapshot!("a_page_as_it_is_now", now.replace(&shown(&ran), "now (NOW)"));
    let german = past.house.run(&["--language", "de", "diff", "shops@2026-03-05"]);
    assert!(german.stderr.contains("neu  shops, wie die Seite jetzt ist ("), "{german:?}");
    // The whole hash is that of JSON.
    let json = past.house.run(&["diff", "shops@2026-03-05", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    for side in ["from", "to"] {
        assert!(ran.stderr.contains(&json[side]["snapshot"].as_str().unwrap()[..8]), "{side}: {ran:?}");
    }
    // An address may hold an @.
    let url = past.house.server.url("/@shops");
    past.house.server.page("/@shops", &english(SHOPS));
    let at = past.house.run(&["diff", &url, &url]);
    assert!(at.stderr.contains("old  http://SERVER/@shops, as it is now ("), "{at:?}");
}

#[test]
fn where_no_rule_differs_it_is_said_what_does() {
    let past = dated();
    let dates = past.house.run(&["diff", "shops@2026-03-05", "shops@2026-03-07"]);
    assert!(dates.stdout.starts_with("no rule differs; what differs: date of the last update\n"), "{dates:?}");
    let write = |name: &str, text: &str| std::fs::write(past.house.folder.path().join(name), text).unwrap();
    let page = |target: &str, name: &str| {
        english(SHOPS).replace("</main>", &format!("<p>See <a href=\"{target}\">the list of {name}</a>.</p></main>"))
    };
    write("old.html", &page("https://example.com/1", "“goods”"));
    write("new.html", &page("https://example.com/2", "\"Goods\""));
    let links = past.house.run(&["diff", "old.html", "new.html"]);
    assert_eq!(links.code, 0, "{links:?}");
    insta::assert_snapshot!("only_links_and_quotes_differ", shown(&links));
    let german = past.house.run(&["--language", "de", "diff", "old.html", "new.html"]);
    assert!(german.stdout.contains("; anders: "), "{german:?}");
    let same = past.house.run(&["diff", "old.html", "old.html"]);
    assert_eq!(same.stdout, "the words are the same\n");
}
