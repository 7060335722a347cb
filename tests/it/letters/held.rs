//! One line at the end of each digest says what was held back, in the reader's words.

use std::collections::BTreeSet;
use std::fs;

use hausrecht::model::{HeldCount, HeldSummary, Language, Letter};
use hausrecht::steps::compose::{self, Desk, News};

use super::samples::*;
use crate::house::program::House;

/// The line on what these rules held back.
fn line(language: Language, documents: usize, rules: &[(&str, usize)]) -> String {
    line_beside(language, documents, rules, 0)
}

/// The same where so many passages from before still stand.
fn line_beside(language: Language, documents: usize, rules: &[(&str, usize)], standing: usize) -> String {
    let zone = berlin();
    let passages = rules.iter().map(|(_, passages)| passages).sum();
    let rules = rules.iter().map(|(rule, passages)| HeldCount { rule: (*rule).into(), passages: *passages }).collect();
    let held = HeldSummary { passages, documents, rules, standing };
    let news = News { looked_at: 4, readable: 4, held_back: Some(&held), ..News::default() };
    let desk = Desk { all_quiet: true, ..desk(&zone) };
    let text = compose::digest(&news, &reader(language), &desk, now()).unwrap().text;
    let start = text
        .rfind("Held back")
        .or_else(|| text.rfind("Zurückgehalten"))
        .or_else(|| text.rfind("Als unerheblich"))
        .or_else(|| text.rfind("Nothing "))
        .or_else(|| text.rfind("Neu zurückgehalten"));
    let line = text[start.unwrap()..].split("hausrecht log").next().unwrap();
    line.split("\n--").next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_digest_says_how_much_was_held_back_and_by_which_rules() {
    let rules = [("buttons", 2), ("shifted_date", 1)];
    assert_eq!(
        line(Language::English, 2, &rules),
        "Held back: 3 passages in 2 documents (2 buttons or menus, 1 date that moved)."
    );
    assert_eq!(
        line(Language::German, 2, &rules),
        "Zurückgehalten: 3 Stellen in 2 Dokumenten (2 Schaltflächen oder Menüs, 1 um einen Tag verschobenes Datum)."
    );
    assert_eq!(
        line(Language::English, 1, &[("judgement", 1)]),
        "Held back: 1 passage in 1 document (1 passage without weight for the rules)."
    );
    assert_eq!(
        line(Language::German, 1, &[("judgement", 1)]),
        "Zurückgehalten: 1 Stelle in 1 Dokument (1 Stelle ohne Gewicht für die Regeln)."
    );
    assert_eq!(
        line_beside(Language::English, 1, &[("judgement", 1)], 3),
        "Held back: 1 passage in 1 document (1 passage without weight for the rules); 3 from before still stand."
    );
    assert_eq!(line_beside(Language::English, 0, &[], 1), "Nothing new was held back; 1 from before still stands.");
    assert_eq!(
        line_beside(Language::German, 0, &[], 2),
        "Neu zurückgehalten wurde nichts; 2 frühere stehen noch so da."
    );
    assert_eq!(line(Language::English, 0, &[]), "Held back as unimportant: nothing.");
    assert_eq!(line(Language::German, 0, &[]), "Als unerheblich zurückgehalten: nichts.");
}

#[test]
fn a_handful_of_rules_is_named_and_a_rule_without_a_name_is_not_hidden() {
    let rules = [
        ("spaces", 1200),
        ("address", 9),
        ("buttons", 8),
        ("date_line", 7),
        ("choices", 6),
        ("judgement", 4),
        ("x", 1),
    ];
    let line = line(Language::English, 12, &rules);
    assert!(line.starts_with("Held back: 1,235 passages in 12 documents (1,200 changes of spacing, 9 "), "{line}");
    assert!(line.ends_with(", 5 other passages)."), "{line}");
    assert!(self::line(Language::German, 1, &[("a_rule_of_tomorrow", 1)]).ends_with("(1 sonstige Stelle)."));
}

/// Where rules' keys stand in the source, and what stands before each.
const KEYS: [(&str, &[&str]); 5] = [
    ("src/steps/noise/rules.rs", &["rule_of(\"", "key: \""]),
    ("src/steps/confirm/seen_twice.rs", &["&str = \""]),
    ("src/round/page/judge.rs", &["&str = \""]),
    ("src/round/page/held.rs", &["=> \""]),
    ("src/model/outcome.rs", &["=> \""]),
];

#[test]
fn every_rule_that_holds_something_back_has_a_name_in_both_languages() {
    for (file, signs) in KEYS {
        let code = fs::read_to_string(file).unwrap();
        let after = signs.iter().flat_map(|sign| code.split(sign).skip(1));
        let keys: BTreeSet<&str> =
            after.filter_map(|rest| rest.split('"').next()).filter(|key| !key.is_empty()).collect();
        assert!(!keys.is_empty(), "{file} names no rule any more: where do their keys stand?");
        for key in keys {
            for (language, neutral) in [(Language::English, "other passage"), (Language::German, "sonstige Stelle")] {
                for count in [1, 2] {
                    let line = line(language, 1, &[(key, count)]);
                    assert!(!line.contains(neutral), "{key} of {file} has no name: {line}");
                }
            }
        }
    }
}

#[test]
fn what_a_round_holds_back_stands_in_one_digest_and_is_counted_in_the_next_for_as_long_as_the_page_shows_it() {
    let house = House::new().watch("contests", &dated("3 May 2026")).watch("ads", MAY).with(
        "recipients:
  - {name: Team, to: [team@example.com], digest: '@daily', tier: none, terminal: true}
  - {name: Leitung, to: [lead@example.com], digest: '@daily', tier: none, language: de, terminal: true}",
    );
    house.round_at("2026-11-01T06:00:00Z");
    // Another rule, so that there is a letter, and a date that moved alone.
    house.show("contests", &dated("9 October 2026")).show("ads", MUST_NOT);
    house.round_at("2026-11-02T06:00:00Z");
    house.show("ads", MAY).round_at("2026-11-03T06:00:00Z");
    house.show("contests", &dated("3 May 2026")).show("ads", ONLY).round_at("2026-11-04T06:00:00Z");
    let lines: Vec<String> = house.letters().iter().map(last_line).collect();
    assert_eq!(
        lines,
        [
            "Held back: 1 passage in 1 document (1 date of the last update). hausrecht log --held",
            "Zurückgehalten: 1 Stelle in 1 Dokument (1 Datum der letzten Aktualisierung). hausrecht log --held",
            "Nothing new was held back; 1 from before still stands. hausrecht log --held",
            "Neu zurückgehalten wurde nichts; 1 frühere steht noch so da. hausrecht log --held",
            "Held back as unimportant: nothing.",
            "Als unerheblich zurückgehalten: nichts.",
        ]
    );
}

/// The line before the foot.
fn last_line(letter: &Letter) -> String {
    let body = letter.text.split("\n-- \n").next().unwrap();
    let from = body.rfind("last 24 hours.").or_else(|| body.rfind("Stunden gelesen.")).unwrap();
    body[from..]
        .split_once(". ")
        .or_else(|| body[from..].split_once(".\n"))
        .unwrap()
        .1
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn dated(day: &str) -> String {
    format!(
        "Winners are told by message within a week.</p><p>Last updated: {day}</p><p>Prizes are sent within a month."
    )
}

const ONLY: &str = "You may advertise books only, and each advertisement costs two coins a week.";
const MAY: &str = "You may advertise whatever you like.";
const MUST_NOT: &str = "You must not advertise tobacco, and you must not advertise alcohol.";
