//! A fault at every single call to the system in turn (writing, syncing, renaming, reading, the network): whatever is hit,
//! whenever, each reader is told each change in exactly one letter, and no failure that has a consequence ends with 0.
//!
//! `INJECTED=1 cargo test --test it injected:: -- --nocapture` hits every call (an hour of two cores), 3 every third; the
//! usual run takes a few here and there.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use hausrecht::io::store::Store;
use hausrecht::model::Outcome;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::house::owed::{Model, READERS};
use crate::house::program::{House, policy, round_in};
use crate::house::smtp::{Manner as Mood, Sink, Taken};
use crate::house::tripwire::{Fault, Manner, Tripwire};

const PAGES: [&str; 2] = ["contests", "shops"];
/// Faults of each scene in the usual run.
const USUAL: usize = 5;

const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;
const ECONNRESET: i32 = 104;
const ETIMEDOUT: i32 = 110;

/// What is under way when it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scene {
    /// The first round of an installation.
    First,
    /// A round that finds a change and sends the letters.
    Change,
    /// A round that sends what a dead mail server did not take.
    Retry,
    /// A round that finds nothing new.
    Quiet,
    /// A page of the past is taken in.
    Import,
    /// All is read again.
    Reread,
    /// A copy is made, and put back.
    Backup,
    Restore,
    Prune,
}

const SCENES: [Scene; 9] = [
    Scene::First,
    Scene::Change,
    Scene::Retry,
    Scene::Quiet,
    Scene::Import,
    Scene::Reread,
    Scene::Backup,
    Scene::Restore,
    Scene::Prune,
];

impl Scene {
    const fn command(self) -> &'static [&'static str] {
        match self {
            Self::First | Self::Change | Self::Retry | Self::Quiet => &["check", "--all"],
            Self::Import => &["import", "snapshots", "contests", "captures"],
            Self::Reread => &["reread"],
            Self::Backup => &["backup", "copy.sqlite"],
            Self::Restore => &["restore", "copy.sqlite"],
            Self::Prune => &["prune", "--older-than", "0"],
        }
    }
}

/// A house in which one scene is played again and again, each time with another fault.
struct Stage<'a> {
    scene: Scene,
    house: House,
    /// The house as it was before the scene.
    before: TempDir,
    model: Model,
    sink: Sink,
    /// Letters that came before the scene.
    prepared: usize,
    _runtime: tokio::runtime::Runtime,
    wire: &'a Tripwire,
    log: PathBuf,
}

impl<'a> Stage<'a> {
    fn new(scene: Scene, wire: &'a Tripwire) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let sink = runtime.block_on(Sink::with(Mood::default(), crate::house::certificate::Certificate::Good));
        let mut house = House::new();
        for page in PAGES {
            house = house.watch(page, "");
        }
        let before = TempDir::new().unwrap();
        let log = before.path().join("calls");
        let mut stage =
            Self { scene, house, before, model: Model::default(), sink, prepared: 0, _runtime: runtime, wire, log };
        stage.prepare();
        stage.prepared = stage.sink.taken().len();
        copy(stage.house.folder.path(), &stage.before.path().join("house"));
        stage
    }

    fn prepare(&mut self) {
        let port = self.sink.address.port();
        self.mail_to(port);
        self.show();
        if self.scene == Scene::Import {
            let folder = self.house.folder.path().join("captures");
            fs::create_dir_all(&folder).unwrap();
            for (day, text) in ["You may post.", "You may post twice.", "You may post twice a day."].iter().enumerate()
            {
                fs::write(folder.join(format!("2022-04-0{}T060000Z.html", day + 1)), policy("contests", text)).unwrap();
            }
            return;
        }
        if self.scene == Scene::First {
            return;
        }
        self.well(&["check", "--all"]);
        if matches!(self.scene, Scene::Quiet | Scene::Reread | Scene::Backup | Scene::Restore | Scene::Prune) {
            self.change(true);
            self.well(&["check", "--all"]);
        }
        match self.scene {
            Scene::Change => self.change(true),
            Scene::Retry => {
                self.change(true);
                self.mail_to(9);
                assert_eq!(self.house.run_as_it_is(&["check", "--all"]).code, 4);
                self.mail_to(port);
            }
            Scene::Restore => self.well(&["backup", "copy.sqlite"]),
            _ => {}
        }
    }

    /// From now on letters go to that port.
    fn mail_to(&self, port: u16) {
        let readers =
            READERS.map(|name| format!("{{name: {name}, to: [{name}@example.com], immediately: true, tier: none}}"));
        let list = format!(
            "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {port}, tls: none}}}}\nrecipients: [{}]\n{}",
            readers.join(", "),
            self.house.watchlist()
        );
        fs::write(self.house.folder.path().join("watchlist.yaml"), list).unwrap();
    }

    fn show(&self) {
        for page in PAGES {
            self.house.show(page, &self.model.text(page));
        }
    }

