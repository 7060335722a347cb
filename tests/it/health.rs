//! Whether it does its work: told to people, to programs that watch programs, and to nobody in vain.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixDatagram;

use hausrecht::io::journal;
use hausrecht::io::store::Store;
use hausrecht::round;

use crate::house::program::House;
use crate::house::server::{Answer, Server};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const TEAM: &str = "{name: Team, to: [team@example.com], immediately: true, tier: fyi}";

fn house() -> House {
    House::new().watch("contests", MAY).watch("pages", MAY).with(&format!("recipients: [{TEAM}]"))
}

#[test]
fn the_next_round_tells_that_nothing_has_run_for_long() {
    for (language, wanted) in
        [("en", "hausrecht looked at nothing for 72 hours"), ("de", "hausrecht hat 72 Stunden lang nichts angesehen")]
    {
        let operator = format!("{{name: Op, to: [op@example.com], operator: true, language: {language}, tier: alert}}");
        let house = House::new().watch("contests", MAY).with(&format!("recipients: [{operator}]"));
        house.round_at("2026-03-01T06:00:00Z");
        // A day without a look is nothing to write about: the next one was due only at six.
        house.round_at("2026-03-02T09:00:00Z");
        assert_eq!(house.letters().len(), 0);
        house.round_at("2026-03-05T09:00:00Z");
        let letters = house.letters();
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, wanted);
        assert!(letters[0].html.contains(wanted), "{}", letters[0].html);
        house.round_at("2026-03-05T09:15:00Z");
        assert_eq!(house.letters().len(), 1, "once");
    }
}

#[test]
fn a_long_silence_is_told_in_days_and_to_the_nearest_hour_and_its_sentence_is_german() {
    let operator = "{name: Op, to: [op@example.com], operator: true, language: de, tier: alert}";
    let house = House::new().watch("contests", MAY).with(&format!("recipients: [{operator}]"));
    house.round_at("2026-03-01T06:00:05Z");
    house.round_at("2026-03-04T06:00:00Z");
    house.round_at("2026-05-10T06:00:00Z");
    let letters = house.letters();
    assert_eq!(letters[0].subject, "hausrecht hat 72 Stunden lang nichts angesehen");
    assert_eq!(letters[1].subject, "hausrecht hat 67 Tage lang nichts angesehen");
    let text = letters[0].text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Zwischen dem 1. März 2026, 6:00 Uhr, und dem 4. März 2026, 6:00 Uhr, lief hausrecht nicht"),
        "{text}"
    );
    assert!(text.contains("Dieser Brief geht an alle, die hausrecht betreuen."), "{text}");
}

#[test]
fn two_silences_of_one_letter_are_counted_together() {
    let digest = "{name: Op, to: [op@example.com], digest: '0 7 * * 1', language: LANG, tier: alert}";
    for (language, wanted) in [
        ("en", "hausrecht looked at nothing for 10 days in all"),
        ("de", "hausrecht hat insgesamt 10 Tage lang nichts angesehen"),
    ] {
        let house =
            House::new().watch("contests", MAY).with(&format!("recipients: [{}]", digest.replace("LANG", language)));
        house.round_at("2026-03-02T06:00:00Z");
        house.round_at("2026-03-02T07:30:00Z");
        // Both came to their end when the letter of the Monday between them is written.
        house.round_at("2026-03-07T06:00:00Z");
        house.round_at("2026-03-12T06:00:00Z");
        assert!(house.subjects().iter().any(|subject| subject.ends_with(wanted)), "{:?}", house.subjects());
        let text = house.letters().pop().unwrap().text;
        assert_eq!(text.matches('?').count(), 1, "what to look at is asked once: {text}");
    }
}

#[test]
fn a_reader_who_looks_after_nothing_is_told_why_a_letter_on_the_program_comes() {
    let reader = "{name: Op, to: [op@example.com], immediately: true, language: LANG, tier: alert}";
    for (language, wanted) in [
        ("en", "You get this because the watchlist names nobody who looks after hausrecht."),
        ("de", "Dieser Brief kommt, weil in der Watchlist niemand steht, der hausrecht betreut."),
    ] {
        let house =
            House::new().watch("contests", MAY).with(&format!("recipients: [{}]", reader.replace("LANG", language)));
        house.round_at("2026-03-01T06:00:00Z");
        house.round_at("2026-03-09T06:00:00Z");
        let letter = house.letters().into_iter().next().unwrap();
        let text = letter.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(wanted), "{text}");
        assert!(
            !text.contains("because you look after") && !text.contains("an alle, die hausrecht betreuen"),
            "{text}"
        );
    }
}

