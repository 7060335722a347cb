//! Two years of an installation, day by day: pages change, hosts fail, mail servers are away, rounds are killed at any call to
//! the system; in the end each change was told to each reader once, and nothing else was.
//!
//! `SOAK=200 cargo test --test it soak:: -- --nocapture` takes 200 pages through 24 months (an hour); the usual run a few
//! through one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hausrecht::io::store::{Filter, Store};
use jiff::{SignedDuration, Timestamp};
use mail_parser::MessageParser;

use crate::house::owed::{Dice, GOODS};
use crate::house::program::{House, Open};
use crate::house::server::Answer;
use crate::house::smtp::{Manner, Sink};
use crate::house::tripwire::Tripwire;

const USUAL_PAGES: usize = 3;
const USUAL_DAYS: i64 = 30;
const DAYS: i64 = 730;
/// A page changes about every so many days.
const EVERY: u64 = 45;
/// And in the usual run, which has few days.
const OFTEN: u64 = 6;

const HUES: [&str; 20] = [
    "crimson",
    "yellow",
    "turquoise",
    "violet",
    "orange",
    "silver",
    "golden",
    "purple",
    "scarlet",
    "emerald",
    "ivory",
    "amber",
    "azure",
    "beige",
    "bronze",
    "copper",
    "indigo",
    "maroon",
    "olive",
    "pink",
];
const STUFFS: [&str; 12] = [
    "wooden", "woollen", "leather", "plastic", "marble", "velvet", "paper", "rubber", "bamboo", "cotton", "ceramic",
    "granite",
];

/// What a rule forbids, by its number; no two are the same.
fn forbidden(number: usize) -> String {
    let (hue, rest) = (HUES[number % HUES.len()], number / HUES.len());
    let (stuff, rest) = (STUFFS[rest % STUFFS.len()], rest / STUFFS.len());
    format!("{hue} {stuff} {}", GOODS[rest % GOODS.len()])
}

/// Two years under way.
struct Soak {
    house: House,
    open: Option<Open>,
    sink: Sink,
    _runtime: tokio::runtime::Runtime,
    wire: Option<Tripwire>,
    dice: Dice,
    every: u64,
    pages: Vec<String>,
    /// What stands on each page.
    rules: BTreeMap<String, Vec<usize>>,
    owed: BTreeSet<usize>,
    next: usize,
    /// Until which day pages cannot be read, and mail cannot be sent.
    dark_until: BTreeMap<String, i64>,
    mute_until: i64,
    counts: BTreeMap<&'static str, usize>,
}

