//! One row of the history is damaged, in every column of every table in turn: everything else goes on, and it is said.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hausrecht::io::store::FILE_NAME;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::house::program::{House, round_in};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const NOR_SHARE: &str = "You must not post about your contest more than once a day. You must not ask people to share.";
const NO_MINORS: &str = "You must not post about your contest more than once a day. Contests for minors are forbidden.";
const PEOPLE: &str = "recipients:
  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}
  - {name: Op, to: [op@example.com], operator: true, tier: alert}";

/// A house with a row in every table, and a letter about `contests` that still waits.
fn house() -> House {
    let house = House::new().watch("contests", MAY).watch("pages", MAY).with(PEOPLE);
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch(
        "UPDATE deliveries SET state = 'waiting', at = NULL, answer = NULL;
         INSERT INTO decisions (change, decision, at) SELECT id, 'watch', detected_at FROM changes;
         INSERT OR IGNORE INTO noise VALUES ('contests', '', 'date', 20513, 1, 1772323200);
         INSERT INTO held SELECT 1000, 'abcdefghij', 'contests', '', platform, 'rule', 1772323200, 1772323200, 1, 0, NULL,
             content FROM changes;
         INSERT INTO notices (watch, part, at, notice, to_tell) SELECT 'contests', '', 1772323200,
             '{\"since\":\"2026-03-01T06:00:00Z\",\"trouble\":{\"why\":\"login_wall\"}}', 1;
         INSERT INTO proposals VALUES ('p', 'declined', 1772323200, NULL, '{}');
         INSERT INTO hub_links VALUES ('contests', 'https://example.com/', 'x', 1772323200, 0);
         INSERT INTO reminded SELECT id, 'Team', '2026-03-09', 3 FROM changes;
         INSERT INTO reply_key VALUES (1, zeroblob(32), 1772323200);
         INSERT INTO used_codes SELECT 'code', id, 'Team', 1772323200 FROM changes;
         INSERT INTO mailboxes VALUES ('box', 1, 1, '[]');
         INSERT INTO installation VALUES ('0123456789abcdef', 1772323200);",
    )
    .unwrap();
    drop(rows);
    fs::remove_dir_all(house.data().join("outbox")).unwrap();
    house.show("pages", NOR_SHARE).show("contests", NO_MINORS);
    house
}

