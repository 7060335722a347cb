//! Faults in any order, against a plain model of what each reader should have been told: nothing lost, nothing twice.
//!
//! `FAULTS=200 cargo test --test it faults::` makes it long.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use hausrecht::io::store::Store;
use rusqlite::Connection;

use crate::house::owed::{Dice, Model, READERS};
use crate::house::program::House;
use crate::house::smtp::{Manner, Sink};

/// Histories where nothing else is said.
const USUAL: u64 = 5;
const STEPS: usize = 7;
const PAGES: [&str; 2] = ["contests", "shops"];

/// A history under way.
struct History {
    house: House,
    runtime: tokio::runtime::Runtime,
    sinks: Vec<Sink>,
    model: Model,
    dice: Dice,
    story: Vec<String>,
}

impl History {
    fn new(seed: u64) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let mut house = House::new();
        for page in PAGES {
            house = house.watch(page, "");
        }
        Self { house, runtime, sinks: Vec::new(), model: Model::default(), dice: Dice::of(seed), story: Vec::new() }
    }

    /// From now on letters go to a server of that manner.
    fn mail_to(&mut self, manner: Manner) {
        let sink = self.runtime.block_on(Sink::with(manner, crate::house::certificate::Certificate::Good));
        let readers =
            READERS.map(|name| format!("{{name: {name}, to: [{name}@example.com], immediately: true, tier: none}}"));
        let list = format!(
            "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {}, tls: none}}}}\nrecipients: [{}]\n{}",
            sink.address.port(),
            readers.join(", "),
            self.house.watchlist()
        );
        fs::write(self.house.folder.path().join("watchlist.yaml"), list).unwrap();
        self.sinks.push(sink);
    }

    fn show(&self) {
        for page in PAGES {
            self.house.show(page, &self.model.text(page));
        }
    }

    fn is_known(&self, page: &str) -> bool {
        let store = Store::open_to_read(&self.house.data()).ok().flatten();
        store.is_some_and(|store| store.last_version(page, "").is_ok_and(|version| version.is_some()))
    }

    /// Some pages forbid more; what a page forbade before its first look is no news.
    fn change(&mut self) {
        for page in PAGES {
            if self.dice.below(3) > 0 {
                let is_owed = self.is_known(page);
                self.model.forbid(page, is_owed);
            }
        }
        self.show();
    }

    fn killed(&mut self, args: &[&str], longest: u64) {
        let after = self.dice.below(longest);
        self.story.push(format!("{args:?} killed after {after} ms"));
        let mut command = self.house.command(args);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(after));
        let _ = child.kill();
        child.wait().unwrap();
    }

    /// No file may become larger than the database is now, more or less.
    fn with_a_full_disk(&mut self) {
        let size = fs::metadata(self.house.data().join("hausrecht.sqlite")).map_or(0, |file| file.len()) / 512;
        let blocks = (size + self.dice.below(200)).saturating_sub(60).max(1);
        self.story.push(format!("disk full at {blocks} blocks"));
        let full = format!("trap '' XFSZ; ulimit -f {blocks}; exec {} check --all", env!("CARGO_BIN_EXE_hausrecht"));
        let _ = Command::new("/bin/sh")
            .args(["-c", &full])
            .current_dir(self.house.folder.path())
            .env_clear()
            .env("HOME", self.house.folder.path())
            .env("HAUSRECHT_DATA", self.house.data())
            .output()
            .unwrap();
    }

    fn two_at_once(&mut self) {
        self.story.push("two at once".to_owned());
        let spawn =
            || self.house.command(&["check", "--all"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let (mut one, mut other) = (spawn(), spawn());
        one.wait().unwrap();
        other.wait().unwrap();
    }

    fn step(&mut self) {
        const COMMANDS: [&str; 5] = ["EHLO", "MAIL", "RCPT", "DATA", "."];
        if self.dice.below(4) > 0 {
            self.change();
        }
        match self.dice.below(8) {
            0..=2 => self.killed(&["check", "--all"], 400),
            3 => self.killed(&["reread"], 120),
            4 => self.with_a_full_disk(),
            5 => self.two_at_once(),
            6 => {
                let at = COMMANDS[usize::try_from(self.dice.below(5)).unwrap()];
                self.story.push(format!("mail server dies at {at}"));
                self.mail_to(Manner {
                    dies_at: Some(at),
                    dies_after_data: usize::from(at == "."),
                    ..Manner::default()
                });
                self.house.run_as_it_is(&["check", "--all"]);
                self.mail_to(Manner::default());
            }
            _ => {
                self.story.push("a quiet round, and a copy".to_owned());
                self.house.run_as_it_is(&["check", "--all"]);
                self.house.run_as_it_is(&["backup", "copy.sqlite"]);
            }
        }
    }

    /// Two rounds without a fault; what had to wait for its next try need not.
    fn recover(&mut self) {
        self.mail_to(Manner::default());
        for _ in 0..2 {
            let ran = self.house.run_as_it_is(&["check", "--all"]);
            assert!(ran.code == 0 || ran.code == 4, "{:?}\n{ran:?}", self.story);
        }
        let rows = Connection::open(self.house.data().join("hausrecht.sqlite")).unwrap();
        rows.busy_timeout(Duration::from_secs(20)).unwrap();
        rows.execute("UPDATE deliveries SET next_try = 0 WHERE state = 'waiting'", []).unwrap();
        drop(rows);
        let ran = self.house.run_as_it_is(&["check", "--all"]);
        assert_eq!(ran.code, 0, "{:?}\n{ran:?}", self.story);
    }

    /// Each reader was told each rule in one letter, and that letter came.
    fn judge(&self) {
        let store = Store::open(&self.house.data()).unwrap();
        assert_eq!(store.integrity().unwrap(), Vec::<String>::new(), "{:?}", self.story);
        let taken: Vec<_> = self.sinks.iter().flat_map(Sink::taken).collect();
        let wrong = self.model.wrong(&store.letters().unwrap(), &taken);
        assert!(wrong.is_empty(), "{wrong:#?}; {:#?}", self.story);
    }
}

#[test]
fn whatever_breaks_each_reader_is_told_each_change_once() {
    let histories = std::env::var("FAULTS").ok().and_then(|count| count.parse().ok()).unwrap_or(USUAL);
    let first: u64 = std::env::var("FAULTS_FROM").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    for seed in first..first + histories {
        let mut history = History::new(seed);
        history.story.push(format!("history {seed}"));
        history.mail_to(Manner::default());
        history.show();
        for _ in 0..STEPS {
            history.step();
        }
        history.recover();
        history.judge();
    }
}

#[test]
fn a_clock_that_goes_back_and_forth_loses_nothing_and_tells_nothing_twice() {
    let house = House::new().watch("contests", "").with(
        "recipients: [{name: anna, to: [a@example.com], immediately: true, tier: none}, \
         {name: bert, to: [b@example.com], digest: '@daily', tier: none}]",
    );
    let mut model = Model::default();
    let days = [
        "2026-03-01",
        "2026-03-02",
        "2025-12-24",
        "2026-03-03",
        "2031-01-01",
        "2026-03-04",
        "1999-12-31",
        "2026-03-05",
    ];
    for (number, day) in days.into_iter().enumerate() {
        if number > 0 {
            model.forbid("contests", true);
        }
        house.show("contests", &model.text("contests"));
        house.round_at(&format!("{day}T06:00:00Z"));
    }
    for day in 6..12 {
        house.round_at(&format!("2026-03-{day:02}T06:00:00Z"));
    }
    house.round_at("2031-01-02T06:00:00Z");
    house.round_at("2031-01-03T06:00:00Z");
    for reader in READERS {
        for good in &model.owed {
            let letters = house.letters();
            // What is still open is quoted again below what is told.
            let tells =
                |text: &str| text.split("TOLD BEFORE AND STILL OPEN").next().is_some_and(|text| text.contains(good));
            let told = letters.iter().filter(|letter| letter.recipient == reader && tells(&letter.text)).count();
            assert_eq!(told, 1, "{reader}: {good}: {:?}", house.subjects());
        }
    }
}
