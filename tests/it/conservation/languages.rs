//! Each edition of a page has a past of its own: a language or an A/B text that stands in between makes nobody blind.

use super::texts::{
    NO_DISCOUNT, NO_LOTTERY, NO_LOTTERY_DE, SHOPS, SHOPS_DE, english, german, renamed, shops_de_with, shops_with,
    with_clause,
};
use crate::house::history::{History, hunks, in_one_line};

fn watched() -> History {
    History::new().watch("shops", "Rules for Shops")
}

/// No told passage holds these words: the change is told, not the page.
fn without(past: &History, words: &str) {
    assert_eq!(past.told_with("shops", words).len(), 0, "{words}\n{}", past.account_of("shops"));
}

#[test]
fn another_language_that_stands_for_weeks_is_said_to_stand_there_and_then_no_more() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &german(SHOPS_DE)).days(10);
    let names_it = |text: &str| ["German", "in another language"].iter().any(|name| text.contains(name));
    let said = |past: &History| past.letters().iter().filter(|letter| names_it(&in_one_line(&letter.text))).count();
    let soon = said(&past);
    assert!((1..=2).contains(&soon), "a blind spot, and what stands there\n{}", past.account_of("shops"));
    past.days(30);
    assert_eq!(said(&past), soon, "{}", past.account_of("shops"));
    assert!(!past.is_blind("shops"), "what was said to stand there is followed\n{}", past.account_of("shops"));
}

#[test]
fn a_rule_that_comes_into_the_other_language_while_it_stands_there_is_told() {
    for (first, then, changed, rule) in [
        (english(SHOPS), german(SHOPS_DE), german(&shops_de_with(NO_LOTTERY_DE)), "keine Verlosung abhalten"),
        (german(SHOPS_DE), english(SHOPS), english(&shops_with(NO_LOTTERY)), "hold lotteries"),
    ] {
        let past = watched();
        past.shows("shops", &first).days(10).shows("shops", &then).days(20);
        past.shows("shops", &changed).days(20);
        past.assert_told("shops", rule);
        let told = past.told_with("shops", rule);
        assert!(told.iter().all(|change| hunks(change).len() < 4), "the whole page\n{}", past.account_of("shops"));
    }
}

#[test]
fn four_revisions_of_the_other_language_are_four_letters() {
    let edits = [
        ("binnen fünf Werktagen", "binnen zwei Werktagen"),
        ("binnen drei Wochen zurück", "binnen einer Woche zurück"),
        ("einen Monat lang geschlossen", "ein Jahr lang geschlossen"),
        ("binnen zehn Tagen nichts besser", "binnen eines Tages nichts besser"),
    ];
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &german(SHOPS_DE)).days(20);
    let mut text = SHOPS_DE.to_owned();
    for (before, after) in edits {
        assert!(text.contains(before), "{before}");
        text = text.replace(before, after);
        past.shows("shops", &german(&text)).days(10);
    }
    for (_, after) in edits {
        past.assert_told("shops", after);
    }
}

#[test]
fn what_changed_meanwhile_is_told_on_return_against_the_last_text_in_the_readers_language() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &german(SHOPS_DE)).days(30);
    past.shows("shops", &english(&shops_with(NO_LOTTERY))).days(20);
    past.assert_told("shops", "hold lotteries");
    let told = past.told_with("shops", "hold lotteries");
    assert_eq!(told.len(), 1, "{}", past.account_of("shops"));
    assert!(told[0]["words_added"].as_u64().unwrap() < 30, "{}", past.account_of("shops"));
    without(&past, "Flohmarkt");
    without(&past, "A buyer who does not like");
}

#[test]
fn a_rule_that_is_in_both_languages_is_told_in_each() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &german(SHOPS_DE)).days(15);
    past.shows("shops", &german(&shops_de_with(NO_LOTTERY_DE))).days(15);
    past.shows("shops", &english(&shops_with(NO_LOTTERY))).days(15);
    past.assert_told("shops", "keine Verlosung abhalten");
    past.assert_told("shops", "hold lotteries");
}

#[test]
fn a_page_that_flips_each_week_between_languages_tells_the_rule_and_nothing_else() {
    let past = watched();
    for week in 0..8 {
        past.shows("shops", &if week % 2 == 0 { english(SHOPS) } else { german(SHOPS_DE) }).days(7);
    }
    past.shows("shops", &english(&shops_with(NO_DISCOUNT))).days(7).shows("shops", &german(SHOPS_DE)).days(7);
    past.shows("shops", &english(&shops_with(NO_DISCOUNT))).days(7);
    past.assert_told("shops", "promise a discount");
    assert_eq!(past.told_with("shops", "promise a discount").len(), 1, "{}", past.account_of("shops"));
    without(&past, "A shop may be opened by associations");
}

/// Another edition of the rules for shops in English, as some readers see it.
fn edition_b() -> String {
    let b = renamed(SHOPS, "Shop rules at a glance")
        .replace("whether once a year at a jumble sale or every day in a shop of their own", "large or small")
        .replace("with pictures that the seller has taken", "with a picture each");
    with_clause(&b, "Prices", "A parcel without a number to follow it counts as not sent until it has arrived.")
}

#[test]
fn a_rule_that_comes_into_both_editions_of_one_language_is_told_once() {
    for spell in [1, 10] {
        let past = watched();
        past.shows("shops", &english(SHOPS)).days(10);
        for _ in 0..4 {
            past.shows("shops", &english(&edition_b())).days(spell).shows("shops", &english(SHOPS)).days(spell);
        }
        let [a, b] = [SHOPS, &edition_b()].map(|text| english(&with_clause(text, "Returns", NO_DISCOUNT)));
        for _ in 0..4 {
            past.shows("shops", &b).days(spell).shows("shops", &a).days(spell);
        }
        past.shows("shops", &a).days(5);
        past.assert_told("shops", "promise a discount");
        let told = past.told_with("shops", "promise a discount").len();
        assert_eq!(told, 1, "{spell} days each\n{}", past.account_of("shops"));
    }
}

#[test]
fn two_editions_that_take_turns_are_no_news_after_the_first_turns() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10);
    let turns = |count: usize| {
        for _ in 0..count {
            past.shows("shops", &english(&edition_b())).days(3).shows("shops", &english(SHOPS)).days(3);
        }
    };
    turns(3);
    let letters = past.letters().len();
    turns(6);
    assert_eq!(past.letters().len(), letters, "{}", past.account_of("shops"));
    // What only the other edition says was told, or is held back.
    let is_somewhere = past.log("shops").iter().chain(&past.held("shops")).any(|change| {
        hunks(change).iter().any(|hunk| hunk["after"].as_str().is_some_and(|after| after.contains("number to follow")))
    });
    assert!(is_somewhere, "{}", past.account_of("shops"));
}