/// Every table of ours, and its columns with their types.
fn tables(rows: &Connection) -> Vec<(String, Vec<(String, String)>)> {
    let mut names = rows
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let columns = |table: &str| {
        let mut columns = rows.prepare(&format!("SELECT name, type FROM pragma_table_info('{table}')")).unwrap();
        columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    names.into_iter().map(|name| (name.clone(), columns(&name))).collect()
}

/// Damages a column of one row, of `contests` where the table knows pages; bytes that no writer of ours writes.
fn damage(rows: &Connection, table: &str, column: &str, kind: &str) {
    let is_key = ["id", "seq"].contains(&column) && kind == "INTEGER";
    let bytes = match kind {
        "BLOB" => "x'00ff00ff'",
        "TEXT" => "CAST(x'ff00fe' AS TEXT)",
        // A key is moved elsewhere; one at the very end would be the end of the file's own numbering.
        _ if is_key => "1000000007",
        _ => "9223372036854775807",
    };
    rows.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
    let triggers = ["decisions_stay", "decisions_remain"];
    for trigger in triggers {
        rows.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    let has = |wanted: &str| {
        tables(rows).iter().any(|(name, columns)| name == table && columns.iter().any(|(c, _)| c == wanted))
    };
    let of = if has("watch") {
        "WHERE watch = 'contests'"
    } else if table == "readers" {
        "WHERE name = 'Team'"
    } else {
        ""
    };
    // The newest: it is the one that a round needs.
    let key: String = rows
        .query_row(
            &format!("SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk)"),
            [],
            |row| Ok(row.get::<_, Option<String>>(0)?.unwrap_or_else(|| "rowid".to_owned())),
        )
        .unwrap();
    let last: Vec<String> = key.split(',').map(|part| format!("{part} DESC")).collect();
    let changed = rows
        .execute(
            &format!(
                "UPDATE {table} SET {column} = {bytes} WHERE ({key}) = (SELECT {key} FROM {table} {of} ORDER BY {} LIMIT 1)",
                last.join(", ")
            ),
            [],
        )
        .unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
    assert_eq!(changed, 1, "{table}.{column}");
}

/// All letters in a folder of mails, as their texts.
fn mails(data: &Path) -> Vec<(String, String)> {
    let Ok(files) = fs::read_dir(data.join("outbox")) else { return Vec::new() };
    let mut files: Vec<_> = files.flatten().map(|file| file.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let read = |path: std::path::PathBuf| {
        let bytes = fs::read(path).unwrap();
        let mail = mail_parser::MessageParser::default().parse(&bytes).unwrap();
        let to = mail.to().unwrap().first().unwrap().address().unwrap().to_owned();
        (to, mail.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
    };
    files.into_iter().map(read).collect()
}

/// What two rounds bring when one column is damaged: what went wrong, if anything, and what the operator is told.
fn after_damage(house: &House, table: &str, column: &str, kind: &str) -> (Vec<String>, String) {
    let copy = TempDir::new().unwrap();
    fs::create_dir_all(copy.path()).unwrap();
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch(&format!("VACUUM INTO '{}'", copy.path().join(FILE_NAME).display())).unwrap();
    drop(rows);
    let rows = Connection::open(copy.path().join(FILE_NAME)).unwrap();
    damage(&rows, table, column, kind);
    drop(rows);
    let mut wrong = Vec::new();
    for at in ["2026-03-03T06:00:00Z", "2026-03-03T07:00:00Z", "2026-03-04T06:00:00Z"] {
        if let Err(error) = round_in(&house.watchlist(), copy.path(), at) {
            wrong.push(format!("the round ended: {error}"));
            break;
        }
    }
    let mails = mails(copy.path());
    let told = |to: &str, words: &str| mails.iter().filter(|(at, text)| at == to && text.contains(words)).count();
    // The letters tell of the change on another page, once, and the letter that waited came, or what it told.
    for (words, what) in [("ask people to share", "the other page"), ("once a day", "the letter that waited")] {
        if told("team@example.com", words) == 0 {
            wrong.push(format!("{what} was not told"));
        }
    }
    if told("team@example.com", "ask people to share") > 1 {
        wrong.push("the other page was told twice".to_owned());
    }
    let news = told("team@example.com", "minors are forbidden");
    let said: Vec<&str> =
        mails.iter().filter(|(to, _)| to == "op@example.com").map(|(_, text)| text.as_str()).collect();
    let named: Vec<String> = said
        .iter()
        .flat_map(|text| text.split("One row of ").skip(1))
        .map(|rest| rest.split(" All the others").next().unwrap_or_default())
        .map(|line| line.replace(&copy.path().display().to_string(), "DATA"))
        .collect();
    if news != 1 && named.is_empty() {
        wrong.push(format!("the news of the page itself was told {news} times, and nobody heard why"));
    }
    let news = if news == 1 { String::new() } else { format!("[its own news told {news} times] ") };
    (wrong, news + &named.join(" | "))
}

fn share_of(house: &House, columns: &[(&str, &str, &str)]) -> Vec<(String, Vec<String>, String)> {
    let each = columns.iter().map(|(table, column, kind)| {
        let (found, told) = after_damage(house, table, column, kind);
        (format!("{table}.{column}"), found, told)
    });
    each.collect()
}

#[test]
fn a_damaged_row_of_any_table_is_its_own_trouble_and_every_other_letter_goes_out() {
    let house = house();
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    let tables = tables(&rows);
    for (table, _) in &tables {
        let count: i64 = rows.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert!(count > 0, "the fixture has no row of {table}");
    }
    drop(rows);
    // Every column of them all takes minutes: DAMAGED=all.
    let all = std::env::var_os("DAMAGED").is_some();
    let columns: Vec<(&str, &str, &str)> = tables
        .iter()
        .flat_map(|(table, columns)| {
            let last = columns.len() - 1;
            let columns = columns.iter().enumerate().filter(move |(place, _)| all || *place == last);
            columns.map(move |(_, (column, kind))| (table.as_str(), column.as_str(), kind.as_str()))
        })
        .collect();
    let share = columns.len().div_ceil(4);
    let found: Vec<_> = std::thread::scope(|scope| {
        let house = &house;
        let threads: Vec<_> = columns.chunks(share).map(|share| scope.spawn(move || share_of(house, share))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let mut wrong = Vec::new();
    let mut said = String::new();
    for (place, found, told) in found {
        wrong.extend(found.into_iter().map(|found| format!("{place}: {found}")));
        if !told.is_empty() {
            writeln!(said, "{place}: {told}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if all {
        println!("{said}");
    } else {
        insta::assert_snapshot!(said);
    }
}

#[test]
fn a_text_that_is_lost_with_its_bytes_begins_anew_before_the_operators_eyes_and_goes_on_from_there() {
    let house = house();
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute_batch(
        "UPDATE versions SET document = x'00' WHERE watch = 'contests'; UPDATE bodies SET data = x'00';
         UPDATE deliveries SET state = 'sent'",
    )
    .unwrap();
    drop(rows);
    // The other page has its text, and lacks only its bytes.
    house.round_at("2026-03-03T06:00:00Z");
    let told = |to: &str, words: &str| {
        mails(&house.data()).iter().filter(|(at, text)| at == to && text.contains(words)).count()
    };
    assert_eq!(told("team@example.com", "ask people to share"), 1);
    assert_eq!(told("op@example.com", "The comparison begins anew with the text that stands there now"), 1);
    assert_eq!(told("team@example.com", "minors are forbidden"), 0, "it is the new beginning");
    house.show("contests", NOR_SHARE).round_at("2026-03-04T06:00:00Z");
    assert_eq!(told("team@example.com", "ask people to share"), 2);
    assert_eq!(told("op@example.com", "begins anew"), 1, "once");
}

#[test]
fn a_damaged_row_is_named_by_status_and_monitoring_hears_of_it() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY).with(PEOPLE);
    house.run(&["check"]);
    assert_eq!(house.run(&["status", "--check"]).code, 0);
    let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
    rows.execute("UPDATE pages SET memory = x'00' WHERE watch = 'contests'", []).unwrap();
    drop(rows);
    assert_eq!(house.run(&["check", "--all"]).code, 0);
    let status = house.run(&["status"]).stdout;
    assert!(
        status.contains("one row of HOUSE/data/hausrecht.sqlite cannot be read: table pages, row contests"),
        "{status}"
    );
    assert!(status.contains("`hausrecht restore FILE`"), "and what to do: {status}");
    let ran = house.run(&["status", "--check"]);
    assert_eq!((ran.code, ran.stdout.starts_with("WARNING: 1 damaged row in the history")), (1, true), "{ran:?}");
}

#[test]
fn what_a_digest_owes_is_told_though_a_row_of_its_reader_or_of_one_change_is_damaged() {
    let people = "recipients:
  - {name: Team, to: [team@example.com], digest: '0 8 * * Fri', tier: fyi}
  - {name: Op, to: [op@example.com], operator: true, tier: alert, topics: [ai]}";
    for (damage, is_of_a_change) in [
        ("UPDATE readers SET heirs = '{bad' WHERE name = 'Team'", false),
        ("UPDATE readers SET heirs = '[\"Crew\"]' WHERE name = 'Team'", false),
        ("UPDATE readers SET left_at = -7 WHERE name = 'Team'", false),
        ("UPDATE changes SET id = '{bad' WHERE watch = 'contests'", true),
    ] {
        let house = House::new().watch("contests", MAY).watch("pages", MAY).with(people);
        house.round_at("2026-03-01T06:00:00Z");
        house.show("contests", NO_MINORS).show("pages", NOR_SHARE).round_at("2026-03-02T06:00:00Z");
        let rows = Connection::open(house.data().join(FILE_NAME)).unwrap();
        rows.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        assert_eq!(rows.execute(damage, []).unwrap(), 1, "{damage}");
        drop(rows);
        house.round_at("2026-03-07T06:00:00Z");
        house.round_at("2026-03-08T06:00:00Z");
        let told = |to: &str, words: &str| {
            mails(&house.data()).iter().filter(|(at, text)| at == to && text.contains(words)).count()
        };
        let of_contests = usize::from(!is_of_a_change);
        let found = (told("team@example.com", "ask people to share"), told("team@example.com", "minors are forbidden"));
        assert_eq!(found, (1, of_contests), "{damage}: {:#?}", mails(&house.data()));
        let table = if is_of_a_change { "table changes, row {bad" } else { "table readers, row Team" };
        assert_eq!(told("op@example.com", table), 1, "{damage}: {:#?}", mails(&house.data()));
    }
}
