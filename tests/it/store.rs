//! The store loses nothing, refuses what it cannot read, and leaves old data untouched.

mod made_before;

use std::fs;

use hausrecht::io::store::{FILE_NAME, Filter, NewChange, PageState, RoundLock, Sighting, Store};
use hausrecht::model::{
    Assessment, Because, Block, BlockKind, Change, Channel, DayOrder, Decided, Decision, Direction, Document,
    ExtractorMark, Kind, Language, Letter, LetterKind, Memory, Noise, Origin, Outcome, Reason, Seen, Snapshot, Tier,
    Version,
};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::json;
use tempfile::TempDir;

#[test]
fn what_was_stored_under_older_names_is_read() {
    let (since, snapshot) = ("2026-01-01T00:00:00Z", "ab".repeat(32));
    let stored = json!({
        "stranger": {"words": [1, 2], "since": since, "snapshot": snapshot, "looks": 3},
        "abroad": {"document": Document::default(), "since": since, "looks": 4, "next": null},
    });
    let mut memory: Memory = serde_json::from_value(stored).unwrap();
    assert_eq!(memory.candidate.as_ref().unwrap().looks, 3);
    memory.adopt();
    assert_eq!(memory.editions[0].looks, 4, "another region's text goes on as an edition");
    let again: Memory = serde_json::from_value(serde_json::to_value(&memory).unwrap()).unwrap();
    assert_eq!(again, memory);
    assert_eq!(serde_json::to_value(Noise::Boilerplate).unwrap(), Noise::Boilerplate.key());
}

#[test]
fn a_look_leaves_behind_snapshot_version_and_change_or_nothing() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let old = record(&mut store, 1, "You may post daily.", None);
    record(&mut store, 2, "You may post weekly.", Some(&old));

    let changes = store.changes(&Filter::default()).unwrap();
    assert_eq!(changes.iter().map(|change| change.id.as_str()).collect::<Vec<_>>(), ["change-2"]);
    let last = store.last_version("w", "").unwrap().unwrap();
    assert_eq!(last.document.blocks[0].text, "You may post weekly.");
    let evidence = store.snapshot("w", "", &last.snapshot).unwrap().unwrap().snapshot;
    assert_eq!(evidence, snapshot(2, "You may post weekly."));
    assert_eq!(store.version_at("w", "", at(1)).unwrap().unwrap().document.blocks[0].text, "You may post daily.");
}

#[test]
fn an_id_that_is_taken_undoes_the_whole_look() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let old = record(&mut store, 1, "one", None);
    record(&mut store, 2, "two", Some(&old));
    let state = state(3);
    let page = snapshot(3, "three");
    let version = version(3, &page);
    let again = change(2, &version);
    let sighting = Sighting {
        state: &state,
        snapshot: Some(&page),
        version: Some(&version),
        change: Some(NewChange { change: &again, from_version: 1 }),
        noise: &[],
        held: &[],
        notice: None,
        edit: None,
        instead: None,
        host: None,
        to_tell: true,
    };
    assert!(store.record(&sighting).is_err());
    assert_eq!(store.last_version("w", "").unwrap().unwrap().document.blocks[0].text, "two");
    assert_eq!(store.page("w", "").unwrap().unwrap().looked_at, at(2));
    assert_eq!(store.snapshot("w", "", &page.sha256()).unwrap(), None);
}

#[test]
fn pages_that_differ_a_little_cost_a_little_and_come_back_to_the_byte() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let noise: String = (0..8_000_u64).map(|n| format!("{:x} ", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
    let mut before = None;
    for number in 1..=20 {
        let version = record(&mut store, number, &format!("{noise} nonce {number}"), before.as_ref());
        before = Some(version);
    }
    for number in 1..=20 {
        let body = format!("{noise} nonce {number}");
        let sha256 = hausrecht::model::sha256_hex(body.as_bytes());
        assert_eq!(store.snapshot("w", "", &sha256).unwrap().unwrap().snapshot.body, body.into_bytes());
    }
    drop(store);
    let connection = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    let whole: i64 =
        connection.query_row("SELECT count(*) FROM bodies WHERE base IS NULL", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, 1);
}

#[test]
fn one_flipped_byte_of_the_evidence_is_noticed() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let version = record(&mut store, 1, "You may post daily.", None);
    let connection = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    let forged = zstd::bulk::compress(b"You may post nightly.", 3).unwrap();
    connection.execute("UPDATE bodies SET data = ?1", [forged]).unwrap();
    let error = store.snapshot("w", "", &version.snapshot).unwrap_err().to_string();
    assert!(error.contains("is damaged: its bytes have another SHA-256"), "{error}");
}