impl Soak {
    fn new(pages: usize, is_long: bool, seed: u64) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let sink = runtime.block_on(Sink::with(Manner::default(), crate::house::certificate::Certificate::Good));
        let pages: Vec<String> = (1..=pages).map(|number| format!("page{number}")).collect();
        let mut house = House::new();
        for page in &pages {
            house = house.watch(page, "You may post about what you do as often as you like.");
        }
        let rules = pages.iter().map(|page| (page.clone(), Vec::new())).collect();
        Self {
            house,
            open: None,
            sink,
            _runtime: runtime,
            wire: Tripwire::new(),
            dice: Dice::of(seed),
            every: if is_long { EVERY } else { OFTEN },
            pages,
            rules,
            owed: BTreeSet::new(),
            next: 0,
            dark_until: BTreeMap::new(),
            mute_until: 0,
            counts: BTreeMap::new(),
        }
    }

    /// The watchlist of that day; letters go to a port where nobody listens while the mail server is away.
    fn list(&self, day: i64) -> String {
        let port = if day < self.mute_until { 9 } else { self.sink.address.port() };
        format!(
            "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {port}, tls: none}}}}\n\
             recipients:\n  - {{name: anna, to: [anna@example.com], immediately: true, tier: none}}\n  \
             - {{name: bert, to: [bert@example.com], digest: '0 5 * * Mon', tier: none}}\n  \
             - {{name: olga, to: [olga@example.com], immediately: true, operator: true, tier: alert, topics: [ai]}}\n{}",
            self.house.watchlist()
        )
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    fn show(&self, page: &str) {
        let rules = self.rules[page].iter();
        let rules: String = rules
            .map(|rule| {
                format!("</p><p>You must not offer {} to anybody who takes part in a contest.", forbidden(*rule))
            })
            .collect();
        self.house.show(page, &format!("You may post about what you do as often as you like.{rules}"));
    }

    fn day(&mut self, day: i64) {
        for place in 0..self.pages.len() {
            let page = self.pages[place].clone();
            if day > 1 && self.dice.below(self.every) == 0 {
                self.rules.get_mut(&page).unwrap().push(self.next);
                self.owed.insert(self.next);
                self.next += 1;
                self.count("changes");
            }
            if day > 1 && self.dice.below(150) == 0 {
                let until = day + 1 + i64::try_from(self.dice.below(20)).unwrap();
                self.dark_until.insert(page.clone(), until);
                self.count("pages that failed for days");
            }
            if self.dark_until.get(&page).is_some_and(|until| day < *until) {
                self.house.server.answer(&format!("/{page}"), Answer::status(503));
            } else {
                self.show(&page);
            }
        }
        if day > 1 && day >= self.mute_until && self.dice.below(40) == 0 {
            self.mute_until = day + 1 + i64::try_from(self.dice.below(4)).unwrap();
            self.count("times without a mail server");
            self.open = None;
        }
        if day == self.mute_until {
            self.open = None;
        }
        let at = morning(day);
        if day > 1 && self.dice.below(5) == 0 {
            self.faulty_round(day, at);
        }
        if day > 1 && self.dice.below(30) == 0 {
            self.count("days without a round");
            return;
        }
        self.round(day, at + SignedDuration::from_mins(20));
    }

    fn round(&mut self, day: i64, at: Timestamp) {
        self.count("rounds");
        if self.open.is_none() {
            self.open = Some(self.house.open_as(&self.list(day), at));
        }
        self.open.as_mut().unwrap().round_at(&at.to_string());
    }

    /// A round in a process of its own, in which a call to the system fails or is the last.
    fn faulty_round(&mut self, day: i64, at: Timestamp) {
        const CALLS: [&str; 8] = ["pwrite", "pwrite", "fsync", "write", "open", "recv", "send", "pread"];
        const MANNERS: [&str; 4] = ["kill", "kill", "+:28", "5"];
        let call = CALLS[usize::try_from(self.dice.below(8)).unwrap()];
        let manner = MANNERS[usize::try_from(self.dice.below(4)).unwrap()];
        let many = 30 + 3 * u64::try_from(self.pages.len()).unwrap();
        let number = 1 + self.dice.below(if call.starts_with('p') { many } else { 20 });
        let fault = if manner.starts_with('+') {
            format!("{call}:{number}{manner}")
        } else {
            format!("{call}:{number}:{manner}")
        };
        let list = self.house.folder.path().join("watchlist.yaml");
        fs::write(&list, self.list(day)).unwrap();
        let mut command = House::round_in_a_child(&list, &self.house.data(), &at.to_string());
        command.current_dir(self.house.folder.path());
        let log = self.house.folder.path().join("calls");
        let Some(wire) = &self.wire else { return };
        wire.lay_as_written(&mut command, &fault, &log);
        command.status().unwrap();
        self.count(if manner == "kill" { "rounds to be killed" } else { "rounds to fail" });
        if Tripwire::tripped(&log) {
            self.count("of them hit");
        }
    }

    /// Days on which all is well: what was owed is told.
    fn recover(&mut self, from: i64) {
        self.dark_until.clear();
        self.mute_until = 0;
        self.open = None;
        for page in self.pages.clone() {
            self.show(&page);
        }
        for day in from..from + 9 {
            self.round(day, morning(day));
        }
    }

    fn wrong(&self) -> Vec<String> {
        let store = Store::open(&self.house.data()).unwrap();
        let mut wrong = store.integrity().unwrap();
        let changes = store.changes(&Filter::default()).unwrap();
        let mut changes_of: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for change in &changes {
            let text = serde_json::to_string(&change.hunks).unwrap();
            let about: Vec<usize> = self.owed.iter().copied().filter(|rule| text.contains(&forbidden(*rule))).collect();
            if about.is_empty() {
                wrong.push(format!("a change of nothing: {} {text}", change.watch));
            }
            for rule in about {
                changes_of.entry(rule).or_default().push(&change.id);
            }
        }
        let came: BTreeSet<(String, String)> = self
            .sink
            .taken()
            .iter()
            .flat_map(|taken| {
                let message = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
                let id = message.message_id().unwrap().to_owned();
                taken.to.iter().map(|to| (to.split('@').next().unwrap().to_owned(), id.clone())).collect::<Vec<_>>()
            })
            .collect();
        let letters = store.letters().unwrap();
        for letter in &letters {
            let id = letter.message_id.trim_matches(['<', '>']).to_owned();
            if !came.contains(&(letter.recipient.clone(), id)) {
                wrong.push(format!("never came: {} {}", letter.recipient, letter.subject));
            }
        }
        for rule in &self.owed {
            let found = changes_of.get(rule).cloned().unwrap_or_default();
            if found.len() != 1 {
                wrong.push(format!("{} changes on {}", found.len(), forbidden(*rule)));
                continue;
            }
            for reader in ["anna", "bert"] {
                let told = letters
                    .iter()
                    .filter(|letter| letter.recipient == reader && letter.changes.iter().any(|id| id == found[0]))
                    .count();
                if told != 1 {
                    wrong.push(format!("{reader} was told {told} times of {}", forbidden(*rule)));
                }
            }
        }
        wrong
    }
}

