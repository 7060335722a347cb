//! A new reader is told once, after the first round, what is watched, how it was read, and what comes when.

use hausrecht::io::store::FILE_NAME;
use hausrecht::model::{FirstDoubt, Language, Letter, LetterKind, Recipient, Trouble, Welcome};
use hausrecht::steps::compose::{self, News};
use hausrecht::steps::{schedule, watchlist};

use crate::house::program::House;
use crate::house::server::Answer;
use crate::letters::samples::{at, berlin, desk, now, reader};

const TEAM: &str = "  - {name: Team, to: [team@example.com], digest: '0 8 * * Mon'}";
const LEAD: &str =
    "  - {name: Lead, to: [lead@example.com], language: de, immediately: true, tier: alert, operator: true}";
const OLD: &str = "Contests need our approval.";
const NEW: &str = "Contests are forbidden from now on. Whoever runs one loses the page.";

#[test]
fn each_new_reader_gets_one_letter_after_the_first_round_and_no_second_one() {
    let house = house(&[TEAM, LEAD]);
    house.round_at("2026-11-23T06:00:00Z");
    assert_eq!(
        house.subjects(),
        [
            "Team: hausrecht now watches 2 documents of Plaudernetz",
            "Lead: hausrecht beobachtet jetzt 2 Dokumente von Plaudernetz"
        ]
    );
    let letters = house.letters();
    assert!(letters.iter().all(|letter| letter.kind == LetterKind::Welcome && letter.changes.is_empty()));
    let text = letters[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("All 2 pages were read as they are served."), "{text}");
    assert!(text.contains("the next one is due on 23 November 2026, 08:00"), "{text}");
    for day in ["24", "25", "26"] {
        house.round_at(&format!("2026-11-{day}T06:00:00Z"));
    }
    assert_eq!(house.letters().len(), 2, "{:?}", house.subjects());
}

#[test]
fn changes_are_told_as_ever_beside_it() {
    let house = house(&[&LEAD.replace("alert", "fyi")]);
    house.round_at("2026-11-23T06:00:00Z");
    house.show("contests", NEW);
    house.round_at("2026-11-24T06:00:00Z");
    let letters = house.letters();
    assert_eq!((letters.len(), letters[0].kind, letters[1].changes.len()), (2, LetterKind::Welcome, 1));
    // Somebody new is welcomed, and told what their first round finds.
    let house = house.with(&TEAM.replace("digest: '0 8 * * Mon'", "immediately: true"));
    house.show("contests", OLD);
    house.round_at("2026-11-25T06:00:00Z");
    let of_team: Vec<_> = house.letters().into_iter().filter(|letter| letter.recipient == "Team").collect();
    let kinds: Vec<_> = of_team.iter().map(|letter| letter.kind).collect();
    assert!(kinds.contains(&LetterKind::Welcome) && kinds.len() == 2, "{:?}", house.subjects());
}

#[test]
fn where_nothing_could_be_read_it_waits_until_something_is() {
    let house = house(&[TEAM]);
    for id in ["contests", "pages"] {
        house.server.answer(&format!("/{id}"), Answer::status(503));
    }
    house.round_at("2026-11-23T06:00:00Z");
    assert_eq!(house.letters().len(), 0, "{:?}", house.subjects());
    house.show("contests", OLD);
    house.round_at("2026-11-24T06:00:00Z");
    let letters = house.letters();
    assert_eq!(letters.len(), 1);
    let text = &letters[0].text;
    assert!(
        text.contains("1 of 2 pages was read") && text.contains("1 could not be read and is tried again"),
        "{text}"
    );
    assert!(text.contains("Plaudernetz: pages"), "{text}");
}

#[test]
fn what_was_perhaps_read_in_part_is_named_with_its_reason() {
    let house = house(&[TEAM]);
    let kept: String = (1..60)
        .map(|n| {
            format!(
                "{{\"text\":\"Sellers of row number {n} sweep the floor before they leave, and hand in the key.\"}},"
            )
        })
        .collect();
    let script = format!("<script type=application/json id=__NEXT_DATA__>[{kept}{{}}]</script>");
    let main = "<main><h1>Rules for contests</h1><p>Here you find the rules for everybody who runs one.</p></main>";
    house
        .server
        .page("/contests", &format!("<!doctype html><html lang=en><title>contests</title>{main}{script}</html>"));
    house.round_at("2026-11-23T06:00:00Z");
    let text = house.letters()[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("1 of 2 pages was read as it is served."), "{text}");
    assert!(text.contains("Of 1 perhaps not all was read."), "{text}");
    assert!(text.contains("Plaudernetz: contests"), "{text}");
}

#[test]
fn readers_of_an_installation_that_is_upgraded_get_none() {
    let house = house(&[TEAM]);
    house.round_at("2026-11-23T06:00:00Z");
    assert_eq!(house.letters().len(), 1);
    let database = rusqlite::Connection::open(house.data().join(FILE_NAME)).unwrap();
    database
        .execute_batch(
            "DELETE FROM deliveries; DELETE FROM letters; ALTER TABLE readers DROP COLUMN welcomed; DROP TABLE reply_key;
             DROP TABLE used_codes; DROP TABLE mailboxes; PRAGMA user_version = 7;",
        )
        .unwrap();
    drop(database);
    house.round_at("2026-11-24T06:00:00Z");
    assert_eq!(house.subjects(), Vec::<String>::new());
}

