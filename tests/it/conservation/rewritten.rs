//! A document written anew under another name is told, with what stayed and what is new.

use super::texts::{SELLING, SELLING_DE, SHOPS, SHOPS_DE, english, german};
use crate::house::history::History;
use crate::pages::{BUILDS, TERMS, TERMS_ANEW, TERMS_ANEW_DE, TERMS_DE, document};

/// The text stands for ten days, then the other one for so many.
fn rewritten(old: &str, new: &str, document: &str, days: i64) -> History {
    let past = History::new().watch("page", document);
    past.shows("page", old).days(10).shows("page", new).days(days);
    past
}

/// What the letters on the page say in all.
fn letters(past: &History) -> String {
    past.letters_on("page").join("\n")
}

#[test]
fn terms_that_are_written_anew_and_stand_for_weeks_are_told() {
    for build in BUILDS {
        for (lang, old, new, name) in [
            ("en", TERMS, TERMS_ANEW, "Eligibility and registration"),
            ("en", TERMS_ANEW, TERMS, "Who may use the service"),
            ("de", TERMS_DE, TERMS_ANEW_DE, "Verhaltensregeln"),
            ("de", TERMS_ANEW_DE, TERMS_DE, "Was du nicht tun darfst"),
        ] {
            let past = rewritten(&document(build, lang, old), &document(build, lang, new), "Terms of Service", 30);
            assert!(letters(&past).contains(name), "{build:?} {lang} {name}\n{}", past.account_of("page"));
            assert!(!past.is_blind("page"), "{build:?} {lang}: what was told is what stands there");
        }
    }
}

#[test]
fn a_rewriting_is_told_within_the_patience_of_the_watch() {
    let past = History::new().watch_with("page", "platform: Plaudernetz, document: Rules for Shops, patience: 120h");
    past.shows("page", &english(SHOPS)).days(10).shows("page", &english(SELLING)).days(6);
    past.assert_told("page", "Opening a stall");
}

#[test]
fn a_rewriting_says_by_heading_what_stayed_and_what_is_new() {
    for (old, new, stayed, fresh) in [
        (
            english(SHOPS),
            english(SELLING),
            "When rules are broken",
            ["Opening a stall", "Goods that we refuse", "Charges", "Going back on a purchase", "Quarrels"],
        ),
        (
            german(SHOPS_DE),
            german(SELLING_DE),
            "Wenn Regeln gebrochen werden",
            ["Einen Stand anmelden", "Abgelehnte Angebote", "Gebühren", "Rücktritt vom Kauf", "Streitfälle"],
        ),
    ] {
        let past = rewritten(&old, &new, "Rules for Shops", 20);
        let text = letters(&past);
        for heading in fresh {
            assert!(text.contains(heading), "not named as new: {heading}\n{}", past.account_of("page"));
        }
        assert!(text.contains(stayed), "not named as what stayed: {stayed}\n{}", past.account_of("page"));
    }
}

#[test]
fn a_rewriting_is_told_once_and_what_changes_in_it_later_by_itself() {
    let past = rewritten(&english(SHOPS), &english(SELLING), "Rules for Shops", 30);
    assert_eq!(past.letters_on("page").len(), 1, "{}", past.account_of("page"));
    past.shows("page", &english(&SELLING.replace("for sixty days", "for five days"))).days(5);
    let told = past.told_with("page", "for five days");
    assert_eq!(told.len(), 1, "{}", past.account_of("page"));
    assert!(told[0]["words_added"].as_u64().unwrap() < 20, "{}", told[0]);
}
