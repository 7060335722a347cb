//! What others on the machine get to see and to touch: nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::time::Duration;

use crate::house::program::{House, policy};
use crate::house::server::Answer;

const MAY: &str = "You may post about your contest as often as you like.";

fn rights(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_dry_run_follows_no_link_that_others_have_prepared() {
    let house = House::new().watch("contests", MAY);
    assert_eq!(house.run(&["check"]).code, 0);
    let shared = house.folder.path().join("tmp");
    let victim = house.folder.path().join("victim");
    fs::create_dir(&shared).unwrap();
    fs::write(&victim, "").unwrap();
    // The shell becomes the program and keeps its number: what is foretold of the name is right.
    let prepared = format!(
        "mkdir -p {0}/hausrecht-dry-run-$$ && ln -s {1} {0}/hausrecht-dry-run-$$/hausrecht.sqlite && exec {2} check --all --dry-run",
        shared.display(),
        victim.display(),
        env!("CARGO_BIN_EXE_hausrecht")
    );
    let ran = Command::new("/bin/sh")
        .args(["-c", &prepared])
        .current_dir(house.folder.path())
        .env("HOME", house.folder.path())
        .env("HAUSRECHT_DATA", house.data())
        .env("TMPDIR", &shared)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert_eq!(fs::read(&victim).unwrap(), b"", "the history was written through the link");
}

#[test]
fn the_copy_of_a_dry_run_is_for_nobody_else_and_goes_with_it() {
    let house = House::new().watch("contests", MAY);
    assert_eq!(house.run(&["check"]).code, 0);
    let shared = house.folder.path().join("tmp");
    fs::create_dir(&shared).unwrap();
    house.server.answer("/contests", Answer::html(&policy("contests", MAY)).delay(Duration::from_secs(2)));
    let mut command = house.command(&["check", "--all", "--dry-run"]);
    let mut child = command.env("TMPDIR", &shared).spawn().unwrap();
    let copy = (0..100).find_map(|_| {
        std::thread::sleep(Duration::from_millis(20));
        let entry = fs::read_dir(&shared).unwrap().flatten().next()?.path();
        entry.join("hausrecht.sqlite").exists().then_some(entry)
    });
    let copy = copy.unwrap();
    assert_eq!(rights(&copy), 0o700);
    assert!(child.wait().unwrap().success());
    assert!(!copy.exists());
}

#[test]
fn the_history_is_for_its_owner_alone() {
    let house = House::new()
        .watch("contests", MAY)
        .with("recipients: [{name: Team, to: [a@example.com], immediately: true, tier: fyi}]");
    assert_eq!(house.run(&["check"]).code, 0);
    house.show("contests", "You must not post about your contest more than once a day.");
    assert_eq!(house.run(&["check", "--all"]).code, 0);
    let data = house.data();
    assert_eq!(rights(&data), 0o700);
    assert_eq!(rights(&data.join("outbox")), 0o700);
    let files = fs::read_dir(&data)
        .unwrap()
        .chain(fs::read_dir(data.join("outbox")).unwrap())
        .map(|entry| entry.unwrap().path());
    let open: Vec<_> = files.filter(|path| path.is_file() && rights(path) & 0o077 != 0).collect();
    assert_eq!(open, Vec::<std::path::PathBuf>::new());
    // What an earlier one left open is closed.
    fs::set_permissions(data.join("hausrecht.sqlite"), fs::Permissions::from_mode(0o644)).unwrap();
    house.run(&["check"]);
    assert_eq!(rights(&data.join("hausrecht.sqlite")), 0o640);
}

#[test]
fn a_secret_that_everybody_can_read_is_named() {
    let house = House::new().watch("contests", MAY).with("mail: {from: h@example.com, smtp: {host: localhost, port: 9, tls: none, username: h, password_file: ./secret}}");
    let secret = house.folder.path().join("secret");
    fs::write(&secret, "s3cret\n").unwrap();
    for (mode, is_named) in [(0o600, false), (0o640, false), (0o644, true)] {
        fs::set_permissions(&secret, fs::Permissions::from_mode(mode)).unwrap();
        let said = house.run(&["check"]).stderr;
        assert_eq!(said.contains("./secret holds a secret"), is_named, "{mode:o}: {said}");
        assert!(!said.contains("s3cret"));
    }
}

#[test]
fn a_pipe_or_a_device_in_the_place_of_a_secret_is_named_at_once() {
    let pipe = tempfile::TempDir::new().unwrap();
    let pipe = pipe.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for file in [pipe.to_str().unwrap(), "/dev/zero"] {
        let house = House::new();
        let house = house.watch_as_written(&format!(
            "id: contests, platform: Plaudernetz, document: contests, url: 'SERVER/contests', allow_private_network: true, \
             cookies_file: {file}"
        ));
        house.show("contests", MAY);
        let ran = house.run(&["check"]);
        assert!(ran.stdout.contains("this is no plain file"), "{file}: {ran:?}");
        assert_eq!(ran.code, 3);
    }
}

#[test]
fn what_an_unknown_name_holds_does_not_reach_the_terminal_as_it_is() {
    let ran = House::new().watch("contests", MAY).run(&["check", "a\u{1b}[31mb"]);
    assert!(!ran.stderr.contains('\u{1b}') && ran.stderr.contains("u{1b}"), "{}", ran.stderr);
}

#[test]
fn a_clock_that_is_far_off_is_named_as_such() {
    let far = "9998-01-01T00:00:00Z".parse().unwrap();
    let problems = hausrecht::steps::watchlist::read("watches: []", "watchlist.yaml", far).unwrap_err();
    assert_eq!(problems.list.len(), 1);
    assert!(problems.to_string().contains("clock"), "{problems}");
}

#[test]
fn there_is_one_way_in_which_files_are_written_and_one_in_which_folders_are_made_for_a_while() {
    let mut others = Vec::new();
    let mut folders = vec![std::path::PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap_or_default();
            for word in ["fs::write(", "File::create(", "temp_dir()"] {
                if code.contains(word) {
                    others.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    others.sort();
    // The demonstration's pages for the browser and its folder, the browser's own log, and where no mark is left.
    let allowed = [
        "src/cli/demo/run.rs: fs::write(",
        "src/cli/demo/run.rs: temp_dir()",
        "src/cli/paths.rs: temp_dir()",
        "src/io/fetch/browser/process.rs: File::create(",
        "src/io/scratch.rs: temp_dir()",
    ];
    assert_eq!(others, allowed);
}
