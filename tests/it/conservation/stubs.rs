//! A page of another sort in the document's place is never what the document is compared with.

use super::texts::{
    NO_DISCOUNT, SHOPS, about_us, english, out_of_order, renamed, shops_with, under_review, with_clause,
};
use crate::house::history::{History, hunks};
use crate::house::server::Answer;
use crate::pages::{TERMS, walls};

/// The document, for so many days what stands in its place, and the document again.
fn after(between: &str, days: i64, new: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", between).days(days);
    past.shows("shops", &english(new)).days(20);
    past
}

/// The new rule is told as what differs from the last good text: little, and nothing of what stood in between.
fn only_the_rule_is_told(past: &History, between: &str) {
    past.assert_told("shops", "promise a discount");
    for change in past.told_with("shops", "promise a discount") {
        let words = change["words_added"].as_u64().unwrap() + change["words_removed"].as_u64().unwrap();
        assert!(words < 40, "the whole page is told\n{}", past.account_of("shops"));
        let is_of_the_stub = |line: &str| between.contains(line) && !SHOPS.contains(line);
        for hunk in hunks(&change) {
            let before = hunk["before"].as_str().unwrap_or_default();
            assert!(!before.lines().any(is_of_the_stub), "{hunk}");
        }
    }
    assert!(!past.is_blind("shops"), "{}", past.account_of("shops"));
}

#[test]
fn after_a_week_of_who_we_are_the_newer_rules_are_told_against_the_last_good_text() {
    let new = renamed(&shops_with(NO_DISCOUNT), "Shop rules of Plaudernetz");
    only_the_rule_is_told(&after(&about_us(), 7, &new), &about_us());
}

#[test]
fn after_seven_weeks_of_a_short_note_the_newer_rules_are_told_against_the_last_good_text() {
    only_the_rule_is_told(&after(&under_review(), 50, &shops_with(NO_DISCOUNT)), &under_review());
    let new = renamed(&shops_with(NO_DISCOUNT), "Our shop rules");
    only_the_rule_is_told(&after(&under_review(), 50, &new), &under_review());
}

#[test]
fn after_four_days_of_a_short_note_the_newer_rules_are_told_against_the_last_good_text() {
    only_the_rule_is_told(&after(&under_review(), 4, &shops_with(NO_DISCOUNT)), &under_review());
}

#[test]
fn after_seven_weeks_of_an_error_the_newer_rules_are_told_against_the_last_good_text() {
    let new = renamed(&shops_with(NO_DISCOUNT), "Rules for sellers");
    only_the_rule_is_told(&after(&out_of_order(), 50, &new), &out_of_order());
}

#[test]
fn after_seven_weeks_of_a_login_or_of_501_the_newer_rules_are_told_against_the_last_good_text() {
    let login = &walls::logins()[0].html;
    only_the_rule_is_told(&after(login, 50, &shops_with(NO_DISCOUNT)), login);
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).answers("shops", Answer::status(501)).days(50);
    past.shows("shops", &english(&renamed(&shops_with(NO_DISCOUNT), "Rules for sellers"))).days(20);
    only_the_rule_is_told(&past, "");
}

#[test]
fn what_stands_in_the_place_of_a_document_is_a_blind_spot_or_said_to_stand_there() {
    for between in [about_us(), under_review(), out_of_order()] {
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &english(SHOPS)).days(10).shows("shops", &between).days(7);
        assert!(!past.letters().is_empty(), "{}", past.account_of("shops"));
    }
}

#[test]
fn a_longer_document_comes_back_from_a_note_with_all_that_changed() {
    let note = under_review().replace("Rules for Shops", "Terms of Service");
    let new = with_clause(&TERMS.replace("thirty days to object", "six days to object"), "Fees", NO_DISCOUNT);
    let past = History::new().watch("terms", "Terms of Service");
    past.shows("terms", &english(TERMS)).days(10).shows("terms", &note).days(50);
    past.shows("terms", &english(&renamed(&new, "The terms of Plaudernetz"))).days(20);
    past.assert_told("terms", "six days to object");
    past.assert_told("terms", "promise a discount");
    past.assert_untold("terms", "You keep your password secret");
}
