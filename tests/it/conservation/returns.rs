//! What comes back, what stands beside, and what versions that are stored say of themselves.

use serde_json::Value;

use super::texts::{
    NO_DISCOUNT, NO_LOTTERY_DE, SELLING, SHOPS, SHOPS_DE, english, german, out_of_order, shops_de_with, shops_with,
};
use crate::confirm::Watched;
use crate::house::history::{History, date_of, hunks, morning_of, says};
use crate::pages::{Build, TERMS, document};

#[test]
fn a_text_that_returns_with_one_change_is_told_against_what_readers_were_told_last() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &english(SELLING)).days(20);
    assert_eq!(past.told("shops").len(), 1, "written anew: {}", past.account_of("shops"));
    past.shows("shops", &out_of_order()).days(3).shows("shops", &english(&shops_with(NO_DISCOUNT))).days(10);
    past.assert_told("shops", "promise a discount");
    let back = past.told_with("shops", "promise a discount");
    let has = |words: &str| back.iter().any(|change| hunks(change).iter().any(|hunk| says(&hunk["after"], words)));
    assert!(has("Weapons, medicine"), "what is as it was before: {}", past.account_of("shops"));
}

#[test]
fn a_known_text_that_stands_again_leaves_rows() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &english(SELLING)).days(8);
    past.shows("shops", &english(SHOPS)).days(6);
    let told = past.told("shops").len();
    past.shows("shops", &english(SELLING)).days(4);
    assert_eq!(past.told("shops").len(), told, "{}", past.account_of("shops"));
    let sentence = SELLING.lines().nth(1).unwrap();
    let is_held = past.held("shops").iter().any(|row| hunks(row).iter().any(|hunk| says(&hunk["after"], sentence)));
    assert!(is_held, "no row has “{sentence}”\n{}", past.account_of("shops"));
}

const EUROPE: &str = "Plaudernetz Ireland Limited in Dublin is your party to the contract. Under the GDPR you may complain to the authority of \
    Ireland, and people in the EEA may turn to the courts of any member state of the EU.";
const AMERICA: &str = "Plaudernetz, Inc. of Delaware is your party to the contract. Residents of California have rights under the CCPA, and the \
    courts of San Francisco, California decide without a jury.";

#[test]
fn what_was_told_while_another_region_stood_beside_is_not_told_again_when_it_takes_the_place() {
    let text = |party: &str| TERMS.replace("\n## Who may use", &format!("\n## Your party\n{party}\n## Who may use"));
    let page = |text: &str| document(Build::Semantic, "en", text);
    let with_fee =
        |text: &str| text.replace("The basic service is free.", "The basic service costs two coins a month.");
    let mut watched = Watched::new();
    watched.look(&page(&text(EUROPE)));
    let mut told = Vec::new();
    for _ in 0..15 {
        told.push(watched.look(&page(&text(AMERICA))));
    }
    for _ in 0..60 {
        told.push(watched.look(&page(&with_fee(&text(AMERICA)))));
    }
    let tells =
        |words: &str| told.iter().filter(|outcome| outcome.starts_with("told: ") && outcome.contains(words)).count();
    assert_eq!((tells("Delaware"), tells("two coins")), (1, 1), "{told:?}");
}

#[test]
fn a_change_in_an_edition_carries_the_language_of_the_edition() {
    let past = History::new().watch_with("shops", "platform: Plaudernetz, document: Rules for Shops, language: en");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &german(SHOPS_DE)).days(20);
    past.shows("shops", &german(&shops_de_with(NO_LOTTERY_DE))).days(5);
    let told = past.told_with("shops", "keine Verlosung abhalten");
    assert!(!told.is_empty(), "{}", past.account_of("shops"));
    assert!(told.iter().all(|change| change["language"] == "de"), "{told:?}");
}

