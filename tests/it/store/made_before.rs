//! A history that an older release has written goes on: nothing of it is lost, and nothing of it is told again.
//!
//! `made_by_0.1.0.sqlite` was written by `import snapshots` of commit ff30d79 from invented captures of January 2026:
//! Terms of Use that changed on the 8th and showed a notice on the 13th and the 16th alone, and a Privacy Policy in whose
//! place a login wall stands since the 12th. The last good page of each, and the notice, lie beside it.

use std::fs;

use hausrecht::io::store::{FILE_NAME, Store};
use rusqlite::Connection;
use serde_json::Value;

use crate::house::history::History;

const MADE: &[u8] = include_bytes!("made_by_0.1.0.sqlite");
const TERMS: &str = include_str!("made_by_0.1.0/terms.html");
const PRIVACY: &str = include_str!("made_by_0.1.0/privacy.html");
const NOTICE: &str = include_str!("made_by_0.1.0/notice.html");
/// The change that the older release told.
const TOLD: &str = "4e7919e893";

#[test]
fn an_older_database_is_brought_up_to_date_with_all_that_is_in_it() {
    let history = history();
    assert_eq!(format(&history), 3);
    let refused = history.house.run(&["log"]);
    assert_eq!((refused.code, refused.stderr.contains("run `hausrecht check` once")), (4, true), "{refused:?}");

    let store = Store::open(&history.house.data()).unwrap();
    assert_eq!(format(&history), 8);
    assert_eq!(store.integrity().unwrap(), Vec::<String>::new());
    assert_eq!(store.versions("terms", "").unwrap().len(), 2);
    drop(store);

    let log = history.house.run(&["log"]);
    assert!(log.stdout.starts_with(TOLD) && log.stdout.contains("Terms of Use"), "{log:?}");
    let show = history.house.run(&["show", TOLD]);
    assert!(show.stdout.contains("at most three advertisements"), "{show:?}");
    let status = history.house.run(&["status"]);
    assert!(status.stdout.contains("BLIND SPOT") && status.stdout.contains("it asks for a login"), "{status:?}");
    assert_eq!(history.house.run(&["log", "--held"]).code, 0);
}

#[test]
fn the_same_pages_are_no_news_after_the_upgrade() {
    let history = history();
    history.shows("terms", TERMS).shows("privacy", PRIVACY).days(3);
    assert_eq!(ids(&history, "terms"), [TOLD]);
    assert_eq!(ids(&history, "privacy"), Vec::<String>::new());
    let letters = history.letters();
    assert_eq!(letters.len(), 1, "only that the policy can be read again: {letters:?}");
    assert!(letters[0].text.contains("Privacy Policy") && !letters[0].text.contains("Terms of Use"));
    assert!(!history.is_blind("privacy"));
}

#[test]
fn what_came_and_went_before_the_upgrade_is_known_after_it() {
    let history = history();
    let with_notice = TERMS.replace("</h1>\n", &format!("</h1>\n{NOTICE}"));
    history.shows("terms", TERMS).shows("privacy", PRIVACY).days(1);
    history.shows("terms", &with_notice).days(2).shows("terms", TERMS).days(1);
    assert_eq!(ids(&history, "terms"), [TOLD]);
    assert!(history.held("terms").iter().any(|held| held.to_string().contains("trying out a new look")));
}

#[test]
fn a_new_change_is_told_against_the_text_that_the_older_release_kept() {
    let history = history();
    let terms = TERMS.replace("ask people to comment", "not ask people to comment");
    let privacy = PRIVACY.replace("after six months", "after six years");
    history.shows("terms", &terms).shows("privacy", &privacy).days(2);

    let log = history.log("terms");
    assert_eq!(log.len(), 2, "{}", history.account_of("terms"));
    // The older release dated a version at the look that confirmed it.
    assert_eq!(log[1]["from"]["seen_at"], "2026-01-09T06:00:00Z");
    assert_eq!(log[1]["from"]["last_seen"], Value::Null, "the older release did not keep it");
    assert_eq!((&log[1]["words_added"], &log[1]["words_removed"]), (&1.into(), &0.into()));
    // The wall of weeks was no text: the policy is held against its last good one.
    let log = history.log("privacy");
    assert_eq!(log.len(), 1, "{}", history.account_of("privacy"));
    assert_eq!(log[0]["from"]["seen_at"], "2026-01-05T06:00:00Z");
    history.assert_told("terms", "not ask people to comment");
    history.assert_told("privacy", "after six years");
}

/// A team whose data an older release has written.
fn history() -> History {
    let watch = |document: &str| format!("platform: Fernweh, document: {document}, language: en");
    let history =
        History::new().watch_with("terms", &watch("Terms of Use")).watch_with("privacy", &watch("Privacy Policy"));
    fs::create_dir_all(history.house.data()).unwrap();
    fs::write(history.house.data().join(FILE_NAME), MADE).unwrap();
    history
}

