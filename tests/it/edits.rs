//! Edits of the watchlist between rounds: nobody loses news by one, and nobody gets it twice or late.

use hausrecht::io::store::Store;

use crate::house::program::{House, policy};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const NOR_SHARE: &str = "You must not post about your contest more than once a day. You must not ask people to share.";

/// The same house with another watchlist: what is watched, and the rest of it.
fn edited(house: House, watch: &str, rest: &str) -> House {
    let House { folder, server, .. } = house;
    let mut after = House::new();
    (after.folder, after.server) = (folder, server);
    let after = after.watch_as_written(watch).with(rest);
    after.server.page("/contests", &policy("contests", MAY));
    after
}

const WATCH: &str =
    "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true";
const RENAMED: &str = "id: contests, platform: Plaudernetz Business, document: contests, url: 'SERVER/contests', \
                       allow_private_network: true";

fn told_to(house: &House, name: &str) -> usize {
    // Weeks lie between these rounds, and that nothing ran meanwhile is told as well.
    house.letters().iter().filter(|letter| letter.recipient == name && !letter.changes.is_empty()).count()
}

/// Where each delivery stands: address and whether it waits.
fn waiting(house: &House) -> Vec<String> {
    let store = Store::open(&house.data()).unwrap();
    let far = "2027-01-01T00:00:00Z".parse().unwrap();
    let letters = store.waiting(far).unwrap();
    letters.into_iter().flat_map(|letter| letter.addresses.into_iter().map(|address| address.address)).collect()
}

const TEAM: &str = "{name: Team, to: [team@example.com], immediately: true, tier: fyi}";
const ANNA: &str = "{name: Anna, to: [anna@example.com], immediately: true, tier: fyi}";
const BEN: &str = "{name: Ben, to: [ben@example.com], immediately: true, tier: fyi}";

fn people(all: &[&str]) -> String {
    format!("recipients: [{}]", all.join(", "))
}

#[test]
fn a_colleague_who_comes_long_after_one_left_is_told_nothing_old() {
    let house = edited(House::new(), WATCH, &people(&[TEAM, ANNA]));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, WATCH, &people(&[TEAM]));
    house.round_at("2026-03-02T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-04-02T06:00:00Z");
    let house = edited(house, WATCH, &people(&[TEAM, BEN]));
    house.show("contests", MUST_NOT).round_at("2026-06-02T06:00:00Z");
    assert_eq!((told_to(&house, "Team"), told_to(&house, "Ben")), (1, 0));
    house.show("contests", NOR_SHARE).round_at("2026-06-03T06:00:00Z");
    assert_eq!((told_to(&house, "Team"), told_to(&house, "Ben")), (2, 1));
}

#[test]
fn who_is_back_after_days_is_told_what_was_missed_and_who_is_back_after_months_is_not() {
    for (back, told) in [("2026-03-05T06:00:00Z", 1), ("2026-06-05T06:00:00Z", 0)] {
        let house = edited(House::new(), WATCH, &people(&[TEAM, ANNA]));
        house.round_at("2026-03-01T06:00:00Z");
        let house = edited(house, WATCH, &people(&[TEAM]));
        house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
        let house = edited(house, WATCH, &people(&[TEAM, ANNA]));
        house.show("contests", MUST_NOT).round_at(back);
        assert_eq!(told_to(&house, "Anna"), told, "back at {back}");
    }
}

#[test]
fn a_name_that_is_replaced_in_one_edit_takes_over_what_was_still_to_be_told() {
    let digest = "{name: Anna, to: [anna@example.com], digest: '0 0 8 * * Mon', tier: fyi}";
    let house = edited(House::new(), WATCH, &people(&[digest]));
    house.round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    let house = edited(house, WATCH, &people(&[&digest.replace("Anna", "Ben").replace("anna", "ben")]));
    house.show("contests", MUST_NOT).round_at("2026-03-09T08:00:00Z");
    assert_eq!((told_to(&house, "Anna"), told_to(&house, "Ben")), (0, 1));
}

