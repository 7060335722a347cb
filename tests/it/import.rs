//! Taking over from other programs: their lists become lines of a watchlist, their archives a history.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::house::program::{House, Ran, policy};
use hausrecht::model::{DocumentKind, Render, Watchlist};
use hausrecht::steps::import::{self, Taken};
use hausrecht::steps::watchlist::read;
use jiff::Timestamp;

const PLAUDERNETZ: &str = r##"{
  "name": "Plaudernetz Ads",
  "terms": {
    "Terms of Service": {"fetch": "https://plaudernetz.example/terms", "select": "main", "remove": [".date", ".share"]},
    "Privacy Policy": {
      "fetch": "https://plaudernetz.example/privacy#top",
      "select": [{"startAfter": "#start", "endBefore": "#end"}, "aside.note"],
      "remove": {"startBefore": ".ad", "endAfter": ".ad"},
      "executeClientScripts": true,
      "filter": ["cleanUrls", {"removeQueryParams": ["utm"]}]
    },
    "Community Guidelines": {
      "combine": [
        {"fetch": "https://plaudernetz.example/rules"},
        {"fetch": "https://plaudernetz.example/rules/spam", "select": ["#spam"], "filter": ["dropNumbers"]},
        {"fetch": "https://plaudernetz.example/rules/hate", "executeClientScripts": true}
      ],
      "select": ["article"]
    },
    "Developer Terms": {"fetch": "https://plaudernetz.example/dev", "select": ["main", "p:visible"]},
    "Imprint": {"fetch": "ftp://plaudernetz.example/imprint", "select": "main"},
    "Copyright Claims Policy": {"fetch": "https://plaudernetz.example/terms#copyright", "select": "main", "remove": [".date", ".share"]}
  }
}"##;

