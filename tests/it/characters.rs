//! Letters that were damaged on the way are never a change: undone where that is certain, else the page is said to be damaged.

use hausrecht::model::{Origin, Snapshot};
use hausrecht::steps::extract::{Reading, extract};

use crate::house::history::{History, in_one_line};
use crate::house::server::Answer;

const RULES: [&str; 5] = [
    "Gewinnspiele dürfen auf jeder Seite veranstaltet werden, wenn die Teilnahmebedingungen für alle zugänglich sind.",
    "Die Veranstalterin erklärt vorab, wer gewinnen kann, und lässt die Erklärung bis zur Übergabe der Preise stehen.",
    "Persönliche Daten der Teilnehmenden werden nach höchstens drei Monaten gelöscht und nicht an Dritte übermittelt.",
    "Größere Preise, deren Wert über fünfhundert Euro liegt, müssen zusätzlich bei uns angekündigt werden.",
    "Verstöße führen dazu, dass wir Beiträge entfernen, Seiten einschränken oder Konten schließen können.",
];
const NEW: &str =
    "Gutscheine dürfen nicht länger als Preise ausgelobt werden, auch nicht als Zugabe für übrige Teilnehmende.";

fn page(rules: &[&str]) -> String {
    let text: String = rules.iter().map(|rule| format!("<p>{rule}</p>")).collect();
    format!(
        "<!doctype html><html lang=de><meta charset=utf-8><title>Regeln</title><main><h1>Regeln für Seiten</h1>{text}</main></html>"
    )
}

/// As a server writes it that takes UTF-8 for Windows-1252.
fn doubled(text: &str) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// As a program writes it that does not know the letters.
fn lost(text: &str, mark: &str) -> String {
    text.chars().map(|letter| if letter.is_ascii() { letter.to_string() } else { mark.to_owned() }).collect()
}

/// A document, a damaged copy of it for some days, and the document with a new rule.
fn after(damaged: &str, days: i64) -> History {
    let past = History::new().watch_with("regeln", "platform: Plaudernetz, document: Regeln, language: de");
    past.shows("regeln", &page(&RULES)).days(3).shows("regeln", damaged).days(days);
    past
}

#[test]
fn a_text_that_was_encoded_twice_is_read_as_it_was_meant() {
    let past = after(&doubled(&page(&RULES)), 3);
    let with_new = doubled(&page(&[&RULES[..], &[NEW]].concat()));
    past.shows("regeln", &with_new).days(2);
    assert_eq!(past.letters().len(), 1, "{}", past.account_of("regeln"));
    past.assert_told("regeln", NEW);
    past.shows("regeln", &page(&[&RULES[..], &[NEW]].concat())).days(2);
    assert_eq!(past.letters().len(), 1, "{}", past.account_of("regeln"));
}

#[test]
fn only_what_is_certainly_encoded_twice_is_undone() {
    let read = |text: &str| {
        let snapshot = Snapshot {
            fetched_at: "2026-11-21T06:00:00Z".parse().unwrap(),
            url: "https://plaudernetz.example/terms.txt".parse().unwrap(),
            redirects: Vec::new(),
            status: 200,
            headers: vec![("content-type".into(), "text/plain; charset=utf-8".into())],
            body: text.into(),
            origin: Origin::Live,
        };
        extract(&snapshot, Reading::default()).unwrap().document.blocks[0].text.clone()
    };
    for text in [
        "Für Größe und Maß gilt § 5.",
        "We don’t ask – “ever” – for 5 €.",
        "L’été, déjà très cher à Noël.",
        "Привет, правила.",
        "Reglas y más: el año próximo.",
        "Łódź i źródło.",
    ] {
        assert_eq!(read(&doubled(text)), text);
        assert_eq!(read(&doubled(&doubled(text))), text, "and twice");
    }
    for text in [
        "Der »Spaß« kostet nichts, der „Spaß“ auch nicht.",
        "IRMÃ… e MAÇÃ“ são palavras.",
        "Il dit « l’été »… et « le café ».",
        "CAFÉ” und ‚Ä‘ bleiben, wie sie sind.",
        "Prix : 5 €, 10 £ – ‘déjà’.",
    ] {
        assert_eq!(read(text), text);
    }
}

#[test]
fn a_copy_with_lost_letters_is_damaged_and_no_version_and_what_comes_after_it_is_told_to_the_letter() {
    for mark in ["\u{fffd}", "\u{fffd}\u{fffd}"] {
        let past = after(&lost(&page(&RULES), mark), 1);
        assert!(past.letters().is_empty(), "{}", past.account_of("regeln"));
        assert!(past.status("regeln").to_string().contains("garbled"), "{}", past.status("regeln"));
        past.days(3);
        assert!(past.is_blind("regeln"));
        assert!(
            past.letters()
                .iter()
                .all(|letter| in_one_line(&letter.text).contains("the letters of the text arrive damaged"))
        );
        past.shows("regeln", &page(&[&RULES[..], &[NEW]].concat())).days(2);
        past.assert_told("regeln", NEW);
        assert!(!past.is_blind("regeln"));
        let told = past.told("regeln");
        assert_eq!((told.len(), told[0]["hunks"].as_array().unwrap().len()), (1, 1), "{told:?}");
    }
}

#[test]
fn a_few_lost_letters_are_held_back_and_never_make_a_page_unreadable() {
    let one = RULES.map(|rule| rule.replace("höchstens", "h\u{fffd}chstens").replace("Größere", "Gr??ere"));
    let past = after(&page(&one.each_ref().map(String::as_str)), 4);
    assert!(past.letters().is_empty(), "{}", past.account_of("regeln"));
    assert!(!past.is_blind("regeln"));
    assert!(
        past.held("regeln").iter().any(|row| row.to_string().contains("damaged_letters")),
        "{}",
        past.account_of("regeln")
    );
    let mut with_new: Vec<&str> = one.iter().map(String::as_str).collect();
    with_new.push(NEW);
    past.shows("regeln", &page(&with_new)).days(2);
    past.assert_told("regeln", NEW);
    past.assert_untold("regeln", "chstens drei");
}

#[test]
fn a_text_that_always_had_lost_letters_is_read_and_its_changes_are_told() {
    let old: Vec<String> = RULES
        .iter()
        .enumerate()
        .map(|(at, rule)| if at < 4 { rule.to_string() } else { lost(rule, "\u{fffd}") })
        .collect();
    let mut rules: Vec<&str> = old.iter().map(String::as_str).collect();
    let english =
        "Pages of every kind may show these rules in a language of their own, and nothing in them changes by that. "
            .repeat(12);
    rules.push(&english);
    let past = History::new().watch_with("regeln", "platform: Plaudernetz, document: Regeln, language: de");
    past.shows("regeln", &page(&rules)).days(3);
    rules.insert(2, NEW);
    past.shows("regeln", &page(&rules)).days(2);
    past.assert_told("regeln", NEW);
    assert!(!past.is_blind("regeln"));
}

#[test]
fn bytes_that_are_no_text_are_named_whatever_the_server_calls_them() {
    let noise: Vec<u8> = (0_u32..4000).map(|at| u8::try_from(at.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    let past = History::new().watch("terms", "Terms");
    past.answers("terms", Answer::bytes(noise).header("content-type", "text/html")).days(1);
    assert!(past.status("terms").to_string().contains("format"), "{}", past.status("terms"));
}
