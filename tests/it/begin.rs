//! `hausrecht init`: whoever begins answers a few questions and has a watchlist that works.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hausrecht");

struct Began {
    folder: TempDir,
    said: String,
}

impl Began {
    /// Runs it with these options, and these lines on standard input.
    fn with(options: &[&str], lines: &str) -> Self {
        Self::within(TempDir::new().unwrap(), options, lines)
    }

    fn within(folder: TempDir, options: &[&str], lines: &str) -> Self {
        let mut child = Command::new(PROGRAM)
            .arg("init")
            .args(options)
            .current_dir(folder.path())
            .env_clear()
            .env("HOME", folder.path())
            .env("TZ", "Europe/Berlin")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may have ended before it reads them all.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let said = format!("exit {}\n{}{}", output.status.code().unwrap(), text(&output.stdout), text(&output.stderr));
        Self { folder, said }
    }

    fn written(&self) -> String {
        fs::read_to_string(self.folder.path().join("watchlist.yaml")).unwrap_or_default()
    }

    fn check(&self) -> i32 {
        let mut check = Command::new(PROGRAM);
        check.args(["watchlist", "check"]).current_dir(self.folder.path()).env("HOME", self.folder.path());
        check.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code().unwrap()
    }
}

#[test]
fn a_few_answers_make_a_watchlist_that_is_in_order() {
    let began = Began::with(
        &[],
        "de\nLead <lead@example.com>; social@example.com\nfacebook, youtube\nEurope/Berlin\nmail.example.com:587\nhausrecht@example.com\nhausrecht\n/etc/hausrecht/smtp-password\n",
    );
    assert_snapshot!(began.said);
    assert_snapshot!(began.written());
    assert_eq!(began.check(), 0);
}

#[test]
fn what_is_not_answered_is_taken_as_proposed_but_for_whom_to_tell() {
    let began = Began::with(&[], "\nteam@example.com\n");
    assert_snapshot!(began.written());
    assert_eq!(began.check(), 0);
    let nobody = Began::with(&[], "\n");
    assert_snapshot!(nobody.said);
    assert_eq!(nobody.written(), "");
}

#[test]
fn a_watchlist_that_is_there_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("watchlist.yaml"), "watches: []\n").unwrap();
    let began = Began::within(folder, &["--to", "team@example.com"], "");
    assert_snapshot!(began.said);
    assert_eq!(began.written(), "watches: []\n");
}

#[test]
fn an_answer_that_cannot_be_taken_is_said_and_nothing_is_written() {
    let mut said = String::new();
    for options in [
        ["--to", "team"],
        ["--to", "a@example.com]"],
        ["--smtp", "mail.example.com:0"],
        ["--platforms", "facebok"],
        ["--timezone", "Berlin"],
        ["--smtp", "mail.example.com:mail"],
        ["--language", "fr"],
        ["--from", "a\"b: c"],
    ] {
        let began = Began::with(&options, "\nteam@example.com\n\n\nmail.example.com\n");
        said.push_str(&began.said);
        assert_eq!(began.written(), "", "{options:?}");
    }
    assert_snapshot!(said);
}

#[test]
fn a_mail_server_may_be_an_address_of_ip_version_6() {
    for (answer, host, port) in [
        ("2001:db8::25", "2001:db8::25", 587),
        ("[2001:db8::25]", "2001:db8::25", 587),
        ("[2001:db8::25]:465", "2001:db8::25", 465),
        ("[::1]:25", "::1", 25),
        ("192.0.2.25:25", "192.0.2.25", 25),
    ] {
        let began = Began::with(&["--to", "team@example.com", "--smtp", answer], "");
        let list = began.written();
        assert!(
            list.contains(&format!("host: \"{host}\", port: {port},"))
                || list.contains(&format!("host: {host}, port: {port},")),
            "{answer}: {}{list}",
            began.said
        );
    }
    for wrong in ["[mail.example.com]:25", "[2001:db8::25]465", "[2001:db8::25]:mail", "2001:db8::25:x"] {
        let began = Began::with(&["--to", "team@example.com", "--smtp", wrong], "");
        assert!(began.written().is_empty() && began.said.contains("exit 2"), "{wrong}: {}", began.said);
    }
}

#[test]
fn what_is_answered_can_not_become_another_line_of_the_watchlist() {
    let began = Began::with(
        &[
            "--to",
            "#x@example.com",
            "--smtp",
            "mail.example.com",
            "--username",
            "a: b\", c: [",
            "--password-file",
            "/x # y",
        ],
        "",
    );
    assert_snapshot!(began.written());
}

#[test]
fn a_page_is_added_to_a_list_that_has_no_watch_of_its_own() {
    let server = crate::house::server::Server::start();
    server.page(
        "/terms",
        &crate::house::program::policy("Terms", "You may post about your contest as often as you like."),
    );
    let began = Began::with(&["--to", "team@example.com", "--platforms", "mastodon"], "");
    let mut add = Command::new(PROGRAM);
    add.args(["add", &server.url("/terms"), "--platform", "house", "--id", "terms"]);
    let output = add.current_dir(began.folder.path()).env("HOME", began.folder.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(began.written().contains("\nwatches:\n  - id: \"terms\"\n"), "{}", began.written());
    assert_eq!(began.check(), 0);
}
