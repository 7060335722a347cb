//! Two texts of one document that differ in a few words and stand by turns: a change in one of them only is told.

use super::texts::{NO_DISCOUNT, SHOPS, english, with_clause};
use crate::house::history::History;

/// The rules as other visitors get them.
fn other() -> String {
    SHOPS.replace(
        "sends it back within three weeks and pays for the parcel",
        "sends it back within three weeks and pays its postage",
    )
}

/// So many times two days: on one the first look sees one text, on the other the other, and a second look of the same round
/// what the first of it did not see.
fn by_turns(past: &History, first: &str, second: &str, times: i64) {
    for _ in 0..times {
        past.shows("shops", &english(second)).shows_once("shops", &english(first)).days(1);
        past.shows("shops", &english(first)).shows_once("shops", &english(second)).days(1);
    }
}

#[test]
fn a_rule_that_comes_into_one_of_two_texts_only_is_told_whichever_was_known_first() {
    for in_the_first in [true, false] {
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &english(SHOPS)).days(2);
        by_turns(&past, &other(), SHOPS, 8);
        assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
        let new = |text: &str| with_clause(text, "Praise", NO_DISCOUNT);
        let (one, two) = if in_the_first { (new(&other()), SHOPS.to_owned()) } else { (other(), new(SHOPS)) };
        by_turns(&past, &one, &two, 12);
        past.assert_told("shops", "promise a discount");
        assert_eq!(past.told_with("shops", "promise a discount").len(), 1, "{}", past.account_of("shops"));
    }
}

#[test]
fn a_rule_beside_the_words_in_which_two_texts_differ_is_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(2);
    by_turns(&past, &other(), SHOPS, 8);
    by_turns(&past, &with_clause(&other(), "Returns", NO_DISCOUNT), SHOPS, 12);
    past.assert_told("shops", "promise a discount");
}

#[test]
fn another_number_in_the_words_in_which_two_texts_differ_is_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(2);
    by_turns(&past, &other(), SHOPS, 8);
    by_turns(&past, &other().replace("within three weeks", "within nine weeks"), SHOPS, 12);
    past.assert_told("shops", "nine weeks");
}

#[test]
fn passages_that_flicker_each_by_itself_are_not_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(2);
    for day in 0..60 {
        // Three passages come and go, none of them in step with another.
        let offers = [("Prices", day % 2 == 0), ("Returns", day % 3 == 0), ("Praise", day % 5 < 2)];
        let text = offers.iter().filter(|(_, stands)| *stands).fold(SHOPS.to_owned(), |text, (heading, _)| {
            with_clause(&text, heading, &format!("Sellers can win the golden parcel of {heading} in spring."))
        });
        past.shows("shops", &english(SHOPS)).shows_once("shops", &english(&text)).days(1);
    }
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
}

#[test]
fn a_passage_that_only_one_of_two_texts_has_is_told_when_it_says_something_else() {
    let kept = |days: &str| with_clause(SHOPS, "Returns", &format!("Sellers must keep each label for {days} days."));
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(2);
    by_turns(&past, &kept("14"), SHOPS, 8);
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    by_turns(&past, &kept("30"), SHOPS, 12);
    past.assert_told("shops", "for 30 days");
}

#[test]
fn offers_that_take_turns_at_one_place_are_not_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(2);
    for offer in ["Spring brings 20 golden parcels.", "Summer brings 30 golden boxes.", "Autumn brings 40 silver bags."]
    {
        by_turns(&past, &with_clause(SHOPS, "Returns", offer), SHOPS, 6);
    }
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
}