fn morning(day: i64) -> Timestamp {
    let first: Timestamp = "2026-03-01T06:00:00Z".parse().unwrap();
    first + SignedDuration::from_hours(24 * (day - 1))
}

/// The most memory that a process has taken, in KiB, asked for until it ends.
fn peak_of(mut command: Command) -> u64 {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let found = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(found.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(3));
    }
    peak
}

#[test]
fn after_months_of_faults_each_reader_was_told_each_change_once_and_nothing_else() {
    let pages: Option<usize> = std::env::var("SOAK").ok().and_then(|pages| pages.parse().ok());
    let days = if pages.is_some() { DAYS } else { USUAL_DAYS };
    let seed = std::env::var("SOAK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(7);
    let began = Instant::now();
    let mut soak = Soak::new(pages.unwrap_or(USUAL_PAGES), pages.is_some(), seed);
    let file = soak.house.data().join("hausrecht.sqlite");
    for day in 1..=days {
        soak.day(day);
        if day % 73 == 0 {
            let size = fs::metadata(&file).map_or(0, |file| file.len());
            println!("day {day}: {:?} {:?}, {} KiB", began.elapsed(), soak.counts, size / 1024);
        }
    }
    soak.recover(days + 1);
    let wrong = soak.wrong();
    let letters = soak.house.letters().len();
    if pages.is_some() {
        let list = soak.house.folder.path().join("watchlist.yaml");
        fs::write(&list, soak.list(days + 30)).unwrap();
        let store = Store::open(&soak.house.data()).unwrap();
        let before = Instant::now();
        store.look_through().unwrap();
        println!("the file looked through in {:?}", before.elapsed());
        drop(store);
        let peak = peak_of(soak.house.command(&["check", "--all"]));
        println!("a round at the end takes {peak} KiB");
    }
    println!(
        "{} pages, {days} days: {:?}, {letters} letters, {} KiB, {:?}",
        soak.pages.len(),
        soak.counts,
        fs::metadata(&file).unwrap().len() / 1024,
        began.elapsed()
    );
    assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), wrong.iter().take(30).collect::<Vec<_>>());
}
