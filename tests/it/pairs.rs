//! One document in two languages: a change that is told in one says how it stands in the other.

use hausrecht::model::{Because, Counterpart, Elsewhere, Language, Reason};
use hausrecht::steps::compose;
use hausrecht::steps::watchlist::{self, Problems};
use jiff::tz::TimeZone;

use crate::house::program::House;

const TEAM: &str = "recipients:
  - {name: Team, to: [team@example.com], immediately: true, language: en, tier: none}
  - {name: Runde, to: [runde@example.com], immediately: true, language: de, tier: none}";
const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const DARF: &str = "Über ein Gewinnspiel darf beliebig oft geschrieben werden.";
const DARF_NICHT: &str = "Über ein Gewinnspiel darf nicht öfter als einmal am Tag geschrieben werden.";

/// Contest rules in English and in German.
fn house() -> House {
    let house = House::new()
        .with(TEAM)
        .watch_as_written("id: contests, platform: Plaudernetz, document: Contests, url: 'SERVER/contests', language: en, allow_private_network: true")
        .watch_as_written("id: contests-de, platform: Plaudernetz, document: Gewinnspiele, url: 'SERVER/contests-de', language: de, allow_private_network: true, same_as: contests");
    house.show("contests", MAY);
    show_german(&house, DARF);
    house
}

fn show_german(house: &House, text: &str) {
    house.server.page(
        "/contests-de",
        &format!(
            "<!doctype html><html lang=de><head><title>Gewinnspiele</title></head><body><main>\
             <h1>Regeln für Gewinnspiele</h1>\
             <p>Diese Regeln gelten für alle, die hier eine Seite, ein Gewinnspiel oder Werbung betreiben.</p>\
             <h2>Was erlaubt ist</h2><p>{text}</p>\
             <h2>Was bei Verstößen geschieht</h2>\
             <p>Wir können das Konto einschränken, sperren oder löschen. Eine Prüfung ist innerhalb von 30 Tagen möglich.</p>\
             <h2>Fragen</h2><p>Fragen zu diesen Regeln beantwortet unser Team per Nachricht.</p></main></body></html>"
        ),
    );
}

#[test]
fn a_letter_says_that_the_other_language_has_not_changed_yet() {
    let house = house();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    let [english, german] = house.letters().try_into().unwrap();
    let said = "not yet in the German text (contests-de, last seen ";
    assert!(words(&english.text).contains(said), "{}", english.text);
    assert!(words(&english.html).contains(said), "{}", english.html);
    let said = "noch nicht im deutschen Text (contests-de, zuletzt gesehen am ";
    assert!(words(&german.text).contains(said), "{}", german.text);
}

#[test]
fn a_letter_says_that_the_other_language_changed_too() {
    let house = house();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    show_german(&house, DARF_NICHT);
    let looks = house.round_at("2026-11-04T06:00:00Z");
    assert!(looks.iter().any(|looked| looked.change.is_some() && looked.watch == "contests-de"), "{looks:?}");
    let letter = house.letters().into_iter().rfind(|letter| letter.recipient == "Team").unwrap();
    assert!(words(&letter.text).contains("also in the English text (contests, change "), "{}", letter.text);
}

#[test]
fn of_several_changes_in_the_other_language_the_one_that_answers_is_named() {
    let house = house();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    show_german(&house, DARF_NICHT);
    house.round_at("2026-11-04T06:00:00Z");
    // Another rule changes in English before the German letter would name the newest change.
    house.server.page(
        "/contests",
        &crate::house::program::policy(
            "contests",
            &format!("{MUST_NOT}</p><p>Prizes must not be worth more than 5000 euros."),
        ),
    );
    house.round_at("2026-11-06T06:00:00Z");
    std::fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    let json = house.run_as_it_is(&["log", "--json"]).stdout;
    let rows: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |watch: &str, at: usize| rows.iter().filter(|row| row["watch"] == watch).nth(at).unwrap();
    let first = of("contests", 0)["id"].as_str().unwrap();
    let reasons = of("contests-de", 0)["reasons"].to_string();
    assert!(reasons.contains(first), "{first}: {reasons}");
}