#[test]
fn a_newer_database_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    drop(Store::open(folder.path()).unwrap());
    let path = folder.path().join(FILE_NAME);
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = Store::open(folder.path()).unwrap_err().to_string();
    assert!(error.contains("was written by a newer hausrecht (format 99"), "{error}");
    assert!(error.contains("hint: install the newer version"), "{error}");
    let format: i64 =
        rusqlite::Connection::open(&path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(format, 99);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, "not a database at all, but longer than a header ".repeat(100)).unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::open(folder.path()).unwrap_err().to_string();
    assert!(error.contains("is damaged or not a hausrecht database"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_second_round_is_told_who_holds_the_lock() {
    let folder = TempDir::new().unwrap();
    let first = RoundLock::take(folder.path()).unwrap();
    let error = RoundLock::take(folder.path()).unwrap_err().to_string();
    assert!(error.contains(&format!("(process {})", std::process::id())), "{error}");
    drop(first);
    RoundLock::take(folder.path()).unwrap();
}

#[test]
fn the_same_letter_made_twice_waits_once_and_marks_its_changes_told() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let reader = store.readers(&["Team"], at(0)).unwrap().remove(0);
    let old = record(&mut store, 1, "one", None);
    record(&mut store, 2, "two", Some(&old));
    assert_eq!(store.untold("Team", reader.change_seq).unwrap().len(), 1);

    store.put_letters(&[letter("a@example.com")], &reader, &[], at(2)).unwrap();
    store.put_letters(&[letter("a@example.com")], &reader, &[], at(3)).unwrap();
    assert_eq!(store.untold("Team", reader.change_seq).unwrap(), []);
    let waiting = store.waiting(at(3)).unwrap();
    assert_eq!(waiting.len(), 1);
    store.delivered(waiting[0].id, "team@example.com", "250 ok", at(3)).unwrap();
    assert_eq!(store.waiting(at(9)).unwrap(), []);
    let count = store.outbox().unwrap();
    assert_eq!((count.waiting, count.sent, count.refused), (0, 1, 0));
}

#[test]
fn a_letter_does_not_wait_for_the_day_on_which_a_clock_was_wrong() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let reader = store.readers(&["Team"], at(0)).unwrap().remove(0);
    let years_ahead = "2034-01-01T00:00:00Z".parse().unwrap();
    let empty = Letter { changes: Vec::new(), ..letter("digest-1") };
    store.put_letters(&[empty], &reader, &[], years_ahead).unwrap();
    assert_eq!(store.waiting(at(2)).unwrap().len(), 1);
}

#[test]
fn a_renamed_recipient_is_told_what_the_old_name_was_still_owed() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    store.readers(&["Team"], at(0)).unwrap();
    let old = record(&mut store, 1, "one", None);
    record(&mut store, 2, "two", Some(&old));

    let renamed = store.readers(&["Social team"], at(3)).unwrap().remove(0);
    assert_eq!(store.untold("Social team", renamed.change_seq).unwrap().len(), 1);
    let added = store.readers(&["Social team", "Lead"], at(4)).unwrap().remove(1);
    assert_eq!(store.untold("Lead", added.change_seq).unwrap(), []);
}

#[test]
fn decisions_are_never_overwritten() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let old = record(&mut store, 1, "one", None);
    record(&mut store, 2, "two", Some(&old));
    assert_eq!(store.open_alerts(date(2026, 1, 1)).unwrap().len(), 1);
    let decided = Decided {
        change: "change-2".to_owned(),
        decision: Decision::Watch,
        note: Some("ask legal".to_owned()),
        by: Some("Kim".to_owned()),
        due: None,
        at: at(3),
    };
    store.decide(&decided).unwrap();
    store.decide(&Decided { at: at(4), ..decided.clone() }).unwrap();
    store.decide(&Decided { decision: Decision::None, at: at(5), ..decided.clone() }).unwrap();
    assert_eq!(store.open_alerts(date(2026, 1, 1)).unwrap(), []);
    let history: Vec<_> =
        store.decisions("change-2").unwrap().iter().map(|decided| (decided.decision, decided.at)).collect();
    assert_eq!(history, [(Decision::Watch, at(3)), (Decision::None, at(5))]);
    let connection = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    assert!(connection.execute("UPDATE decisions SET decision = 'act'", []).is_err());
    assert!(connection.execute("DELETE FROM decisions", []).is_err());
}

#[test]
fn a_fresh_store_is_sound() {
    let folder = TempDir::new().unwrap();
    assert_eq!(Store::open(folder.path()).unwrap().integrity().unwrap(), Vec::<String>::new());
}

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + 3600 * hour).unwrap()
}

fn snapshot(hour: i64, text: &str) -> Snapshot {
    Snapshot {
        fetched_at: at(hour),
        url: "https://example.com/terms".parse().unwrap(),
        redirects: vec!["https://example.com/".parse().unwrap()],
        status: 200,
        headers: vec![("content-type".to_owned(), "text/html".to_owned())],
        body: text.as_bytes().to_vec(),
        origin: Origin::Live,
    }
}

