//! Whole rounds against a platform on loopback: what is told, to whom, and how often.

use crate::house::program::{House, policy};
use crate::house::server::Answer;
use hausrecht::io::store::Store;
use hausrecht::model::{Outcome, Rung, Tier};

const DAILY_TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}";
const LEAD_AND_TEAM: &str = "recipients:
  - {name: Lead, to: [lead@example.com], immediately: true, tier: alert}
  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}";
const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

#[test]
fn a_changed_page_is_mailed_once() {
    let house = House::new().watch("contests", MAY).with(DAILY_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new(), "the first sight is kept, not news");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    assert_eq!(house.letters().len(), 1);
    house.round_at("2026-11-03T06:00:00Z");
    house.round_at("2026-11-04T06:00:00Z");
    assert_eq!(house.letters().len(), 1, "nothing new, nothing sent");
    let letter = house.letters().remove(0);
    assert!(letter.text.contains("must not post"), "{}", letter.text);
    assert!(letter.html.contains("must not post"), "{}", letter.html);
}

#[test]
fn an_alert_goes_at_once_and_the_rest_waits_for_the_digest() {
    let house = House::new().watch("contests", MAY).with(LEAD_AND_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT);
    let looks = house.round_at("2026-11-01T23:59:00Z");
    assert_eq!(looks.len(), 0, "not due before its time");
    let looks = house.round_at("2026-11-02T06:01:00Z");
    let change = looks[0].change.as_ref().unwrap();
    assert_eq!(change.assessment.tier, Tier::Alert);
    let told: Vec<_> = house.letters().into_iter().map(|letter| (letter.recipient, letter.changes)).collect();
    assert_eq!(told, [("Lead".to_owned(), vec![change.id.clone()]), ("Team".to_owned(), vec![change.id.clone()])]);
}