#[test]
fn declarations_of_open_terms_archive_become_lines_of_a_watchlist() {
    let ran = archive_of(&[("Plaudernetz Ads.json", PLAUDERNETZ)]).run_as_it_is(&["import", "ota", "collection"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    insta::assert_snapshot!("ota_lines", ran.stdout);
    insta::assert_snapshot!("ota_left", ran.stderr);
    let list = good(&ran.stdout);
    let kinds: Vec<_> = list.watches.iter().map(|watch| watch.kind).collect();
    assert_eq!(
        kinds,
        [DocumentKind::Terms, DocumentKind::Privacy, DocumentKind::Community, DocumentKind::Developer],
        "the declaration's order is kept"
    );
    let rules = list.watch("plaudernetz-ads-community-guidelines").unwrap();
    assert_eq!((rules.pages.len(), rules.render), (3, Render::Browser));
}

#[test]
fn older_declarations_and_broken_files_do_not_stop_the_rest() {
    let house = archive_of(&[
        (
            "Alt.json",
            r#"{"name": "Alt", "documents": {"Terms of Service": {"fetch": "https://alt.example/agb", "select": ["main"]}}}"#,
        ),
        ("Broken.json", "{\"name\": \"Broken\", "),
        ("Empty.json", "{}"),
        ("List.json", "[1, 2]"),
        (
            "Odd.json",
            r#"{"name": "Odd", "terms": {"Terms of Service": "https://odd.example", "Privacy Policy": {"select": "main"}}}"#,
        ),
        ("Alt.filters.js", "module.exports = {}"),
        ("Alt.history.json", "{}"),
    ]);
    let ran = house.run_as_it_is(&["import", "ota", "collection/declarations"]);
    assert_eq!(good(&ran.stdout).watches.len(), 1);
    insta::assert_snapshot!("ota_broken", ran.stderr);
}

#[test]
fn nothing_hostile_in_a_declaration_reaches_the_terminal_or_breaks_the_watchlist() {
    let hostile = "{\"name\": \"Ev\\u001b[31mil\\n- id: x\", \"terms\": {\"Terms: \\\"#\\u0007\": {\"fetch\": \"https://evil.example/a b\\nc\", \"select\": \"a[title=\\\"x\\ny\\\"]\"}, \"\": {\"fetch\": \"https://evil.example/\"}}}";
    let ran = archive_of(&[("Evil.json", hostile)]).run_as_it_is(&["import", "ota", "collection"]);
    assert!(
        !ran.stdout.contains('\u{1b}') && !ran.stderr.contains('\u{1b}') && !ran.stderr.contains('\u{7}'),
        "{ran:?}"
    );
    good(&ran.stdout);
}

#[test]
fn hundreds_of_services_are_one_watchlist() {
    let mut taken = Taken::default();
    for number in 0..600 {
        let text = PLAUDERNETZ
            .replace("Plaudernetz Ads", &format!("Dienst {number}"))
            .replace("plaudernetz", &format!("dienst{number}"));
        taken.entries.extend(import::open_terms_archive("x.json", &text).entries);
    }
    let fragment = import::fragment(taken, now());
    assert_eq!(good(&fragment.text).watches.len(), 600 * 4);
}

#[test]
fn a_folder_without_declarations_is_an_error_with_a_hint() {
    let house = House::new();
    let ran = house.run_as_it_is(&["import", "ota", "."]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("holds no declarations") && ran.stderr.contains("--history"), "{ran:?}");
}

#[test]
fn the_jobs_of_urlwatch_become_lines_of_a_watchlist() {
    let ran = from_file(
        "urls.yaml",
        "urlwatch",
        r#"# my jobs
name: "YouTube: contests"
url: "https://support.google.com/youtube/answer/1620498"
filter:
  - css:
      selector: main
      exclude: nav, .toc
  - html2text
  - strip
---
url: https://help.plaudernetz.example/rules
filter: element-by-id:content,html2text
headers: {Accept-Language: "de-DE,de;q=0.8", X-Token: secret, X-Region: de, Cookie: a=b}
---
name: Contest rules
navigate: https://plaudernetz.example/contests
filter: [{element-by-class: rules}, {css: "p"}, {xpath: "//p"}, {grep: "prize"}]
cookies: {consent: "yes"}
---
name: Uptime
command: uptime
---
name: [broken
---
name: Post
url: https://plaudernetz.example/form
data: {a: b}
---
- just
- a list
---
name: Off
url: https://off.example.co.uk/
enabled: false
"#,
    );
    insta::assert_snapshot!("urlwatch_lines", ran.stdout);
    insta::assert_snapshot!("urlwatch_left", ran.stderr);
    assert_eq!(good(&ran.stdout).watches.len(), 3);
    assert!(!ran.stderr.contains("secret"), "what may be a secret is not repeated");
}

#[test]
fn the_watches_of_changedetection_become_lines_of_a_watchlist() {
    let ran = from_file(
        "url-watches.json",
        "changedetection",
        r##"{
  "settings": {"application": {"fetch_backend": "html_webdriver"}, "requests": {"time_between_check": {"hours": 3}}},
  "watching": {
    "u1": {"url": "https://plaudernetz.example/ads", "title": "Ads rules", "include_filters": ["main"], "subtractive_selectors": ["nav", ""],
           "fetch_backend": "html_requests", "time_between_check": {"weeks": null, "days": 1, "hours": 0}, "ignore_text": [], "headers": {}},
    "u2": {"url": "https://plaudernetz.example/terms", "title": null, "include_filters": ["xpath://p", "#main"], "fetch_backend": "system",
           "time_between_check_use_default": true, "paused": true, "trigger_text": ["prize"], "processor": "text_json_diff"},
    "u3": {"url": "https://shop.example/{{ today }}"},
    "u4": {"url": "https://shop.example/p", "processor": "restock_diff"},
    "u5": {"url": "", "title": "Nothing"},
    "u6": {"url": "https://plaudernetz.example/fees", "time_between_check": {"minutes": 10}, "fetch_backend": "html_requests"}
  }
}"##,
    );
    insta::assert_snapshot!("changedetection_lines", ran.stdout);
    insta::assert_snapshot!("changedetection_left", ran.stderr);
    assert_eq!(good(&ran.stdout).watches.len(), 2, "what is paused there is switched off here");
}

#[test]
fn a_packed_backup_is_named_as_such() {
    let ran = from_file("backup.zip", "changedetection", "PK\u{3}\u{4}rest");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("unpack it first"), "{ran:?}");
    let ran = from_file("other.json", "changedetection", "{\"a\": 1}");
    assert!(ran.stderr.contains("url-watches.json"), "{ran:?}");
}

const FIRST: &str = "You may post about your contest as often as you like.";
const SECOND: &str = "You must not post about your contest more than once a day.";
const THIRD: &str = "You must not post about your contest more than once a week, and never for money.";

#[test]
fn the_history_of_an_archive_becomes_a_history_to_search_in() {
    let house = watching();
    let archive = house.folder.path().join("versions");
    commit(&archive, "2024-01-01T10:00:00Z", "First record of Plaudernetz Terms of Service", &markdown(FIRST));
    commit(&archive, "2024-02-01T10:00:00Z", "Record new changes of Plaudernetz Terms of Service", &markdown(SECOND));
    // Only the archive's own reading changed: a line that was left out before.
    let upgraded = |text: &str| format!("{}\n## Contact\n\nWrite to our office in the harbour.\n", markdown(text));
    commit(
        &archive,
        "2024-02-15T10:00:00Z",
        "Apply technical or declaration upgrade on Plaudernetz Terms of Service",
        &upgraded(SECOND),
    );
    commit(&archive, "2024-03-01T10:00:00Z", "Record new changes of Plaudernetz Terms of Service", &upgraded(THIRD));
    fs::write(archive.join("README.md"), "# Versions").unwrap();
    git(&archive, "2024-03-02T10:00:00Z", &["add", "-A"]);
    git(&archive, "2024-03-02T10:00:00Z", &["commit", "-qm", "Say what this is"]);

    let ran = house.run(&["import", "ota", ".", "--history"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(ran.stdout, "4 captures taken in: 2 changes, 2 without news, 0 unreadable\n");
    let log = house.run(&["log", "--json"]).stdout;
    let told: Vec<(String, String)> = log
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|change| {
            (
                change["detected_at"].as_str().unwrap().to_owned(),
                change["hunks"][0]["after"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [("2024-02-01T10:00:00Z".to_owned(), SECOND.to_owned()), ("2024-03-01T10:00:00Z".to_owned(), THIRD.to_owned()),],
        "each on the day of its commit; the archive's upgrade is none of the platform's doing"
    );
    assert_eq!(house.letters().len(), 0, "nothing is mailed");
    // Once more: nothing is new.
    assert!(house.run(&["import", "ota", ".", "--history"]).stdout.starts_with("0 captures"), "taken once only");
}

#[test]
fn the_first_own_look_after_an_archive_is_no_change() {
    let house = watching();
    let archive = house.folder.path().join("versions");
    commit(&archive, "2024-01-01T10:00:00Z", "First record", &markdown(FIRST));
    house.run(&["import", "ota", ".", "--history", "plaudernetz-terms-of-service"]);
    // The page as we read it has words that the archive left out.
    house.server.page("/terms", &policy("Terms", THIRD));
    let looks = house.round_at("2026-11-01T06:00:00Z");
    assert!(looks[0].change.is_none(), "{looks:?}");
    house.server.page("/terms", &policy("Terms", FIRST));
    let looks = house.round_at("2026-11-02T06:00:00Z");
    assert!(looks[0].change.is_some(), "and from then on changes are told");
    // A past that comes late would be told as new.
    commit(&archive, "2026-12-01T10:00:00Z", "Record new changes", &markdown(SECOND));
    let ran = house.run(&["import", "ota", ".", "--history"]);
    assert!(ran.stdout.starts_with("0 captures") && ran.stderr.contains("has a history of its own"), "{ran:?}");
}

#[test]
fn a_file_of_another_name_can_be_named_and_trouble_is_told() {
    let house = watching();
    let archive = house.folder.path().join("versions");
    commit(&archive, "2024-01-01T10:00:00Z", "First record", &markdown(FIRST));
    fs::create_dir_all(archive.join("Früher")).unwrap();
    fs::rename(archive.join("Plaudernetz/Terms of Service.md"), archive.join("Früher/AGB.md")).unwrap();
    git(&archive, "2024-02-01T10:00:00Z", &["add", "-A"]);
    git(&archive, "2024-02-01T10:00:00Z", &["commit", "-qm", "Rename service"]);
    let id = "plaudernetz-terms-of-service";
    let ran = house.run(&["import", "ota", ".", "--history", id, "--file", "Früher/AGB.md"]);
    assert!(ran.stdout.starts_with("1 captures taken in"), "{ran:?}");
    let ran = house.run(&["import", "ota", ".", "--history", id, "--file", "nowhere.md"]);
    assert!(ran.code == 2 && ran.stderr.contains("belongs to watch"), "{ran:?}");
    let ran = house.run(&["import", "ota", "data", "--history"]);
    assert!(ran.code == 2 && ran.stderr.contains("no history that can be read"), "{ran:?}");
    let without_git = house.command(&["import", "ota", ".", "--history"]).env("PATH", "").output().unwrap();
    assert!(String::from_utf8(without_git.stderr).unwrap().contains("the program `git` was not found"));
}

#[test]
fn a_page_with_other_selectors_is_another_document_and_the_same_one_is_left_out_with_a_note() {
    let declared = r##"{"name": "Plaudernetz", "terms": {
      "Terms of Service": {"fetch": "https://plaudernetz.example/terms", "select": "main", "remove": ".ads"},
      "Commercial Terms": {"fetch": "https://plaudernetz.example/terms", "select": "main", "remove": ".private"},
      "Developer Terms": {"fetch": "https://plaudernetz.example/terms", "select": "#developers"},
      "Privacy Policy": {"combine": [{"fetch": "https://plaudernetz.example/terms", "select": "#privacy"}, {"fetch": "https://plaudernetz.example/more", "select": "main"}]},
      "Imprint": {"fetch": "https://plaudernetz.example/terms", "select": "main", "remove": ".ads"}
    }}"##;
    let house = archive_of(&[("Plaudernetz.json", declared)]);
    let ran = house.run_as_it_is(&["import", "ota", "collection"]);
    assert_eq!(good(&ran.stdout).watches.len(), 4, "{}", ran.stdout);
    assert!(
        ran.stderr.contains("Plaudernetz, Imprint: the same page is watched as `plaudernetz-terms-of-service` already")
    );
    fs::write(house.folder.path().join("watchlist.yaml"), &ran.stdout).unwrap();
    let checked = house.run_as_it_is(&["watchlist", "check"]);
    assert_eq!(checked.code, 0, "{checked:?}");
}

#[test]
fn the_catalogue_names_its_places_in_the_public_collections() {
    let house = House::new();
    let archive = house.folder.path().join("versions");
    let places = [
        "Facebook/Trackers Policy",
        "Instagram/Content Monetisation Policy",
        "Snap/Commercial Terms",
        "Fremd/Terms of Service",
    ];
    git_at(&archive, &["init", "-q", "."]);
    for place in places {
        let file = archive.join(format!("{place}.md"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, markdown(FIRST)).unwrap();
        git(&archive, "2024-01-01T10:00:00Z", &["add", "-A"]);
        git(&archive, "2024-01-01T10:00:00Z", &["commit", "-qm", "First record"]);
    }
    fs::write(house.folder.path().join("watchlist.yaml"), "catalogue: {}\n").unwrap();
    let ran = house.run_as_it_is(&["import", "ota", ".", "--history"]);
    assert!(ran.stdout.starts_with("3 captures taken in"), "{ran:?}");
    assert!(ran.stderr.contains("1 files belong to no watch, such as Fremd/Terms of Service.md"), "{ran:?}");
    for watch in ["facebook-cookie", "instagram-content-monetisation", "snapchat-business-services-terms"] {
        let history = house.run_as_it_is(&["history", watch, "--json"]);
        assert!(history.stdout.contains("2024-01-01"), "{watch}: {history:?}");
    }
}

#[test]
fn no_place_in_a_collection_is_claimed_by_two_watches_of_the_catalogue() {
    let shipped = good("catalogue: {}\n");
    let mut places: Vec<&String> = shipped.watches.iter().flat_map(|watch| &watch.ota).collect();
    let named = places.len();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), named);
    assert!(named >= 80, "{named}");
}

/// A collection with these declarations in `collection/declarations`.
fn archive_of(files: &[(&str, &str)]) -> House {
    let house = House::new();
    let folder = house.folder.path().join("collection/declarations");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    house
}

fn from_file(name: &str, program: &str, text: &str) -> Ran {
    let house = House::new();
    fs::write(house.folder.path().join(name), text).unwrap();
    house.run_as_it_is(&["import", program, name])
}

/// A house that watches the terms whose versions lie in its folder `versions`.
fn watching() -> House {
    let house = House::new().watch_as_written(
        "id: plaudernetz-terms-of-service, platform: Plaudernetz, document: Terms of Service, url: 'SERVER/terms', allow_private_network: true",
    ).with("recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: none}");
    let archive = house.folder.path().join("versions");
    fs::create_dir_all(archive.join("Plaudernetz")).unwrap();
    fs::create_dir_all(house.data()).unwrap();
    git(&archive, "2024-01-01T00:00:00Z", &["init", "-q", "."]);
    house
}

fn commit(archive: &Path, at: &str, subject: &str, text: &str) {
    fs::create_dir_all(archive.join("Plaudernetz")).unwrap();
    fs::write(archive.join("Plaudernetz/Terms of Service.md"), text).unwrap();
    git(archive, at, &["add", "-A"]);
    git(archive, at, &["commit", "-qm", subject]);
}

fn git_at(folder: &Path, args: &[&str]) {
    fs::create_dir_all(folder).unwrap();
    git(folder, "2024-01-01T00:00:00Z", args);
}

fn git(folder: &Path, at: &str, args: &[&str]) {
    let ran = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=Archive", "-c", "user.email=archive@example.com", "-c", "commit.gpgsign=false"])
        .args(args)
        .env("GIT_AUTHOR_DATE", at)
        .env("GIT_COMMITTER_DATE", "2025-01-01T00:00:00Z")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
}

fn markdown(text: &str) -> String {
    format!(
        "# Rules for everybody\n\nThese rules apply to everybody who runs a page, a contest or an advertisement here.\n\n\
         ## What you may do\n\n{text}\n\n## What happens when you break the rules\n\n\
         We may limit, suspend or remove your account. You can ask for a review within 30 days.\n"
    )
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

fn good(text: &str) -> Watchlist {
    read(text, "watchlist.yaml", now()).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}
