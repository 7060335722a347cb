//! The program as a user runs it, in a house of its own: a platform, a watchlist, a data folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hausrecht::io::fetch::{Browser, Fetcher, Manners};
use hausrecht::io::pdf::PdfReader;
use hausrecht::io::store::Store;
use hausrecht::model::Letter;
use hausrecht::round::{self, Clock, Looked, Patience, Room, Which};
use hausrecht::steps::watchlist;
use jiff::Timestamp;
use tempfile::TempDir;

use super::server::Server;

/// A platform, a watchlist and a data folder that end with the test.
pub struct House {
    pub folder: TempDir,
    pub server: Server,
    watches: Vec<String>,
    settings: String,
    rest: String,
}

/// A house that stays open from round to round, so that what fetching takes is made once and not each day.
pub struct Open {
    house: round::House,
    runtime: tokio::runtime::Runtime,
}

/// What a run of the program printed, with paths and ports that differ from run to run named.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl House {
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            server: Server::start(),
            watches: Vec::new(),
            settings: String::new(),
            rest: String::new(),
        }
    }

    /// Puts a policy with this text on show and watches it.
    pub fn watch(mut self, id: &str, text: &str) -> Self {
        self.show(id, text);
        self.watches.push(format!(
            "  - {{id: {id}, platform: Plaudernetz, document: {id}, url: '{}', allow_private_network: true}}",
            self.server.url(&format!("/{id}"))
        ));
        self
    }

    /// A watch in the words of the watchlist.
    pub fn watch_as_written(mut self, text: &str) -> Self {
        self.watches.push(format!("  - {{{}}}", text.replace("SERVER", &self.server.url(""))));
        self
    }

    /// More of the watchlist: recipients, mail, assets.
    pub fn with(mut self, text: &str) -> Self {
        self.rest.push_str(text);
        self.rest.push('\n');
        self
    }

    /// More of its settings.
    pub fn with_settings(mut self, text: &str) -> Self {
        self.settings.push_str(", ");
        self.settings.push_str(text);
        self
    }

    /// Changes what a policy says.
    pub fn show(&self, id: &str, text: &str) -> &Self {
        self.server.page(&format!("/{id}"), &policy(id, text));
        self
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn watchlist(&self) -> String {
        let more = &self.settings;
        let settings =
            format!("settings: {{timezone: UTC, pause: 0s, confirm_after: 0s, contact: team@example.com{more}}}");
        format!("{settings}\n{}watches:\n{}\n", self.rest, self.watches.join("\n"))
    }

    /// Writes the watchlist and runs the program.
    pub fn run(&self, args: &[&str]) -> Ran {
        fs::write(self.folder.path().join("watchlist.yaml"), self.watchlist()).unwrap();
        self.run_as_it_is(args)
    }

    /// Runs the program with whatever lies in the folder.
    pub fn run_as_it_is(&self, args: &[&str]) -> Ran {
        let output = self.command(args).output().unwrap();
        let named = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .unwrap()
                .replace(&self.folder.path().display().to_string(), "HOUSE")
                .replace(&self.server.url(""), "http://SERVER")
        };
        Ran { code: output.status.code().unwrap(), stdout: named(output.stdout), stderr: named(output.stderr) }
    }

    pub fn command(&self, args: &[&str]) -> Command {
        // A long campaign goes on with one build while another is made.
        let program = std::env::var_os("HAUSRECHT_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_hausrecht").into());
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("HAUSRECHT_DATA", self.data())
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .args(args);
        command
    }

    /// One round at that time, in this very process.
    pub fn round_at(&self, at: &str) -> Vec<Looked> {
        self.open().round_at(at)
    }

    /// A round that is killed before any letter is composed.
    pub fn round_killed_before_letters(&self, at: &str) {
        self.open().round_killed_before_letters(at);
    }

    fn house_at(&self, at: &str) -> round::House {
        house_of(&self.watchlist(), &self.data(), at)
    }

    /// A round in a process of its own that is killed after so many milliseconds, wherever it is then.
    pub fn round_killed_after(&self, at: &str, milliseconds: u64) {
        let list = self.folder.path().join("watchlist.yaml");
        fs::write(&list, self.watchlist()).unwrap();
        let mut child = Self::round_in_a_child(&list, &self.data(), at).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(milliseconds));
        // It may have come to its end by then.
        let _ = child.kill();
        child.wait().unwrap();
    }

    /// A round at that time in a process of its own, yet to be started.
    pub fn round_in_a_child(list: &Path, data: &Path, at: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", ROUND_IN_A_CHILD, "--ignored"])
            .env("ROUND_WATCHLIST", list)
            .env("ROUND_DATA", data)
            .env("ROUND_AT", at)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// The house by another watchlist, for many rounds.
    pub fn open_as(&self, list: &str, at: Timestamp) -> Open {
        Open { house: house_of(list, &self.data(), &at.to_string()), runtime: runtime() }
    }

    /// The house as it is now, for many rounds.
    pub fn open(&self) -> Open {
        Open { house: self.house_at("2026-01-01T00:00:00Z"), runtime: runtime() }
    }

    /// Every letter that was ever composed, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        Store::open(&self.data()).unwrap().letters().unwrap()
    }

    /// Recipient and subject of every letter.
    pub fn subjects(&self) -> Vec<String> {
        self.letters().iter().map(|letter| format!("{}: {}", letter.recipient, letter.subject)).collect()
    }
}