#[test]
fn a_silence_is_told_although_the_round_that_saw_it_was_killed() {
    let house = house();
    house.round_at("2026-03-01T06:00:00Z");
    let mut open = house.open();
    open.begin_round_and_die("2026-03-09T06:00:00Z");
    house.round_at("2026-03-09T06:30:00Z");
    let told = house.subjects();
    assert!(told.iter().any(|subject| subject.contains("looked at nothing for 8 days")), "{told:?}");
}

#[test]
fn what_was_read_lately_is_a_figure_with_the_last_good_look_of_each_other() {
    let house = house();
    house.round_at("2026-03-01T06:00:00Z");
    house.server.answer("/pages", Answer::status(500));
    house.round_at("2026-03-02T06:00:00Z");
    house.round_at("2026-03-03T06:00:00Z");
    let list =
        hausrecht::steps::watchlist::read(&house.watchlist(), "w", "2026-03-03T06:00:00Z".parse().unwrap()).unwrap();
    let store = Store::open(&house.data()).unwrap();
    let found = round::coverage(&list, Some(&store), "2026-03-03T06:00:10Z".parse().unwrap()).unwrap();
    assert_eq!((found.read, found.documents), (1, 2));
    assert_eq!(found.unread.len(), 1);
    assert_eq!(found.unread[0].watch, "pages");
    assert!(found.unread[0].last_read.unwrap().to_string().starts_with("2026-03-01T06:00"));
}

#[test]
fn status_check_ends_with_0_1_or_2_and_says_why_in_a_line() {
    let house = house();
    let check = |house: &House| {
        let ran = house.run(&["status", "--check"]);
        assert_eq!(ran.stdout.lines().count(), 1, "{ran:?}");
        (ran.code, ran.stdout)
    };
    let (code, line) = check(&house);
    assert_eq!(code, 2, "nothing has ever run: {line}");
    house.run(&["check"]);
    let (code, line) = check(&house);
    assert_eq!((code, line.starts_with("OK: 2 of 2 documents read in the last 24 h; last round")), (0, true), "{line}");
    let house = house.with("settings_are_elsewhere: 1");
    assert_eq!(check_code(&house), 2, "a watchlist that cannot be read");
}

fn check_code(house: &House) -> i32 {
    house.run(&["status", "--check"]).code
}

