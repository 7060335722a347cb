//! The database file: copied and put back, read where nothing can be written, refused where it is not ours.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;

use rusqlite::Connection;

use crate::house::program::House;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const NOR_SHARE: &str = "You must not post about your contest more than once a day. You must not ask people to share.";
const TEAM: &str = "recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]";

fn database(house: &House) -> std::path::PathBuf {
    house.data().join("hausrecht.sqlite")
}

#[test]
fn a_copy_made_at_work_brings_back_everything_and_what_came_after_it_is_told_again() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let copy = house.folder.path().join("copy.sqlite");
    // Somebody is in the middle of writing.
    let writer = Connection::open(database(&house)).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE; DELETE FROM changes WHERE 0;").unwrap();
    let ran = house.run(&["backup", "copy.sqlite"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    writer.execute_batch("ROLLBACK").unwrap();
    drop(writer);
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let logged = house.run(&["log"]).stdout;
    house.show("contests", NOR_SHARE).run(&["check", "--all"]);
    assert_eq!(house.letters().len(), 2);
    fs::write(database(&house), "this disk has had its day").unwrap();
    for beside in ["-wal", "-shm"] {
        let _ = fs::remove_file(house.data().join(format!("hausrecht.sqlite{beside}")));
    }
    assert_eq!(house.run(&["check"]).code, 4);
    let ran = house.run(&["restore", "copy.sqlite"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.contains("what was there before: HOUSE/data/hausrecht.sqlite.replaced-"), "{ran:?}");
    assert_eq!(house.run(&["log"]).stdout, logged);
    house.run(&["check", "--all"]);
    let letters = house.letters();
    assert_eq!(letters.len(), 2);
    assert!(letters[1].text.contains("ask people to share"));
}

#[test]
fn a_lost_history_comes_back_from_its_copy() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    house.run(&["check"]);
    assert_eq!(house.run(&["backup", "copy.sqlite"]).code, 0);
    fs::remove_dir_all(house.data()).unwrap();
    assert_eq!(house.run(&["restore", "copy.sqlite"]).code, 0);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    assert_eq!(house.letters().len(), 1);
}

#[test]
fn what_is_no_copy_is_refused_and_nothing_is_touched() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    let before = house.run(&["status", "--json"]).stdout;
    let foreign = Connection::open(house.folder.path().join("foreign.sqlite")).unwrap();
    foreign.execute_batch("CREATE TABLE notes (text TEXT)").unwrap();
    drop(foreign);
    fs::write(
        house.folder.path().join("text"),
        "no database at all, but more than a hundred bytes long, as a header of SQLite is. ".repeat(3),
    )
    .unwrap();
    for file in ["foreign.sqlite", "text", "missing"] {
        let ran = house.run(&["restore", file]);
        assert_eq!(ran.code, 4, "{file}: {ran:?}");
        assert_eq!(house.run(&["status", "--json"]).stdout, before, "{file}");
    }
}

#[test]
fn the_database_of_another_program_is_refused_and_stays_as_it_is() {
    let house = House::new().watch("contests", MAY);
    fs::create_dir(house.data()).unwrap();
    let foreign = Connection::open(database(&house)).unwrap();
    foreign.execute_batch("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine');").unwrap();
    drop(foreign);
    let before = fs::read(database(&house)).unwrap();
    for command in [&["check"][..], &["log"], &["status"], &["reread"]] {
        let ran = house.run(command);
        assert_eq!(ran.code, 4, "{command:?} {ran:?}");
        assert!(ran.stderr.contains("another program"), "{ran:?}");
    }
    assert!(before == fs::read(database(&house)).unwrap(), "not one byte is another");
}

#[test]
fn where_nothing_can_be_written_the_history_is_still_read() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let rights = |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    // Root may write everywhere, so this is tried as somebody else.
    for name in fs::read_dir(house.data()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        rights(&name.path(), 0o444);
    }
    rights(&house.data(), 0o555);
    rights(house.folder.path(), 0o755);
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    for args in [&["log"][..], &["status"], &["diff", "contests@2000-01-01", "contests"], &["status", "--check"]] {
        let mut command = house.command(args);
        if is_root {
            command.uid(65534).gid(65534);
        }
        let Ok(ran) = command.output() else { return };
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(!said.contains("cannot be written") && !said.contains("unable to open"), "{args:?}: {said}");
        if args[0] == "log" {
            assert!(String::from_utf8_lossy(&ran.stdout).contains("contests"), "{ran:?}");
        }
    }
    rights(&house.data(), 0o755);
}

#[test]
fn one_damaged_row_is_named_and_hides_no_other() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY).with(TEAM);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).show("pages", MUST_NOT).run(&["check", "--all"]);
    let rows = Connection::open(database(&house)).unwrap();
    rows.execute("UPDATE changes SET content = x'00ff' WHERE watch = 'contests'", []).unwrap();
    drop(rows);
    let ran = house.run(&["log"]);
    assert_eq!(ran.code, 4);
    assert!(ran.stdout.contains("pages") && !ran.stdout.contains("contests"), "{ran:?}");
    assert!(ran.stderr.contains("HOUSE/data/hausrecht.sqlite is damaged (changes, "), "{ran:?}");
    // Nor does it keep anybody from being told what comes.
    house.show("pages", NOR_SHARE).run(&["check", "--all"]);
    assert!(house.letters().last().unwrap().text.contains("ask people to share"));
}

