//! Where nothing can be written: a disk that is full at any point, a folder that may only be read, files of another owner. The
//! operator hears of it, and once it is mended each change is told once.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::Path;
use std::process::{Command, Output};

use hausrecht::io::store::Store;
use mail_parser::MessageParser;

use crate::house::owed::{Model, READERS};
use crate::house::program::House;
use crate::house::smtp::{Manner, Sink};

/// "nobody" on every system.
const NOBODY: u32 = 65534;

/// What is done to a data folder.
type Harm = fn(&Path);

struct Place {
    house: House,
    sink: Sink,
    _runtime: tokio::runtime::Runtime,
    model: Model,
}

impl Place {
    /// A page that was seen once, and forbids something since.
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let sink = runtime.block_on(Sink::with(Manner::default(), crate::house::certificate::Certificate::Good));
        let readers = READERS
            .map(|name| format!("  - {{name: {name}, to: [{name}@example.com], immediately: true, tier: none}}\n"));
        let house = House::new().watch("contests", "").with(&format!(
            "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {}, tls: none}}}}\nrecipients:\n{}  \
             - {{name: Op, to: [op@example.com], operator: true, tier: alert, topics: [ai]}}",
            sink.address.port(),
            readers.concat()
        ));
        let mut model = Model::default();
        house.show("contests", &model.text("contests"));
        assert_eq!(house.run(&["check"]).code, 0);
        model.forbid("contests", true);
        house.show("contests", &model.text("contests"));
        Self { house, sink, _runtime: runtime, model }
    }

    /// What the operator got.
    fn said(&self) -> Vec<String> {
        let all = self.sink.taken();
        let mine = all.iter().filter(|taken| taken.to.iter().any(|to| to.starts_with("op@")));
        let text = |data: &str| {
            let message = MessageParser::default().parse(data.as_bytes()).unwrap();
            let text = message.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            text.replace(&self.house.folder.path().display().to_string(), "HOUSE")
        };
        mine.map(|taken| text(&taken.data)).filter(|text| !text.contains("looks at")).collect()
    }

    /// A healthy round, after which each reader was told each change once.
    fn is_well(&self, when: &str) {
        let ran = self.house.run_as_it_is(&["check", "--all"]);
        assert_eq!(ran.code, 0, "{when}: {ran:?}");
        let store = Store::open(&self.house.data()).unwrap();
        assert_eq!(store.integrity().unwrap(), Vec::<String>::new(), "{when}");
        let wrong = self.model.wrong(&store.letters().unwrap(), &self.sink.taken());
        assert!(wrong.is_empty(), "{when}: {wrong:#?}");
    }

    fn as_nobody(&self) -> Output {
        let command = self.house.command(&["check", "--all"]);
        let mut by = Command::new("setpriv");
        by.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]).arg(command.get_program());
        by.args(command.get_args()).current_dir(self.house.folder.path()).env_clear();
        by.envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
        by.output().unwrap()
    }
}

fn give(path: &Path, to: u32) {
    chown(path, Some(to), Some(to)).unwrap();
    if path.is_dir() {
        for file in fs::read_dir(path).unwrap().flatten() {
            give(&file.path(), to);
        }
    }
}

fn rights(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_disk_that_is_full_at_any_point_loses_nothing_and_the_operator_hears_of_it_once() {
    let long = std::env::var_os("INJECTED").is_some();
    let mut place = Place::new();
    let mut full = 0;
    // What a round needs at most, in blocks of 512 bytes, in steps.
    let size = fs::metadata(place.house.data().join("hausrecht.sqlite")).unwrap().len() / 512;
    let sizes = (1..size + 400).step_by(if long { 16 } else { 160 });
    for blocks in sizes {
        let command = format!("trap '' XFSZ; ulimit -f {blocks}; exec {} check --all", env!("CARGO_BIN_EXE_hausrecht"));
        let ended = Command::new("/bin/sh")
            .args(["-c", &command])
            .current_dir(place.house.folder.path())
            .env_clear()
            .env("HOME", place.house.folder.path())
            .env("HAUSRECHT_DATA", place.house.data())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        if ended.status.code() == Some(0) {
            place.is_well(&format!("{blocks} blocks, which were enough"));
            place.model.forbid("contests", true);
            place.house.show("contests", &place.model.text("contests"));
            continue;
        }
        full += 1;
        assert_eq!(ended.status.code(), Some(4), "{blocks}: {said}");
        assert!(said.contains("hint:"), "{blocks}: {said}");
    }
    assert!(full > 0);
    let said = place.said();
    assert_eq!(said.len(), 1, "once a day: {said:#?}");
    assert!(said[0].contains("hausrecht does not work at the moment"), "{said:#?}");
    place.is_well("there is room again");
    // That rounds did not come to their end is named for a day.
    let check = place.house.run_as_it_is(&["status", "--check"]);
    assert!(check.code < 2 && !check.stdout.contains("the last round failed"), "{check:?}");
}

#[test]
fn a_folder_of_another_owner_or_for_reading_only_is_told_to_the_operator_and_mended_it_goes_on() {
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let place = Place::new();
    if !is_root || Command::new("setpriv").arg("--version").output().is_err() {
        println!("SKIPPED: only root can take another user's part");
        return;
    }
    let (folder, data) = (place.house.folder.path(), place.house.data());
    let mut told = String::new();
    let harms: [(&str, Harm); 4] = [
        ("the folder is root's", |data| {
            give(data, 0);
            rights(data, 0o700);
        }),
        ("the file is root's", |data| {
            give(&data.join("hausrecht.sqlite"), 0);
            rights(&data.join("hausrecht.sqlite"), 0o600);
        }),
        ("the file is for reading only", |data| {
            give(&data.join("hausrecht.sqlite"), 0);
            rights(&data.join("hausrecht.sqlite"), 0o644);
        }),
        ("the folder is for reading only", |data| rights(data, 0o500)),
    ];
    for (name, harm) in harms {
        give(folder, NOBODY);
        rights(&data, 0o700);
        let before = place.said().len();
        harm(&data);
        let ran = place.as_nobody();
        let said = String::from_utf8_lossy(&ran.stderr).replace(&folder.display().to_string(), "HOUSE");
        assert!(matches!(ran.status.code(), Some(2 | 4)), "{name}: {:?} {said}", ran.status);
        let letters = place.said().split_off(before);
        assert_eq!(letters.len(), 1, "{name}: {letters:#?}");
        assert!(letters[0].contains("HOUSE/data cannot be used ("), "{name}: {letters:#?}");
        writeln!(told, "{name}: {:?}\n{said}", ran.status.code().unwrap()).unwrap();
        // What was noted of it goes, so that the next one is told as well.
        for left in ["halted", "hausrecht.sqlite-wal", "hausrecht.sqlite-shm"] {
            let _ = fs::remove_file(data.join(left));
        }
        empty(&folder.join(".local/state/hausrecht/installations"));
    }
    give(folder, NOBODY);
    rights(&data, 0o700);
    rights(&data.join("hausrecht.sqlite"), 0o600);
    let ran = place.as_nobody();
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    give(folder, 0);
    place.is_well("all is mended");
    insta::assert_snapshot!(told);
}

fn empty(folder: &Path) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        if file.path().extension().is_some_and(|name| name == "halted") {
            fs::remove_file(file.path()).unwrap();
        }
    }
}
