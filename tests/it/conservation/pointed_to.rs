//! Entries of a list that change places where the text speaks of one by its number: another entry is meant then.

use super::texts::{SHOPS, with_clause};
use crate::house::history::History;
use crate::pages::{Build, body, page};

fn document(markup: &str) -> String {
    let middle = body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", markup);
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &middle)
}

fn then(lead: &str, list: impl Fn([&str; 3]) -> String) -> History {
    const ENTRIES: [&str; 3] = [
        "Name the seller of the stall.",
        "Pay a deposit of 50 coins to the house.",
        "Keep the list of buyers for a year.",
    ];
    let past = History::new().watch("shops", "Rules for Shops");
    let [first, second, third] = ENTRIES;
    for (days, entries) in [(5, [first, second, third]), (3, [first, third, second])] {
        past.shows("shops", &document(&format!("<p>{lead}</p>{}", list(entries)))).days(days);
    }
    past
}

fn listed(entries: [&str; 3]) -> String {
    format!("<ol>{}</ol>", entries.map(|entry| format!("<li>{entry}</li>")).concat())
}

#[test]
fn entries_that_change_places_are_told_where_the_text_means_one_of_them() {
    for lead in ["Rule 2 does not bind clubs.", "Part III binds shops alone."] {
        then(lead, listed).assert_told("shops", "Keep the list of buyers");
    }
}

#[test]
fn entries_that_change_places_are_told_to_nobody_where_it_means_another_or_none() {
    for lead in [
        "Rule 1 does not bind clubs.",
        "Rule 18446744073709551615 binds nobody.",
        "Clubs pay for 2 stalls at most.",
        "All of this binds clubs.",
    ] {
        let past = then(lead, listed);
        assert!(past.told("shops").is_empty(), "{lead}\n{}", past.account_of("shops"));
    }
}
