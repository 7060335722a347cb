//! The program as it is run at a terminal: what it prints, and how it ends.

use std::fs;

use crate::house::program::House;
use crate::house::server::Answer;

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// Lines are printed as looks end; which ends first is up to the machine.
fn in_any_order(text: &str) -> String {
    let mut lines: Vec<_> = text.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

#[test]
fn check_prints_a_line_a_watch_and_a_summary() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY);
    let ran = house.run(&["check"]);
    insta::assert_snapshot!(in_any_order(&ran.stdout), @r"
    2 pages: 2 first seen
    first      contests
    first      pages
    ");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(house.run(&["check"]).stdout, "nothing is due\n");
    assert_eq!(house.run(&["--quiet", "check", "--all"]).stdout, "2 pages: 2 unchanged\n");
}

#[test]
fn a_page_that_cannot_be_read_makes_check_end_with_3() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY);
    house.server.answer("/pages", Answer::status(404));
    let ran = house.run(&["check"]);
    insta::assert_snapshot!(in_any_order(&ran.stdout), @r"
    2 pages: 1 first seen, 1 unreadable
    first      contests
    unreadable pages  the server answered 404
    ");
    assert_eq!(ran.code, 3);
}

#[test]
fn a_dry_run_tells_and_records_nothing() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT);
    let dry = house.run(&["check", "--all", "--dry-run"]);
    assert!(dry.stdout.contains("changed    contests"), "{dry:?}");
    assert!(dry.stdout.ends_with("(dry run: nothing was recorded or sent)\n"), "{dry:?}");
    assert_eq!(house.run(&["log"]).stdout, "");
    assert!(house.run(&["check", "--all"]).stdout.contains("changed    contests"));
}

#[test]
fn an_unknown_watch_is_refused_with_a_hint() {
    let ran = House::new().watch("contests", MAY).run(&["check", "contest"]);
    insta::assert_snapshot!(ran.stderr, @r"
    error: there is no watch `contest` in the watchlist
    hint: did you mean `contests`?
    ");
    assert_eq!(ran.code, 2);
}

#[test]
fn every_mistake_in_the_watchlist_is_named_at_once_and_nothing_is_touched() {
    let house = House::new();
    fs::write(
        house.folder.path().join("watchlist.yaml"),
        "watches:\n  - {id: a, platform: X, document: Terms, url: 'https://x.com/tos', selct: main}\n  - {id: a, platform: X, document: Rules, url: 'ftp://x.com', schedule: 'daily'}\n",
    )
    .unwrap();
    let ran = house.run_as_it_is(&["check"]);
    insta::assert_snapshot!(ran.stderr);
    assert_eq!(ran.code, 2);
    assert!(!house.data().exists());
}

#[test]
fn diff_says_by_its_exit_code_whether_there_is_a_difference() {
    let house = House::new();
    let file = |name: &str, text: &str| fs::write(house.folder.path().join(name), text).unwrap();
    file("old.md", "# Contest rules\n\nYou may post daily.\n\n* No spam\n");
    file("new.md", "Contest rules\n=============\n\nYou must not post more than once a day.\n\n- No spam\n");
    let same = house.run_as_it_is(&["diff", "old.md", "old.md"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "the words are the same\n"));
    let same = house.run_as_it_is(&["diff", "--json", "old.md", "old.md"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, ""));
    let differs = house.run_as_it_is(&["diff", "--detected-at", "2026-11-21T06:00:00Z", "old.md", "new.md"]);
    assert_eq!(differs.code, 1);
    assert!(differs.stdout.contains("Contest rules\n  - You [-may post daily-].\n"), "{}", differs.stdout);
    let missing = house.run_as_it_is(&["diff", "old.md", "gone.md"]);
    assert_eq!(missing.code, 2);
    insta::assert_snapshot!(missing.stderr, @r"
    error: `gone.md` is neither a file nor a URL nor a watch of the watchlist
    hint: `hausrecht status` lists the watches
    ");
}

#[test]
fn diff_compares_the_page_as_it_is_now_with_the_last_version() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    assert_eq!(house.run(&["diff", "contests"]).code, 0);
    house.show("contests", MUST_NOT);
    let ran = house.run(&["diff", "--json", "contests"]);
    assert_eq!(ran.code, 1);
    let change: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(change["watch"], "contests");
    assert_eq!(change["hunks"][0]["heading"], serde_json::json!(["Rules for contests", "What you may do"]));
    assert_eq!(house.run(&["log"]).stdout, "", "diff stores nothing");
}

#[test]
fn a_recorded_change_is_logged_and_shown_by_the_beginning_of_its_id() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let line: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let fields: Vec<_> = line.as_object().unwrap().keys().take(21).map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "id",
            "watch",
            "platform",
            "document",
            "language",
            "detected_at",
            "confirmed_at",
            "kind",
            "tier",
            "topics",
            "direction",
            "effective_date",
            "notice_days",
            "assets",
            "reasons",
            "words_added",
            "words_removed",
            "hunks",
            "from",
            "to",
            "url"
        ]
    );
    let id = line["id"].as_str().unwrap();
    let shown = house.run(&["show", &id[..6]]);
    assert!(shown.stdout.contains("must not post"), "{shown:?}");
    assert_eq!(house.run(&["log", "--platform", "X"]).stdout, "");
    assert_eq!(house.run(&["show", "ffffffffff"]).code, 2);
}