#[test]
fn a_platform_or_an_asset_written_another_way_loses_nobody_the_digest() {
    let list = |platform: &str, asset: &str| {
        format!(
            "recipients:
  - {{name: Platform, to: [p@example.com], digest: '0 0 8 * * Mon', tier: none, platforms: [{platform}]}}
  - {{name: Asset, to: [a@example.com], digest: '0 0 8 * * Mon', tier: none, assets: [{asset}]}}
  - {{name: Other, to: [o@example.com], digest: '0 0 8 * * Mon', tier: none, assets: [shop]}}
assets:
  - {{id: {asset}, name: Advent contest, platform: {platform}}}
  - {{id: shop, name: Shop, platform: {platform}, topics: [minors]}}"
        )
    };
    let house = edited(House::new(), WATCH, &list("Plaudernetz", "advent"));
    house.round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    let house = edited(house, RENAMED, &list("Plaudernetz Business", "advent-2026"));
    house.show("contests", MUST_NOT).round_at("2026-03-09T08:00:00Z");
    let told = ["Platform", "Asset", "Other"].map(|name| told_to(&house, name));
    assert_eq!(told, [1, 1, 0], "{:?}", house.subjects());
}

#[test]
fn a_letter_that_waits_goes_where_its_reader_is_now_and_to_nobody_who_left() {
    // Nobody listens there: letters wait.
    let dead = "mail: {from: 'H <h@example.com>', smtp: {host: 127.0.0.1, port: 9, tls: none}}\n";
    let list = |all: &[&str]| format!("{dead}{}", people(all));
    let house = edited(House::new(), WATCH, &list(&[&TEAM.replace("team@", "taem@"), ANNA]));
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    assert_eq!(waiting(&house), ["taem@example.com", "anna@example.com"]);
    let house = edited(house, WATCH, &list(&[TEAM]));
    house.show("contests", MUST_NOT).round_at("2026-03-03T06:00:00Z");
    assert_eq!(waiting(&house), ["team@example.com"]);
    assert_eq!(house.letters()[0].to, ["team@example.com"], "the letter names whom it is for");
    // Who takes over from somebody takes over the letter too.
    let house = edited(house, WATCH, &list(&[BEN]));
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    assert_eq!(waiting(&house), ["ben@example.com"]);
}

/// A policy of some length in each of two languages, with more at its end.
fn rules(language: &str, more: &str) -> String {
    let text = if language == "de" {
        "<p>Wer auf einer Seite ein Gewinnspiel veranstaltet, ist für den ordnungsgemäßen Ablauf verantwortlich und muss die \
         Teilnahmebedingungen vor dem Beginn veröffentlichen.</p><p>Alle Teilnehmenden stellen die Plattform von jeder \
         Haftung frei, und die Veranstalter weisen darauf hin, dass sie in keiner Verbindung zur Plattform stehen.</p>\
         <p>Die Gewinnerinnen und Gewinner werden durch eine Nachricht benachrichtigt, die sie binnen einer Woche \
         beantworten.</p>"
    } else {
        "<p>Whoever runs a contest on a page is responsible for its lawful operation and must publish the terms of the \
         contest before it begins.</p><p>All participants release the platform from any liability, and organisers say \
         that the contest is in no way sponsored by the platform.</p><p>The winners are told by a message which they \
         have to answer within a week of its arrival.</p>"
    };
    let title = if language == "de" { "Regeln für Gewinnspiele" } else { "Rules for contests" };
    format!(
        "<!doctype html><html lang=\"{language}\"><title>{title}</title><main><h1>{title}</h1>{text}{more}</main></html>"
    )
}

#[test]
fn a_language_that_is_edited_is_what_is_wanted_from_now_on() {
    const DE: &str = "<p>Es ist untersagt, Teilnehmende zum Teilen eines Beitrags aufzufordern.</p>";
    let watch = |language: &str| format!("{WATCH}, language: {language}");
    let shows = |house: &House, html: &str| {
        house.server.page("/contests", html);
    };
    let house = edited(House::new(), &watch("en"), &people(&[TEAM]));
    shows(&house, &rules("en", ""));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &watch("de"), &people(&[TEAM]));
    shows(&house, &rules("de", ""));
    let looks = house.round_at("2026-03-02T06:00:00Z");
    assert_eq!(looks[0].outcome, hausrecht::model::Outcome::First, "taken at once");
    assert_eq!(told_to(&house, "Team"), 0, "another language is no change of the rules");
    shows(&house, &rules("de", DE));
    house.round_at("2026-03-03T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1);
    let letters = house.letters();
    assert!(letters[1].text.contains("Es ist untersagt"), "{}", letters[1].text);
}

