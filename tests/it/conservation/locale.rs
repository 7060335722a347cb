//! What a page declares of its country is no evidence: the same words are the same document, and new words are told.

use super::texts::{NO_DISCOUNT, NO_DISCOUNT_DE, SHOPS, SHOPS_DE, shops_de_with, shops_with};
use crate::house::history::History;
use crate::pages::{BUILDS, Build, document};

const PAIRS: [(&str, &str, &str); 4] =
    [("en-US", "en-GB", SHOPS), ("en-IE", "en-AU", SHOPS), ("en", "en-CA", SHOPS), ("de-DE", "de-AT", SHOPS_DE)];

#[test]
fn the_same_words_declared_for_another_country_are_unchanged() {
    for build in BUILDS {
        for (before, after, text) in PAIRS {
            let past = History::new().watch("shops", "Rules for Shops");
            past.shows("shops", &document(build, before, text)).days(5);
            past.shows("shops", &document(build, after, text)).days(12);
            let account = past.account_of("shops");
            assert!(past.letters().is_empty(), "{before} {after}\n{account}");
            assert!(past.log("shops").is_empty(), "{before} {after}\n{account}");
            assert_eq!(past.status("shops")["outcome"]["outcome"], "unchanged", "{before} {after}\n{account}");
        }
    }
}

#[test]
fn a_rule_that_changes_on_the_day_of_another_declaration_is_told_within_two_days() {
    for (before, after, text) in PAIRS {
        let is_german = text == SHOPS_DE;
        let new = if is_german { shops_de_with(NO_DISCOUNT_DE) } else { shops_with(NO_DISCOUNT) };
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &document(Build::Semantic, before, text)).days(5);
        past.shows("shops", &document(Build::Semantic, after, &new)).days(3);
        past.assert_told("shops", if is_german { "keinen Rabatt versprechen" } else { "promise a discount" });
    }
}

#[test]
fn a_rule_that_changes_some_weeks_after_another_declaration_is_told_at_once() {
    for (before, after, text) in PAIRS {
        let is_german = text == SHOPS_DE;
        let new = if is_german { shops_de_with(NO_DISCOUNT_DE) } else { shops_with(NO_DISCOUNT) };
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &document(Build::Soup, before, text)).days(5);
        past.shows("shops", &document(Build::Soup, after, text)).days(20);
        past.shows("shops", &document(Build::Soup, after, &new)).days(2);
        past.assert_told("shops", if is_german { "keinen Rabatt versprechen" } else { "promise a discount" });
    }
}

#[test]
fn a_declaration_that_goes_to_and_fro_hides_no_rule() {
    let past = History::new().watch("shops", "Rules for Shops");
    let show = |lang: &str, text: &str| {
        past.shows("shops", &document(Build::Semantic, lang, text)).days(2);
    };
    for _ in 0..5 {
        show("en-US", SHOPS);
        show("en-GB", SHOPS);
    }
    for _ in 0..3 {
        show("en-US", &shops_with(NO_DISCOUNT));
        show("en-GB", &shops_with(NO_DISCOUNT));
    }
    assert_eq!(past.told_with("shops", "promise a discount").len(), 1, "{}", past.account_of("shops"));
    assert_eq!(past.letters().len(), 1, "{}", past.account_of("shops"));
}
