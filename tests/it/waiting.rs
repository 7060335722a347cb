//! How long a letter waits: never for the slowest page.

use std::time::Duration;

use hausrecht::model::{Outcome, Trouble};
use hausrecht::round::Patience;

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
