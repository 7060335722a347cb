//! How long a letter waits: never for the slowest page.

use std::process::Command;
use std::time::{Duration, Instant};

use hausrecht::io::store::FILE_NAME;
use hausrecht::model::{Outcome, Trouble};
use hausrecht::round::Patience;
use rusqlite::Connection;

use crate::house::program::{House, policy};
use crate::house::server::Answer;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}";
const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// A page that is quick, and one on another host.
fn two_hosts() -> House {
    let house = House::new().watch("contests", MAY).with(TEAM);
    let slow = house.server.url_by_name("/slow");
    house.server.page("/slow", &policy("slow", MAY));
    house.watch_as_written(&format!(
        "id: slow, platform: Plaudernetz, document: slow, url: '{slow}', render: http, allow_private_network: true"
    ))
}

#[test]
fn a_letter_does_not_wait_for_the_slowest_page() {
    let house = two_hosts();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT);
    house.server.answer("/slow", Answer::html(&policy("slow", MAY)).delay(Duration::from_secs(8)));
    let patience = Patience { letters: Duration::from_millis(500), ..Patience::default() };
    let mut open = house.open().waiting(patience);
    std::thread::scope(|scope| {
        let round = scope.spawn(|| open.round_at("2026-11-02T06:00:00Z"));
        let told = (0..70).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            house.letters().len() == 1
        });
        assert!(told && !round.is_finished(), "the letter went out while the round was under way");
        assert_eq!(round.join().unwrap().len(), 2);
    });
    assert_eq!(house.letters().len(), 1, "and once");
}

#[test]
fn a_page_that_takes_for_ever_is_an_outcome_of_its_own_and_the_others_are_told() {
    let house = two_hosts();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT);
    house.server.answer("/slow", Answer::html(&policy("slow", MAY)).delay(Duration::from_secs(20)));
    let patience = Patience { look: Duration::from_secs(4), ..Patience::default() };
    let looks = house.open().waiting(patience).round_at("2026-11-02T06:00:00Z");
    let outcome = |id: &str| looks.iter().find(|looked| looked.watch == id).unwrap().outcome.clone();
    assert!(matches!(outcome("contests"), Outcome::Changed { .. }));
    assert!(
        matches!(outcome("slow"), Outcome::Unreadable { trouble: Trouble::Failed { .. } }),
        "{:?}",
        outcome("slow")
    );
    assert_eq!(house.letters().len(), 1);
}

/// Policies on each of two hosts.
fn two_policies() -> House {
    let house = House::new().watch("contests", MAY).with(TEAM);
    house.show("pages", MAY);
    let other = house.server.url_by_name("/pages");
    house.watch_as_written(&format!(
        "id: pages, platform: Plaudernetz, document: pages, url: '{other}', render: http, allow_private_network: true"
    ))
}

fn told(house: &House) -> usize {
    house.letters().iter().filter(|letter| letter.text.contains("once a day")).count()
}

#[test]
fn a_page_that_is_judged_for_ever_is_cut_and_the_letter_about_another_comes() {
    let house = two_policies();
    house.round_at("2026-03-01T06:00:00Z");
    // Whoever asks what is known of the one host gets no answer.
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch(
        "ALTER TABLE hosts RENAME TO kept_hosts;
         CREATE VIEW hosts AS SELECT host, memory FROM kept_hosts WHERE host <> 'localhost' UNION ALL
             SELECT 'localhost', (WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count)
                 SELECT CAST(max(n) AS BLOB) FROM count);
         CREATE TRIGGER keep_host INSTEAD OF INSERT ON hosts BEGIN
             INSERT OR REPLACE INTO kept_hosts VALUES (new.host, new.memory); END;",
    )
    .unwrap();
    drop(rows);
    house.show("contests", MUST_NOT).show("pages", MUST_NOT);
    let patience = Patience { work: Duration::from_secs(3), ..Patience::default() };
    let begun = Instant::now();
    let looks = house.open().waiting(patience).round_at("2026-03-02T06:00:00Z");
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
    let detail = "not done after 3s".to_owned();
    assert_eq!(looks[1].outcome, Outcome::Unreadable { trouble: Trouble::Failed { detail } });
    assert_eq!(told(&house), 1);
    // What was cut is told as soon as it can be judged.
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch("DROP VIEW hosts; ALTER TABLE kept_hosts RENAME TO hosts").unwrap();
    drop(rows);
    house.round_at("2026-03-02T08:00:00Z");
    assert_eq!(told(&house), 2);
}

/// Panics where somebody says that a row is damaged: a mistake of ours in the middle of a judgement.
struct Panics;

impl tracing::Subscriber for Panics {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        *metadata.level() == tracing::Level::ERROR
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        panic!("a mistake of ours");
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

const IN_A_CHILD: &str = "PANICS_WHILE_IT_JUDGES";

#[test]
fn a_page_that_panics_while_it_is_judged_is_its_own_trouble_and_the_letter_about_another_comes() {
    // Whoever listens to all of a process needs one of its own.
    if std::env::var_os(IN_A_CHILD).is_none() {
        let name =
            "waiting::a_page_that_panics_while_it_is_judged_is_its_own_trouble_and_the_letter_about_another_comes";
        let child =
            Command::new(std::env::current_exe().unwrap()).args(["--exact", name]).env(IN_A_CHILD, "1").output();
        let child = child.unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
        return;
    }
    let house = two_policies();
    house.round_at("2026-03-01T06:00:00Z");
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch("INSERT OR REPLACE INTO hosts VALUES ('localhost', x'00')").unwrap();
    drop(rows);
    house.show("contests", MUST_NOT).show("pages", MUST_NOT);
    tracing::subscriber::set_global_default(Panics).unwrap();
    let looks = house.round_at("2026-03-02T06:00:00Z");
    let detail = "a mistake of ours".to_owned();
    assert_eq!(looks[1].outcome, Outcome::Unreadable { trouble: Trouble::Failed { detail } });
    assert_eq!(told(&house), 1);
}