#[test]
fn an_address_that_is_edited_is_a_beginning_and_what_changes_there_is_told() {
    let other =
        "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/pages', allow_private_network: true";
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.server.page("/contests", &rules("en", ""));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, other, &people(&[TEAM]));
    let pages = "<!doctype html><html lang=\"en\"><title>Developer terms</title><main><h1>Developer terms</h1><p>Applications \
                 that read the interface keep tokens secret, renew them every ninety days and stay below the limits of \
                 requests which the documentation names for each endpoint.</p><p>Data that an application fetches is \
                 deleted once the account that granted access withdraws it, backups included, within thirty days.</p>\
                 <p>Audits of security are answered in writing by the vendor of the application.</p>MORE</main></html>";
    house.server.page("/pages", &pages.replace("MORE", ""));
    let looks = house.round_at("2026-03-02T06:00:00Z");
    assert_eq!((&looks[0].outcome, told_to(&house, "Team")), (&hausrecht::model::Outcome::First, 0));
    house.server.page("/pages", &pages.replace("MORE", "<p>Applications must not store profiles of minors.</p>"));
    house.round_at("2026-03-03T06:00:00Z");
    assert!(house.letters().iter().any(|letter| letter.text.contains("profiles of minors")), "{:?}", house.subjects());
}

/// What letters say of edits, a line each.
fn said(house: &House) -> String {
    let words = ["the history", "history", "What stands there now", "Sein Verlauf"];
    let lines: Vec<String> = house
        .letters()
        .iter()
        .flat_map(|letter| {
            let text = letter.text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
            text.filter(|line| words.iter().any(|word| line.contains(word)))
                .map(|line| line.trim_start_matches(['-', ' ']).to_owned())
                .collect::<Vec<_>>()
        })
        .collect();
    lines.join("\n")
}

fn named(id: &str) -> String {
    WATCH.replace("id: contests", &format!("id: {id}"))
}

#[test]
fn an_id_that_is_renamed_takes_its_history_on_and_a_change_meanwhile_is_told_once() {
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let house = edited(house, &named("contest-rules"), &people(&[TEAM]));
    house.show("contests", NOR_SHARE).round_at("2026-03-03T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 2, "{:?}", house.subjects());
    assert_eq!(
        said(&house),
        "Plaudernetz: contests: the watch “contests” is called “contest-rules” now. Its history goes on, and nothing is lost."
    );
    let log = house.run(&["log", "--json", "--watch", "contest-rules"]).stdout;
    assert_eq!(log.lines().count(), 2);
    assert!(log.lines().all(|change| change.contains("\"watch\":\"contest-rules\"")), "{log}");
    house.show("contests", NOR_SHARE).round_at("2026-03-04T06:00:00Z");
    assert_eq!(house.letters().len(), 3, "two changes, and once that it goes on: {:?}", house.subjects());
}

#[test]
fn where_several_histories_had_the_address_none_goes_on_and_it_is_told_that_they_lie_unused() {
    let at = |id: &str, path: &str| named(id).replace("/contests", path);
    let house = edited(House::new(), &named("one"), &people(&[TEAM])).watch_as_written(&at("two", "/pages"));
    house.show("pages", MAY).round_at("2026-03-01T06:00:00Z");
    // The second one takes the address of the first, and a third one that of both.
    let house = edited(house, &named("two"), &people(&[TEAM]));
    house.round_at("2026-03-02T06:00:00Z");
    let house = edited(house, &named("three"), &people(&[TEAM]));
    house.show("contests", MUST_NOT).round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 0);
    assert_eq!(
        said(&house),
        "Plaudernetz: contests: the watch “three” is new and begins without a history. Histories of the same address lie unused, under “one”, “two”; it is not clear which of them goes on there. A watch with such an id has its history again."
    );
    // Whoever gives it the id of one has that one's history.
    let house = edited(house, &named("two"), &people(&[TEAM]));
    house.show("contests", MUST_NOT).round_at("2026-03-05T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1);
}

#[test]
fn one_history_that_two_new_ids_could_have_is_given_to_neither_in_silence() {
    // Two documents of one page.
    let at = |id: &str, part: &str| format!("{}, select: ['{part}']", named(id));
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &at("one", "main"), &people(&[TEAM])).watch_as_written(&at("two", "body"));
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let said = said(&house);
    assert!(said.contains("“one” is new") && said.contains("“two” is new"), "{said}");
}

