//! Hundreds of changes at once: every platform is named, every change has its place, and what no letter names is still to be
//! told.

use std::collections::HashSet;
use std::fs;

use hausrecht::io::store::{FILE_NAME, Store};
use hausrecht::model::{Change, Channel, HookShape, Language, Letter, PasswordSource, Recipient, Webhook};
use hausrecht::steps::compose::{self, News};
use rusqlite::{Connection, params};

use super::samples::*;
use super::{eml, unfolded, visible_words};
use crate::house::program::House;

/// So many alerts of Acme, all for one day, and one of Zeta.
fn alerts(of_acme: usize) -> Vec<Change> {
    let mut changes: Vec<Change> = (0..of_acme)
        .map(|number| {
            let kind = if number % 5 < 3 { "Terms of Service" } else { "Advertising Policy" };
            let mut change = contest_rules();
            change.id = format!("{:08x}", 0xac00_0000_u32 + u32::try_from(number).unwrap());
            change.watch = format!("acme-{number}");
            change.platform = "acme".into();
            change.document = format!("{kind} for region {number}");
            change
        })
        .collect();
    let mut other = contest_rules();
    other.id = "2e7a0001".into();
    other.watch = "zeta-1".into();
    other.platform = "zeta".into();
    other.document = "Contest Rules".into();
    other.assessment.effective_date = None;
    other.assessment.assets.clear();
    changes.push(other);
    changes
}

fn told(changes: &[Change], reader: &Recipient) -> Letter {
    let (assets, duties, zone) = (assets(), duties(), berlin());
    let changes: Vec<&Change> = changes.iter().collect();
    let news = News { changes: &changes, assets: &assets, duties: &duties, ..News::default() };
    compose::alert(&news, reader, &desk(&zone), now()).unwrap()
}

fn in_chat(shape: HookShape) -> Recipient {
    let url = PasswordSource::File("/nowhere".into());
    Recipient { to: vec![], webhook: Some(Webhook { shape, url, secret: None }), ..reader(Language::English) }
}

#[test]
fn two_hundred_alerts_of_one_platform_do_not_hide_the_one_of_another() {
    let letter = told(&alerts(200), &reader(Language::English));
    assert_eq!(letter.changes.len(), 201);
    assert_eq!(
        letter.subject,
        "Acme: contest rules stricter from 15 Dec (24 days) – hits Adventskalender, Facebook-Seite (and 200 more changes, also Zeta)"
    );
    let text = unfolded(&letter);
    for part in [
        "BY PLATFORM - Acme: 200 important changes: terms 120, advertising 80 - Zeta: 1 important change: contests 1",
        "No date given: Zeta: contest rules stricter",
        "Important · Zeta · Contest Rules",
        "more changes stand in the attached comparison only, each by itself.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let html = visible_words(&letter.html);
    assert!(html.contains("Zeta") && html.contains("200 important changes: terms 120, advertising 80"), "{html}");
    let sent = eml(&letter);
    let html = sent.split("Content-Type: text/html").nth(1).unwrap().split("\n--=_").next().unwrap();
    assert!(html.len() < 98_000, "{}", html.len());
    let (_, page) = &letter.attachments[0];
    for id in &letter.changes {
        assert!(
            page.contains(&format!("<a href=\"#{id}\">")) && page.contains(&format!("<section id=\"{id}\"")),
            "{id}"
        );
    }
    if let Some(folder) = std::env::var_os("HAUSRECHT_GALLERY") {
        let folder = std::path::Path::new(&folder);
        fs::write(folder.join("mass-en.html"), &letter.html).unwrap();
        fs::write(folder.join("mass-en.whole.html"), page).unwrap();
        let german = told(&alerts(200), &reader(Language::German));
        fs::write(folder.join("mass-de.html"), &german.html).unwrap();
    }
}

#[test]
fn every_platform_has_a_line_however_many_there_are() {
    let mut changes = alerts(1000);
    for number in 0..100 {
        let mut change = changes[0].clone();
        change.id = format!("{:08x}", 0x1100_0000 + number);
        change.platform = format!("platform-{number}");
        change.watch = format!("platform-{number}-terms");
        changes.push(change);
    }
    let refs: Vec<&Change> = changes.iter().collect();
    let batches = compose::batches(&reader(Language::German), &refs, &[]);
    assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [1000, 101]);
    let first: Vec<Change> = batches[0].iter().map(|change| (*change).clone()).collect();
    let letter = told(&first, &reader(Language::German));
    for number in 0..100 {
        let name = hausrecht::model::platform_name(&format!("platform-{number}"));
        assert!(visible_words(&letter.html).contains(&name), "{name}");
    }
    assert!(letter.html.len() < 100_000, "{}", letter.html.len());
}

