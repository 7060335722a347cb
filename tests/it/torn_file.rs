//! A part of the database file is damaged, block by block in turn: what can still be told is told, the operator gets a letter
//! that says how to restore, and nothing is told twice.

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use mail_parser::MessageParser;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::house::program::House;
use crate::house::smtp::{Manner, Sink};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const NO_MINORS: &str = "You must not post about your contest more than once a day. Contests for minors are forbidden.";
const NOR_SHARE: &str = "You may post about your contest as often as you like. You must not ask people to share.";
const BLOCK: usize = 4096;

/// A house whose letters go to a mail server, with a history of two rounds and news that nobody was told of.
struct Torn {
    house: House,
    sink: Sink,
    _runtime: tokio::runtime::Runtime,
    before: TempDir,
}

impl Torn {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let sink = runtime.block_on(Sink::with(Manner::default(), crate::house::certificate::Certificate::Good));
        let house = House::new().watch("contests", MAY).watch("pages", MAY).with(&format!(
            "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {}, tls: none}}}}\nrecipients:\n  \
             - {{name: Team, to: [team@example.com], immediately: true, tier: none}}\n  \
             - {{name: Op, to: [op@example.com], operator: true, tier: alert, topics: [ai]}}",
            sink.address.port()
        ));
        assert_eq!(house.run(&["check"]).code, 0);
        house.show("contests", MUST_NOT);
        assert_eq!(house.run(&["check", "--all"]).code, 0);
        house.show("contests", NO_MINORS).show("pages", NOR_SHARE);
        let rows = Connection::open(house.data().join("hausrecht.sqlite")).unwrap();
        rows.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        drop(rows);
        let before = TempDir::new().unwrap();
        fs::copy(house.data().join("hausrecht.sqlite"), before.path().join("hausrecht.sqlite")).unwrap();
        Self { house, sink, _runtime: runtime, before }
    }

    fn file(&self) -> std::path::PathBuf {
        self.house.data().join("hausrecht.sqlite")
    }

    /// The history as it was before anything was damaged.
    fn set(&self) {
        for name in ["hausrecht.sqlite-wal", "hausrecht.sqlite-shm", "halted"] {
            let _ = fs::remove_file(self.house.data().join(name));
        }
        fs::copy(self.before.path().join("hausrecht.sqlite"), self.file()).unwrap();
    }

    fn blocks(&self) -> usize {
        usize::try_from(fs::metadata(self.before.path().join("hausrecht.sqlite")).unwrap().len()).unwrap() / BLOCK
    }

    /// What came since so many letters, by reader and text in one line.
    fn letters_since(&self, count: usize) -> Vec<(String, String, String)> {
        let read = |taken: &crate::house::smtp::Taken| {
            let message = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
            let text = message.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            (taken.to[0].clone(), message.subject().unwrap().to_owned(), text)
        };
        self.sink.taken().iter().skip(count).map(read).collect()
    }
}

/// How a block is damaged.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Zeroed,
    Noise,
    /// Only its head, so that what it is cannot be known.
    Head,
}

fn harm(file: &Path, block: usize, how: Harm) {
    let file = fs::OpenOptions::new().write(true).open(file).unwrap();
    // The first block begins with the file's own head, without which it is no database.
    let skipped = if block == 0 { 100 } else { 0 };
    let bytes: Vec<u8> = match how {
        Harm::Zeroed => vec![0; BLOCK - skipped],
        Harm::Noise => {
            (0..BLOCK - skipped).map(|place| u8::try_from((place * 7919 + block * 31) % 251).unwrap()).collect()
        }
        Harm::Head => vec![0xff; 12],
    };
    file.write_all_at(&bytes, u64::try_from(block * BLOCK + skipped).unwrap()).unwrap();
}