#[test]
fn what_a_killed_round_left_untold_the_next_one_tells() {
    let house = House::new().watch("contests", MAY).with(LEAD_AND_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_killed_before_letters("2026-11-02T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new());
    house.round_at("2026-11-02T06:15:00Z");
    assert_eq!(house.letters().len(), 2);
}

#[test]
fn words_that_are_gone_at_the_second_look_are_not_told() {
    let house = House::new().watch("contests", MAY).with(DAILY_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.once("/contests", Answer::html(&policy("contests", MUST_NOT)));
    let looks = house.round_at("2026-11-02T06:00:00Z");
    assert!(looks[0].change.is_none());
    assert_eq!(house.server.hits("/contests"), 3, "the second look is in the same round");
    house.round_at("2026-11-03T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new());
}

#[test]
fn a_blind_spot_is_told_once_and_so_is_its_end() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY).with(DAILY_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(403));
    for day in 2..8 {
        house.round_at(&format!("2026-11-0{day}T06:00:00Z"));
    }
    let blind: Vec<_> = house.letters().iter().map(|letter| letter.text.contains("contests")).collect();
    assert_eq!(blind, [true], "after the patience of two days, and once");
    house.show("contests", MAY).round_at("2026-11-08T06:00:00Z");
    house.round_at("2026-11-09T06:00:00Z");
    assert_eq!(house.letters().len(), 2);
}

#[test]
fn a_letter_that_was_refused_for_good_is_told_to_the_operator_once() {
    let people = "recipients:\n  - {name: Team, to: [gone@example.com], digest: '@daily'}\n  - {name: Operator, to: [operator@example.com], operator: true}";
    let house = House::new().watch("contests", MAY).with(people);
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    let told = house.letters().len();
    let store = Store::open(&house.data()).unwrap();
    store.refused(1, "gone@example.com", "550 no such user", "2026-11-02T06:00:05Z".parse().unwrap()).unwrap();
    drop(store);
    house.round_at("2026-11-03T06:00:00Z");
    house.round_at("2026-11-04T06:00:00Z");
    let letters = house.letters();
    let health: Vec<_> =
        letters[told..].iter().map(|letter| (letter.recipient.as_str(), letter.subject.as_str())).collect();
    assert_eq!(health, [("Operator", "1 letter did not arrive")]);
    // Where that letter is refused too, no letter is written about it.
    let (store, count) = (Store::open(&house.data()).unwrap(), i64::try_from(letters.len()).unwrap());
    store.refused(count, "operator@example.com", "550 no such user", "2026-11-04T06:00:05Z".parse().unwrap()).unwrap();
    drop(store);
    house.round_at("2026-11-05T06:00:00Z");
    assert_eq!(house.letters().len(), letters.len());
}

#[test]
fn a_letter_that_was_refused_while_a_server_was_set_up_wrongly_arrives_after_all() {
    let house = House::new().watch("contests", MAY).with(LEAD_AND_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    let count = || Store::open(&house.data()).unwrap().outbox().unwrap();
    let arrived = || count().sent + count().written;
    let before = arrived();
    let store = Store::open(&house.data()).unwrap();
    store.refused(1, "lead@example.com", "550 relaying denied", "2026-11-02T06:00:05Z".parse().unwrap()).unwrap();
    drop(store);
    house.round_at("2026-11-02T12:00:00Z");
    assert_eq!((count().refused, arrived()), (1, before - 1), "not before a day has passed");
    house.round_at("2026-11-03T06:00:00Z");
    assert_eq!((count().refused, arrived()), (0, before + 1), "and the team's digest says that it had not arrived");
    // What is refused for a week is refused.
    let store = Store::open(&house.data()).unwrap();
    store.refused(1, "lead@example.com", "550 no such user", "2026-11-09T06:00:05Z".parse().unwrap()).unwrap();
    drop(store);
    house.round_at("2026-11-11T06:00:00Z");
    assert_eq!(count().refused, 1);
}

#[test]
fn a_digest_that_goes_out_names_the_pages_that_are_still_unreadable() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY).with(DAILY_TEAM);
    house.round_at("2026-11-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(403));
    for day in 2..7 {
        house.round_at(&format!("2026-11-0{day}T06:00:00Z"));
    }
    house.show("pages", MUST_NOT).round_at("2026-11-07T06:00:00Z");
    let letter = house.letters().pop().unwrap();
    assert!(letter.text.contains("1 page still cannot be read"), "{}", letter.text);
    assert!(letter.text.contains("last read"), "{}", letter.text);
}

#[test]
fn a_page_that_the_server_says_has_not_changed_is_not_read_again() {
    let house = House::new().watch("contests", MAY);
    house.server.answer("/contests", Answer::html(&policy("contests", MAY)).etag("\"1\""));
    house.round_at("2026-11-01T06:00:00Z");
    let looks = house.round_at("2026-11-02T06:00:00Z");
    assert_eq!(looks[0].outcome, Outcome::Unchanged);
    let last = house.server.log().pop().unwrap();
    assert_eq!((last.status, last.sent), (304, 0));
}

#[test]
fn a_new_selector_of_ours_is_never_their_change() {
    let as_written =
        "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true";
    let before = House::new().watch_as_written(as_written).with(DAILY_TEAM);
    before.show("contests", MAY).round_at("2026-11-01T06:00:00Z");
    let House { folder, server, .. } = before;
    let mut after = House::new();
    (after.folder, after.server) = (folder, server);
    let after = after.watch_as_written(&format!("{as_written}, select: ['main p']")).with(DAILY_TEAM);
    let looks = after.round_at("2026-11-02T06:00:00Z");
    assert!(looks[0].change.is_none(), "{looks:?}");
    assert_eq!(after.subjects(), Vec::<String>::new());
}

/// A policy of some length in an element of this class, and a long footer that is not the policy.
fn selected_page(class: &str, rule: &str) -> String {
    let clauses: String =
        (1..12).map(|number| format!("<p>Clause {number} binds all who post, sell or advertise here.</p>")).collect();
    format!(
        "<html><head><title>Contest rules</title></head><body><main><div class={class}><h1>Contest rules</h1>{clauses}<p>{rule}</p></div></main>\
         <div class=teaser><p>Our newsletter brings you the best of the week, every week, and it is free of charge.</p></div></body></html>"
    )
}

#[test]
fn selectors_that_lose_their_text_are_flagged_and_the_watch_goes_on_without_false_news() {
    let house = House::new()
        .watch_as_written(
            "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true, select: ['.rules', '.note']",
        )
        .with(DAILY_TEAM);
    house.server.page("/contests", &selected_page("rules", MAY));
    house.round_at("2026-11-01T06:00:00Z");
    // The platform renames its class.
    house.server.page("/contests", &selected_page("text", MAY));
    let looks = house.round_at("2026-11-02T06:00:00Z");
    assert!(looks[0].change.is_none(), "{looks:?}");
    let status = house.run(&["status"]).stdout;
    assert!(status.contains("selectors find nothing"), "{status}");
    // A change of the rules is seen all the same.
    house.server.page("/contests", &selected_page("text", MUST_NOT));
    let looks = house.round_at("2026-11-03T06:00:00Z");
    assert!(looks[0].change.is_some(), "{looks:?}");
    // The class comes back.
    house.server.page("/contests", &selected_page("rules", MUST_NOT));
    let looks = house.round_at("2026-11-04T06:00:00Z");
    assert!(looks[0].change.is_none(), "{looks:?}");
    assert!(!house.run(&["status"]).stdout.contains("selectors"));
}

#[test]
fn selectors_that_take_in_far_less_than_before_are_no_change_of_the_rules() {
    let house = House::new()
        .watch_as_written(
            "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true, select: ['.rules']",
        )
        .with(DAILY_TEAM);
    house.server.page("/contests", &selected_page("rules", MAY));
    house.round_at("2026-11-01T06:00:00Z");
    // The class now names one paragraph only; the text is still there.
    let moved = selected_page("text", MAY).replace("class=teaser", "class='teaser rules'");
    house.server.page("/contests", &moved);
    let looks = house.round_at("2026-11-02T06:00:00Z");
    assert!(looks[0].change.is_none(), "{looks:?}");
    assert!(house.run(&["status"]).stdout.contains("selectors find nothing"));
}

#[test]
fn every_page_of_a_combined_document_is_compared_by_itself() {
    let house = House::new()
        .watch_as_written(
            "id: standards, platform: Plaudernetz, document: Standards, url: 'SERVER/one', combine: [{url: 'SERVER/two'}], allow_private_network: true, patience: 0s",
        )
        .with(DAILY_TEAM);
    house.show("one", MAY).show("two", MAY).round_at("2026-11-01T06:00:00Z");
    house.server.answer("/one", Answer::status(404));
    let looks = house.show("two", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    assert!(matches!(looks[0].outcome, Outcome::Unreadable { .. }), "{looks:?}");
    assert!(matches!(looks[1].outcome, Outcome::Changed { .. }), "{looks:?}");
}

#[test]
fn whoever_is_told_at_once_and_gets_no_digest_is_told_everything_at_once() {
    let house = House::new()
        .watch("contests", MAY)
        .with("recipients:\n  - {name: Lead, to: [lead@example.com], immediately: true, tier: none}");
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", "You may write about your contest as often as you wish.");
    let looks = house.round_at("2026-11-02T06:00:00Z");
    let change = looks[0].change.as_ref().unwrap();
    assert_ne!(change.assessment.tier, Tier::Alert, "a rewording");
    assert_eq!(house.letters().len(), 1);
}

/// The same page as a server writes it anew each time.
fn served_anew(text: &str, nonce: u32, leads_to: &str) -> Answer {
    let page = policy("contests", &format!("{text} <a href='{leads_to}'>Read the guide.</a>"));
    Answer::html(&page.replace("<p>", &format!("<script>let nonce = {nonce};</script><p data-n='{nonce}'>")))
}

#[test]
fn a_page_of_which_the_same_is_read_is_not_compared_and_the_next_rule_is_told() {
    let house = House::new().watch("contests", MAY).with(DAILY_TEAM);
    let look = |day: u32, text: &str, leads_to: &str| {
        house.server.answer("/contests", served_anew(text, day, leads_to));
        let looks = house.round_at(&format!("2026-11-{day:02}T06:00:00Z"));
        (looks[0].rung, looks[0].outcome.clone())
    };
    assert_eq!(look(1, MAY, "/guide"), (Rung::Compared, Outcome::First));
    assert_eq!(look(2, MAY, "/guide"), (Rung::Words, Outcome::Unchanged));
    assert_eq!(look(3, MAY, "/guide?token=3"), (Rung::Words, Outcome::Unchanged), "where a link leads is no rule");
    let (rung, changed) = look(4, MUST_NOT, "/guide?token=4");
    assert!(rung == Rung::Compared && matches!(changed, Outcome::Changed { .. }), "{changed:?}");
    assert_eq!(look(5, MUST_NOT, "/guide?token=5"), (Rung::Words, Outcome::Unchanged));
    assert_eq!(house.letters().len(), 1);
    // Words that come and go keep all of it from being taken as known.
    let (_, back) = look(6, MAY, "/guide");
    assert!(matches!(back, Outcome::Changed { .. }), "{back:?}");
    let report = Store::open(&house.data()).unwrap().rounds(3).unwrap().remove(1).report.unwrap();
    assert_eq!((report.looked, report.same_words, report.same_bytes), (1, 1, 0));
}

#[test]
fn a_text_that_comes_back_beside_another_date_is_told_when_it_stays() {
    let house = House::new().watch("contests", MAY).with(DAILY_TEAM);
    let look = |day: &str, days: u32, updated: u32| {
        let text = format!("You may ask for a review within {days} days after a decision.");
        let dated = format!("</h1><p>Last updated: November {updated}, 2026</p>");
        house.server.answer("/contests", Answer::html(&policy("contests", &text).replace("</h1>", &dated)));
        house.round_at(&format!("2026-{day}T06:00:00Z"));
    };
    let told = || house.letters().into_iter().filter(|letter| !letter.changes.is_empty()).collect::<Vec<_>>();
    for (day, days, updated) in [(1, 30, 1), (2, 30, 1), (3, 30, 4), (4, 30, 4), (5, 30, 4), (6, 14, 4), (7, 30, 4)] {
        look(&format!("11-{day:02}"), days, updated);
    }
    assert_eq!(told().len(), 2, "there and back");
    for day in 8..=30 {
        look(&format!("11-{day:02}"), 14, 4);
    }
    let letters = told();
    assert_eq!(letters.len(), 3);
    assert!(letters[2].text.contains("14 days"), "{}", letters[2].text);
}