#[test]
fn a_reader_under_a_new_name_gets_none_and_it_can_be_switched_off() {
    let first = house(&[TEAM]);
    first.round_at("2026-11-23T06:00:00Z");
    let renamed = first.watchlist().replace("name: Team", "name: Social media");
    let now = at("2026-11-24T06:00:00Z");
    assert!(watchlist::read(&renamed, "watchlist.yaml", now).is_ok());
    std::fs::write(first.folder.path().join("watchlist.yaml"), renamed).unwrap();
    first.run_as_it_is(&["check", "--all"]);
    let welcomed = first.letters().iter().filter(|letter| letter.kind == LetterKind::Welcome).count();
    assert_eq!(welcomed, 1, "{:?}", first.subjects());

    let off = House::new().watch("contests", OLD).with("recipients:").with(TEAM);
    off.round_at("2026-11-23T06:00:00Z");
    let on = off.with_settings("welcome: true");
    on.round_at("2026-11-24T06:00:00Z");
    assert_eq!(on.letters().len(), 0, "who switches it on later is no new reader");
}

#[test]
fn only_what_a_reader_follows_is_listed() {
    let house = house(&[&TEAM.replace("digest", "platforms: [facebook], digest")]).watch_as_written(
        "id: live, platform: Facebook, document: Live Policy, url: 'SERVER/live', allow_private_network: true",
    );
    house.show("live", OLD);
    house.round_at("2026-11-23T06:00:00Z");
    let letters = house.letters();
    assert_eq!(letters[0].subject, "hausrecht now watches 1 document of Facebook");
    assert!(letters[0].text.contains("Live Policy") && !letters[0].text.contains("Plaudernetz"), "{}", letters[0].text);
}

#[test]
fn the_letters_are_reviewed_as_they_are_read() {
    for language in [Language::English, Language::German] {
        let letter = letter(language);
        let name = format!("welcome_{}", language.tag());
        insta::assert_snapshot!(name.clone(), format!("Subject: {}\n\n{}", letter.subject, letter.text));
        insta::assert_snapshot!(format!("{name}_html"), letter.html);
        assert!(letter.html.len() < 40_000);
        if let Ok(folder) = std::env::var("LETTERS_TO") {
            std::fs::write(format!("{folder}/{name}.html"), &letter.html).unwrap();
        }
    }
}

#[test]
fn what_stands_in_a_page_or_a_list_does_not_break_the_letter() {
    let mut welcome = whole();
    welcome.platforms = vec![("<b>x</b>".into(), vec!["<script>alert(1)</script>".into(); 3])];
    welcome.assets = vec!["\u{202e}asset<i>".into()];
    let letter = composed(&welcome, &reader(Language::English));
    assert!(!letter.html.contains("<script>") && !letter.html.contains("<i>") && !letter.html.contains('\u{202e}'));
}

fn house(recipients: &[&str]) -> House {
    let house = House::new().watch("contests", OLD).watch("pages", "Pages need a name.");
    let house = house.with_settings("welcome: true").with("recipients:");
    recipients.iter().fold(house, |house, recipient| house.with(recipient))
}

/// A first round of many pages, with all that may be said of it.
fn whole() -> Welcome {
    let documents = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let doubt = |platform: &str, document: &str, url: &str, trouble| FirstDoubt {
        platform: platform.into(),
        document: document.into(),
        url: url.into(),
        trouble,
    };
    Welcome {
        platforms: vec![
            (
                "facebook".into(),
                documents(&[
                    "Pages, Groups and Events Policies",
                    "Live Policy",
                    "Community Standards",
                    "Advertising Standards",
                    "Commercial Terms",
                    "Terms of Service",
                    "Privacy Policy",
                ]),
            ),
            ("youtube".into(), documents(&["Contest policies and guidelines", "Terms of Service"])),
            ("tiktok".into(), documents(&["Community Guidelines"])),
        ],
        plainly: 5,
        by_browser: 3,
        as_pdf: 1,
        as_feed: 0,
        waiting: 1,
        doubts: vec![
            doubt("facebook", "Live Policy", "https://en-gb.facebook.com/policies/live", Trouble::LoginWall),
            doubt(
                "tiktok",
                "Community Guidelines",
                "https://www.tiktok.com/community-guidelines",
                Trouble::Empty { scripts: true },
            ),
        ],
        assets: documents(&["Facebook-Seite", "Adventskalender"]),
        reminders: vec![14, 3],
        digest: {
            let line = schedule::parse("0 8 * * Mon", now()).unwrap();
            schedule::next(&line, &berlin(), now())
        },
    }
}

fn letter(language: Language) -> Letter {
    let line = schedule::parse("0 8 * * Mon", now()).unwrap();
    let reader = Recipient { digest: Some(line), operator: language == Language::German, ..reader(language) };
    composed(&whole(), &reader)
}

fn composed(welcome: &Welcome, reader: &Recipient) -> Letter {
    let zone = berlin();
    let news = News { welcome: Some(welcome), from: now(), until: now(), ..News::default() };
    compose::welcome(&news, reader, &desk(&zone), now()).unwrap()
}
