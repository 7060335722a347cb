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
