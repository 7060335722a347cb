//! Completion of ids in a shell: quick, silent, and without leaving anything behind.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::house::program::House;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// What bash would offer for the last of these words, by the script that the program prints; none where there is no bash.
fn offered(house: &House, kind: &str, words: &[&str]) -> Option<Output> {
    let folder = house.folder.path().join("bin");
    std::fs::create_dir_all(&folder).unwrap();
    let _ = std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_hausrecht"), folder.join("hausrecht"));
    let last = words.len() - 1;
    let quoted: String = words.iter().map(|word| format!(" '{word}'")).collect();
    let script = format!(
        "source <(hausrecht completions bash)\ncomplete -p hausrecht >/dev/null || exit 9\n\
         COMP_WORDS=({quoted}); COMP_CWORD={last}; COMP_TYPE={kind}\n\
         _clap_complete_hausrecht hausrecht '{}' '{}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words[last],
        words[last - 1]
    );
    let plain = house.command(&[]);
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    Command::new("bash")
        .args(["--norc", "-c", &script])
        .current_dir(house.folder.path())
        .env_clear()
        .envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("PATH", path)
        .output()
        .ok()
}

/// The words for the first press of the key.
fn words(house: &House, line: &[&str]) -> Option<Vec<String>> {
    let output = offered(house, "9", line)?;
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{line:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    Some(said.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// The ids among them: where there are none, a command's options are offered.
fn ids(house: &House, line: &[&str]) -> Option<Vec<String>> {
    let words = words(house, line)?;
    Some(words.into_iter().filter(|word| !word.starts_with("--")).collect())
}

fn changed() -> (House, String) {
    let house = House::new()
        .watch("contests", MAY)
        .watch("pages", MAY)
        .with("recipients: [{name: Lead, to: [lead@example.com]}]");
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let line: Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let id = line["id"].as_str().unwrap().to_owned();
    (house, id)
}

#[test]
fn bash_completes_the_ids_of_watches_and_of_changes() {
    let (house, id) = changed();
    let Some(watches) = words(&house, &["hausrecht", "history", ""]) else { return };
    assert_eq!(watches, ["contests", "pages"]);
    let all = |line: &[&str]| words(&house, line).unwrap();
    assert_eq!(all(&["hausrecht", "explain", "co"]), ["contests"]);
    assert_eq!(all(&["hausrecht", "log", "--watch", "p"]), ["pages"]);
    assert_eq!(all(&["hausrecht", "check", "contests", "p"]), ["pages"]);
    assert_eq!(all(&["hausrecht", "since", "once a day", "c"]), ["contests"]);
    assert_eq!(all(&["hausrecht", "show", ""]), [id.as_str()]);
    assert_eq!(all(&["hausrecht", "show", &id[..2]]), [id.as_str()]);
    assert_eq!(all(&["hausrecht", "ack", ""]), [id.as_str()]);
    assert!(all(&["hausrecht", "ack", &id, ""]).contains(&"defer".to_owned()));
    assert_eq!(all(&["hausrecht", "log", "--platform", ""]), ["plaudernetz"]);
    assert_eq!(all(&["hausrecht", "mail", "test", "--recipient", ""]), ["Lead"]);
    assert_eq!(all(&["hausrecht", "diff", "watchl"]), ["watchlist.yaml"]);
    assert_eq!(all(&["hausrecht", "diff", "pa"]), ["pages"]);
    assert_eq!(all(&["hausrecht", "hist"]), ["history"]);
    assert!(all(&["hausrecht", "show", "--fu"]).contains(&"--full".to_owned()));
    assert_eq!(all(&["hausrecht", "show", "zz"]), Vec::<String>::new());
}

#[test]
fn the_second_press_of_the_key_says_what_the_ids_are() {
    let (house, id) = changed();
    let Some(output) = offered(&house, "63", &["hausrecht", "history", ""]) else { return };
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, "contests  Plaudernetz · contests\npages     Plaudernetz · pages\n");
    house.show("pages", MUST_NOT).round_at("2026-03-03T06:00:00Z");
    let output = offered(&house, "63", &["hausrecht", "show", ""]).unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.ends_with(&format!("{id}  2026-03-02  contests, alert\n")), "the newest comes first: {said}");
    assert!(said.contains("  2026-03-03  pages, "), "{said}");
}

#[test]
fn the_watchlist_and_the_data_that_the_line_names_are_meant() {
    let (house, id) = changed();
    let here = house.folder.path();
    std::fs::create_dir(here.join("other place")).unwrap();
    std::fs::rename(here.join("data"), here.join("other place/data")).unwrap();
    let Some(none) = ids(&house, &["hausrecht", "show", ""]) else { return };
    assert_eq!(none, Vec::<String>::new());
    let all = |line: &[&str]| words(&house, line).unwrap();
    assert_eq!(all(&["hausrecht", "--data", "other place/data", "show", ""]), [id.as_str()]);
    assert_eq!(all(&["hausrecht", "--data=other place/data", "show", ""]), [id.as_str()]);
    assert_eq!(all(&["hausrecht", "--data", "~/other place/data", "show", ""]), [id.as_str()]);
    std::fs::rename(here.join("watchlist.yaml"), here.join("mine.yaml")).unwrap();
    assert_eq!(ids(&house, &["hausrecht", "history", ""]).unwrap(), Vec::<String>::new());
    assert_eq!(all(&["hausrecht", "--watchlist", "mine.yaml", "history", ""]), ["contests", "pages"]);
}

#[test]
fn where_there_is_nothing_or_nothing_readable_nothing_is_offered_said_or_made() {
    let house = House::new().watch("contests", MAY);
    let Some(none) = ids(&house, &["hausrecht", "show", ""]) else { return };
    assert_eq!(none, Vec::<String>::new());
    assert_eq!(ids(&house, &["hausrecht", "history", ""]).unwrap(), Vec::<String>::new());
    assert!(!house.data().exists(), "completing makes no folder");
    std::fs::write(house.folder.path().join("watchlist.yaml"), "watches: [").unwrap();
    std::fs::create_dir(house.data()).unwrap();
    std::fs::write(house.data().join("hausrecht.sqlite"), "no database").unwrap();
    for line in [["hausrecht", "history", ""], ["hausrecht", "show", ""], ["hausrecht", "log --platform", ""]] {
        words(&house, &line);
    }
    let left: Vec<_> = std::fs::read_dir(house.data()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["hausrecht.sqlite"]);
}

#[test]
fn a_glance_leaves_the_data_folder_as_it_is() {
    let (house, id) = changed();
    let state = || {
        let entries = std::fs::read_dir(house.data()).unwrap().map(Result::unwrap);
        let mut found: Vec<_> = entries
            .map(|entry| {
                (entry.file_name(), entry.metadata().unwrap().len(), entry.metadata().unwrap().modified().unwrap())
            })
            .collect();
        found.sort();
        found
    };
    let before = state();
    let began = Instant::now();
    let Some(found) = words(&house, &["hausrecht", "show", ""]) else { return };
    // On a machine that is at work with other things; by itself it takes a tenth of a second unoptimised.
    assert!(began.elapsed() < Duration::from_secs(5));
    assert_eq!(found, [id.as_str()]);
    assert_eq!(before, state());
    // And while somebody writes, what is committed is seen.
    let store = hausrecht::io::store::Store::open(&house.data()).unwrap();
    assert_eq!(words(&house, &["hausrecht", "show", ""]).unwrap(), [id.as_str()]);
    drop(store);
}

#[test]
fn every_shell_gets_a_script_that_asks_the_program() {
    let house = House::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = house.run_as_it_is(&["completions", shell]);
        assert!(ran.code == 0 && ran.stdout.contains("HAUSRECHT_COMPLETE"), "{shell}: {ran:?}");
        assert!(!ran.stdout.contains("HOUSE") && !ran.stdout.contains("target"), "{shell}: {ran:?}");
    }
}