fn version(hour: i64, snapshot: &Snapshot) -> Version {
    let text = String::from_utf8(snapshot.body.clone()).unwrap();
    Version {
        id: 0,
        watch: "w".to_owned(),
        part: String::new(),
        snapshot: snapshot.sha256(),
        seen_at: at(hour),
        extractor: ExtractorMark("test".to_owned()),
        fingerprint: text.clone(),
        document: Document {
            blocks: vec![Block { kind: BlockKind::Paragraph, text, links: Vec::new(), outside: false }],
            ..Document::default()
        },
        edition: 0,
    }
}

fn state(hour: i64) -> PageState {
    PageState {
        watch: "w".to_owned(),
        part: String::new(),
        looked_at: at(hour),
        outcome: Outcome::Unchanged,
        read_at: Some(at(hour)),
        unreadable_since: None,
        blind_since: None,
        etag: None,
        last_modified: None,
        settled_sha256: None,
        memory: Memory::default(),
    }
}

fn change(hour: i64, to: &Version) -> Change {
    Change {
        id: format!("change-{hour}"),
        watch: "w".to_owned(),
        part: String::new(),
        platform: "example".to_owned(),
        document: "Terms".to_owned(),
        language: None,
        url: "https://example.com/terms".to_owned(),
        detected_at: at(hour),
        confirmed_at: None,
        from: Seen { snapshot: "before".to_owned(), seen_at: at(hour - 1), last_seen: None, by_hand: false },
        to: Seen { snapshot: to.snapshot.clone(), seen_at: at(hour), last_seen: None, by_hand: false },
        hunks: Vec::new(),
        date_lines: Vec::new(),
        day_order: DayOrder::default(),
        overall: None,
        moved: 0,
        words_added: 1,
        words_removed: 1,
        back_to: None,
        rewriting: None,
        same_as: None,
        assessment: Assessment {
            kind: Kind::Substantive,
            tier: Tier::Alert,
            topics: Vec::new(),
            direction: Direction::Neutral,
            effective_date: None,
            notice_days: None,
            assets: Vec::new(),
            reasons: Vec::new(),
            duties: Vec::new(),
            noise: Vec::new(),
        },
    }
}

#[test]
fn reasons_that_were_stored_as_sentences_are_read() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let first = record(&mut store, 1, "one", None);
    record(&mut store, 2, "two", Some(&first));
    let filter = Filter::default();
    let mut stored = serde_json::to_value(&store.changes(&filter).unwrap()[0]).unwrap();
    let (en, de) = ("New duty: “Ask first.”", "Neue Pflicht: „Ask first.“");
    stored["assessment"]["reasons"] = json!([
        {"en": en, "de": de, "hunk": 3},
        {"en": en, "de": de, "hunk": null},
        {"because": {"holds_from": {"date": "2027-03-30", "days": 29}}, "hunk": null},
    ]);
    let packed = zstd::bulk::compress(stored.to_string().as_bytes(), 3).unwrap();
    let connection = rusqlite::Connection::open(folder.path().join(FILE_NAME)).unwrap();
    connection.execute("UPDATE changes SET content = ?1", [packed]).unwrap();
    let told = Because::Told { en: en.to_owned(), de: de.to_owned() };
    let reasons = &store.changes(&filter).unwrap()[0].assessment.reasons;
    assert_eq!(
        *reasons,
        [
            Reason { because: told.clone(), hunk: Some(3) },
            Reason::of_the_whole(told),
            Reason::of_the_whole(Because::HoldsFrom { date: date(2027, 3, 30), days: 29 }),
        ]
    );
    let again: Vec<Reason> = serde_json::from_value(serde_json::to_value(reasons).unwrap()).unwrap();
    assert_eq!(again, *reasons);
}

/// Records a look; the version comes back with its place in the store.
fn record(store: &mut Store, hour: i64, text: &str, before: Option<&Version>) -> Version {
    let page = snapshot(hour, text);
    let version = version(hour, &page);
    let change = change(hour, &version);
    let state = state(hour);
    let sighting = Sighting {
        state: &state,
        snapshot: Some(&page),
        version: Some(&version),
        change: before.map(|before| NewChange { change: &change, from_version: before.id }),
        noise: &[],
        held: &[],
        notice: None,
        edit: None,
        instead: None,
        host: None,
        to_tell: true,
    };
    store.record(&sighting).unwrap();
    store.last_version("w", "").unwrap().unwrap()
}

fn letter(message_id: &str) -> Letter {
    Letter {
        message_id: message_id.to_owned(),
        in_reply_to: None,
        kind: LetterKind::Digest,
        recipient: "Team".to_owned(),
        channel: Channel::Mail,
        language: Language::English,
        from: "hausrecht@example.com".to_owned(),
        to: vec!["team@example.com".to_owned()],
        contact: None,
        subject: "News".to_owned(),
        text: "News".to_owned(),
        html: "<p>News".to_owned(),
        calendars: Vec::new(),
        attachments: Vec::new(),
        hooks: Vec::new(),
        composed_at: at(2),
        changes: vec!["change-2".to_owned()],
        reply_to: None,
    }
}