#[test]
fn an_id_and_an_address_that_change_in_one_edit_begin_anew_and_it_is_told_which_history_lies_unused() {
    let moved = named("contest-rules").replace("/contests'", "/contest-rules'");
    let shows = |house: &House, text: &str| {
        house.server.page("/contest-rules", &policy("contests", text));
    };
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &moved, &people(&[TEAM]));
    shows(&house, MAY);
    let unused = "Plaudernetz: contests: the watch “contest-rules” is new and begins without a history, but its text is that of \
                  “contests”, whose history lies unused: `hausrecht history contests` shows it. To take it on, give the watch \
                  the id “contests” again.";
    let ran = house.run(&["check"]);
    assert!(ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ").contains(unused), "{ran:?}");
    assert!(said(&house).ends_with(unused), "{}", said(&house));
    assert_eq!(house.run(&["history", "contests"]).code, 0);
    let again = house.run(&["check", "--all"]);
    assert!(!again.stdout.contains("lies unused"), "{again:?}");
    assert_eq!(said(&house).matches("lies unused").count(), 1, "it is told once");
    // What it says works: the history goes on at the new address.
    let house = edited(house, &moved.replace("contest-rules,", "contests,"), &people(&[TEAM]));
    shows(&house, MUST_NOT);
    house.round_at("2126-03-03T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1, "{:?}", house.subjects());
    let german = edited(House::new(), WATCH, &people(&[&TEAM.replace("tier", "language: de, tier")]));
    german.round_at("2026-03-01T06:00:00Z");
    let german = edited(german, &moved, &people(&[&TEAM.replace("tier", "language: de, tier")]));
    shows(&german, MAY);
    german.round_at("2026-03-02T06:00:00Z");
    let text = german.letters()[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("„contest-rules“ ist neu und beginnt ohne Verlauf, zeigt aber den Text von „contests“"),
        "{text}"
    );
}

#[test]
fn a_document_of_another_name_is_no_history_that_goes_on_although_its_words_are_the_same() {
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &named("new").replace("/contests'", "/pages'"), &people(&[TEAM]));
    house.server.page("/pages", &policy("pages", MAY));
    house.round_at("2026-03-02T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new());
}

#[test]
fn a_watch_that_is_taken_off_the_list_is_no_history_that_lies_unused() {
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    let pages = "id: pages, platform: Plaudernetz, document: pages, url: 'SERVER/pages', allow_private_network: true";
    let house = edited(house, pages, &people(&[TEAM]));
    house.show("pages", MAY).round_at("2026-03-02T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new());
}

#[test]
fn a_watch_that_was_off_while_it_was_blind_is_told_anew_and_what_changed_meanwhile_is_told() {
    use crate::house::server::Answer;
    let off = "id: pages, platform: Plaudernetz, document: pages, url: 'SERVER/pages', allow_private_network: true";
    for readable in [false, true] {
        let house = edited(House::new(), WATCH, &people(&[TEAM])).watch("pages", MAY);
        house.round_at("2026-03-01T06:00:00Z");
        house.server.answer("/contests", Answer::status(404));
        for day in 2..=5 {
            house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
        }
        let blind =
            |house: &House| house.subjects().iter().filter(|subject| subject.contains("cannot read 1 page")).count();
        assert_eq!(blind(&house), 1, "{:?}", house.subjects());
        // Off for weeks, in which nobody is told anything of it.
        let house = edited(house, off, &people(&[TEAM]));
        for day in 6..=27 {
            house.show("pages", MAY).round_at(&format!("2026-03-{day:02}T06:00:00Z"));
        }
        let house = edited(house, WATCH, &people(&[TEAM])).watch("pages", MAY);
        if readable {
            house.show("contests", MUST_NOT).round_at("2026-03-28T06:00:00Z");
            assert_eq!(told_to(&house, "Team"), 1, "{:?}", house.subjects());
            assert!(house.subjects().iter().any(|subject| subject.contains("again")), "{:?}", house.subjects());
        } else {
            house.server.answer("/contests", Answer::status(404));
            for day in 28..=31 {
                house.round_at(&format!("2026-03-{day}T06:00:00Z"));
            }
            assert_eq!(blind(&house), 2, "again, once: {:?}", house.subjects());
        }
    }
}

#[test]
fn a_language_that_is_corrected_while_the_page_is_blind_is_the_beginning_and_the_edit_is_told() {
    use crate::house::server::Answer;
    const DE: &str = "<p>Es ist untersagt, Teilnehmende zum Teilen eines Beitrags aufzufordern.</p>";
    let watch = |language: &str| format!("{WATCH}, language: {language}");
    let house = edited(House::new(), &watch("en"), &people(&[TEAM]));
    house.server.page("/contests", &rules("en", ""));
    house.round_at("2026-03-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(403));
    for day in 2..=5 {
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let house = edited(house, &watch("de"), &people(&[TEAM]));
    house.server.answer("/contests", Answer::status(403));
    house.round_at("2026-03-06T06:00:00Z");
    house.server.page("/contests", &rules("de", ""));
    house.round_at("2026-03-07T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 0, "{:?}", house.subjects());
    assert_eq!(
        said(&house),
        "Plaudernetz: contests is watched in another language. What stands there now is the beginning: it is compared with nothing before, and what changes from now on is told."
    );
    house.server.page("/contests", &rules("de", DE));
    house.round_at("2026-03-08T06:00:00Z");
    assert!(house.letters().iter().any(|letter| letter.text.contains("Es ist untersagt")), "{:?}", house.subjects());
}

#[test]
fn a_language_that_is_corrected_to_the_edition_that_is_followed_takes_it_and_what_changes_in_that_moment_is_told() {
    const DE: &str = "<p>Es ist untersagt, Teilnehmende zum Teilen eines Beitrags aufzufordern.</p>";
    for changes in [false, true] {
        let watch = |language: &str| format!("{WATCH}, language: {language}");
        let house = edited(House::new(), &watch("en"), &people(&[TEAM]));
        house.server.page("/contests", &rules("en", ""));
        house.round_at("2026-03-01T06:00:00Z");
        house.server.page("/contests", &rules("de", ""));
        for day in 2..=9 {
            house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
        }
        let house = edited(house, &watch("de"), &people(&[TEAM]));
        let more = if changes { DE } else { "" };
        house.server.page("/contests", &rules("de", more));
        for day in 10..=12 {
            house.round_at(&format!("2026-03-{day}T06:00:00Z"));
        }
        let told = house.letters().iter().filter(|letter| letter.text.contains("Es ist untersagt")).count();
        assert_eq!(told, usize::from(changes), "{:?}", house.subjects());
        assert_eq!(said(&house).matches("is watched in another language").count(), 1, "{}", said(&house));
        let shown = house.run(&["status", "--json"]).stdout;
        assert!(!shown.contains("other_edition"), "it is the document now: {shown}");
    }
}

/// Rules of some length for people in a part of the world.
fn of_region(where_they_live: &str, law: &str, more: &str) -> String {
    let line = |rule: &str| format!("<p>If you live in {where_they_live}, {rule} under the law of {law}.</p>");
    let rules: String = [
        "your contract is with the company that is named at the end of this page and is made",
        "a contest on your page is judged and must be carried out",
        "you may ask for a copy of what is kept about you, and get it within a month,",
        "disputes about an advertisement are settled before the courts at your home",
    ]
    .map(line)
    .concat();
    format!(
        "<!doctype html><html lang=\"en\"><title>Rules for contests</title><main><h1>Rules for contests</h1>{rules}{more}</main></html>"
    )
}

#[test]
fn a_region_that_is_edited_is_what_is_wanted_from_now_on_and_the_edit_is_told() {
    let watch = |language: &str| format!("{WATCH}, language: {language}");
    let (us, uk) = (of_region("the United States", "California", ""), |more: &str| {
        of_region("the United Kingdom", "England", more)
    });
    let house = edited(House::new(), &watch("en-US"), &people(&[TEAM]));
    house.server.page("/contests", &us);
    house.round_at("2026-03-01T06:00:00Z");
    let house = edited(house, &watch("en-GB"), &people(&[TEAM]));
    house.server.page("/contests", &uk(""));
    let looks = house.round_at("2026-03-02T06:00:00Z");
    assert_eq!(looks[0].outcome, hausrecht::model::Outcome::First, "taken at once");
    assert_eq!(told_to(&house, "Team"), 0, "another region is no change of the rules: {:?}", house.subjects());
    assert_eq!(said(&house).matches("is watched for another region").count(), 1, "{}", said(&house));
    house.server.page("/contests", &uk("<p>You must not ask people to share a contest.</p>"));
    house.round_at("2026-03-03T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1, "{:?}", house.subjects());
}

#[test]
fn an_id_that_is_renamed_while_the_page_is_blind_is_no_new_blind_spot_and_loses_no_change() {
    use crate::house::server::Answer;
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(404));
    for day in 2..=5 {
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let house = edited(house, &named("contest-rules"), &people(&[TEAM]));
    house.server.answer("/contests", Answer::status(404));
    house.round_at("2026-03-06T06:00:00Z");
    let blind = house.subjects().iter().filter(|subject| subject.contains("cannot read 1 page")).count();
    assert_eq!(blind, 1, "{:?}", house.subjects());
    house.show("contests", MUST_NOT).round_at("2026-03-07T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1, "{:?}", house.subjects());
}

#[test]
fn an_id_that_is_renamed_before_the_digest_loses_nobody_the_digest() {
    let digest = "{name: Anna, to: [anna@example.com], digest: '0 0 8 * * Mon', tier: fyi}";
    let house = edited(House::new(), WATCH, &people(&[digest]));
    house.round_at("2026-03-03T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-04T06:00:00Z");
    let house = edited(house, &named("contest-rules"), &people(&[digest]));
    house.show("contests", MUST_NOT).round_at("2026-03-09T08:00:00Z");
    assert_eq!(told_to(&house, "Anna"), 1);
    let text = house.letters()[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("the watch “contests” is called “contest-rules” now"), "{text}");
}

#[test]
fn an_address_that_is_corrected_while_the_page_is_blind_ends_the_blindness_and_loses_no_change() {
    use crate::house::server::Answer;
    let moved = WATCH.replace("/contests'", "/contest-rules'");
    let house = edited(House::new(), WATCH, &people(&[TEAM]));
    house.round_at("2026-03-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(404));
    for day in 2..=5 {
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let house = edited(house, &moved, &people(&[TEAM]));
    house.server.page("/contest-rules", &policy("contests", MUST_NOT));
    house.round_at("2026-03-06T06:00:00Z");
    assert_eq!(told_to(&house, "Team"), 1, "{:?}", house.subjects());
    assert!(house.subjects().iter().any(|subject| subject.contains("again")), "{:?}", house.subjects());
}

#[test]
fn every_cell_of_the_table_of_edits_is_a_test() {
    let table = include_str!("../../CONTRIBUTING.md").split("## Edits of the watchlist").nth(1).unwrap();
    let table = table.split("\n## ").next().unwrap();
    let own = include_str!("edits.rs");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| edit")).collect();
    assert!(rows.len() > 15);
    for row in rows {
        let test = row.trim_end_matches(" |").rsplit(" | ").next().unwrap().trim_matches('`');
        assert!(own.contains(&format!("#[test]\nfn {test}()")), "{test}");
    }
}

#[test]
fn what_is_held_back_while_the_watch_gets_other_selectors_is_told_when_it_stays() {
    let ban = "Pictures of weapons are forbidden in all rooms.";
    let fee = "The fee for each post is 5 euros.";
    let shows = |house: &House, more: &[&str]| {
        let more: String = more.iter().map(|text| format!("<p>{text}</p>")).collect();
        house
            .server
            .page("/contests", &policy("contests", &format!("{MAY}</p>{more}<p>Be kind to each other in all rooms.")));
    };
    let at = |day: u32| format!("2026-03-{day:02}T06:00:00Z");
    let mut house = edited(House::new(), WATCH, &people(&[TEAM]));
    let told = |house: &House, text: &str| {
        house.letters().iter().filter(|letter| !letter.changes.is_empty() && letter.text.contains(text)).count()
    };
    for day in 1..=26 {
        if day == 8 {
            assert_eq!(
                (told(&house, ban), told(&house, fee)),
                (2, 1),
                "it came and went, and is held back beside the fee"
            );
            house = edited(house, &format!("{WATCH}, select: [main]"), &people(&[TEAM]));
        }
        match day {
            3 | 4 => shows(&house, &[ban]),
            1 | 2 | 5 | 6 => shows(&house, &[]),
            _ => shows(&house, &[ban, fee]),
        }
        house.round_at(&at(day));
    }
    assert_eq!((told(&house, ban), told(&house, fee)), (3, 1));
}
