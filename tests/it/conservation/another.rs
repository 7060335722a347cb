//! Another document in a document's place is a blind spot, then told as what stands there, and never a quiet exchange.

use super::texts::{NO_DISCOUNT, SHOPS, english, shops_with};
use crate::house::history::{History, hunks, in_one_line};
use crate::pages::{COOKIES, DEVELOPERS};

fn all_letters(past: &History) -> String {
    past.letters().iter().map(|letter| in_one_line(&letter.text)).collect::<Vec<_>>().join("\n")
}

/// The rules for shops, and from the eleventh day another document.
fn exchanged(other: &str, days: i64) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &english(other)).days(days);
    past
}

#[test]
fn another_document_is_first_a_blind_spot() {
    for other in [DEVELOPERS, COOKIES] {
        let past = exchanged(other, 3);
        assert!(past.is_blind("shops"), "{}", past.account_of("shops"));
        assert_eq!(past.letters().len(), 1, "{}", past.account_of("shops"));
    }
}

#[test]
fn another_document_that_stays_is_told_by_its_name_as_what_stands_there() {
    for other in [DEVELOPERS, COOKIES] {
        let past = exchanged(other, 90);
        let name = other.lines().next().unwrap().trim_start_matches("# ");
        let told = past.letters_on("shops").join("\n");
        assert!(told.contains(name), "no letter on a change names {name}\n{}", past.account_of("shops"));
        assert!(told.to_lowercase().contains("another document"), "{told}");
        assert!(!past.is_blind("shops"), "what is told is followed\n{}", past.account_of("shops"));
        let letters = past.letters().len();
        past.days(20);
        assert_eq!(past.letters().len(), letters, "and told once\n{}", past.account_of("shops"));
    }
}

#[test]
fn what_changes_in_another_document_that_stays_is_told() {
    let past = exchanged(DEVELOPERS, 90);
    let sentence = "Robots that answer buyers must say in their first message that they are robots.";
    past.shows("shops", &english(&format!("{}\n## Robots\n{sentence}", DEVELOPERS.trim_end()))).days(5);
    past.assert_told("shops", "in their first message that they are robots");
    let told = past.told_with("shops", "in their first message that they are robots");
    assert!(told.iter().all(|change| hunks(change).len() < 4), "{}", past.account_of("shops"));
}

#[test]
fn the_document_that_comes_back_after_another_is_compared_with_its_own_last_text() {
    for days in [5, 40, 90] {
        let past = exchanged(COOKIES, days);
        past.shows("shops", &english(&shops_with(NO_DISCOUNT))).days(90);
        let told = past.told_with("shops", "promise a discount");
        assert!(!told.is_empty(), "after {days} days\n{}", past.account_of("shops"));
        past.assert_told("shops", "promise a discount");
    }
}

#[test]
fn another_document_never_takes_the_place_of_the_first_without_a_letter() {
    for other in [DEVELOPERS, COOKIES] {
        let past = exchanged(other, 60);
        let outcome = past.status("shops");
        let is_quiet = outcome["outcome"]["outcome"] != "unreadable" && past.told("shops").is_empty();
        assert!(!is_quiet, "{}", past.account_of("shops"));
        assert!(!all_letters(&past).is_empty(), "{}", past.account_of("shops"));
    }
}