#[test]
fn a_chat_is_told_of_every_change_in_messages_that_it_takes() {
    let mut changes = alerts(170);
    changes[2].document =
        "Rules & <Terms> *for* everybody_who [sells] (or buys) things in & around & about Germany".into();
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost] {
        let letters = compose::by_every_way(told(&changes, &in_chat(shape)));
        let mut named = HashSet::new();
        for letter in &letters {
            assert_eq!(letter.channel, Channel::Webhook(shape));
            for id in &letter.changes {
                assert!(
                    letter.text.contains(id.as_str()),
                    "{shape:?}: {id} counts as told and is not in {}",
                    letter.text
                );
                assert!(named.insert(id.clone()), "{shape:?}: {id} twice");
            }
            if shape == HookShape::Teams {
                assert!(letter.text.len() < 28_000, "{}", letter.text.len());
                continue;
            }
            let body: serde_json::Value = serde_json::from_str(&letter.text).unwrap();
            assert!(body["text"].as_str().unwrap().chars().count() <= 16_383);
            let blocks = body["blocks"].as_array().cloned().unwrap_or_default();
            assert!(blocks.len() <= 50);
            assert!(blocks.iter().all(|block| block["text"]["text"].as_str().unwrap().chars().count() <= 3000));
        }
        assert_eq!(named.len(), 171, "{shape:?}");
        let first = letters[0].text.replace('\\', "");
        for part in ["Acme: 170 important changes: terms 102, advertising 68", "Zeta: 1 important change: contests 1"] {
            assert!(first.contains(part), "{shape:?}: {part}\n{first}");
        }
        let ids: HashSet<&str> = letters.iter().map(|letter| letter.message_id.as_str()).collect();
        assert_eq!(ids.len(), letters.len());
    }
}

#[test]
fn a_round_with_a_hundred_and_one_changes_tells_every_one_of_them() {
    let readers = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}\n  - {name: Chat, webhook: \
                   {shape: slack, url_file: /nowhere}, immediately: true, tier: fyi}\n";
    let mut house = House::new().with(readers);
    let server = house.server.url("");
    for number in 0..101 {
        let platform = if number == 50 { "Zeta" } else { "Acme" };
        house = house.watch_as_written(&format!(
            "id: w{number}, platform: {platform}, document: Terms {number}, url: '{server}/w{number}', allow_private_network: true"
        ));
        house.show(&format!("w{number}"), "You may post about your contest as often as you like.");
    }
    let mut open = house.open();
    open.round_at("2026-03-01T06:00:00Z");
    for number in 0..101 {
        house.show(
            &format!("w{number}"),
            &format!("From 1 June 2026 you must not post about contest {number} more than once a day."),
        );
    }
    open.round_at("2026-03-02T06:00:00Z");
    let store = Store::open(&house.data()).unwrap();
    for (reader, many) in [("Team", 1), ("Chat", 2)] {
        assert_eq!(store.untold(reader, 0).unwrap().len(), 0, "{reader}");
        let letters: Vec<Letter> = house.letters().into_iter().filter(|letter| letter.recipient == reader).collect();
        let shown = |letter: &Letter| {
            let files = letter.attachments.iter().map(|(_, page)| page.as_str());
            [letter.text.as_str()].into_iter().chain(files).collect::<String>()
        };
        let told: usize = letters.iter().map(|letter| letter.changes.len()).sum();
        assert!(told == 101 && letters.len() >= many, "{reader}: {told} in {} letters", letters.len());
        for letter in &letters {
            let shown = shown(letter);
            let unnamed = letter.changes.iter().filter(|id| !shown.contains(id.as_str())).count();
            assert_eq!(unnamed, 0, "{reader}");
        }
        assert!(letters[0].text.contains("Zeta"), "{reader}: {}", letters[0].text);
    }
}

#[test]
fn what_no_letter_had_room_for_is_still_to_be_told_and_comes_next() {
    let house = House::new()
        .watch("contests", "You may post about your contest as often as you like.")
        .with("recipients: [{name: Chat, webhook: {shape: teams, url_file: /nowhere}, immediately: true, tier: fyi}]");
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", "You must not post about your contest more than once a day.");
    house.open().round_killed_before_letters("2026-03-02T06:00:00Z");
    let connection = Connection::open(house.data().join(FILE_NAME)).unwrap();
    let change = Store::open(&house.data()).unwrap().untold("Chat", 0).unwrap().remove(0).change;
    let first = change.id.clone();
    for number in 0..900 {
        let change = Change {
            id: format!("{:08x}", 0xee00_0000_u32 + number),
            document: format!("Terms {number}"),
            ..change.clone()
        };
        let content = zstd::bulk::compress(&serde_json::to_vec(&change).unwrap(), 3).unwrap();
        let copied = "INSERT INTO changes (id, watch, part, platform, from_version, to_version, detected_at, kind, tier, to_tell, content)
                      SELECT ?1, watch, part, platform, from_version, to_version, detected_at, kind, tier, to_tell, ?2
                      FROM changes WHERE id = ?3";
        connection.execute(copied, params![change.id, content, first]).unwrap();
    }
    let untold = || Store::open(&house.data()).unwrap().untold("Chat", 0).unwrap().len();
    assert_eq!(untold(), 901);
    let mut left = vec![untold()];
    for day in 3..6 {
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
        left.push(untold());
    }
    assert_eq!(left, [901, 358, 0, 0]);
    let mut named = HashSet::new();
    for letter in house.letters() {
        for id in &letter.changes {
            assert!(letter.text.contains(id.as_str()), "{id}");
            assert!(named.insert(id.clone()), "{id} was told twice");
        }
    }
    assert_eq!(named.len(), 901);
}

