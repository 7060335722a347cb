//! One text in several documents is shown once, and the others are named; nobody loses the news by it.

use hausrecht::io::store::{Filter, Store};
use hausrecht::model::{Change, HookShape, Language, Letter, PasswordSource, Tier, Webhook};
use hausrecht::steps::compose::{self, News};

use super::rarer::same_words;
use super::samples::*;
use super::unfolded;
use crate::house::program::House;

/// The same words in another document.
fn of_another_house() -> Change {
    let mut change = contest_rules();
    change.id = "6c00cccc".into();
    change.watch = "instagram-2".into();
    change.platform = "instagram".into();
    change.document = "Promotion Guidelines".into();
    change.same_as = Some(contest_rules().id);
    change
}

fn letter(language: Language, changes: &[&Change]) -> Letter {
    let (assets, same_words, zone) = (assets(), same_words(), berlin());
    let news = News { changes, assets: &assets, same_words: &same_words, ..News::default() };
    compose::digest(&news, &reader(language), &desk(&zone), now()).unwrap()
}

#[test]
fn the_first_change_names_the_other_documents() {
    let change = contest_rules();
    let english = unfolded(&letter(Language::English, &[&change]));
    let line = "The same words also in: Community Standards, Instagram: Promotion Guidelines, Commercial Terms";
    assert!(english.contains(line), "{english}");
    let german = unfolded(&letter(Language::German, &[&change]));
    let line = "Gleicher Wortlaut auch in: Community Standards, Instagram: Promotion Guidelines, Commercial Terms";
    assert!(german.contains(line), "{german}");
}

#[test]
fn a_letter_shows_the_words_once_and_tells_both() {
    let (first, second) = (contest_rules(), of_another_house());
    let letter = letter(Language::English, &[&second, &first]);
    assert_eq!(letter.changes, [first.id, second.id.clone()]);
    assert_eq!(
        letter.subject,
        "Facebook: contest rules stricter from 15 Dec (24 days) – hits Adventskalender, Facebook-Seite"
    );
    assert!(!letter.text.contains(&second.id) && !letter.html.contains(&second.id), "{}", letter.text);
}

#[test]
fn what_was_told_in_an_earlier_letter_is_shown_in_full_for_the_next_document() {
    let second = of_another_house();
    let text = unfolded(&letter(Language::English, &[&second]));
    assert!(text.contains("hausrecht show 6c00cccc") && text.contains("Taking part must not depend"), "{text}");
}

#[test]
fn a_document_that_touches_more_of_ours_or_weighs_more_is_shown_in_full() {
    let (mut first, second) = (contest_rules(), of_another_house());
    first.assessment.assets = vec!["advent".into()];
    assert!(letter(Language::English, &[&first, &second]).text.contains(&second.id), "another asset of ours");
    let mut first = contest_rules();
    first.assessment.tier = Tier::Fyi;
    assert!(letter(Language::English, &[&first, &second]).text.contains(&second.id), "important there only");
}

#[test]
fn a_program_is_told_which_documents_say_the_same() {
    let (first, second) = (contest_rules(), of_another_house());
    let (same_words, zone) = (same_words(), berlin());
    let webhook = Webhook { shape: HookShape::Json, url: PasswordSource::File("/nowhere".into()), secret: None };
    let recipient = hausrecht::model::Recipient { webhook: Some(webhook), ..reader(Language::English) };
    let news = News { changes: &[&first, &second], same_words: &same_words, ..News::default() };
    let letter = compose::digest(&news, &recipient, &desk(&zone), now()).unwrap();
    let body: serde_json::Value = serde_json::from_str(&compose::by_every_way(letter)[0].text).unwrap();
    let told = &body["changes"];
    assert_eq!(told[0]["same_words_in"][1]["watch"], "instagram-2");
    assert_eq!(told[0]["same_words_in"][1]["document"], "Promotion Guidelines");
    assert_eq!(told[1]["same_as"], first.id.as_str());
}

#[test]
fn four_documents_and_two_teams_go_through_the_house() {
    let mut house = House::new();
    for (platform, id) in [("Alpha", "a1"), ("Alpha", "a2"), ("Alpha", "a3"), ("Alpha", "a4"), ("Beta", "b1")] {
        house.show(id, RULE);
        house = house.watch_as_written(&format!(
            "id: {id}, platform: {platform}, document: Terms {id}, url: 'SERVER/{id}', allow_private_network: true"
        ));
    }
    let house = house.with(
        "recipients:
  - {name: All, to: [all@example.com], digest: '0 7 * * 5', tier: none}
  - {name: Beta, to: [beta@example.com], digest: '@daily', tier: none, platforms: [beta]}",
    );
    // Monday.
    house.round_at("2026-11-02T06:00:00Z");
    let with_clause = format!("{RULE}</p><p>You must not advertise tobacco, alcohol or weapons on any page.");
    for id in ["a1", "a2", "a3", "a4"] {
        house.show(id, &with_clause);
    }
    house.round_at("2026-11-03T06:00:00Z");
    house.show("b1", &with_clause).round_at("2026-11-04T06:00:00Z");
    house.round_at("2026-11-05T06:00:00Z");
    house.round_at("2026-11-06T08:00:00Z");
    let changes = Store::open(&house.data()).unwrap().changes(&Filter::default()).unwrap();
    let of_beta = changes.iter().find(|change| change.watch == "b1").unwrap();
    let first = changes.iter().find(|change| Some(&change.id) == of_beta.same_as.as_ref()).unwrap();
    let letters = house.letters();
    let to = |name: &str| letters.iter().filter(|letter| letter.recipient == name).collect::<Vec<_>>();
    let [of_all] = to("All")[..] else { panic!("{letters:#?}") };
    assert!(of_all.changes.contains(&of_beta.id), "it counts as told: {:?}", of_all.changes);
    assert!(!of_all.text.contains(&of_beta.id), "{}", of_all.text);
    assert!(of_all.text.contains(&first.id), "{}", of_all.text);
    let (_, line) =
        unfolded(of_all).split_once("The same words also in: ").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert!(line.split_once("Rules for").unwrap().0.contains("Beta: Terms b1"), "{line}");
    let [of_beta_team] = to("Beta")[..] else { panic!("{letters:#?}") };
    assert!(of_beta_team.text.contains("must not advertise tobacco"), "{}", of_beta_team.text);
    assert!(of_beta_team.text.contains(&of_beta.id), "{}", of_beta_team.text);
}

const RULE: &str = "You may run a contest whenever you like.";
