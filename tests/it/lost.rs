//! A history that is gone: it is missed, and never begun anew by itself.

use std::fs;

use crate::house::program::House;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const TEAM: &str = "recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]";

fn house() -> House {
    let house = House::new().watch("contests", MAY).with(TEAM);
    assert_eq!(house.run(&["check"]).code, 0);
    house
}

#[test]
fn a_database_that_is_gone_or_empty_is_an_error_that_says_what_to_do() {
    type Harm = fn(&House);
    let harms: [Harm; 2] = [
        |house| fs::remove_file(house.data().join("hausrecht.sqlite")).unwrap(),
        |house| fs::write(house.data().join("hausrecht.sqlite"), "").unwrap(),
    ];
    for harm in harms {
        let house = house();
        harm(&house);
        for command in [&["check"][..], &["check", "--dry-run"], &["status"], &["log"], &["reread"], &["daemon"]] {
            let ran = house.run(command);
            assert_eq!(ran.code, 4, "{command:?}: {ran:?}");
            assert!(ran.stderr.contains("is gone") && ran.stderr.contains("hausrecht restore"), "{command:?}: {ran:?}");
        }
        assert!(house.run(&["status", "--check"]).stdout.starts_with("CRITICAL"));
        let ran = house.run(&["check", "--new"]);
        assert_eq!((ran.code, ran.stdout.contains("1 first seen")), (0, true), "{ran:?}");
        assert_eq!(house.run(&["check"]).code, 0);
    }
}

#[test]
fn a_data_folder_that_is_gone_is_missed_by_a_mark_outside_of_it() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    // Marks are left only for what does not lie where everything is meant to vanish.
    let elsewhere = house.folder.path().join("tmp");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    let run = |args: &[&str]| house.command(args).env("TMPDIR", &elsewhere).output().unwrap();
    assert!(run(&["check"]).status.success());
    fs::remove_dir_all(house.data()).unwrap();
    let ran = run(&["check"]);
    assert_eq!(ran.status.code(), Some(4), "{ran:?}");
    assert!(String::from_utf8_lossy(&ran.stderr).contains("check --new"));
    assert!(!house.data().exists(), "nothing is made in its place");
    assert!(run(&["check", "--new"]).status.success());
    assert!(run(&["check"]).status.success());
}

#[test]
fn a_history_that_is_there_is_not_begun_anew() {
    let house = house();
    let ran = house.run(&["check", "--new"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    assert_eq!(house.letters().len(), 1);
}
