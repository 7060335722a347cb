//! Faults in any order, against a plain model of what each reader should have been told: nothing lost, nothing twice.
//!
//! `FAULTS=200 cargo test --test it faults::` makes it long.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use hausrecht::io::store::Store;
use mail_parser::MessageParser;
use rusqlite::Connection;

use crate::house::program::House;
use crate::house::smtp::{Manner, Sink};

/// Histories where nothing else is said.
const USUAL: u64 = 5;
const STEPS: usize = 7;
const PAGES: [&str; 2] = ["contests", "shops"];
const READERS: [&str; 2] = ["anna", "bert"];

/// What may be forbidden, one after the other.
const GOODS: [&str; 24] = [
    "lanterns",
    "kettles",
    "saddles",
    "mirrors",
    "carpets",
    "violins",
    "ladders",
    "pillows",
    "buckets",
    "anchors",
    "candles",
    "helmets",
    "blankets",
    "telescopes",
    "umbrellas",
    "wardrobes",
    "bicycles",
    "fountains",
    "necklaces",
    "parachutes",
    "hammocks",
    "trumpets",
    "spectacles",
    "barrels",
];

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// What stands on the pages, and what each reader should have been told of it.
#[derive(Default)]
struct Model {
    stands: BTreeMap<&'static str, Vec<&'static str>>,
    owed: BTreeSet<&'static str>,
    next: usize,
}

impl Model {
    /// A page forbids one thing more.
    fn forbid(&mut self, page: &'static str, is_owed: bool) {
        let Some(good) = GOODS.get(self.next) else { return };
        self.next += 1;
        self.stands.entry(page).or_default().push(good);
        if is_owed {
            self.owed.insert(good);
        }
    }

    fn text(&self, page: &str) -> String {
        let goods = self.stands.get(page).into_iter().flatten();
        let rules: Vec<_> = goods.map(|good| format!("</p><p>{}", sentence(good))).collect();
        format!("You may post about what you do as often as you like.{}", rules.concat())
    }
}

fn sentence(good: &str) -> String {
    format!("You must not offer {good} to anybody who takes part in a contest.")
}

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
        let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        Self { house, runtime, sinks: Vec::new(), model: Model::default(), dice, story: Vec::new() }
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
        let composed = store.letters().unwrap();
        let mut came: BTreeMap<&str, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for taken in self.sinks.iter().flat_map(Sink::taken) {
            let message = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
            let text = message.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            let id = message.message_id().unwrap().to_owned();
            for reader in READERS.iter().filter(|name| taken.to.iter().any(|to| to.starts_with(*name))) {
                for good in GOODS.iter().filter(|good| text.contains(*good)) {
                    came.entry(reader).or_default().entry((*good).to_owned()).or_default().insert(id.clone());
                }
            }
        }
        for reader in READERS {
            for good in GOODS {
                let letters =
                    composed.iter().filter(|letter| letter.recipient == reader && letter.text.contains(good)).count();
                let wanted = usize::from(self.model.owed.contains(good));
                assert_eq!(letters, wanted, "{reader}: letters composed on {good}; {:#?}", self.story);
                let arrived = came.get(reader).and_then(|goods| goods.get(good)).map_or(0, BTreeSet::len);
                assert_eq!(arrived, wanted, "{reader}: different letters that came on {good}; {:#?}", self.story);
            }
        }
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
            let told = letters.iter().filter(|letter| letter.recipient == reader && letter.text.contains(good)).count();
            assert_eq!(told, 1, "{reader}: {good}: {:?}", house.subjects());
        }
    }
}