#[test]
fn a_blind_spot_is_a_warning_and_a_round_long_ago_is_critical() {
    let house = house();
    house.server.answer("/pages", Answer::status(500));
    for day in 1..5 {
        house.round_at(&format!("2026-03-0{day}T06:00:00Z"));
    }
    let ran = house.run(&["status", "--check"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stdout.contains("nothing has run for") && ran.stdout.contains("1 blind spot"), "{ran:?}");
    house.run(&["check", "--all"]);
    let ran = house.run(&["status", "--check"]);
    assert_eq!((ran.code, ran.stdout.starts_with("WARNING: 1 blind spot")), (1, true), "{ran:?}");
}

#[test]
fn one_failed_look_at_the_only_page_is_a_warning_and_hours_of_them_are_critical() {
    let house = House::new().watch("contests", MAY).with(&format!("recipients: [{TEAM}]"));
    house.run(&["check"]);
    house.server.answer("/contests", Answer::status(404));
    house.run(&["check", "--all"]);
    let ran = house.run(&["status", "--check"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.stdout.starts_with("WARNING: the last looks brought no document"), "{ran:?}");
    let house = House::new().watch("contests", MAY).with(&format!("recipients: [{TEAM}]"));
    house.round_at("2026-03-01T06:00:00Z");
    house.server.answer("/contests", Answer::status(404));
    house.round_at("2026-03-02T06:00:00Z");
    let ran = house.run(&["status", "--check"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stdout.contains("no document can be read"), "{ran:?}");
}

#[test]
fn somebody_outside_hears_of_each_good_round_and_of_none_whose_letters_do_not_get_out() {
    let outside = Server::start();
    outside.answer("/beat", Answer::html("ok"));
    let settings =
        |house: House, more: &str| house.with_settings(&format!("heartbeat: '{}'{more}", outside.url("/beat")));
    let house = settings(house(), "");
    assert_eq!(house.run(&["check"]).code, 0);
    assert_eq!(outside.hits("/beat"), 1);
    let dead = house.with("mail: {from: 'H <h@example.com>', smtp: {host: 127.0.0.1, port: 9, tls: none}}");
    dead.show("contests", MUST_NOT);
    assert_eq!(dead.run(&["check", "--all"]).code, 4);
    assert_eq!(outside.hits("/beat"), 1);
}

#[test]
fn figures_for_prometheus_are_written_whole_after_each_round() {
    let house = house();
    let file = house.folder.path().join("hausrecht.prom");
    let house = house.with_settings(&format!("metrics: {}", file.display()));
    house.run(&["check"]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("\nhausrecht_documents 2\n") && text.contains("\nhausrecht_documents_read_24h 2\n"),
        "{text}"
    );
    assert!(text.contains("hausrecht_round_pages{outcome=\"looked\"} 2\n"), "{text}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o644);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("hausrecht_round_pages{outcome=\"changed\"} 1\n"), "{text}");
    assert!(text.contains("hausrecht_deliveries{state=\"written\"} 1\n"), "{text}");
}

#[test]
fn a_line_for_the_journal_keeps_its_fields_apart_whatever_they_hold() {
    let folder = tempfile::TempDir::new().unwrap();
    let socket = folder.path().join("socket");
    let listens = UnixDatagram::bind(&socket).unwrap();
    journal::send(&socket, &[("MESSAGE", "two\nlines"), ("HAUSRECHT_WATCH", "a")]).unwrap();
    let mut entry = [0; 200];
    let length = listens.recv(&mut entry).unwrap();
    let wanted = b"MESSAGE\n\x09\0\0\0\0\0\0\0two\nlines\nHAUSRECHT_WATCH\n\x01\0\0\0\0\0\0\0a\n";
    assert_eq!(&entry[..length], wanted);
}

#[test]
fn each_round_leaves_a_report_and_those_with_nothing_to_do_share_one() {
    let house = house();
    house.round_at("2026-03-01T06:00:00Z");
    for minute in [10, 20, 30] {
        house.round_at(&format!("2026-03-01T06:{minute}:00Z"));
    }
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let rounds = Store::open(&house.data()).unwrap().rounds(10).unwrap();
    assert_eq!(rounds.iter().map(|round| round.times).collect::<Vec<_>>(), [1, 3, 1]);
    let last = rounds[0].report.as_ref().unwrap();
    assert_eq!((last.looked, last.changed, last.sent), (2, 1, 1));
    assert_eq!(
        last.pages.iter().map(|page| (page.watch.as_str(), page.outcome.as_str())).collect::<Vec<_>>(),
        [("contests", "changed")]
    );
    let shown = house.run(&["status", "--rounds"]).stdout;
    assert!(shown.contains("2 looked at, 1 changed") && shown.contains("nothing to do, 3 times"), "{shown}");
    // After more than a year only the newer ones are left.
    house.round_at("2027-03-02T07:00:00Z");
    house.round_at("2027-06-02T07:00:00Z");
    assert!(Store::open(&house.data()).unwrap().rounds(10).unwrap().len() <= 2);
}

#[test]
fn that_the_unit_failed_is_mailed_to_the_operators_whatever_the_store_is_like() {
    let operator = "{name: Op, to: [op@example.com], operator: true, language: de, tier: alert}";
    let house = House::new().watch("contests", MAY).with(&format!("recipients: [{TEAM}, {operator}]"));
    fs::create_dir(house.data()).unwrap();
    fs::write(house.data().join("hausrecht.sqlite"), "no database any more, but some bytes".repeat(20)).unwrap();
    assert_eq!(house.run(&["check"]).code, 4);
    let ran = house.run(&["mail", "failure", "--unit", "hausrecht.service"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let letters: Vec<_> = fs::read_dir(house.data().join("outbox")).unwrap().flatten().collect();
    assert_eq!(letters.len(), 1, "to the operator alone");
    let letter = fs::read(letters[0].path()).unwrap();
    let message = mail_parser::MessageParser::default().parse(&letter).unwrap();
    assert_eq!(message.subject(), Some("hausrecht arbeitet zurzeit nicht"));
    assert!(message.body_text(0).unwrap().contains("journalctl -u hausrecht.service"));
}

/// The time now and so many hours ago, as the store keeps it.
fn hours_ago(hours: i64) -> String {
    let ago = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(hours);
    jiff::Timestamp::from_second(ago.as_second()).unwrap().to_string()
}

#[test]
fn a_killed_round_is_a_warning_for_a_day_although_good_ones_followed() {
    for (hours, code) in [(1, 1), (5, 1), (25, 0)] {
        let house = house().with_settings("schedule: '* * * * * *'");
        house.round_at(&hours_ago(hours + 1));
        house.open().begin_round_and_die(&hours_ago(hours));
        assert_eq!(house.run(&["check", "--all"]).code, 0);
        assert_eq!(house.run(&["check"]).code, 0);
        let ran = house.run(&["status", "--check"]);
        assert_eq!(ran.code, code, "killed {hours} hours ago: {ran:?}");
        let is_said =
            ran.stdout.starts_with("WARNING: 1 round of the last 24 h did not come to the end; 2 of 2 documents read");
        assert_eq!(is_said, code == 1, "{ran:?}");
    }
}

#[test]
fn a_round_that_is_at_work_is_no_killed_one() {
    let house = house().with_settings("schedule: '* * * * * *'");
    house.run(&["check"]);
    house.open().begin_round_and_die(&hours_ago(0));
    let ran = house.run(&["status", "--check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

/// The fields of one entry, but for lengths that say where each ends.
fn fields(entry: &[u8]) -> String {
    let mut rest = entry;
    let mut fields = String::new();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (name, more) = rest.split_at(end);
        let length = usize::try_from(u64::from_le_bytes(more[1..9].try_into().unwrap())).unwrap();
        let value = &more[9..9 + length];
        writeln!(fields, "{}={}", String::from_utf8_lossy(name), String::from_utf8_lossy(value)).unwrap();
        rest = &more[10 + length..];
    }
    fields
}

#[test]
fn under_systemd_a_round_leaves_a_line_with_fields_for_each_page_with_news_and_one_for_itself() {
    let house = house();
    house.run(&["check"]);
    let socket = house.folder.path().join("journal");
    let listens = UnixDatagram::bind(&socket).unwrap();
    listens.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
    house.show("contests", MUST_NOT).server.answer("/pages", Answer::status(404));
    let ran = house
        .command(&["check", "--all"])
        .env("JOURNAL_STREAM", "8:1")
        .env("HAUSRECHT_JOURNAL", &socket)
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(3), "{ran:?}");
    let change = house.run(&["log", "--json"]).stdout;
    let change: serde_json::Value = serde_json::from_str(change.lines().next().unwrap()).unwrap();
    let mut all = String::new();
    for _ in 0..3 {
        let mut entry = [0; 2000];
        let length = listens.recv(&mut entry).unwrap();
        all.push_str(&fields(&entry[..length]));
        all.push('\n');
    }
    insta::assert_snapshot!(all.replace(change["id"].as_str().unwrap(), "CHANGE"), @"
    MESSAGE=changed contests CHANGE
    PRIORITY=6
    SYSLOG_IDENTIFIER=hausrecht
    HAUSRECHT_WATCH=contests
    HAUSRECHT_OUTCOME=changed
    HAUSRECHT_CHANGE=CHANGE

    MESSAGE=unreadable pages status
    PRIORITY=4
    SYSLOG_IDENTIFIER=hausrecht
    HAUSRECHT_WATCH=pages
    HAUSRECHT_OUTCOME=unreadable
    HAUSRECHT_TROUBLE=status

    MESSAGE=round: 2 looked at, 1 changed, 1 unreadable, 1 letter written to files
    PRIORITY=6
    SYSLOG_IDENTIFIER=hausrecht
    HAUSRECHT_LOOKED=2
    HAUSRECHT_CHANGED=1
    HAUSRECHT_UNREADABLE=1
    HAUSRECHT_SENT=1
    HAUSRECHT_WAITING=0
    ");
}

#[test]
fn a_digest_names_the_last_good_look_at_each_document_that_was_not_read() {
    for (language, wanted) in [
        ("en", "Not read: Plaudernetz: pages (last read 3 March 2026, 08:00)."),
        ("de", "Nicht gelesen: Plaudernetz: pages (zuletzt gelesen am 3. März 2026, 8:00 Uhr)."),
    ] {
        let reader =
            format!("{{name: Team, to: [team@example.com], digest: '0 0 8 * * Mon', tier: fyi, language: {language}}}");
        let operator = "{name: Op, to: [op@example.com], operator: true, tier: alert}";
        let house = House::new()
            .watch("contests", MAY)
            .watch("pages", MAY)
            .with(&format!("recipients: [{reader}, {operator}]"));
        for day in 1..=3 {
            house.round_at(&format!("2026-03-0{day}T08:00:00Z"));
        }
        house.show("contests", MUST_NOT).server.answer("/pages", Answer::status(404));
        for day in 4..=9 {
            house.round_at(&format!("2026-03-0{day}T08:00:00Z"));
        }
        let letters = house.letters();
        let digest = letters.iter().find(|letter| letter.recipient == "Team").unwrap();
        let text = digest.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(wanted), "{text}");
    }
}