/// A house by its watchlist and its data folder.
fn house_of(list: &str, data: &Path, at: &str) -> round::House {
    let now: Timestamp = at.parse().unwrap();
    let watchlist = watchlist::read(list, "watchlist.yaml", now).unwrap_or_else(|problems| panic!("{problems}"));
    let manners = Manners {
        contact: None,
        pause: watchlist.settings.pause,
        concurrency: watchlist.settings.concurrency,
        ca_file: None,
    };
    let fetcher = Fetcher::new(manners).unwrap();
    round::House {
        browser: Arc::new(Browser::new(&fetcher, None)),
        watchlist: Arc::new(watchlist),
        store: Arc::new(Mutex::new(Store::open(data).unwrap())),
        fetcher,
        pdf: reader(),
        clock: Clock::started_at(now),
        patience: Patience::default(),
        room: Room::default(),
    }
}

/// One round in a house by its watchlist and its data folder.
pub fn round_in(list: &str, data: &Path, at: &str) -> Result<Vec<Looked>, hausrecht::io::store::StoreError> {
    let house = house_of(list, data, at);
    runtime().block_on(async { round::whole(&house, &Which::Due, |_| {}).await }).map(|(looks, _)| looks)
}

/// The test that is a round for another test to kill.
const ROUND_IN_A_CHILD: &str = "house::program::a_round_in_a_process_of_its_own";

#[test]
#[ignore = "a child process of other tests"]
fn a_round_in_a_process_of_its_own() {
    let [list, data, at] = ["ROUND_WATCHLIST", "ROUND_DATA", "ROUND_AT"].map(|name| std::env::var(name).unwrap());
    let house = house_of(&fs::read_to_string(list).unwrap(), Path::new(&data), &at);
    runtime().block_on(async { round::whole(&house, &Which::Due, |_| {}).await }).unwrap();
}

impl Open {
    /// Waits no longer than this from now on.
    pub fn waiting(mut self, patience: Patience) -> Self {
        self.house.patience = patience;
        self
    }

    /// One round at that time.
    pub fn round_at(&mut self, at: &str) -> Vec<Looked> {
        self.house.clock = Clock::started_at(at.parse().unwrap());
        let house = &self.house;
        self.runtime.block_on(async { round::whole(house, &Which::Due, |_| {}).await }).unwrap().0
    }

    /// A round that is killed before anything but its begin is written down.
    pub fn begin_round_and_die(&mut self, at: &str) {
        self.house.clock = Clock::started_at(at.parse().unwrap());
        let house = &self.house;
        let _ = self
            .runtime
            .block_on(async { tokio::time::timeout(Duration::ZERO, round::whole(house, &Which::Due, |_| {})).await });
    }

    /// A round that is killed before any letter is composed.
    pub fn round_killed_before_letters(&mut self, at: &str) {
        self.house.clock = Clock::started_at(at.parse().unwrap());
        let house = &self.house;
        self.runtime.block_on(async { round::check(house, &Which::Due, |_| {}).await }).unwrap();
    }
}

/// A reader of PDF files by the program under test.
pub fn reader() -> PdfReader {
    PdfReader::with_program(env!("CARGO_BIN_EXE_hausrecht").into(), Duration::from_mins(1))
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// A policy page with the furniture that real ones have; `text` stands in the middle of it.
pub fn policy(title: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title></head><body>\
         <nav><ul><li><a href=/>Home</a></li><li><a href=/help>Help</a></li></ul></nav>\
         <main><h1>Rules for {title}</h1>\
         <p>These rules apply to everybody who runs a page, a contest or an advertisement here.</p>\
         <h2>What you may do</h2><p>{text}</p>\
         <h2>What happens when you break the rules</h2>\
         <p>We may limit, suspend or remove your account. You can ask for a review within 30 days.</p>\
         <h2>Questions</h2><p>Our team answers your questions about these rules by message.</p></main>\
         <footer><p>© Plaudernetz</p></footer></body></html>"
    )
}
