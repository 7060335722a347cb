//! A change that is handed on: as Markdown, as a page by itself, and with nothing left out.

use crate::house::program::House;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}";

/// A house in which a rule of many words got a hostile name in its middle, and the id of that change.
fn changed() -> (House, String) {
    let long = |name: &str| {
        let before = "Whoever runs a contest on these pages says who runs it and until when it runs. ".repeat(4);
        format!("{before}You must not name <b>{name}</b> in a contest. {before}")
    };
    let house = House::new().watch("contests", &long("sponsors")).with(TEAM);
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", &long("*judges* [x](http://evil.example)"));
    house.round_at("2026-03-02T06:00:00Z");
    let listed = house.run(&["log", "--json"]).stdout;
    let line: serde_json::Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    let id = line["id"].as_str().unwrap().to_owned();
    (house, id)
}

#[test]
fn markdown_holds_all_of_it_and_text_of_the_page_stays_text() {
    let (house, id) = changed();
    let ran = house.run(&["show", &id, "--format", "md"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.starts_with("# Plaudernetz: contests\n\n- judged: "), "{}", ran.stdout);
    assert!(ran.stdout.contains("~~sponsors~~") && ran.stdout.contains(r"**\*judges\* \[x\]"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("[x](") && ran.stdout.matches("Whoever runs").count() == 8, "{}", ran.stdout);
}

#[test]
fn a_page_by_itself_shows_both_sides_and_runs_nothing() {
    let (house, id) = changed();
    let page = house.run(&["show", &id, "--format", "html"]).stdout;
    assert!(page.contains("<del") && page.contains("<ins") && page.contains(&id), "{page}");
    assert!(!page.contains("<script") && !page.contains("href=\"http://evil"), "{page}");
    let german = house.run(&["--language", "de", "show", &id, "--format", "html"]).stdout;
    assert!(german.contains("lang=\"de\""), "{german}");
}

#[test]
fn what_is_left_out_is_marked_and_in_full_nothing_is() {
    let (house, id) = changed();
    let said = |args: &[&str]| house.run(args).stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said(&["show", &id]).contains("[…]"));
    let full = said(&["show", &id, "--full"]);
    assert!(!full.contains('…') || !full.contains("[…]"), "{full}");
    assert_eq!(full.matches("Whoever runs a contest on these pages").count() % 8, 0, "{full}");
    assert_ne!(house.run(&["show", &id, "--format", "md", "--json"]).code, 0);
}

#[test]
fn a_passage_that_is_held_back_is_no_page_to_hand_on() {
    let house = House::new().watch("contests", "You must not name sponsors.").with(TEAM);
    for (at, day) in [("2026-03-01", "1 March 2026"), ("2026-03-02", "2 March 2026"), ("2026-03-03", "3 March 2026")] {
        house.server.page(
            "/contests",
            &crate::house::program::policy("contests", "You must not name sponsors.")
                .replace("</main>", &format!("<p>Last updated: {day}</p></main>")),
        );
        house.round_at(&format!("{at}T06:00:00Z"));
    }
    let listed = house.run(&["log", "--held", "--json"]).stdout;
    let row: serde_json::Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    let id = row["id"].as_str().unwrap();
    let ran = house.run(&["show", id, "--format", "html"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
    assert!(ran.stderr.contains("is a passage that is held back"), "{ran:?}");
    assert_eq!(house.run(&["show", id, "--full"]).code, 0);
}

#[test]
fn to_whom_it_was_told_and_what_was_decided_are_handed_on_and_the_zone_of_the_times_too() {
    let (house, id) = changed();
    let note = "ask *the* <b>agency</b>";
    let ack = ["ack", &id, "act", "--due", "2027-01-15", "--by", "Lena", "--note", note];
    assert_eq!(house.run(&ack).code, 0);
    let end = |text: &str, from: &str| {
        let now = regex::Regex::new(r"20\d\d-\d\d-\d\d \d\d:\d\d: |[0-9a-f]{16,}").unwrap();
        let at = text.find(from).unwrap_or_else(|| panic!("no {from}: {text}"));
        now.replace_all(&text[at..], "NOW: ").into_owned()
    };
    let english = house.run(&["show", &id, "--format", "md"]).stdout;
    assert!(english.contains("- times: UTC\n"), "{english}");
    insta::assert_snapshot!("told_and_decided_in_markdown", end(&english, "## Told"));
    let german = house.run(&["--language", "de", "show", &id, "--format", "md"]).stdout;
    assert!(german.contains("- Uhrzeiten: UTC\n"), "{german}");
    insta::assert_snapshot!("told_and_decided_in_german_markdown", end(&german, "## Gemeldet"));
    let page = house.run(&["show", &id, "--format", "html"]).stdout;
    assert!(page.contains("Times are in UTC.") && !page.contains("<b>agency"), "{page}");
    insta::assert_snapshot!("told_and_decided_on_a_page", end(&page, "<h3>Told"));
    // What nobody was told of or decided about is said to be so.
    let alone = House::new().watch("contests", "You must not name sponsors.");
    alone.round_at("2026-03-01T06:00:00Z");
    alone.show("contests", "You must not name sponsors or judges in a contest.").round_at("2026-03-02T06:00:00Z");
    let row: serde_json::Value =
        serde_json::from_str(alone.run(&["log", "--json"]).stdout.lines().next().unwrap()).unwrap();
    let said = alone.run(&["show", row["id"].as_str().unwrap(), "--format", "md"]).stdout;
    assert!(said.ends_with("## Told and decided\n\n- told: nobody\n- decided: nothing yet\n"), "{said}");
}
