//! Each passage has its own date and its own weight.

use hausrecht::model::{Comparison, Language, Tier};
use hausrecht::steps::judge;
use jiff::civil::date;

use super::rarer::passage_by_passage;
use super::samples::*;
use super::{alert_on, unfolded};
use crate::house::program::House;

#[test]
fn a_change_lies_between_the_last_look_at_the_old_words_and_the_first_at_the_new() {
    let mut change = passage_by_passage();
    let line = |change: &_, language| {
        let text = unfolded(&alert_on(change, language));
        let start = text.find("First seen: ").or_else(|| text.find("Zuerst bemerkt: ")).unwrap();
        let end = text.find("All of it").or_else(|| text.find("Vollständig")).unwrap();
        text[start..end].trim().to_owned()
    };
    assert_eq!(
        line(&change, Language::English),
        "First seen: between 17 November, 07:00, and 18 November 2026, 07:00; confirmed 20 November 2026, 07:00"
    );
    assert_eq!(
        line(&change, Language::German),
        "Zuerst bemerkt: zwischen dem 17. November, 7:00 Uhr, und dem 18. November 2026, 7:00 Uhr; bestätigt am 20. November 2026, 7:00 Uhr"
    );
    change.from.last_seen = None;
    change.confirmed_at = Some(at("2026-11-18T06:30:00Z"));
    assert_eq!(
        line(&change, Language::English),
        "First seen: between 1 February, 07:00, and 18 November 2026, 07:00; confirmed 07:30"
    );
    assert!(line(&change, Language::German).ends_with("; bestätigt um 7:30 Uhr"));
    change.from.seen_at = change.detected_at;
    assert_eq!(line(&change, Language::English), "First seen: 18 November 2026, 07:00; confirmed 07:30");
}

#[test]
fn passages_that_came_on_different_days_are_dated_one_by_one() {
    let mut change = passage_by_passage();
    let english = alert_on(&change, Language::English);
    assert_eq!(english.text.matches("  first seen 18 November 2026, 07:00").count(), 2, "{}", english.text);
    assert_eq!(english.text.matches("  first seen 20 November 2026, 07:00").count(), 1, "{}", english.text);
    assert_eq!(english.html.matches("first seen ").count(), 3);
    assert!(
        alert_on(&change, Language::German).text.contains("  zuerst bemerkt am 20.\u{a0}November 2026, 7:00\u{a0}Uhr")
    );
    change.hunks[4].first_seen = Some(at("2026-11-19T05:00:00Z"));
    assert!(!alert_on(&change, Language::English).text.contains("  first seen"), "less than a day");
}

#[test]
fn passages_that_nobody_needs_are_counted_where_others_are_told() {
    let mut change = passage_by_passage();
    let text = |change: &_, language| alert_on(change, language).text;
    let english = text(&change, Language::English);
    assert!(
        !english.contains("Our office") && english.contains("\n2 minor clauses (in the attached comparison)\n"),
        "{english}"
    );
    assert!(text(&change, Language::German).contains("\n2 nebensächliche Stellen (im beigelegten Vergleich)\n"));
    let many = change.hunks[2].clone();
    change.hunks.extend((0..8).map(|_| many.clone()));
    assert!(
        text(&change, Language::English).contains("\n3 more clauses and 2 minor ones (in the attached comparison): ")
    );
    assert!(text(&change, Language::German).contains("\n3 weitere Stellen und 2 nebensächliche (im"));
    change.hunks.truncate(4);
    for hunk in &mut change.hunks {
        hunk.tier = Some(Tier::None);
    }
    assert!(text(&change, Language::English).contains("Our office"), "where all are such, they are shown");
}

#[test]
fn a_real_change_is_dated_by_the_last_look_that_read_the_old_words() {
    let house = House::new()
        .watch("contests", "You may post about your contest as often as you like.")
        .with("recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}");
    for day in 1..=4 {
        house.round_at(&format!("2026-11-{day:02}T06:00:00Z"));
    }
    house.show("contests", "You must not post about your contest more than once a day.");
    house.round_at("2026-11-05T06:00:00Z");
    let text = unfolded(&house.letters().pop().unwrap());
    assert!(text.contains("First seen: between 4 November, 06:00, and 5 November 2026, 06:00 Id"), "{text}");
}

#[test]
fn notice_is_counted_from_the_passage_that_names_the_day() {
    let change = passage_by_passage();
    let mut comparison = Comparison::default();
    comparison.add(change.hunks);
    let named = judge::names_the_day(&comparison, date(2026, 11, 18));
    assert_eq!(named, Some(4), "the one that was first seen two days after the others");
    comparison.hunks.truncate(4);
    assert_eq!(judge::names_the_day(&comparison, date(2026, 11, 18)), None);
}
