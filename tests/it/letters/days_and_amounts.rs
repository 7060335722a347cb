//! Whose day it is, which way a number moved, and in which column it stands.

use crate::house::history::History;

fn page(rules: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Selling</title></head><body><main><h1>Rules for sellers</h1>\
         <p>These rules apply to everybody who sells on our marketplace.</p>{rules}\
         <h2>Questions</h2><p>Our trade desk answers questions about these rules by message.</p></main></body></html>"
    )
}

/// The history of one page that shows something else from the second day on.
fn changed(before: &str, after: &str) -> History {
    let history = History::new().watch("selling", "Seller Terms");
    history.shows("selling", &page(before)).days(1).shows("selling", &page(after)).days(2);
    history
}

#[test]
fn the_day_of_one_rule_is_not_that_of_the_document() {
    let old = "<h2>Contests</h2><p>You may ask people to tag friends in a contest.</p><h2>Shipping</h2><p>Parcels are sent within a week.</p>";
    let new = "<h2>Contests</h2><p>You must not ask people to tag friends in a contest.</p><h2>Shipping</h2><p>Parcels are sent within a week.</p>\
               <p>From 1 April 2026 sellers must insure every parcel that is worth more than 50 euros.</p>";
    let history = changed(old, new);
    let letters = history.letters();
    assert!(letters[0].subject.contains(", one rule from 1 Apr (30 days)"), "{}", letters[0].subject);
    let text = super::unfolded(&letters[0]);
    assert!(text.contains("One rule: 1 April 2026 · 30 days left"), "{text}");
    assert!(text.contains("Applies from: no date given; one rule: 1 April 2026, 30 days left"), "{text}");

    let whole =
        format!("<p>These terms apply from 1 April 2026.</p>{new}").replace("From 1 April 2026 sellers", "Sellers");
    let history = changed(old, &whole);
    let letters = history.letters();
    assert!(letters[0].subject.contains(" from 1 Apr (30 days)"), "{}", letters[0].subject);
    assert!(!letters[0].subject.contains("one rule"), "{}", letters[0].subject);
}

#[test]
fn a_changed_cell_is_told_with_the_head_of_its_column() {
    let table = |fee: &str| {
        format!(
            "<h2>Fees</h2><table><tr><th>Who</th><th>Fee</th><th>Paid</th></tr>\
             <tr><td>Sellers of books</td><td>4 %</td><td>monthly</td></tr>\
             <tr><td>Sellers of food</td><td>{fee}</td><td>monthly</td></tr></table>"
        )
    };
    let history = changed(&table("5 %"), &table("8 %"));
    let letters = history.letters();
    let line = "Sellers of food – Fee: 5 % → 8 %";
    assert!(letters[0].text.contains(line) && letters[0].html.contains(line), "{}", letters[0].text);
    assert!(letters[0].subject.contains("fee rules stricter"), "{}", letters[0].subject);
    let id = history.log("selling")[0]["id"].as_str().unwrap().to_owned();
    let shown = history.house.run(&["show", &id]).stdout;
    assert!(shown.contains("Fee: 5 % → 8 %"), "{shown}");
    assert!(shown.contains("told     Team 2026-03-0"), "{shown}");
}

#[test]
fn a_changed_number_of_days_is_no_matter_of_fees() {
    for (old, new) in [
        ("You must name the winners within 30 days.", "You must name the winners within 14 days."),
        ("A contest may last up to 90 days.", "A contest may last up to 60 days."),
        ("We answer an appeal within 14 days.", "We answer an appeal within 30 days."),
    ] {
        let history = changed(&format!("<h2>Contests</h2><p>{old}</p>"), &format!("<h2>Contests</h2><p>{new}</p>"));
        let topics = history.log("selling")[0]["topics"].to_string();
        assert!(!topics.contains("fees"), "{new}: {topics}");
    }
}
