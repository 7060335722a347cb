//! The program at a real terminal, as `script` makes one: pagers, windows of all widths, colours.

use std::process::Command;

use crate::house::program::House;

const OLD: &str = "You may post about your contest as often as you like, and whoever wins one has a week to answer.";
const NEW: &str = "You may post about your contest once a day, and whoever wins one has a week to answer.";

/// A house with two long texts, and what lies between them is longer than a small window.
fn texts() -> House {
    let house = House::new();
    let text = |sentence: &str| (1..30).map(|at| format!("Rule {at}. {sentence}\n\n")).collect::<String>();
    std::fs::write(house.folder.path().join("old.txt"), text(OLD)).unwrap();
    std::fs::write(house.folder.path().join("new.txt"), text(NEW)).unwrap();
    std::fs::write(house.folder.path().join("old1.txt"), format!("{OLD}\n")).unwrap();
    std::fs::write(house.folder.path().join("new1.txt"), format!("{NEW}\n")).unwrap();
    house
}

/// What a terminal of so many columns and rows shows, and the exit code; none where there is no `script` here.
fn seen(house: &House, (columns, rows): (u32, u32), set: &[(&str, &str)], line: &str) -> Option<(String, i32)> {
    Command::new("script").arg("--version").output().ok()?;
    let program = env!("CARGO_BIN_EXE_hausrecht");
    let line = format!("stty cols {columns} rows {rows}; {program} {line}");
    let plain = house.command(&[]);
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(house.folder.path())
        .env_clear()
        .envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("TERM", "xterm")
        .envs(set.iter().copied())
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    Some((String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n"), output.status.code().unwrap()))
}

#[test]
fn what_is_longer_than_the_window_goes_through_the_pager_and_nothing_else_does() {
    let house = texts();
    let paged = ("HAUSRECHT_PAGER", "sed s/^/paged:/");
    let Some((long, code)) = seen(&house, (80, 24), &[paged], "diff old.txt new.txt") else { return };
    assert!(long.lines().filter(|line| !line.is_empty()).all(|line| line.starts_with("paged:")), "{long}");
    assert!(long.contains("Rule 29.") && long.contains("paged:old  old.txt"), "{long}");
    assert_eq!(code, 1, "there is a difference");
    let (short, _) = seen(&house, (80, 24), &[paged], "diff old1.txt new1.txt").unwrap();
    assert!(short.contains("once") && !short.contains("paged:"), "{short}");
    let (unwanted, _) = seen(&house, (80, 24), &[paged], "diff --no-pager old.txt new.txt").unwrap();
    assert!(unwanted.contains("Rule 29.") && !unwanted.contains("paged:"), "{unwanted}");
    let (large, _) = seen(&house, (80, 900), &[paged], "diff old.txt new.txt").unwrap();
    assert!(large.contains("Rule 29.") && !large.contains("paged:"), "{large}");
    let (plain, _) = seen(&house, (80, 24), &[paged, ("TERM", "dumb")], "diff old.txt new.txt").unwrap();
    assert!(!plain.contains("paged:"), "{plain}");
    let piped = house.command(&["diff", "old.txt", "new.txt"]).env("HAUSRECHT_PAGER", "sed s/^/paged:/").output();
    assert!(!String::from_utf8(piped.unwrap().stdout).unwrap().contains("paged:"));
}

#[test]
fn the_pager_is_that_of_the_environment_and_less_is_told_what_git_tells_it() {
    let house = texts();
    let said = |set: &[(&str, &str)]| seen(&house, (80, 24), set, "diff old.txt new.txt").map(|(said, _)| said);
    let Some(general) = said(&[("PAGER", "sed s/^/general:/")]) else { return };
    assert!(general.contains("general:"), "{general}");
    let own = said(&[("PAGER", "sed s/^/general:/"), ("HAUSRECHT_PAGER", "sed s/^/own:/")]).unwrap();
    assert!(own.contains("own:") && !own.contains("general:"), "{own}");
    let none = said(&[("PAGER", "sed s/^/general:/"), ("HAUSRECHT_PAGER", "")]).unwrap();
    assert!(none.contains("Rule 29.") && !none.contains("general:"), "{none}");
    let asked = said(&[("PAGER", "echo LESS is $LESS; cat")]).unwrap();
    assert!(asked.contains("LESS is FRX") && asked.contains("Rule 29."), "{asked}");
    let kept = said(&[("PAGER", "echo LESS is $LESS; cat"), ("LESS", "-i")]).unwrap();
    assert!(kept.contains("LESS is -i"), "{kept}");
}

#[test]
fn a_pager_that_is_missing_or_dies_takes_nothing_away() {
    let house = texts();
    for pager in ["/nowhere/pager", "false", "no-such-pager | no-such-pager", "sh -c 'exit 127'"] {
        let Some((said, code)) = seen(&house, (80, 24), &[("PAGER", pager)], "diff old.txt new.txt") else { return };
        assert!(said.contains("Rule 1.") && said.contains("Rule 29.") && !said.contains("error"), "{pager}: {said}");
        assert_eq!(code, 1, "{pager}");
    }
    // Who has read enough leaves, and that is no error.
    let (left, code) = seen(&house, (80, 24), &[("PAGER", "head -n 3")], "diff old.txt new.txt").unwrap();
    assert!(left.lines().count() < 6 && !left.contains("error"), "{left}");
    assert_eq!(code, 1);
}

#[test]
fn old_and_new_stand_side_by_side_where_there_is_room() {
    let house = texts();
    let line = "diff --no-pager old1.txt new1.txt";
    let Some((wide, _)) = seen(&house, (140, 50), &[("NO_COLOR", "1")], line) else { return };
    let passage: String = wide.lines().filter(|line| line.contains('│')).map(|line| format!("{line}\n")).collect();
    insta::assert_snapshot!(passage, @r"
      - You may post about your contest [-as often as you like-], and     │ + You may post about your contest {+once a day+}, and whoever wins
        whoever wins one has a week to answer.                            │   one has a week to answer.
    ");
    assert!(wide.lines().all(|line| line.chars().count() <= 140), "{wide}");
    let (narrow, _) = seen(&house, (80, 50), &[("NO_COLOR", "1")], line).unwrap();
    assert!(!narrow.contains('│') && narrow.contains("\n  + You may post"), "{narrow}");
    assert!(narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
    let (wanted, _) = seen(&house, (80, 50), &[("NO_COLOR", "1")], &format!("{line} --side-by-side")).unwrap();
    assert!(wanted.contains('│') && wanted.lines().all(|line| line.chars().count() <= 80), "{wanted}");
    // What is piped is one below the other unless somebody wants it otherwise.
    assert!(!house.run_as_it_is(&["diff", "old1.txt", "new1.txt"]).stdout.contains('│'));
    assert!(house.run_as_it_is(&["diff", "old1.txt", "new1.txt", "--side-by-side"]).stdout.contains('│'));
}

#[test]
fn a_word_that_is_longer_than_its_column_is_broken_and_what_came_alone_stands_on_its_side() {
    let house = House::new();
    let address = format!("https://example.com/{}", "contests/".repeat(12));
    std::fs::write(house.folder.path().join("old.txt"), "Contests need a page.\n").unwrap();
    std::fs::write(house.folder.path().join("new.txt"), format!("Contests need a page.\n\nSee {address} for more.\n"))
        .unwrap();
    let Some((wide, _)) = seen(&house, (140, 50), &[("NO_COLOR", "1")], "diff old.txt new.txt") else { return };
    assert!(wide.lines().all(|line| line.chars().count() <= 140), "{wide}");
    let column: String = wide
        .lines()
        .filter_map(|line| line.split_once('│'))
        .map(|(_, new)| new.trim().trim_start_matches("+ "))
        .collect();
    assert!(column.replace(' ', "").contains(&address), "{wide}");
    assert!(wide.lines().filter(|line| line.contains('│')).all(|line| line.starts_with("     ")), "{wide}");
}

#[test]
fn colour_is_for_terminals_alone_and_no_color_is_obeyed() {
    let house = texts();
    let line = "diff --no-pager old1.txt new1.txt";
    let Some((coloured, _)) = seen(&house, (80, 50), &[], line) else { return };
    assert!(coloured.contains("\u{1b}[") && !coloured.contains("{+"), "{coloured}");
    let (beside, _) = seen(&house, (160, 50), &[], line).unwrap();
    assert!(beside.contains("\u{1b}[") && beside.contains('│') && !beside.contains("{+"), "{beside}");
    for set in [&[("NO_COLOR", "1")][..], &[("TERM", "dumb")]] {
        let (plain, _) = seen(&house, (80, 50), set, line).unwrap();
        assert!(!plain.contains("\u{1b}[") && plain.contains("{+once"), "{set:?}: {plain}");
    }
    let piped = house.run_as_it_is(&["diff", "old1.txt", "new1.txt"]).stdout;
    assert!(!piped.contains('\u{1b}'), "{piped}");
}

#[test]
fn lists_are_broken_between_what_belongs_together_in_a_window_of_80_columns() {
    let dated = |day: u8| format!("{OLD}</p><p>Last updated: {day} February 2026");
    let house =
        House::new().watch("contests-and-other-promotions", OLD).watch("pages-and-what-stands-on-them", &dated(1));
    house.round_at("2026-03-01T06:00:00Z");
    house
        .show("contests-and-other-promotions", &NEW.replace("may", "must not"))
        .show("pages-and-what-stands-on-them", &dated(2));
    house.round_at("2026-03-02T06:00:00Z");
    house.run(&["status"]);
    let narrow = |args: &[&str]| {
        let output = house.command(args).env("COLUMNS", "80").output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.lines().all(|line| line.chars().count() <= 80), "{args:?}: {said}");
        let id = regex::Regex::new(r"\b[0-9a-f]{8}([0-9a-f]{2})?\b").unwrap();
        id.replace_all(&said, "ID").into_owned()
    };
    insta::assert_snapshot!("log_at_80_columns", narrow(&["log"]));
    insta::assert_snapshot!("history_at_80_columns", narrow(&["history", "contests-and-other-promotions"]));
    insta::assert_snapshot!("held_at_80_columns", narrow(&["log", "--held"]));
    narrow(&["status"]);
    narrow(&["status", "--rounds"]);
    narrow(&["--language", "de", "log"]);
    narrow(&["--language", "de", "status"]);
}

#[test]
fn titles_and_questions_fit_a_window_of_80_columns() {
    let long = "terms-of-service-for-everybody-who-runs-a-page-or-a-contest-or-an-advertisement-here";
    let house = House::new().watch(long, OLD);
    house.round_at("2026-03-01T06:00:00Z");
    house.show(long, &NEW.replace("may", "must not"));
    house.round_at("2026-03-02T06:00:00Z");
    let listed: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let id = listed["id"].as_str().unwrap();
    for line in [
        format!("show {id}"),
        format!("--language de show {id} --why"),
        "init --watchlist new-1.yaml --to a@example.com --platforms mastodon --timezone UTC --smtp mail.example.com --from a@example.com --username a --language en".to_owned(),
        "--language de init --watchlist new-2.yaml --to a@example.com --platforms mastodon --timezone UTC --smtp none --language de".to_owned(),
        "doctor --offline".to_owned(),
        format!("diff {long}@2026-03-01 {long}@2026-03-02"),
    ] {
        let Some((said, _)) = seen(&house, (80, 900), &[("NO_COLOR", "1")], &line) else { return };
        let is_wide = |line: &&str| line.chars().count() > 80 && !line.contains('/');
        assert!(said.lines().find(is_wide).is_none(), "{line}: {said}");
    }
    // It waits for answers that nobody gives: what it asked first is seen by then.
    let asked = Command::new("timeout")
        .args([
            "5",
            "script",
            "-qec",
            &format!("stty cols 80 rows 50; {} init --watchlist new-3.yaml", env!("CARGO_BIN_EXE_hausrecht")),
            "/dev/null",
        ])
        .current_dir(house.folder.path())
        .env("TERM", "xterm")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let asked = String::from_utf8(asked.stdout).unwrap();
    assert!(asked.contains('?'), "{asked}");
    assert!(asked.lines().all(|line| line.trim_end().chars().count() <= 80), "{asked}");
}