#[test]
fn what_nobody_needs_goes_by_rule_and_only_when_asked_and_no_news_with_it() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    for (day, text) in [(1, MAY), (2, MUST_NOT), (3, NOR_SHARE)] {
        house.show("contests", text).round_at(&format!("2024-03-0{day}T06:00:00Z"));
    }
    // A look whose words were gone at the next one leaves bytes on which no version rests.
    house.show("contests", "You may do as you please.");
    house
        .server
        .once("/contests", crate::house::server::Answer::html("<title>x</title><p>Back in a minute, we are at work."));
    house.round_at("2024-03-04T06:00:00Z");
    house.run(&["check"]);
    assert_eq!(house.run(&["prune"]).code, 2, "nothing says what is old");
    let log = house.run(&["log", "--json"]).stdout;
    let dry = house.run(&["prune", "--older-than", "30", "--dry-run"]);
    assert!(dry.stdout.contains("the HTML of 2 letters") && dry.stdout.contains("would go"), "{dry:?}");
    assert!(house.letters().iter().all(|letter| !letter.html.is_empty()));
    let done = house.run(&["prune", "--older-than", "30"]);
    assert_eq!(done.stdout, dry.stdout.replace("would go", "are gone"));
    assert_eq!(house.run(&["log", "--json"]).stdout, log);
    assert_eq!(house.run(&["reread"]).code, 0);
    let letters = house.letters();
    assert!(letters.iter().filter(|letter| letter.html.is_empty()).count() == 2);
    assert!(letters[0].text.contains("more than once a day"));
    let nothing = house.run(&["prune", "--older-than", "30", "--dry-run"]).stdout;
    assert!(nothing.starts_with("0 pages, the HTML of 0 letters"), "{nothing}");
}

#[test]
fn a_history_is_no_copy_of_itself() {
    let house = House::new().watch("contests", MAY).with(TEAM);
    house.run(&["check"]);
    let logged = house.run(&["status", "--json"]).stdout;
    for command in ["backup", "restore"] {
        let ran = house.run(&[command, "data/hausrecht.sqlite"]);
        assert_eq!(ran.code, 4, "{ran:?}");
        assert!(ran.stderr.contains("it is the history itself"), "{ran:?}");
    }
    assert_eq!(house.run(&["status", "--json"]).stdout, logged);
}

#[test]
fn the_watchlist_says_what_is_old_and_the_command_line_says_it_louder() {
    let made = |settings: &str| {
        let house = House::new().watch("contests", MAY).with(TEAM);
        let house = if settings.is_empty() { house } else { house.with_settings(settings) };
        house.round_at("2024-03-01T06:00:00Z");
        house.show("contests", MUST_NOT).round_at("2024-03-02T06:00:00Z");
        house
    };
    let house = made("keep: 30d");
    house.run(&["check"]);
    assert!(house.letters().iter().all(|letter| !letter.html.is_empty()), "nothing goes unless it is asked to");
    let dry = house.run(&["prune", "--dry-run"]);
    assert!(dry.code == 0 && dry.stdout.contains("the HTML of 1 letters"), "{dry:?}");
    let later = house.run(&["prune", "--older-than", "3650", "--dry-run"]);
    assert!(later.stdout.contains("the HTML of 0 letters"), "{later:?}");
    assert_eq!(house.run(&["prune"]).stdout, dry.stdout.replace("would go", "are gone"));
    assert!(house.letters()[0].html.is_empty());
    let house = made("keep: 3650d");
    assert!(house.run(&["prune"]).stdout.contains("the HTML of 0 letters"));
    let house = made("");
    assert_eq!(house.run(&["prune"]).code, 2, "nothing says what is old");
}

#[test]
fn the_watchlist_is_never_written_unless_that_was_asked_for() {
    let house = House::new().watch("contests", MAY).watch("hub", MAY).with(TEAM).with_settings("keep: 30d");
    let file = house.folder.path().join("watchlist.yaml");
    // As a person writes it: with remarks, blanks and no line end.
    let list = format!("# ours\n\n{}   # the end", house.watchlist().trim_end());
    fs::write(&file, &list).unwrap();
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    let commands: [&[&str]; 16] = [
        &["check"],
        &["check", "--all"],
        &["check", "--dry-run", "--all"],
        &["status"],
        &["status", "--check"],
        &["log"],
        &["history", "contests"],
        &["doctor"],
        &["proposals"],
        &["watchlist", "check"],
        &["digest"],
        &["reread"],
        &["prune"],
        &["backup", "copy.sqlite"],
        &["restore", "copy.sqlite"],
        &["mail", "test"],
    ];
    for (round, command) in commands.iter().enumerate() {
        if round == 1 {
            house.show("contests", MUST_NOT);
            house.server.answer("/hub", crate::house::server::Answer::status(404));
        }
        house.run_as_it_is(command);
        assert!(fs::read_to_string(&file).unwrap() == list, "{command:?}");
        assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), written, "{command:?}");
    }
    let beside: Vec<_> = fs::read_dir(house.folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(!beside.iter().any(|name| name.to_string_lossy().ends_with(".bak")), "{beside:?}");
}

#[test]
fn no_file_but_an_older_copy_is_written_over() {
    let house = House::new().watch("contests", "You may post about your contest.");
    house.round_at("2026-11-01T06:00:00Z");
    let folder = tempfile::TempDir::new().unwrap();
    let (list, copy) = (folder.path().join("list.yaml"), folder.path().join("copy.sqlite"));
    fs::write(&list, "watches: []\n").unwrap();
    let ran = house.run(&["backup", list.to_str().unwrap()]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("is no copy of a history; nothing was written"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(&list).unwrap(), "watches: []\n");
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE x (a)").unwrap();
    assert_eq!(house.run(&["backup", other.to_str().unwrap()]).code, 2, "another program's");
    for _ in 0..2 {
        assert_eq!(house.run(&["backup", copy.to_str().unwrap()]).code, 0);
    }
}