#[test]
fn languages_are_offered_and_what_a_shell_would_take_for_its_own_is_quoted_for_bash() {
    let house = House::new()
        .watch_as_written("id: 'q&a', platform: Plaudernetz, document: Q&A, url: 'SERVER/a'")
        .watch_as_written("id: \"it's\", platform: Plaudernetz, document: It, url: 'SERVER/b'")
        .watch_as_written("id: pages, platform: Plaudernetz, document: Pages, url: 'SERVER/c'")
        .with("recipients: [{name: Social Team, to: [team@example.com]}]");
    house.run(&["status"]);
    let Some(languages) = words(&house, &["hausrecht", "--language", ""]) else { return };
    assert_eq!(languages, ["de", "en"]);
    let all = |line: &[&str]| words(&house, line).unwrap();
    assert_eq!(all(&["hausrecht", "init", "--language", "d"]), ["de"]);
    assert_eq!(all(&["hausrecht", "history", "q"]), [r"q\&a"]);
    assert_eq!(all(&["hausrecht", "history", r"q\&"]), [r"q\&a"]);
    assert_eq!(all(&["hausrecht", "history", "i"]), [r"it\'s"]);
    assert_eq!(all(&["hausrecht", "history", "\"it"]), ["it's"], "within quotes nothing is to be quoted");
    assert_eq!(all(&["hausrecht", "mail", "test", "--recipient", "S"]), [r"Social\ Team"]);
    assert_eq!(all(&["hausrecht", "mail", "test", "--recipient", r"Social\ T"]), [r"Social\ Team"]);
    std::fs::write(house.folder.path().join("a (1).txt"), "x").unwrap();
    assert_eq!(all(&["hausrecht", "diff", "a"]), [r"a\ \(1\).txt"]);
}
