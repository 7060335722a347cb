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
