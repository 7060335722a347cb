//! Pictures of pages with new words, taken with a real Chromium; without one this test says that it was skipped.

use std::fs;

use crate::fetch::browser::has_a_sandbox;
use crate::house::program::House;

#[test]
fn a_page_with_new_words_is_pictured_and_one_without_is_not() {
    let path = std::env::var_os("PATH").unwrap();
    let Some(chromium) = std::env::split_paths(&path).map(|folder| folder.join("chromium")).find(|file| file.exists())
    else {
        eprintln!("skipped: there is no chromium");
        return;
    };
    if !has_a_sandbox() {
        eprintln!("skipped: the kernel grants no user namespaces, and without them no browser is started");
        return;
    }
    let house = House::new().watch("contests", "You may post about your contest as often as you like.");
    let settings = format!("settings: {{evidence: both, chromium: {}, ", chromium.display());
    fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist().replace("settings: {", &settings)).unwrap();
    let pictures = || {
        let found = fs::read_dir(house.data().join("evidence/contests")).into_iter().flatten().flatten();
        let mut found: Vec<_> = found.map(|entry| fs::read(entry.path()).unwrap()).collect();
        found.sort();
        found
    };
    let first = house.run_as_it_is(&["check"]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""));
    let kept = pictures();
    assert_eq!(kept.len(), 2);
    assert!(kept[0].starts_with(b"%PDF-") && kept[1].starts_with(b"\x89PNG"));
    house.run_as_it_is(&["check", "--all"]);
    assert_eq!(pictures().len(), 2);
    house.show("contests", "You must not post about your contest more than once a day.");
    house.run_as_it_is(&["check", "--all"]);
    assert_eq!(pictures().len(), 4);
    let change: serde_json::Value = serde_json::from_str(&house.run_as_it_is(&["log", "--json"]).stdout).unwrap();
    let shown = house.run_as_it_is(&["show", change["id"].as_str().unwrap()]).stdout;
    assert_eq!(shown.matches("picture  HOUSE/data/evidence/contests/").count(), 2, "{shown}");
}