#[test]
fn a_comparison_that_is_full_shares_its_room_and_says_what_is_missing() {
    let mut changes = alerts(2);
    changes[0].hunks = (0..60)
        .map(|place| {
            hunk(&[&format!("Section {place}")], &[&format!("+{}", "A long new rule of many words. ".repeat(2000))])
        })
        .collect();
    let letter = told(&changes, &reader(Language::English));
    let (_, page) = &letter.attachments[0];
    for change in &changes[1..] {
        assert!(
            page.contains(&change.hunks[0].after.clone().unwrap()[..40]),
            "the small ones are whole: {}",
            change.id
        );
    }
    let text = unfolded(&letter);
    assert!(text.contains("The attached comparison is full: ") && text.contains(" places are not in it;"), "{text}");
    assert!(page.contains("more clauses</p>"), "{}", page.len());
    assert!(page.len() < 2_500_000, "{}", page.len());
}

#[test]
fn important_changes_in_short_do_not_stand_under_for_information() {
    for (language, more, other, both) in [
        (Language::English, "MORE IMPORTANT CHANGES", "FOR INFORMATION", "MORE CHANGES"),
        (Language::German, "WEITERE WICHTIGE ÄNDERUNGEN", "ZUR KENNTNIS", "WEITERE ÄNDERUNGEN"),
    ] {
        let mut changes = alerts(60);
        let letter = told(&changes, &reader(language));
        assert!(letter.text.contains(more) && !letter.text.contains(other), "{}", letter.text);
        for change in &mut changes[50..55] {
            change.assessment.tier = hausrecht::model::Tier::Fyi;
        }
        let (assets, zone) = (assets(), berlin());
        let changes: Vec<&Change> = changes.iter().collect();
        let news = News { changes: &changes, assets: &assets, ..News::default() };
        let letter = compose::digest(&news, &reader(language), &desk(&zone), now()).unwrap();
        assert!(letter.text.contains(both) && !letter.text.contains(other), "{}", letter.text);
    }
}

#[test]
fn how_many_of_the_dates_come_as_calendar_entries_is_said() {
    let line = |of_acme: usize, language| {
        let letter = told(&alerts(of_acme), &reader(language));
        let mark = if language == Language::German { "Kalender" } else { "calendar" };
        unfolded(&letter).split(". ").find(|line| line.contains(mark)).unwrap().rsplit("-- ").next().unwrap().to_owned()
    };
    assert_eq!(line(40, Language::English), "20 of the 40 dates are attached as calendar entries");
    assert_eq!(line(40, Language::German), "20 von 40 Terminen liegen als Kalendereinträge bei");
    assert_eq!(line(3, Language::English), "The 3 dates are attached as calendar entries");
}

#[test]
fn a_platform_that_changed_in_the_words_of_another_is_counted_with_them() {
    let changes = alerts(200);
    let same: Vec<hausrecht::model::SameWords> = (0..27)
        .map(|number| hausrecht::model::SameWords {
            change: changes[number].id.clone(),
            watch: format!("zeta-{}", number + 2),
            platform: "Zeta".into(),
            document: format!("Rules {number}"),
        })
        .collect();
    let (assets, zone) = (assets(), berlin());
    let refs: Vec<&Change> = changes.iter().collect();
    let line = |language| {
        let news = News { changes: &refs, assets: &assets, same_words: &same, ..News::default() };
        unfolded(&compose::alert(&news, &reader(language), &desk(&zone), now()).unwrap())
    };
    let english = line(Language::English);
    assert!(english.contains("- Zeta: 1 important change: contests 1; 27 more in the same words as Acme"), "{english}");
    let german = line(Language::German);
    assert!(
        german.contains("- Zeta: 1 wichtige Änderung: Gewinnspiele 1; 27 weitere mit dem Wortlaut von Acme"),
        "{german}"
    );
}
