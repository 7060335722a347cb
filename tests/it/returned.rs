//! Words that come back: said to be as they were only where they stand below the sentence below which they stood.

use crate::house::history::History;

fn rules(may: &[&str], must_not: &[&str]) -> String {
    let list = |items: &[&str]| items.iter().map(|item| format!("<li>{item}</li>")).collect::<String>();
    format!(
        "<!doctype html><html lang=en><head><title>Contests</title></head><body><main><h1>Rules for contests</h1>\
         <p>These rules apply to everybody who runs a page, a contest or an advertisement here.</p>\
         <h2>What is allowed</h2><p>In a contest you may:</p><ul>{}</ul><p>In a contest you must not:</p><ul>{}</ul>\
         <h2>Questions</h2><p>Our team answers your questions about these rules by message.</p></main></body></html>",
        list(may),
        list(must_not)
    )
}

const SHARE: &str = "ask people to share a post in order to take part";
const ASK: &str = "ask people for a comment below the post";
const SELL: &str = "sell a place among the winners to anybody";
const LIE: &str = "say that the platform runs the contest";

fn last_letter(second: &str, third: &str) -> String {
    let past = History::new().watch("contests", "Contest Rules");
    past.shows("contests", &rules(&[SHARE, ASK], &[SELL, LIE])).days(2);
    past.shows("contests", second).days(3);
    past.shows("contests", third).days(3);
    let letters = past.letters_on("contests");
    assert_eq!(letters.len(), 2, "{}", past.account_of("contests"));
    letters[1].clone()
}

#[test]
fn an_entry_that_comes_back_below_another_sentence_is_not_as_it_was() {
    let without = rules(&[ASK], &[SELL, LIE]);
    let back = last_letter(&without, &rules(&[SHARE, ASK], &[SELL, LIE]));
    assert!(back.contains("back as they were"), "{back}");
    let elsewhere = last_letter(&without, &rules(&[ASK], &[SELL, LIE, SHARE]));
    assert!(elsewhere.contains("must not"), "{elsewhere}");
    assert!(!elsewhere.contains("back as they were"), "{elsewhere}");
}

fn german(may: &[&str], must_not: &[&str]) -> String {
    let list = |items: &[&str]| items.iter().map(|item| format!("<li>{item}</li>")).collect::<String>();
    format!(
        "<!doctype html><html lang=de><head><title>Gewinnspiele</title></head><body><main><h1>Regeln für Gewinnspiele</h1>\
         <p>Diese Regeln gelten für alle, die hier eine Seite, ein Gewinnspiel oder Werbung betreiben.</p>\
         <h2>Teilnahme</h2><p>Du darfst:</p><ul>{}</ul><p>Du darfst nicht:</p><ul>{}</ul>\
         <h2>Fragen</h2><p>Fragen zu diesen Regeln beantwortet unser Team per Nachricht.</p></main></body></html>",
        list(may),
        list(must_not)
    )
}

fn german_letter(second: &str) -> String {
    let past = History::told_to("{name: Team, to: [team@example.com], immediately: true, tier: fyi, language: de}")
        .watch_with("gewinnspiele", "platform: Plaudernetz, document: Gewinnspiele, language: de");
    past.shows(
        "gewinnspiele",
        &german(&["Likes als Teilnahme werten", "Fotos hochladen lassen"], &["Freunde markieren lassen"]),
    );
    past.days(2);
    past.shows("gewinnspiele", second).days(3);
    past.letters_on("gewinnspiele").pop().unwrap_or_else(|| panic!("untold\n{}", past.account_of("gewinnspiele")))
}

#[test]
fn an_entry_of_four_words_below_a_sentence_that_forbids_is_told_with_that_sentence() {
    let letter = german_letter(&german(
        &["Likes als Teilnahme werten", "Fotos hochladen lassen"],
        &["Freunde markieren lassen", "Geld als Preis anbieten"],
    ));
    assert!(letter.contains("„Du darfst nicht: Geld als Preis anbieten“"), "{letter}");
}

#[test]
fn an_entry_that_went_below_another_sentence_is_quoted_with_it() {
    let letter = german_letter(&german(
        &["Fotos hochladen lassen"],
        &["Freunde markieren lassen", "Likes als Teilnahme werten"],
    ));
    assert!(letter.contains("„Du darfst nicht: Likes als Teilnahme werten“"), "{letter}");
}