#[test]
fn whatever_block_is_damaged_what_is_lost_is_said_by_mail_and_nothing_is_told_twice() {
    let torn = Torn::new();
    let is_long = std::env::var_os("TORN").is_some();
    let all: Vec<(usize, Harm)> =
        (0..torn.blocks()).flat_map(|block| [Harm::Zeroed, Harm::Noise, Harm::Head].map(|how| (block, how))).collect();
    let step = if is_long { 1 } else { all.len().div_ceil(12) };
    let mut wrong = Vec::new();
    let (mut told, mut halted, mut mended) = (0, 0, 0);
    for (block, how) in all.into_iter().step_by(step) {
        torn.set();
        harm(&torn.file(), block, how);
        let before = torn.sink.taken().len();
        let first = torn.house.run_as_it_is(&["check", "--all"]);
        let check = torn.house.run_as_it_is(&["status", "--check"]);
        let second = torn.house.run_as_it_is(&["check", "--all"]);
        let letters = torn.letters_since(before);
        let count = |to: &str, words: &str| {
            letters.iter().filter(|(at, _, text)| at.starts_with(to) && text.contains(words)).count()
        };
        let news = [count("team", "minors are forbidden"), count("team", "ask people to share")];
        let says = count("op", "hausrecht.sqlite");
        let place = format!("{how:?} {block}");
        if news.iter().any(|times| *times > 1) {
            wrong.push(format!("{place}: told {news:?} times"));
        }
        if count("op", "hausrecht restore") > 1 {
            wrong.push(format!("{place}: the operator has {} letters", count("op", "hausrecht restore")));
        }
        let all_told = news == [1, 1];
        if !all_told && says == 0 {
            wrong.push(format!("{place}: told {news:?}, and nobody heard why: {first:?} {second:?}"));
        }
        if !all_told && (first.code == 0 && second.code == 0) {
            wrong.push(format!("{place}: told {news:?}, and it ends with 0: {first:?}"));
        }
        if first.code == 4 && check.code == 0 {
            wrong.push(format!("{place}: {first:?}, and all is well: {check:?}"));
        }
        if ![0, 3, 4].contains(&first.code) {
            wrong.push(format!("{place}: {first:?}"));
        }
        told += usize::from(all_told);
        halted += usize::from(first.code == 4);
        mended += usize::from(all_told && first.code == 0);
        if is_long {
            println!("{place}: {} {} told {news:?}, {says} to the operator", first.code, second.code);
        }
    }
    println!("all was told {told} times, {halted} rounds ended with 4, {mended} were as if nothing had been");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_history_that_is_damaged_in_part_is_told_to_the_operator_with_what_mends_it_and_a_copy_mends_it() {
    let torn = Torn::new();
    torn.set();
    assert_eq!(torn.house.run_as_it_is(&["backup", "copy.sqlite"]).code, 0);
    let root: u32 = {
        let rows = Connection::open(torn.file()).unwrap();
        rows.query_row("SELECT rootpage FROM sqlite_master WHERE name = 'versions'", [], |row| row.get(0)).unwrap()
    };
    harm(&torn.file(), usize::try_from(root).unwrap() - 1, Harm::Noise);
    let before = torn.sink.taken().len();
    let ran = torn.house.run_as_it_is(&["check", "--all"]);
    assert_eq!(ran.code, 4, "{ran:?}");
    assert!(ran.stderr.contains("hausrecht restore FILE"), "{ran:?}");
    let data = torn.house.data().display().to_string();
    let said: Vec<_> = torn.letters_since(before).into_iter().filter(|(to, ..)| to == "op@example.com").collect();
    assert_eq!(said.len(), 1, "{said:#?}");
    insta::assert_snapshot!(format!("{}\n\n{}", said[0].1, said[0].2.replace(&data, "DATA")));
    let check = torn.house.run_as_it_is(&["status", "--check"]);
    assert!(check.code == 2 && check.stdout.contains("is damaged"), "{check:?}");
    let unit = torn.house.run_as_it_is(&["mail", "failure"]);
    assert_eq!(unit.stdout, "the operators were told why just now\n", "one letter is enough");
    torn.house.run_as_it_is(&["check", "--all"]);
    assert_eq!(torn.letters_since(before).iter().filter(|(to, ..)| to == "op@example.com").count(), 1, "once a day");
    let ran = torn.house.run_as_it_is(&["restore", "copy.sqlite"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = torn.house.run_as_it_is(&["check", "--all"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for words in ["minors are forbidden", "ask people to share"] {
        let told = torn
            .letters_since(before)
            .into_iter()
            .filter(|(to, _, text)| to.starts_with("team") && text.contains(words));
        assert_eq!(told.count(), 1, "{words}");
    }
    assert_eq!(torn.house.run_as_it_is(&["status", "--check"]).code, 0);
}

#[test]
fn an_index_through_which_a_waiting_letter_is_not_found_is_made_again_and_the_letter_goes_out() {
    let people = "recipients:
  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}
  - {name: Op, to: [op@example.com], operator: true, tier: alert, topics: [ai]}";
    let house = House::new().watch("contests", MAY).with(people);
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    fs::remove_dir_all(house.data().join("outbox")).unwrap();
    let file = house.data().join("hausrecht.sqlite");
    let rows = Connection::open(&file).unwrap();
    let on_disk = || rows.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let root: u32 = rows
        .query_row("SELECT rootpage FROM sqlite_master WHERE name = 'deliveries_waiting'", [], |row| row.get(0))
        .unwrap();
    on_disk();
    let root = usize::try_from(root).unwrap();
    let block = (root - 1) * BLOCK..root * BLOCK;
    let index = fs::read(&file).unwrap()[block.clone()].to_owned();
    rows.execute("UPDATE deliveries SET state = 'waiting', at = NULL, answer = NULL, next_try = 1772431200", [])
        .unwrap();
    on_disk();
    drop(rows);
    // The index is what it was: it knows of no letter that waits.
    let open = fs::OpenOptions::new().write(true).open(&file).unwrap();
    open.write_all_at(&index, u64::try_from(block.start).unwrap()).unwrap();
    drop(open);
    house.round_at("2026-03-03T06:00:00Z");
    let mails = |to: &str, words: &str| {
        let files = fs::read_dir(house.data().join("outbox")).unwrap().flatten();
        let texts = files.map(|file| fs::read(file.path()).unwrap());
        texts
            .filter(|bytes| {
                let mail = MessageParser::default().parse(bytes).unwrap();
                let text = mail.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
                mail.to().unwrap().first().unwrap().address() == Some(to) && text.contains(words)
            })
            .count()
    };
    assert_eq!(mails("team@example.com", "once a day"), 1, "{:?}", house.subjects());
    assert_eq!(
        mails("op@example.com", "was damaged (deliveries_waiting) and was made again"),
        1,
        "{:?}",
        house.subjects()
    );
}
