//! A date is never a reason to hide words: new rules are told whatever day stands above them.

use super::texts::{NO_DISCOUNT, NO_DISCOUNT_DE, SHOPS, SHOPS_DE, shops_de_with, shops_with};
use crate::house::history::History;
use crate::pages::{Build, document};

/// The text with a line under its name.
fn dated(text: &str, line: &str) -> String {
    let (name, rest) = text.split_once('\n').unwrap();
    format!("{name}\n{line}\n{rest}")
}

/// The rules stand for ten days under one line and then, with a new rule, under the other; the new rule is told.
fn is_told(lang: &str, before: &str, after: &str) {
    let (old, new, rule) = if lang == "de" {
        (SHOPS_DE, shops_de_with(NO_DISCOUNT_DE), "keinen Rabatt versprechen")
    } else {
        (SHOPS, shops_with(NO_DISCOUNT), "promise a discount")
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &document(Build::Semantic, lang, &dated(old, before))).days(10);
    past.shows("shops", &document(Build::Semantic, lang, &dated(&new, after))).days(20);
    past.assert_told("shops", rule);
}

#[test]
fn a_rule_under_a_date_with_the_wrong_year_is_told() {
    is_told("en", "Last updated: 9 February 2026", "Last updated: 12 March 2025");
    is_told("en", "In force from 1 January 2026", "In force from 1 May 2016");
    is_told("de", "Stand: 9. Februar 2026", "Stand: 12. März 2025");
}

#[test]
fn a_rule_under_a_date_that_was_put_right_by_a_day_is_told() {
    is_told("en", "Last revised on 15 February 2026", "Last revised on 14 February 2026");
    is_told("de", "Zuletzt geändert am 15.02.2026", "Zuletzt geändert am 14.02.2026");
}

#[test]
fn a_rule_under_an_american_date_that_seems_earlier_is_told() {
    is_told("en-US", "Last updated: 02/11/2026", "Last updated: 03/09/2026");
    is_told("en", "Effective 1/7/2026", "Effective 3/2/2026");
}

#[test]
fn a_rule_that_leaves_under_an_earlier_date_is_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    let page = |text: &str, line: &str| document(Build::Soup, "en", &dated(text, line));
    past.shows("shops", &page(&shops_with(NO_DISCOUNT), "Last updated: 9 February 2026")).days(10);
    past.shows("shops", &page(SHOPS, "Last updated: 8 February 2026")).days(20);
    past.assert_told("shops", "promise a discount");
}