#[test]
fn show_says_what_a_tier_rests_on_and_what_would_have_made_it_another() {
    let house = House::new().watch("contests", MAY);
    house.run(&["check"]);
    house.show("contests", MUST_NOT).run(&["check", "--all"]);
    let line: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let shown = house.run(&["show", line["id"].as_str().unwrap(), "--why"]).stdout;
    let why = &shown[shown.find("why an alert").unwrap_or_default()..];
    // What the model makes of it is another thing after each training.
    let figure = regex::Regex::new(r"\d+ %|[+−]\d+\.\d+").unwrap();
    let sign = regex::Regex::new(r"(?m)^  sign .*\n").unwrap();
    assert!(sign.find_iter(why).count() > 0, "{shown}");
    insta::assert_snapshot!(figure.replace_all(&sign.replace_all(why, ""), "…"), @"
    why an alert
      passage   1 of 1, under “What you may do”
      model     an alert at …, for nobody at …; substantive …, editorial …, noise …
      rule      a passage stays but for what turns its rule round (it stays an alert)
      rule      more is forbidden or demanded of what brands do (it stays an alert)
      otherwise for information with an alert at less than …
    ");
    assert_eq!(house.run(&["show", "ffffffffff", "--why"]).code, 2);
}

#[test]
fn status_says_how_every_watch_stands() {
    let house = House::new().watch("contests", MAY).watch("pages", MAY);
    house.server.answer("/pages", Answer::status(500));
    house.run(&["check", "contests"]);
    let status: serde_json::Value = serde_json::from_str(&house.run(&["status", "--json"]).stdout).unwrap();
    assert_eq!(status["watches"][0]["outcome"]["outcome"], "first");
    assert_eq!(status["watches"][1]["outcome"], serde_json::Value::Null);
    assert_eq!(status["outbox"], serde_json::json!({"waiting": 0, "sent": 0, "written": 0, "refused": 0}));
    let text = house.run(&["status"]).stdout;
    assert!(text.contains("1 of 2 pages read\noutbox: 0 waiting, 0 sent, 0 refused\n"), "{text}");
}

#[test]
fn captures_are_imported_in_the_order_of_time_and_mailed_to_nobody() {
    let house = House::new()
        .watch("contests", MAY)
        .with("recipients:\n  - {name: Lead, to: [lead@example.com], immediately: true, tier: none}");
    let folder = house.folder.path().join("captures/contests");
    fs::create_dir_all(&folder).unwrap();
    for (time, text) in [("2022-02-01", MAY), ("2022-03-01", MAY), ("2022-04-01", MUST_NOT), ("2022-04-02", MUST_NOT)] {
        let page = crate::house::program::policy("contests", text);
        fs::write(folder.join(format!("{time}T060000Z.html")), page).unwrap();
    }
    let ran = house.run(&["import", "snapshots", "captures"]);
    assert_eq!(ran.stdout, "4 captures taken in: 1 changes, 3 without news, 0 unreadable\n");
    let change: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    assert_eq!(change["detected_at"], "2022-04-01T06:00:00Z");
    assert_eq!(change["confirmed_at"], "2022-04-02T06:00:00Z");
    house.show("contests", MUST_NOT).run(&["check"]);
    assert_eq!(house.subjects(), Vec::<String>::new());
}

/// Captures of a page on days that follow one another, each with this text, taken in; what was recorded then.
fn log_of_captures(texts: &[&str]) -> String {
    let house = House::new().watch("contests", MAY);
    let folder = house.folder.path().join("captures");
    fs::create_dir_all(&folder).unwrap();
    for (day, text) in texts.iter().enumerate() {
        let page = crate::house::program::policy("contests", text);
        fs::write(folder.join(format!("2022-04-{:02}T060000Z.html", day + 1)), page).unwrap();
    }
    let ran = house.run(&["import", "snapshots", "contests", "captures"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    house.run(&["log", "--json"]).stdout
}

#[test]
fn the_last_capture_of_an_import_needs_no_other_behind_it_unless_what_it_shows_comes_and_goes() {
    let log = log_of_captures(&[MAY, MUST_NOT]);
    let change: serde_json::Value = serde_json::from_str(&log).unwrap();
    assert_eq!(change["detected_at"], "2022-04-02T06:00:00Z");
    assert!(change["hunks"].to_string().contains("must not"), "{log}");
    assert_eq!(log_of_captures(&[MAY, MUST_NOT, MAY, MUST_NOT]), "");
    assert_eq!(log_of_captures(&[MAY, MUST_NOT, MAY]), "");
}

#[test]
fn a_file_larger_than_any_page_is_refused_by_its_size() {
    let house = House::new().watch("contests", MAY);
    let folder = house.folder.path().join("captures");
    fs::create_dir_all(&folder).unwrap();
    fs::write(house.folder.path().join("small.txt"), "You may post here.").unwrap();
    for name in ["large.txt", "captures/2022-04-01T060000Z.html"] {
        fs::File::create(house.folder.path().join(name)).unwrap().set_len(20 * 1024 * 1024 + 1).unwrap();
    }
    for args in [
        vec!["diff", "small.txt", "large.txt"],
        vec!["import", "page", "contests", "large.txt"],
        vec!["import", "snapshots", "contests", "captures"],
        vec!["import", "urlwatch", "large.txt"],
    ] {
        let ran = house.run(&args);
        assert!(ran.code != 0 && ran.stderr.contains("larger than 20 MiB"), "{args:?}: {ran:?}");
    }
}

#[test]
fn two_checks_at_once_do_the_work_once() {
    let house = House::new().watch("contests", MAY);
    let _other = hausrecht::io::store::RoundLock::take(&house.data()).unwrap();
    let ran = house.run(&["check"]);
    assert!(ran.stderr.starts_with("another `hausrecht check` is at work in HOUSE/data"), "{ran:?}");
    assert_eq!(ran.code, 0);
    assert_eq!(house.server.hits("/contests"), 0);
}

#[test]
fn a_mail_server_that_is_down_leaves_the_letter_for_the_next_run() {
    let down = |port: u16| {
        format!(
            "mail: {{from: h@example.com, smtp: {{host: 127.0.0.1, port: {port}, tls: none}}}}\nrecipients:\n  - {{name: Lead, to: [lead@example.com], immediately: true, tier: none}}"
        )
    };
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let house = House::new().watch("contests", MAY).with(&down(port));
    house.run(&["check"]);
    house.show("contests", MUST_NOT);
    let ran = house.run(&["check", "--all"]);
    assert_eq!(ran.code, 4, "{ran:?}");
    assert!(ran.stderr.starts_with("mail: no connection to the mail server"), "{ran:?}");
    let status: serde_json::Value = serde_json::from_str(&house.run(&["status", "--json"]).stdout).unwrap();
    assert_eq!(status["outbox"]["waiting"], 1);
}

#[test]
fn the_demonstration_ends_well_and_leaves_its_letters() {
    let house = House::new();
    let ran = house.run_as_it_is(&["demo", "--data", "demo"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.contains("5 pages: 5 first seen"), "{}", ran.stdout);
    assert!(ran.stdout.contains("blind spot clipwelle-ads  it asks for a login"), "{}", ran.stdout);
    assert!(ran.stdout.contains("unchanged  clipwelle-community"), "{}", ran.stdout);
    let letters = fs::read_dir(house.folder.path().join("demo/outbox")).unwrap().count();
    assert_eq!(letters, 2);
    let again = house.run_as_it_is(&["demo", "--data", "demo"]);
    assert_eq!(again.code, 2, "a history is not written over");
}

#[test]
fn every_help_text_is_reviewed() {
    let house = House::new();
    let commands = [
        "",
        "check",
        "diff",
        "log",
        "show",
        "status",
        "import",
        "import snapshots",
        "import page",
        "import ota",
        "import urlwatch",
        "watchlist check",
        "mail test",
        "mail failure",
        "daemon",
        "backup",
        "restore",
        "prune",
        "demo",
        "proposals",
        "accept",
    ];
    let mut texts = String::new();
    for command in commands {
        let mut args: Vec<&str> = command.split_whitespace().collect();
        args.push("--help");
        texts.push_str(&house.run_as_it_is(&args).stdout);
        texts.push_str("\n----\n");
    }
    insta::assert_snapshot!(texts);
}

#[test]
fn completions_and_manual_pages_are_made() {
    let house = House::new();
    assert!(house.run_as_it_is(&["completions", "bash"]).stdout.contains("_clap_complete_hausrecht()"));
    assert!(house.run_as_it_is(&["man"]).stdout.contains(".TH hausrecht 1"));
    house.run_as_it_is(&["man", "pages"]);
    assert!(house.folder.path().join("pages/hausrecht-check.1").exists());
}

#[test]
fn what_is_held_back_counts_once_a_look_however_many_passages_it_has() {
    let dated = |first: &str, second: &str| {
        format!(
            "{MAY}</p><p>Last updated: {first}</p><p>Whoever breaks the rules loses the page.</p><p>Last updated: {second}"
        )
    };
    let house = House::new().watch("contests", &dated("1 February 2026", "2 February 2026"));
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", &dated("3 February 2026", "4 February 2026"));
    for day in 2..=5 {
        house.round_at(&format!("2026-03-{day:02}T06:00:00Z"));
    }
    let held = house.run(&["log", "--held"]).stdout;
    assert_eq!(held.matches("seen 4 times, last 2026-03-05 06:00").count(), 2, "{held}");
    insta::assert_snapshot!(house.run(&["log", "--noise"]).stdout, @"     4×  date_line     contests  2 passages  last 2026-03-05 06:00");
    let json: serde_json::Value = serde_json::from_str(&house.run(&["log", "--noise", "--json"]).stdout).unwrap();
    assert_eq!(
        [&json["noise"], &json["count"], &json["passages"]],
        [&serde_json::json!("date_line"), &4.into(), &2.into()]
    );
    assert_eq!(house.run(&["log", "--noise", "--platform", "X"]).stdout, "");
    assert_ne!(house.run(&["log", "--noise", "--platform", "Plaudernetz"]).stdout, "");
}

#[test]
fn letters_that_became_files_are_not_said_to_be_sent() {
    let house = House::new()
        .watch("contests", MAY)
        .with("recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]");
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", MUST_NOT).round_at("2026-03-02T06:00:00Z");
    let status = house.run(&["status"]).stdout;
    assert!(status.contains("\noutbox: 0 waiting, 0 sent, 1 written to files, 0 refused\n"), "{status}");
    let json: serde_json::Value = serde_json::from_str(&house.run(&["status", "--json"]).stdout).unwrap();
    assert_eq!(json["outbox"], serde_json::json!({"waiting": 0, "sent": 0, "written": 1, "refused": 0}));
    let rounds = house.run(&["status", "--rounds"]).stdout;
    assert!(rounds.contains("1 letter written to outbox/") && !rounds.contains("1 letter sent"), "{rounds}");
    let german = house.run(&["--language", "de", "status"]).stdout;
    assert!(german.contains("0 verschickt, 1 als Datei abgelegt"), "{german}");
}