/// The number of the database's format.
fn format(history: &History) -> i64 {
    let database = Connection::open(history.house.data().join(FILE_NAME)).unwrap();
    database.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

/// The ids of the recorded changes of a watch.
fn ids(history: &History, watch: &str) -> Vec<String> {
    history.log(watch).iter().map(|change| change["id"].as_str().unwrap().to_owned()).collect()
}

/// A database of that format: the tables as its schema files made them, with rows of a release that wrote them.
///
/// Formats up to 4 have the rows of the one that wrote format 3, later ones those of the one that wrote format 5.
fn of_format(history: &History, wanted: usize) {
    let file = history.house.data().join(FILE_NAME);
    let [written, other] = ["written.sqlite", "other.sqlite"].map(|name| history.house.data().join(name));
    fs::write(&written, if wanted < 5 { MADE } else { FORMAT_5 }).unwrap();
    let database = Connection::open(&file).unwrap();
    for step in SCHEMA.iter().take(wanted) {
        database.execute_batch(step).unwrap();
    }
    database.pragma_update(None, "user_version", i64::try_from(wanted).unwrap()).unwrap();
    if wanted >= 6 {
        database.pragma_update(None, "application_id", 0x4861_7573).unwrap();
    }
    database.execute_batch(&format!("PRAGMA foreign_keys = OFF; ATTACH '{}' AS written", written.display())).unwrap();
    let names = |query: &str| -> Vec<String> {
        let mut rows = database.prepare(query).unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for table in names("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") {
        let there = names(&format!("SELECT name FROM pragma_table_info('{table}', 'written')"));
        let own = names(&format!("SELECT name FROM pragma_table_info('{table}', 'main')"));
        let both: Vec<String> = own.into_iter().filter(|column| there.contains(column)).collect();
        if !both.is_empty() {
            let both = both.join(", ");
            database
                .execute_batch(&format!("INSERT INTO main.{table} ({both}) SELECT {both} FROM written.{table}"))
                .unwrap();
        }
    }
    if wanted < 5 {
        // That release had imported its pages, which mails nothing: the letter is one of the next.
        fs::write(&other, FORMAT_5).unwrap();
        database
            .execute_batch(&format!(
                "ATTACH '{}' AS other;
                 INSERT INTO main.letters SELECT * FROM other.letters;
                 INSERT INTO main.deliveries (letter, address, state, next_try)
                     SELECT letter, address, state, next_try FROM other.deliveries;
                 DETACH other",
                other.display()
            ))
            .unwrap();
        fs::remove_file(other).unwrap();
    }
    // Its server was down.
    database
        .execute_batch("UPDATE main.deliveries SET state = 'waiting', at = NULL, answer = NULL; DETACH written")
        .unwrap();
    drop(database);
    fs::remove_file(written).unwrap();
}

const SCHEMA: [&str; 7] = [
    include_str!("../../../src/io/store/schema/1.sql"),
    include_str!("../../../src/io/store/schema/2.sql"),
    include_str!("../../../src/io/store/schema/3.sql"),
    include_str!("../../../src/io/store/schema/4.sql"),
    include_str!("../../../src/io/store/schema/5.sql"),
    include_str!("../../../src/io/store/schema/6.sql"),
    include_str!("../../../src/io/store/schema/7.sql"),
];

#[test]
fn a_database_of_every_format_opens_its_waiting_letter_goes_out_once_and_what_is_new_is_told() {
    for wanted in 1..=7 {
        let watch = |document: &str| format!("platform: Fernweh, document: {document}, language: en");
        let history = History::new().watch_with("terms", &watch("Terms of Use"));
        fs::create_dir_all(history.house.data()).unwrap();
        of_format(&history, wanted);
        assert_eq!(format(&history), i64::try_from(wanted).unwrap());
        let database = Connection::open(history.house.data().join(FILE_NAME)).unwrap();
        let count = |what: &str| -> i64 {
            database.query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get::<_, i64>(0)).unwrap()
        };
        let counted =
            ["changes", "deliveries WHERE state = 'waiting'"].map(|what| usize::try_from(count(what)).unwrap());
        let [changes, waiting] = counted;
        drop(database);
        assert!(changes > 0 && waiting > 0, "format {wanted}: {changes} changes, {waiting} waiting");
        let shown = if wanted < 5 { TERMS } else { TERMS_LATER };
        history.shows("terms", shown).days(2);
        assert_eq!(format(&history), 8, "format {wanted}");
        assert_eq!(Store::open(&history.house.data()).unwrap().integrity().unwrap(), Vec::<String>::new());
        let outbox = || fs::read_dir(history.house.data().join("outbox")).map_or(0, Iterator::count);
        assert_eq!((ids(&history, "terms").len(), outbox()), (changes, waiting), "format {wanted}");
        let later = shown.replace("</main>", "<p>You must not resell a journey that was booked here.</p></main>");
        assert_ne!(later, shown);
        history.shows("terms", &later).days(2);
        assert_eq!((ids(&history, "terms").len(), outbox()), (changes + 1, waiting + 1), "format {wanted}");
        history.assert_told("terms", "resell a journey");
    }
}

/// Written by the build before format 6 of the database: terms of January, a change of them in November, and the letter
/// about it, which found no server.
const FORMAT_5: &[u8] = include_bytes!("made_by_format_5.sqlite");
/// What the page showed last.
const TERMS_LATER: &str = include_str!("made_by_format_5.html");

#[test]
fn a_letter_that_waited_before_the_upgrade_goes_out_after_it_once_and_what_is_new_is_told() {
    let history = History::new().watch_with("terms", "platform: Fernweh, document: Terms of Use, language: en");
    fs::create_dir_all(history.house.data()).unwrap();
    fs::write(history.house.data().join(FILE_NAME), FORMAT_5).unwrap();
    assert_eq!(format(&history), 5);
    history.shows("terms", TERMS_LATER).days(2);
    assert_eq!(format(&history), 8);
    let outbox = || fs::read_dir(history.house.data().join("outbox")).unwrap().count();
    assert_eq!((ids(&history, "terms").len(), outbox()), (1, 1), "{}", history.account_of("terms"));
    let later = TERMS_LATER.replace("not ask people to comment", "not ask people to comment or to share");
    history.shows("terms", &later).days(2);
    assert_eq!((ids(&history, "terms").len(), outbox()), (2, 2), "{}", history.account_of("terms"));
}