fn diff(past: &History, old: i64, new: i64) -> Value {
    let [old, new] = [old, new].map(|day| format!("shops@{}", date_of(day)));
    let ran = past.house.run(&["diff", "--json", &old, &new]);
    assert_eq!(ran.code, 1, "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn a_diff_of_stored_versions_says_when_the_old_one_was_last_seen() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &english(&shops_with(NO_DISCOUNT))).days(3);
    assert_eq!(diff(&past, 2, 12)["from"]["last_seen"], morning_of(10).to_string());
}

#[test]
fn a_diff_of_stored_versions_judges_half_a_page_that_stands_as_the_round_did() {
    let past = History::new().watch("shops", "Rules for Shops");
    let half = &SHOPS[..SHOPS.find("## Returns").unwrap()];
    past.shows("shops", &english(SHOPS)).days(5).shows("shops", &english(half)).days(20);
    let told = past.told_with("shops", "Food, cut flowers");
    assert_eq!(told.len(), 1, "{}", past.account_of("shops"));
    let change = diff(&past, 3, 24);
    assert_eq!(change["tier"], told[0]["tier"], "{change}");
    assert!(hunks(&change).iter().all(|hunk| hunk["held_by"].is_null()), "{change}");
}

#[test]
fn a_clause_that_flickered_first_is_told_although_the_page_never_changes_again() {
    let (base, with) = (english(SHOPS), english(&shops_with(NO_DISCOUNT)));
    let later = |text: &str| text.replace("within five working days", "within nine working days");
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &base).days(1).shows_once("shops", &with).days(1);
    past.shows("shops", &with).days(1).shows("shops", &later(&with)).days(8);
    past.assert_told("shops", "nine working days");
    past.assert_told("shops", "promise a discount");
}

#[test]
fn a_rule_that_flickered_and_is_gone_is_told_although_the_page_never_changes_again() {
    let (base, without) = (english(&shops_with(NO_DISCOUNT)), english(SHOPS));
    let later = |text: &str| text.replace("within five working days", "within nine working days");
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &base).days(1).shows("shops", &without).shows_once("shops", &without).days(1);
    past.shows("shops", &base).days(1).shows("shops", &without).days(1);
    past.shows("shops", &later(&without)).days(12);
    past.assert_told("shops", "nine working days");
    past.assert_told("shops", "promise a discount");
}

#[test]
fn what_was_announced_and_is_taken_back_is_told_to_whoever_heard_of_it_and_nobody_is_reminded() {
    for rule in [
        "From 1 April 2026 shops must also carry a bell at the door.",
        "From 1 April 2026 these terms also apply to clubs and their members.",
    ] {
        let past = History::told_to("{name: Lead, to: [lead@example.com], immediately: true, language: en}")
            .watch("shops", "Rules for Shops");
        past.shows("shops", &english(SHOPS)).days(3).shows("shops", &english(&shops_with(rule))).days(3);
        assert_eq!(past.letters().len(), 1, "{}", past.account_of("shops"));
        past.shows("shops", &english(SHOPS)).days(30);
        let letters = past.letters();
        assert_eq!(
            letters.len(),
            2,
            "announced and taken back, and no reminder: {:#?}",
            letters.iter().map(|letter| &letter.subject).collect::<Vec<_>>()
        );
        assert!(letters[1].text.contains("From 1 April 2026"), "{}", letters[1].text);
    }
}

/// A line of the day and what stands beside it, day for day, and then with a rule; whoever reads the digest hears of the rule.
#[track_caller]
fn is_told_beside(line: fn(i64) -> String, before: &str, after: &str, words: &str) {
    let past = History::new().watch("shops", "Rules for Shops");
    let text = |day: i64, rule: &str| {
        let (first, rest) = SHOPS.split_at(SHOPS.find("## Returns").unwrap());
        english(&format!("{first}{}\n{rest}", line(day).replace('@', rule)))
    };
    for day in 0..9 {
        past.shows("shops", &text(day, before)).days(1);
    }
    let counted = past.told("shops").len();
    assert!(counted <= 3, "a counter is told {counted} times: {}", past.account_of("shops"));
    for day in 9..18 {
        past.shows("shops", &text(day, after)).days(1);
    }
    past.assert_told("shops", words);
    assert!(past.told("shops").len() <= counted + 2, "{}", past.account_of("shops"));
}

#[test]
fn a_rule_that_comes_beside_a_line_of_the_day_is_told_and_the_line_is_not() {
    let rule = "Contests must not be run for minors.";
    is_told_beside(|day| format!("Updated {} days ago\n@", day + 2), "", rule, "be run for minors");
    is_told_beside(|day| format!("{} people read this rule.\n@", 1000 + 51 * day), "", rule, "be run for minors");
    is_told_beside(|day| format!("@\n{} people read this rule.", 1000 + 51 * day), "", rule, "be run for minors");
}

#[test]
fn a_rule_that_changes_in_a_paragraph_with_a_counter_is_told_and_the_counter_is_not() {
    let line = |day: i64| format!("{} people read this. Appeals close after @ days.", 1000 + 51 * day);
    is_told_beside(line, "30", "10", "10 days");
    let line = |day: i64| format!("{} people read this. Contests @ be run for minors.", 1000 + 51 * day);
    is_told_beside(line, "may", "may not", "may not be run");
}