    fn change(&mut self, is_owed: bool) {
        for page in PAGES {
            self.model.forbid(page, is_owed);
        }
        self.show();
    }

    fn well(&self, args: &[&str]) {
        let ran = self.house.run_as_it_is(args);
        assert_eq!(ran.code, 0, "{:?} {args:?}: {ran:?}", self.scene);
    }

    fn is_known(&self, page: &str) -> bool {
        let store = Store::open_to_read(&self.house.data()).ok().flatten();
        store.is_some_and(|store| store.last_version(page, "").is_ok_and(|version| version.is_some()))
    }

    fn set(&self) {
        empty(self.house.folder.path());
        copy(&self.before.path().join("house"), self.house.folder.path());
    }

    /// What the scene calls when nothing fails.
    fn calls(&self) -> BTreeMap<String, usize> {
        self.set();
        self.wire.counted(&mut self.house.command(self.scene.command()), &self.log)
    }

    /// Plays it with a fault; what was wrong then, and whether the fault happened.
    fn play(&mut self, fault: &Fault) -> (Vec<String>, bool) {
        self.set();
        let model = self.model.clone();
        let taken = self.sink.taken().len();
        let wrong = self.played(fault, taken);
        self.model = model;
        self.show();
        (wrong, Tripwire::tripped(&self.log))
    }

    fn played(&mut self, fault: &Fault, taken: usize) -> Vec<String> {
        let mut command = self.house.command(self.scene.command());
        self.wire.lay(&mut command, fault, &self.log);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let mut wrong = Vec::new();
        match output.status.code() {
            Some(0) => wrong.extend(self.wrong(taken).into_iter().map(|wrong| format!("it ended with 0: {wrong}"))),
            Some(2..=4) if said.is_empty() && output.stdout.is_empty() => wrong.push("it failed in silence".to_owned()),
            Some(2..=4) => {}
            Some(code) => wrong.push(format!("it ended with {code}: {said}")),
            None if output.status.signal() == Some(9) => {}
            None => wrong.push(format!("it ended by {:?}: {said}", output.status.signal())),
        }
        if self.scene == Scene::First || self.scene == Scene::Import {
            for page in PAGES {
                // What stood there before the first look is no news.
                let is_owed = self.is_known(page);
                self.model.forbid(page, is_owed);
            }
            self.show();
        }
        for is_new in [false, true] {
            if is_new {
                self.change(true);
            }
            self.no_waiting();
            wrong.extend(self.healthy_round(is_new));
        }
        wrong.extend(self.wrong(taken));
        wrong.extend(self.left_lying());
        wrong
    }

    /// A round without a fault: by the program, where its very beginning may have been hit, else in this very process,
    /// which is faster.
    fn healthy_round(&self, is_later: bool) -> Option<String> {
        if matches!(self.scene, Scene::First | Scene::Restore) && !is_later {
            let ran = self.house.run_as_it_is(&["check", "--all"]);
            return (ran.code != 0).then(|| format!("a healthy round after it: {ran:?}"));
        }
        let list = fs::read_to_string(self.house.folder.path().join("watchlist.yaml")).unwrap();
        // All is due again then.
        let at = Timestamp::now() + SignedDuration::from_hours(if is_later { 26 } else { 13 });
        let looks = match round_in(&list, &self.house.data(), &at.to_string()) {
            Ok(looks) => looks,
            Err(error) => return Some(format!("a healthy round after it: {error}")),
        };
        let unread = looks.iter().find(|looked| matches!(looked.outcome, Outcome::Unreadable { .. }))?;
        Some(format!("a healthy round after it: {unread:?}"))
    }

    /// What had to wait for its next try need not.
    fn no_waiting(&self) {
        let file = self.house.data().join("hausrecht.sqlite");
        if file.exists() {
            let rows = Connection::open(file).unwrap();
            let _ = rows.execute("UPDATE deliveries SET next_try = 0 WHERE state = 'waiting'", []);
        }
    }

    fn wrong(&self, taken: usize) -> Vec<String> {
        let Ok(Some(store)) = Store::open_to_read(&self.house.data()) else { return vec!["no history".to_owned()] };
        let (before, since) = (self.prepared, taken);
        let all = self.sink.taken().into_iter().enumerate();
        let mine: Vec<Taken> = all.filter(|(at, _)| *at < before || *at >= since).map(|(_, taken)| taken).collect();
        let mut wrong = store.integrity().unwrap();
        wrong.extend(self.model.wrong(&store.letters().unwrap(), &mine));
        wrong
    }

    /// Drafts that nobody takes away.
    fn left_lying(&self) -> Vec<String> {
        let files = fs::read_dir(self.house.data()).into_iter().flatten().flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let drafts: Vec<_> =
            names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "part")).collect();
        if drafts.len() > 1 { vec![format!("drafts are left: {drafts:?}")] } else { Vec::new() }
    }
}

