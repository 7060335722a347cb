//! A document that was written anew opens with what stayed and what is new.

use hausrecht::model::Language;
use hausrecht::steps::compose::{self, News};

use super::rarer::*;
use super::samples::*;
use super::{alert_on, unfolded};
use crate::house::program::House;
use crate::pages::{Build, TERMS, TERMS_ANEW, TERMS_ANEW_DE, TERMS_DE, document};

#[test]
fn a_rewriting_goes_through_the_house_with_its_summary() {
    for (language, old, new, parts) in [
        (
            "en",
            TERMS,
            TERMS_ANEW,
            [
                "The document was written anew. Still there word for word: ",
                "New headings: 1. Eligibility and registration · ",
                " and 7 more",
                "Headings that are gone: Who may use the service · ",
            ],
        ),
        (
            "de",
            TERMS_DE,
            TERMS_ANEW_DE,
            [
                "Das Dokument wurde neu gefasst. Wörtlich erhalten: ",
                "Neue Überschriften: ",
                " weitere",
                "Entfallene Überschriften: Wer den Dienst nutzen darf · ",
            ],
        ),
    ] {
        let house = House::new()
            .watch_as_written("id: terms, platform: Plaudernetz, document: Terms, url: 'SERVER/terms', allow_private_network: true")
            .with(&format!("recipients:\n  - {{name: Team, to: [team@example.com], digest: '@daily', tier: none, language: {language}}}"));
        house.server.page("/terms", &document(Build::Semantic, language, old));
        house.round_at("2026-11-01T06:00:00Z");
        house.server.page("/terms", &document(Build::Semantic, language, new));
        for day in 2..=7 {
            house.round_at(&format!("2026-11-{day:02}T06:00:00Z"));
        }
        let letters = house.letters();
        let told: Vec<_> = letters.iter().filter(|letter| !letter.changes.is_empty()).collect();
        assert_eq!(told.len(), 1, "{letters:#?}");
        let text = unfolded(told[0]);
        for part in parts {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
}

#[test]
fn the_summary_stands_before_everything_else_and_names_a_handful() {
    let letter = alert_on(&written_anew(), Language::English);
    let text = unfolded(&letter);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part}\n{text}"));
    assert!(place("The document was written anew.") < place("New prohibition:"));
    assert!(place("Headings that stayed: Promotions · Responsibility") < place("New headings: 1. Clause 1 ·"));
    assert!(text.contains("5. Clause 5 and 12 more") && !text.contains("6. Clause 6"), "{text}");
    assert!(letter.html.contains("5.\u{a0}Clause 5 and 12 more"));
}

#[test]
fn less_than_a_hundredth_is_said_so() {
    let mut change = written_anew();
    change.rewriting.as_mut().unwrap().kept = 0;
    assert!(unfolded(&alert_on(&change, Language::English)).contains("less than 1% of the old text"));
    assert!(unfolded(&alert_on(&change, Language::German)).contains("weniger als 1 % des alten Textes"));
}

#[test]
fn where_no_rule_changed_the_headline_says_that_the_document_is_another() {
    let (change, zone) = (reworded_anew(), berlin());
    let news = News { changes: &[&change], ..News::default() };
    let subject = |language| compose::digest(&news, &reader(language), &desk(&zone), now()).unwrap().subject;
    assert_eq!(subject(Language::English), "TikTok: document written anew");
    assert_eq!(subject(Language::German), "TikTok: Dokument neu gefasst");
}

#[test]
fn headings_of_a_page_are_as_hostile_as_its_text() {
    let mut change = written_anew();
    change.rewriting.as_mut().unwrap().stayed =
        vec!["<img src=x onerror=alert(1)> \u{202e}gnp".into(), "x".repeat(9000)];
    let letter = alert_on(&change, Language::English);
    assert!(!letter.html.contains("<img") && !letter.html.contains('\u{202e}') && !letter.text.contains('\u{202e}'));
    assert!(!letter.html.contains(&"x".repeat(200)));
}
