//! A page that shows another language is told of once, followed from then on, and never said to be readable again.

use hausrecht::model::{Language, Recipient, Trouble};
use hausrecht::steps::compose::{self, News};

use super::rarer::editions;
use super::samples::*;
use super::unfolded;
use crate::house::program::House;
use crate::pages::{Build, TERMS, TERMS_DE, document};

const ENGLISH: &str = "Since 4 November the page shows German instead of English. hausrecht reads this text now and tells what changes in it.";
const GERMAN: &str = "Seit dem 4. November zeigt die Seite Deutsch statt Englisch. hausrecht liest jetzt diesen Text und meldet, was sich darin ändert.";

/// A house whose page shows English for three days and German from then on.
fn flipped(recipients: &str) -> House {
    let house = House::new()
        .watch_as_written(
            "id: terms, platform: Plaudernetz, document: Terms, url: 'SERVER/terms', allow_private_network: true",
        )
        .with(recipients);
    house.server.page("/terms", &document(Build::Semantic, "en", TERMS));
    for day in 1..=10 {
        if day == 4 {
            house.server.page("/terms", &document(Build::Semantic, "de", TERMS_DE));
        }
        house.round_at(&format!("2026-11-{day:02}T06:00:00Z"));
    }
    house
}

/// The letters' texts as lines without folds.
fn texts(house: &House) -> Vec<String> {
    house.letters().iter().map(|letter| format!("{}: {}", letter.recipient, unfolded(letter))).collect()
}

#[test]
fn an_operator_is_told_at_once_and_once_that_a_page_shows_another_language() {
    let house = flipped(
        "recipients:
  - {name: Op, to: [op@example.com], operator: true, language: de}
  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}",
    );
    let texts = texts(&house);
    let told: Vec<_> = texts.iter().filter(|text| text.contains(GERMAN)).collect();
    assert_eq!(told.len(), 1, "{texts:#?}");
    assert!(told[0].starts_with("Op: 1 Seite zeigt eine andere Sprache"), "{told:?}");
    assert!(!texts.iter().any(|text| text.contains("Seite ist wieder lesbar")), "{texts:#?}");
    assert!(!texts.iter().any(|text| text.contains("shows German")), "the operator looks after it: {texts:#?}");
}

#[test]
fn without_an_operator_the_digest_tells_it_and_what_changes_in_the_text_is_told() {
    let house = flipped("recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}");
    let before = texts(&house);
    assert_eq!(before.iter().filter(|text| text.contains(ENGLISH)).count(), 1, "{before:#?}");
    assert!(!before.iter().any(|text| text.contains("page can be read again")), "{before:#?}");
    let revised = TERMS_DE.replace("dreizehn Jahre", "achtzehn Jahre");
    house.server.page("/terms", &document(Build::Semantic, "de", &revised));
    house.round_at("2026-11-11T06:00:00Z");
    house.round_at("2026-11-12T06:00:00Z");
    let after = texts(&house);
    assert!(after.last().unwrap().contains("achtzehn"), "{after:#?}");
    assert_eq!(after.iter().filter(|text| text.contains(ENGLISH)).count(), 1, "told once: {after:#?}");
}

#[test]
fn the_terminal_says_which_language_stands_there_and_since_when() {
    let house = flipped("recipients: [{name: Team, to: [team@example.com], digest: '@daily'}]");
    let status = house.run(&["status"]).stdout;
    assert!(status.contains("shows German instead of English since 2026-11-04 06:00, followed"), "{status}");
    let json = house.run(&["status", "--json"]).stdout;
    assert!(!json.contains("unreadable") && !json.contains("blind_since"), "{json}");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["watches"][0]["other_edition"]["shows"]["found"], "deu");
    assert_eq!(json["watches"][0]["other_edition"]["since"], "2026-11-04T06:00:00Z");
}

#[test]
fn a_page_that_cannot_be_read_has_the_times_of_it_in_the_json_of_the_status() {
    let house =
        House::new().watch("contests", "You may post.").with("recipients: [{name: Team, to: [team@example.com]}]");
    house.round_at("2026-11-01T06:00:00Z");
    house.server.answer("/contests", crate::house::server::Answer::status(404));
    for day in 2..=6 {
        house.round_at(&format!("2026-11-{day:02}T06:00:00Z"));
    }
    let json = house.run(&["status", "--json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["watches"][0]["unreadable_since"].is_string(), "{json}");
    assert!(json["watches"][0]["blind_since"].is_string(), "{json}");
    assert!(json["watches"][0].get("other_edition").is_none(), "{json}");
}

fn operator(language: Language) -> Recipient {
    Recipient { operator: true, ..reader(language) }
}

#[test]
fn the_letter_to_the_operator_reads_as_people_write() {
    let (zone, editions) = (berlin(), editions());
    let news = News { editions: &editions, ..News::default() };
    for (name, language) in [("edition_en", Language::English), ("edition_de", Language::German)] {
        let letter = compose::health(&news, &operator(language), &desk(&zone), now()).unwrap();
        insta::assert_snapshot!(name, format!("{}\n\n{}", letter.subject, letter.text));
    }
}

#[test]
fn what_stands_there_is_named_in_words_and_never_in_codes() {
    let german = |instead: &Trouble| compose::edition(instead, Language::German);
    let english = |instead: &Trouble| compose::edition(instead, Language::English);
    let language =
        |expected: &str, found: &str| Trouble::WrongLanguage { expected: expected.into(), found: found.into() };
    assert_eq!(english(&language("eng", "fra")), "French instead of English");
    assert_eq!(german(&language("en-GB", "fr-CA")), "Französisch statt Englisch");
    assert_eq!(english(&language("eng", "xho")), "another language instead of English");
    assert_eq!(german(&language("deu", "xho")), "eine andere Sprache statt Deutsch");
    let region = Trouble::WrongRegion { expected: "europe".into(), found: "america".into() };
    assert_eq!(english(&region), "the text for America instead of Europe");
    assert_eq!(german(&region), "den Text für Amerika statt für Europa");
}