#[test]
fn the_terminal_and_programs_are_told_too_and_the_json_keeps_its_shape() {
    let house = house();
    house.round_at("2026-11-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-11-02T06:00:00Z");
    let id = house.letters()[0].changes[0].clone();
    let said = "not yet in the German text (contests-de";
    std::fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    let shown = house.run_as_it_is(&["show", &id]).stdout;
    assert!(shown.contains(said), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&house.run_as_it_is(&["log", "--json"]).stdout).unwrap();
    assert!(json["reasons"].as_array().unwrap().iter().any(|reason| reason.as_str().unwrap().contains(said)), "{json}");
    // Without a watchlist nobody knows of pairs, and the change is shown all the same.
    std::fs::remove_file(house.folder.path().join("watchlist.yaml")).unwrap();
    assert!(!house.run_as_it_is(&["show", &id]).stdout.contains(said));
}

#[test]
fn every_standing_reads_well_in_both_languages() {
    let phrase = |tag: Option<&str>, elsewhere, language| {
        let other =
            Counterpart { change: "a".into(), watch: "terms-x".into(), language: tag.map(str::to_owned), elsewhere };
        let because = Because::Counterpart { counterpart: other, zone: TimeZone::UTC };
        compose::reason(&Reason::of_the_whole(because), language)
    };
    let seen = Elsewhere::Unchanged { last_seen: "2026-11-02T06:00:00Z".parse().unwrap() };
    let changed = Elsewhere::Changed { id: "3f09".into() };
    let all = [
        phrase(Some("de-AT"), seen.clone(), Language::English),
        phrase(Some("en"), seen, Language::German),
        phrase(Some("fr"), changed.clone(), Language::English),
        phrase(Some("fr"), changed.clone(), Language::German),
        phrase(Some("xh"), changed, Language::German),
        phrase(None, Elsewhere::Unread, Language::English),
        phrase(Some("de"), Elsewhere::Unread, Language::German),
    ];
    insta::assert_snapshot!(all.join("\n"), @r"
    The change is not yet in the German text (terms-x, last seen 2 November 2026, 06:00).
    Die Änderung steht noch nicht im englischen Text (terms-x, zuletzt gesehen am 2. November 2026, 6:00 Uhr).
    The change is also in the French text (terms-x, change 3f09).
    Die Änderung steht auch im französischen Text (terms-x, Änderung 3f09).
    Die Änderung steht auch im anderen Text (terms-x, Änderung 3f09).
    The other text could not be read (terms-x).
    Der deutsche Text war nicht lesbar (terms-x).
    ");
}

#[test]
fn a_pair_that_cannot_be_meant_is_a_problem() {
    let text = "watches:
  - {id: terms, platform: x, document: Terms, url: https://x.example/terms, language: en}
  - {id: terms-de, platform: x, document: AGB, url: https://x.example/agb, language: de, same_as: term}
  - {id: ads, platform: x, document: Ads, url: https://x.example/ads, language: en, same_as: terms}
  - {id: me, platform: x, document: Me, url: https://x.example/me, same_as: me}
";
    let said = watchlist::read(text, "watchlist.yaml", "2026-11-21T06:00:00Z".parse().unwrap());
    insta::assert_snapshot!(said.err().as_ref().map(Problems::to_string).unwrap_or_default(), @r"
    watchlist.yaml has 3 problems
      line 3: watch `terms-de`: `same_as` names no watch: `term`
              hint: did you mean `terms`?
      line 4: watch `ads`: `same_as` names a watch in the same language: `terms`
              hint: it is for one document in two languages; several pages of one document go into `combine`
      line 5: watch `me`: `same_as` names the watch itself
    ");
}

#[test]
fn three_languages_of_a_document_know_each_other() {
    let text = "watches:
  - {id: terms, platform: x, document: Terms, url: https://x.example/terms, language: en}
  - {id: terms-de, platform: x, document: AGB, url: https://x.example/agb, language: de, same_as: terms}
  - {id: terms-fr, platform: x, document: CGU, url: https://x.example/cgu, language: fr, same_as: terms-de}
  - {id: ads, platform: x, document: Ads, url: https://x.example/ads, language: en}
";
    let list = watchlist::read(text, "watchlist.yaml", "2026-11-21T06:00:00Z".parse().unwrap()).unwrap();
    let others = |id| list.counterparts(id).into_iter().map(|watch| watch.id.as_str()).collect::<Vec<_>>();
    assert_eq!(others("terms"), ["terms-de", "terms-fr"]);
    assert_eq!(others("terms-fr"), ["terms", "terms-de"]);
    assert_eq!(others("ads"), Vec::<&str>::new());
}

/// A text without its line breaks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