fn empty(folder: &Path) {
    for file in fs::read_dir(folder).unwrap().flatten() {
        if file.path().is_dir() {
            fs::remove_dir_all(file.path()).unwrap();
        } else {
            fs::remove_file(file.path()).unwrap();
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &target);
        } else {
            fs::copy(file.path(), target).unwrap();
        }
    }
}

/// What can befall a call.
fn manners(call: &str) -> Vec<Manner> {
    match call {
        "write" | "pwrite" => vec![Manner::Fails(EIO), Manner::FailsFromThenOn(ENOSPC), Manner::Killed, Manner::Torn],
        "fsync" | "ftruncate" => {
            vec![Manner::Fails(EIO), Manner::FailsFromThenOn(ENOSPC), Manner::FailsFromThenOn(EIO), Manner::Killed]
        }
        "open" | "mkdir" => vec![Manner::Fails(EACCES), Manner::FailsFromThenOn(ENOSPC), Manner::Killed],
        "rename" | "unlink" | "chmod" => vec![Manner::Fails(EIO), Manner::FailsFromThenOn(EACCES), Manner::Killed],
        "read" | "pread" | "look" => vec![Manner::Fails(EIO), Manner::FailsFromThenOn(EIO)],
        "send" => vec![Manner::Fails(ECONNRESET), Manner::FailsFromThenOn(ETIMEDOUT), Manner::Killed, Manner::Torn],
        "recv" | "connect" | "socket" => {
            vec![Manner::Fails(ECONNRESET), Manner::FailsFromThenOn(ETIMEDOUT), Manner::Killed]
        }
        _ => Vec::new(),
    }
}

/// Every fault of a scene.
fn faults(calls: &BTreeMap<String, usize>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (call, count) in calls {
        for manner in manners(call) {
            faults.extend((1..=*count).map(|number| Fault { call: call.clone(), number, manner }));
        }
    }
    faults
}

#[derive(Default)]
struct Report {
    calls: BTreeMap<String, usize>,
    faults: usize,
    tripped: usize,
    kills: usize,
    finds: Vec<String>,
}

impl Report {
    fn and(mut self, other: Self) -> Self {
        self.faults += other.faults;
        self.tripped += other.tripped;
        self.kills += other.kills;
        self.finds.extend(other.finds);
        self
    }
}

/// Plays one share of so many of a scene's faults: each of so many, or a few.
fn campaign(scene: Scene, wire: &Tripwire, every: Option<usize>, (share, shares): (usize, usize)) -> Report {
    let mut stage = Stage::new(scene, wire);
    let calls = stage.calls();
    let all = faults(&calls);
    let step = every.unwrap_or_else(|| all.len().div_ceil(USUAL)).max(1);
    let mut report = Report { calls, ..Report::default() };
    for fault in all.iter().skip(step / 2).step_by(step).skip(share).step_by(shares) {
        let (wrong, tripped) = stage.play(fault);
        report.faults += 1;
        report.tripped += usize::from(tripped);
        report.kills += usize::from(tripped && matches!(fault.manner, Manner::Killed | Manner::Torn));
        for wrong in wrong {
            println!("  {scene:?} {fault}: {wrong}");
            report.finds.push(format!("{scene:?} {fault}: {wrong}"));
        }
    }
    report
}

#[test]
fn whatever_call_fails_or_is_the_last_each_reader_is_told_each_change_once() {
    let Some(wire) = Tripwire::new() else { return };
    let long: Option<usize> = std::env::var("INJECTED").ok().and_then(|every| every.parse().ok());
    let only = std::env::var("INJECTED_SCENES").ok();
    let shares = if long.is_some() { 4 } else { 1 };
    let wanted = |scene: &Scene| only.as_ref().is_none_or(|only| only.contains(&format!("{scene:?}")));
    let work: Vec<(Scene, usize)> =
        SCENES.into_iter().filter(wanted).flat_map(|scene| (0..shares).map(move |share| (scene, share))).collect();
    let next = AtomicUsize::new(0);
    let reports: Mutex<BTreeMap<String, Report>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(4) {
            scope.spawn(|| {
                while let Some((scene, share)) = work.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let report = campaign(*scene, &wire, long, (*share, shares));
                    let mut reports = reports.lock().unwrap();
                    let name = format!("{scene:?}");
                    let all = match reports.remove(&name) {
                        Some(before) => before.and(report),
                        None => report,
                    };
                    reports.insert(name, all);
                }
            });
        }
    });
    let mut finds = Vec::new();
    for (scene, Report { calls, faults, tripped, kills, finds: found }) in reports.into_inner().unwrap() {
        println!("{scene}: {faults} faults, {tripped} happened, {kills} of them kills; calls: {calls:?}");
        finds.extend(found);
    }
    assert!(finds.is_empty(), "{}", finds.join("\n"));
}
